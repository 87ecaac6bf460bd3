internal import HTML

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The operators that take two numbers, or two texts or lists where Python allows it.
enum Arithmetic: UInt8, Sendable {
  case add
  case subtract
  case multiply
  case divide
  case floorDivide
  case modulo
  case power

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }

  /// Computes as Python does.
  func apply(_ a: Value, _ b: Value) throws(TemplateFault) -> Value {
    if case .int(let x) = a, case .int(let y) = b, let sum = small(x, y) { return .int(sum) }
    if case .undefined(let undefined) = a { throw TemplateFault(undefined) }
    // A format may have no use for it.
    if self == .modulo, case .some = a.textBytes { return try formatted(a, with: b) }
    if case .undefined(let undefined) = b {
      // Python's markup asks for an index, and hasn't got one.
      if self == .multiply, case .markup = a { throw refusal(a, b) }
      throw TemplateFault(undefined)
    }
    if let x = a.integer, let y = b.integer { return try whole(x, y) }
    if let x = a.floating, let y = b.floating { return .double(try floating(x, y)) }
    if let result = try sequence(a, b) { return result }
    throw refusal(a, b)
  }

  private func refusal(_ a: Value, _ b: Value) -> TemplateFault {
    let hasText = a.textBytes != nil || b.textBytes != nil
    return TemplateFault(
      "`\(symbol)` can't be used with \(a.article) and \(b.article)",
      help: self == .add && hasText ? "`~` joins text with anything" : nil
    )
  }

  /// The commonest cases, without overflow.
  private func small(_ x: Int, _ y: Int) -> Int? {
    let result: (partialValue: Int, overflow: Bool)
    switch self {
    case .add: result = x.addingReportingOverflow(y)
    case .subtract: result = x.subtractingReportingOverflow(y)
    case .multiply: result = x.multipliedReportingOverflow(by: y)
    default: return nil
    }
    return result.overflow ? nil : result.partialValue
  }

  private func whole(_ x: Int128, _ y: Int128) throws(TemplateFault) -> Value {
    let result: (partialValue: Int128, overflow: Bool)
    switch self {
    case .add: result = x.addingReportingOverflow(y)
    case .subtract: result = x.subtractingReportingOverflow(y)
    case .multiply: result = x.multipliedReportingOverflow(by: y)
    case .divide:
      if y == 0 { throw TemplateFault("division by zero") }
      return .double(Double(x) / Double(y))
    case .floorDivide, .modulo:
      if y == 0 { throw TemplateFault("division by zero") }
      result = self == .modulo ? (flooredModulo(x, y), false) : flooredQuotient(x, y)
    case .power: return try power(x, y)
    }
    if result.overflow { throw Self.overflow }
    return Value(integer: result.partialValue)
  }

  private func power(_ base: Int128, _ exponent: Int128) throws(TemplateFault) -> Value {
    if exponent < 0 {
      if base == 0 { throw TemplateFault("zero can't be raised to a negative power") }
      return .double(pow(Double(base), Double(exponent)))
    }
    var result: Int128 = 1
    switch base {
    case 0: return .int(exponent == 0 ? 1 : 0)
    case 1: return .int(1)
    case -1: return .int(exponent % 2 == 0 ? 1 : -1)
    default: break
    }
    guard exponent < 128 else { throw Self.overflow }
    for _ in 0..<exponent {
      let product = result.multipliedReportingOverflow(by: base)
      if product.overflow { throw Self.overflow }
      result = product.partialValue
    }
    return Value(integer: result)
  }

  private static var overflow: TemplateFault {
    TemplateFault("the result is too large: whole numbers have 128 bits here")
  }

  private func floating(_ x: Double, _ y: Double) throws(TemplateFault) -> Double {
    switch self {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide:
      if y == 0 { throw TemplateFault("division by zero") }
      return x / y
    case .floorDivide:
      if y == 0 { throw TemplateFault("division by zero") }
      return flooredDivision(x, y).quotient
    case .modulo:
      if y == 0 { throw TemplateFault("division by zero") }
      return flooredDivision(x, y).remainder
    case .power:
      if x == 0, y < 0 { throw TemplateFault("zero can't be raised to a negative power") }
      let result = pow(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN {
        throw TemplateFault("complex numbers don't exist in templates")
      }
      if result.isInfinite, x.isFinite, y.isFinite {
        throw TemplateFault("the result is too large for a floating-point number")
      }
      return result
    }
  }

  private func sequence(_ a: Value, _ b: Value) throws(TemplateFault) -> Value? {
    switch (self, a, b) {
    case (.add, .list(let x), .list(let y)): return .list(x + y)
    case (.add, .string(let x), .string(let y)): return .string(x + y)
    case (.add, .markup(let x), .string), (.add, .markup(let x), .markup):
      return .markup(x + b.escapedText)
    case (.add, .string, .markup(let y)): return .markup(a.escapedText + y)
    case (.multiply, _, _):
      if let count = b.integer { return try repeated(a, count) }
      if let count = a.integer { return try repeated(b, count) }
      return nil
    case (.add, _, _):
      if case .list = a { return nil }
      if case .list = b { return nil }
      if let x = a.items, let y = b.items { return .tuple(x + y) }
      return nil
    default: return nil
    }
  }

  private func repeated(_ value: Value, _ count: Int128) throws(TemplateFault) -> Value? {
    let length = value.textBytes?.count ?? value.items?.count ?? 0
    guard count > 0, length > 0 else {
      switch value {
      case .string: return .string([])
      case .markup: return .markup([])
      case .list: return .list([])
      case .tuple, .group: return .tuple([])
      default: return nil
      }
    }
    guard count <= Int128(Limits.largestRepetition / length) else {
      throw TemplateFault("repeating it \(count) times would be too large")
    }
    switch value {
    case .string(let text): return .string(Array(repeatElement(text, count: Int(count)).joined()))
    case .markup(let text): return .markup(Array(repeatElement(text, count: Int(count)).joined()))
    case .list(let items): return .list(Array(repeatElement(items, count: Int(count)).joined()))
    default:
      guard let items = value.items else { return nil }
      return .tuple(Array(repeatElement(items, count: Int(count)).joined()))
    }
  }
}

