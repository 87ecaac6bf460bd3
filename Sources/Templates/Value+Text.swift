internal import HTML

extension Value {
  /// The value as `str()` gives it, not escaped; a fault when it is undefined.
  func text() throws(TemplateFault) -> [UInt8] {
    switch self {
    case .string(let text), .markup(let text): return text
    case .undefined(let undefined):
      if undefined.isLenient { return [] }
      throw TemplateFault(undefined)
    case .object(let object): return object.text
    default:
      try checkDefined()
      return try representation()
    }
  }

  /// The text in a value's own form: markup stays markup, anything else becomes a string.
  func softText() throws(TemplateFault) -> Value {
    switch self {
    case .string, .markup: self
    default: .string(try text())
    }
  }

  /// Whether it is text that is already escaped.
  var isMarkup: Bool {
    if case .markup = self { return true }
    return false
  }

  /// Its text, when it is text.
  var textBytes: [UInt8]? {
    switch self {
    case .string(let text), .markup(let text): text
    default: nil
    }
  }

  private func checkDefined() throws(TemplateFault) {
    // Python prints an undefined element of a list as `Undefined`, so only the value itself matters.
    if case .undefined(let undefined) = self, !undefined.isLenient {
      throw TemplateFault(undefined)
    }
  }
}

extension [UInt8] {
  /// Appends a number's decimal digits.
  mutating func appendDecimal(_ number: Int) {
    if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    append(String(number))
  }

  /// Appends text as Python's `repr` quotes it.
  mutating func appendQuoted(_ text: [UInt8]) {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let quote = text.contains(single) && !text.contains(double) ? double : single
    append(quote)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case _ where scalar.value == UInt32(quote): append("\\\(scalar)")
      case _ where scalar.isPythonPrintable: append(scalar)
      default: appendHexEscape(scalar)
      }
    }
    append(quote)
  }

  private mutating func appendHexEscape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    let (letter, width) =
      scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    append("\\" + letter + String(repeating: "0", count: width - digits.count) + digits)
  }

  /// Appends ASCII or other text of ours.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
