internal import Diagnostics

extension Lexer {
  /// Reads a number: decimal, `0b`, `0o`, `0x` or floating-point, with `_` between digits.
  mutating func readNumber() throws(Diagnostic) {
    let start = position
    if let end = floatEnd(start) {
      position = end
      guard let number = pythonFloat(Array(bytes[start..<end])) else {
        throw fault("this isn't a number", start..<end)
      }
      return appendNumber(.float, start..<end, .double(number))
    }
    position = integerEnd(start)
    guard let number = pythonInteger(Array(bytes[start..<position]), base: 0) else {
      throw fault("this number is too large", start..<position)
    }
    appendNumber(.integer, start..<position, number)
  }

  private mutating func appendNumber(_ kind: Token.Kind, _ range: Range<Int>, _ value: Value) {
    tokens.append(Token(kind: kind, range: source.range(range), number: value))
  }

  private func integerEnd(_ start: Int) -> Int {
    if bytes[start] == UInt8(ascii: "0") {
      let end: Int
      switch byte(at: start + 1) | 0x20 {
      case UInt8(ascii: "x"): end = digitsEnd(start + 2) { isHexadecimal($0) }
      case UInt8(ascii: "o"): end = digitsEnd(start + 2) { (0x30...0x37).contains($0) }
      case UInt8(ascii: "b"): end = digitsEnd(start + 2) { (0x30...0x31).contains($0) }
      default: return digitsEnd(start + 1) { $0 == UInt8(ascii: "0") }
      }
      return end > start + 2 ? end : start + 1
    }
    return digitsEnd(start + 1) { (0x30...0x39).contains($0) }
  }

  /// The end of digits that may each have one `_` before them.
  private func digitsEnd(_ start: Int, _ isDigit: (UInt8) -> Bool) -> Int {
    var index = start
    while true {
      if isDigit(byte(at: index)), index < bytes.count {
        index += 1
      } else if byte(at: index) == UInt8(ascii: "_"), isDigit(byte(at: index + 1)) {
        index += 2
      } else {
        return index
      }
    }
  }

  private func decimalEnd(_ start: Int) -> Int? {
    guard (0x30...0x39).contains(byte(at: start)) else { return nil }
    return digitsEnd(start + 1) { (0x30...0x39).contains($0) }
  }

  /// The end of a floating-point number, when one begins here.
  private func floatEnd(_ start: Int) -> Int? {
    // `1.2.3` reads the third part as an index, not as a number's fraction.
    if start > 0, bytes[start - 1] == UInt8(ascii: ".") { return nil }
    guard var index = decimalEnd(start) else { return nil }
    var isFloat = false
    if byte(at: index) == UInt8(ascii: "."), let end = decimalEnd(index + 1) {
      index = end
      isFloat = true
    }
    if byte(at: index) | 0x20 == UInt8(ascii: "e") {
      var digits = index + 1
      if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte(at: digits)) { digits += 1 }
      if let end = decimalEnd(digits) { return end }
    }
    return isFloat ? index : nil
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// Reads a quoted string with Python's escapes.
  mutating func readString(_ quote: UInt8) throws(Diagnostic) {
    let start = position
    var index = start + 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index = try readEscape(index, into: &text)
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else {
      let help = "end it with `\(Unicode.Scalar(quote))`"
      throw fault("a string has no end", start..<start + 1, help: help)
    }
    position = index + 1
    append(.string, start..<position, text: text)
  }

  /// Reads one escape and gives the place behind it.
  private func readEscape(_ start: Int, into text: inout [UInt8]) throws(Diagnostic) -> Int {
    let letter = bytes[start + 1]
    if let plain = Self.plainEscapes[letter] {
      text.append(plain)
      return start + 2
    }
    switch letter {
    case 0x0A: return start + 2
    case UInt8(ascii: "x"): return try readCode(start, digits: 2, into: &text)
    case UInt8(ascii: "u"): return try readCode(start, digits: 4, into: &text)
    case UInt8(ascii: "U"): return try readCode(start, digits: 8, into: &text)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var index = start + 1
      var code: UInt32 = 0
      while index < start + 4, (0x30...0x37).contains(byte(at: index)) {
        code = code * 8 + UInt32(bytes[index] - 0x30)
        index += 1
      }
      text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
      return index
    default:
      text.append(UInt8(ascii: "\\"))
      return start + 1
    }
  }

  private func readCode(
    _ start: Int,
    digits: Int,
    into text: inout [UInt8]
  ) throws(Diagnostic) -> Int {
    let range = start + 2..<min(bytes.count, start + 2 + digits)
    let digitText = String(decoding: bytes[range], as: UTF8.self)
    guard range.count == digits, bytes[range].allSatisfy({ isHexadecimal($0) }),
      let code = UInt32(digitText, radix: 16), code <= 0x10FFFF
    else {
      let end = min(bytes.count, start + 2)
      throw fault("this escape needs \(digits) hexadecimal digits", start..<end)
    }
    text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    return range.upperBound
  }

  private static let plainEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "'"): 0x27,
    UInt8(ascii: "\""): 0x22,
  ]
}
