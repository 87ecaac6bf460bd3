/// A text with its `%` places filled in, as Python's `%` operator does.
///
/// The places of markup are filled with escaped text.
func formatted(_ format: Value, with values: Value) throws(TemplateFault) -> Value {
  guard let text = format.textBytes else { preconditionFailure("only text is formatted") }
  var formatter = PythonFormat(text: text, isMarkup: format.isMarkup, values: values)
  return format.sameKind(try formatter.run())
}

/// Python's `printf`-style formatting.
private struct PythonFormat {
  let text: [UInt8]
  let isMarkup: Bool
  let map: ValueMap?
  let values: [Value]
  /// Whether values that are left over are an error.
  let mustUseAll: Bool
  var used = 0
  var position = 0
  var output: [UInt8] = []

  struct Place {
    var alternate = false
    var zero = false
    var left = false
    var space = false
    var plus = false
    var width = 0
    var precision: Int?
  }

  init(text: [UInt8], isMarkup: Bool, values: Value) {
    self.text = text
    self.isMarkup = isMarkup
    if case .map(let map) = values { self.map = map } else { map = nil }
    switch values {
    case .tuple(let items):
      self.values = items
      mustUseAll = true
    case .group(let group):
      self.values = group.pair
      mustUseAll = true
    default:
      self.values = [values]
      if case .list = values { mustUseAll = false } else { mustUseAll = map == nil }
    }
  }

