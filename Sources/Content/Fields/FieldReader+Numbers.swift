internal import Diagnostics
internal import YAML

extension FieldReader {
  /// A whole number in a range.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let written = name(key) else { return nil }
    let digits = written.value.utf8.drop { $0 == UInt8(ascii: "-") }
    let isPlain = !digits.isEmpty && digits.allSatisfy(\.isDigit)
    guard isPlain, let number = Int(written.value), range.contains(number) else {
      faults.say(
        "`\(key)` must be a whole number \(range.words)",
        at: written.span.range
      )
      return nil
    }
    return number
  }

  /// A decimal number in a range.
  func decimal(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let written = name(key) else { return nil }
    guard written.value.isDecimal, let number = Double(written.value), range.contains(number) else {
      faults.say(
        "`\(key)` must be a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))",
        at: written.span.range
      )
      return nil
    }
    return number
  }

  /// An amount of money as it was typed: digits, perhaps with a point and more.
  func amount(_ key: String) -> Located<String>? {
    guard let written = name(key) else { return nil }
    guard written.value.isDecimal, written.value.utf8.first?.isDigit == true else {
      faults.say(
        "`\(key)` must be a number such as `5` or `12.50`",
        at: written.span.range,
        help: "its `currency` stands in a key of its own"
      )
      return nil
    }
    return written
  }
}

extension ClosedRange<Int> {
  /// The range as an error names it.
  fileprivate var words: String {
    upperBound >= Int(Int32.max)
      ? "of at least \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether it is an ASCII letter.
  var isLetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}

extension String {
  /// Whether it is digits, perhaps with a sign before and a point between them.
  fileprivate var isDecimal: Bool {
    var digits = 0
    var hasPoint = false
    for (place, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard place == 0 else { return false }
      case UInt8(ascii: "."):
        guard digits > 0, !hasPoint else { return false }
        (digits, hasPoint) = (0, true)
      default:
        guard byte.isDigit, digits < 18 else { return false }
        digits += 1
      }
    }
    return digits > 0
  }
}
