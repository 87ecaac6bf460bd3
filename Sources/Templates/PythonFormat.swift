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
  /// What places with names are looked up in.
  let named: Value
  /// What the next places take; after a place with a name, its value.
  var values: [Value]
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
    named = values
    switch values {
    case .tuple(let items):
      self.values = items
      mustUseAll = true
    case .group(let group):
      self.values = group.pair
      mustUseAll = true
    case .list, .map, .range, .undefined:
      // To Python all of these are mappings, of which a format may use what it likes.
      self.values = [values]
      mustUseAll = false
    default:
      self.values = [values]
      mustUseAll = true
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
    var letter = try next()
    if letter == UInt8(ascii: "%") { return output.append(letter) }
    if letter == UInt8(ascii: "(") {
      values = [try value(of: try name())]
      used = 0
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
    try write(try take(), letter, place)
  }

  /// The name between parentheses, which may have others inside.
  private mutating func name() throws(TemplateFault) -> [UInt8] {
    var key: [UInt8] = []
    var depth = 1
    while true {
      let byte = try next()
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      key.append(byte)
    }
    return key
  }

  private func value(of key: [UInt8]) throws(TemplateFault) -> Value {
    if case .undefined(let undefined) = named { throw TemplateFault(undefined) }
    guard case .map(let map) = named else {
      throw TemplateFault("a format with names needs a dictionary")
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
      if isMarkup { throw Self.hidden("*") }
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

  /// Python wraps what is put into markup, and some places don't take the wrapper, whatever is in it.
  private static func hidden(_ place: String) -> TemplateFault {
    TemplateFault(
      "`\(place)` can't be used in a format that is markup",
      help: "format plain text, and mark the result as `safe`"
    )
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
      let full = try value.representation()
      let text = letter == UInt8(ascii: "a") ? Self.ascii(full) : full
      pad(cut(isMarkup ? Value.string(text).escapedText : text, place), place)
    case UInt8(ascii: "c"):
      if isMarkup { throw Self.hidden("%c") }
      pad(try character(value), place)
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

  /// Text with escapes in place of what isn't ASCII.
  private static func ascii(_ text: [UInt8]) -> [UInt8] {
    if UTF8Text.isASCII(text) { return text }
    return String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
      let digits = String(scalar.value, radix: 16)
      let (letter, width) =
        scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      if scalar.isASCII { return [UInt8(ascii: scalar)] }
      let zeros = String(repeating: "0", count: width - digits.utf8.count)
      return Array("\\\(letter)\(zeros)\(digits)".utf8)
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
    if isMarkup, radix != 10 { throw Self.hidden("%\(prefix.dropFirst())") }
    var number = value.integer
    if isMarkup, let text = value.textBytes { number = pythonInteger(text, base: 10)?.integer }
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
    var number = value.floating
    if isMarkup, let text = value.textBytes { number = pythonFloat(text) }
    guard let number else {
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