  mutating func run() throws(TemplateFault) -> [UInt8] {
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "%") { try fillPlace() } else { output.append(byte) }
    }
    if mustUseAll, used < values.count {
      throw TemplateFault("there are more values than places in the format")
    }
    return output
  }

  private mutating func next() throws(TemplateFault) -> UInt8 {
    guard position < text.count else { throw TemplateFault("the format ends inside a place") }
    position += 1
    return text[position - 1]
  }

  private mutating func fillPlace() throws(TemplateFault) {
    var place = Place()
    var value: Value?
    var letter = try next()
    if letter == UInt8(ascii: "(") {
      value = try named()
      letter = try next()
    }
    letter = try flags(&place, letter)
    (place.width, letter) = try number(letter) ?? (0, letter)
    if place.width < 0 {
      place.left = true
      place.width = -place.width
    }
    if letter == UInt8(ascii: ".") {
      let after = try next()
      let (precision, following) = try number(after) ?? (0, after)
      place.precision = max(0, precision)
      letter = following
    }
    while [UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "L")].contains(letter) {
      letter = try next()
    }
    if letter == UInt8(ascii: "%") { return output.append(letter) }
    if case nil = value { value = try take() }
    if let value { try write(value, letter, place) }
  }

  private mutating func named() throws(TemplateFault) -> Value {
    guard let map else { throw TemplateFault("a format with names needs a dictionary") }
    var key: [UInt8] = []
    var depth = 1
    while true {
      let byte = try next()
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      key.append(byte)
    }
    guard let value = map[utf8: key] else {
      throw TemplateFault("the format needs a value for `\(String(decoding: key, as: UTF8.self))`")
    }
    return value
  }

  private mutating func flags(
    _ place: inout Place,
    _ first: UInt8
  ) throws(TemplateFault) -> UInt8 {
    var letter = first
    while true {
      switch letter {
      case UInt8(ascii: "#"): place.alternate = true
      case UInt8(ascii: "0"): place.zero = true
      case UInt8(ascii: "-"): place.left = true
      case UInt8(ascii: " "): place.space = true
      case UInt8(ascii: "+"): place.plus = true
      default: return letter
      }
      letter = try next()
    }
  }

  /// A number written out or taken from the values (`*`), and the byte behind it.
  private mutating func number(_ first: UInt8) throws(TemplateFault) -> (Int, UInt8)? {
    if first == UInt8(ascii: "*") {
      let number = try take().argument("*")
      guard abs(number.clamped) <= 100_000 else { throw Self.tooWide }
      return (number, try next())
    }
    guard (0x30...0x39).contains(first) else { return nil }
    var number = 0
    var byte = first
    while (0x30...0x39).contains(byte) {
      number = number * 10 + Int(byte - 0x30)
      guard number <= 100_000 else { throw Self.tooWide }
      byte = try next()
    }
    return (number, byte)
  }

  private static var tooWide: TemplateFault {
    TemplateFault("a width in a format is 100000 at most")
  }

  private mutating func take() throws(TemplateFault) -> Value {
    guard used < values.count else {
      throw TemplateFault("there are fewer values than places in the format")
    }
    used += 1
    return values[used - 1]
  }

  private mutating func write(
    _ value: Value,
    _ letter: UInt8,
    _ place: Place
  ) throws(TemplateFault) {
    switch letter {
    case UInt8(ascii: "s"):
      pad(cut(isMarkup ? try value.escaped() : try value.text(), place), place)
    case UInt8(ascii: "r"), UInt8(ascii: "a"):
      let text = value.representation
      pad(cut(isMarkup ? Value.string(text).escapedText : text, place), place)
    case UInt8(ascii: "c"): pad(try character(value), place)
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      try writeWhole(value, radix: 10, prefix: "", isUpper: false, place)
    case UInt8(ascii: "x"): try writeWhole(value, radix: 16, prefix: "0x", isUpper: false, place)
    case UInt8(ascii: "X"): try writeWhole(value, radix: 16, prefix: "0X", isUpper: true, place)
    case UInt8(ascii: "o"): try writeWhole(value, radix: 8, prefix: "0o", isUpper: false, place)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      try writeFloating(value, letter, place)
    default:
      let name = String(decoding: [letter], as: UTF8.self)
      throw TemplateFault("`%\(name)` means nothing in a format")
    }
  }

  private func cut(_ text: [UInt8], _ place: Place) -> [UInt8] {
    place.precision.map { Array(UTF8Text.prefix(text, $0)) } ?? text
  }

  private func character(_ value: Value) throws(TemplateFault) -> [UInt8] {
    if let text = value.textBytes, UTF8Text.count(text) == 1 { return text }
    if let number = value.integer, let code = UInt32(exactly: number),
      let scalar = Unicode.Scalar(code)
    {
      return Array(String(scalar).utf8)
    }
    throw TemplateFault("`%c` takes one character, not \(value.article)")
  }

  private mutating func pad(_ text: [UInt8], _ place: Place) {
    let padding = place.width - UTF8Text.count(text)
    let blanks = padding > 0 ? Array(repeating: UInt8(ascii: " "), count: padding) : []
    output += place.left ? text + blanks : blanks + text
  }

  private mutating func writeWhole(
    _ value: Value,
    radix: Int,
    prefix: String,
    isUpper: Bool,
    _ place: Place
  ) throws(TemplateFault) {
    if case .undefined(let undefined) = value {
      if radix == 10 { throw TemplateFault(undefined) }
      // Only `%d` asks what isn't defined for its number; the others are a `TypeError` in Jinja.
      throw TemplateFault("a number is needed here: \(undefined.message)")
    }
    var number = value.integer
    if case nil = number, radix == 10, let floating = value.floating {
      number = Int128(exactly: floating.rounded(.towardZero))
    }
    if case nil = number, radix == 10, let huge = value.floating, huge.isFinite {
      let digits = CNumberFormat.fixed(huge.magnitude, 0)
      return padNumber(digits, isNegative: huge < 0, prefix: "", place)
    }
    guard let number else { throw TemplateFault("a number is needed here, not \(value.article)") }
    var digits = String(number.magnitude, radix: radix, uppercase: isUpper)
    if let precision = place.precision, digits.utf8.count < precision {
      digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
    }
    padNumber(digits, isNegative: number < 0, prefix: place.alternate ? prefix : "", place)
  }

  private mutating func writeFloating(
    _ value: Value,
    _ letter: UInt8,
    _ place: Place
  ) throws(TemplateFault) {
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    guard let number = value.floating else {
      throw TemplateFault("a number is needed here, not \(value.article)")
    }
    let precision = place.precision ?? 6
    let magnitude = number.magnitude
    var digits: String
    switch letter | 0x20 {
    case UInt8(ascii: "f"): digits = CNumberFormat.fixed(magnitude, precision)
    case UInt8(ascii: "e"): digits = CNumberFormat.exponential(magnitude, precision)
    default:
      digits = CNumberFormat.general(magnitude, precision, keepsZeros: place.alternate)
    }
    if letter & 0x20 == 0 { digits = digits.uppercased() }
    if !number.isFinite {
      var plain = place
      plain.zero = false
      return padNumber(digits, isNegative: number < 0, prefix: "", plain)
    }
    padNumber(digits, isNegative: number.sign == .minus, prefix: "", place)
  }

  private mutating func padNumber(
    _ digits: String,
    isNegative: Bool,
    prefix: String,
    _ place: Place
  ) {
    let sign = isNegative ? "-" : place.plus ? "+" : place.space ? " " : ""
    let missing = place.width - (sign + prefix + digits).utf8.count
    if place.zero, !place.left, missing > 0 {
      output.append(sign + prefix + String(repeating: "0", count: missing) + digits)
    } else {
      pad(Array((sign + prefix + digits).utf8), place)
    }
  }
}

extension Int {
  /// The number with the smallest one moved up, so that it has a magnitude.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}