private func flooredQuotient(
  _ x: Int128,
  _ y: Int128
) -> (partialValue: Int128, overflow: Bool) {
  // The one quotient that doesn't fit is the smallest number's by -1.
  let (quotient, overflow) = x.dividedReportingOverflow(by: y)
  let (remainder, _) = x.remainderReportingOverflow(dividingBy: y)
  let isRoundedUp = remainder != 0 && (remainder < 0) != (y < 0)
  return (isRoundedUp ? quotient - 1 : quotient, overflow)
}

private func flooredModulo(_ x: Int128, _ y: Int128) -> Int128 {
  let (remainder, _) = x.remainderReportingOverflow(dividingBy: y)
  return remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder
}

/// Python's `divmod` of floating-point numbers.
private func flooredDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
  var remainder = fmod(x, y)
  var quotient = (x - remainder) / y
  if remainder != 0 {
    if (y < 0) != (remainder < 0) {
      remainder += y
      quotient -= 1
    }
  } else {
    remainder = Double(signOf: y, magnitudeOf: 0)
  }
  if quotient != 0 {
    var floored = quotient.rounded(.down)
    if quotient - floored > 0.5 { floored += 1 }
    quotient = floored
  } else {
    quotient = Double(signOf: x / y, magnitudeOf: 0)
  }
  return (quotient, remainder)
}

extension Value {
  /// Its text with the five special characters escaped, unless it is markup; nothing but for text.
  var escapedText: [UInt8] {
    guard case .string(let text) = self else { return textBytes ?? [] }
    var escaped: [UInt8] = []
    escaped.appendEscaped(text)
    return escaped
  }

  /// Its text as markup: escaped unless it is markup already; a fault when it is undefined.
  func escaped() throws(TemplateFault) -> [UInt8] {
    switch self {
    case .markup(let text): return text
    case .int, .bool, .none, .double: return try text()
    default:
      var escaped: [UInt8] = []
      escaped.appendEscaped(try text())
      return escaped
    }
  }

  /// Negates or keeps a number, as Python's unary `-` and `+`.
  func signed(negative: Bool) throws(TemplateFault) -> Value {
    switch self {
    case .undefined(let undefined): throw TemplateFault(undefined)
    case .double(let number): return .double(negative ? -number : number)
    default: break
    }
    guard let number = integer else {
      throw TemplateFault("`\(negative ? "-" : "+")` needs a number, not \(article)")
    }
    let result = negative ? Int128(0).subtractingReportingOverflow(number) : (number, false)
    if result.1 { throw TemplateFault("the result is too large: whole numbers have 128 bits here") }
    return Value(integer: result.0)
  }

  /// What kind of value it is, for a message: `a list`.
  var article: String {
    switch self {
    case .undefined: "an undefined value"
    case .none: "`none`"
    case .bool: "a truth value"
    case .int, .wide: "a whole number"
    case .double: "a number"
    case .string, .markup: "text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .group: "a group"
    case .map: "a dictionary"
    case .range: "a range"
    case .object(let object): "`\(object.objectType.name)`"
    case .function: "a function"
    case .reference(let reference) where reference.kind == .iterator: "an iterator"
    case .reference(let reference): "a \(reference.kind)"
    }
  }

  /// The names that it has, for suggestions.
  var attributeNames: [String] {
    switch self {
    case .map(let map):
      map.entries.prefix(200).compactMap { entry in
        entry.key.textBytes.map { String(decoding: $0, as: UTF8.self) }
      }
    case .object(let object): object.objectType.attributes
    default: []
    }
  }

  /// Whether it is something that has a length: a text, a list or a dictionary.
  var isCollection: Bool {
    switch self {
    case .string, .markup, .list, .tuple, .map, .range: true
    default: false
    }
  }
}
