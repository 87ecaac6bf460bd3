/// Replaces XML's character references: the five predefined names, and numbers (XML 1.0 §4.1).
///
/// A name that isn't one of the five stays the text it is, so that no declaration is ever expanded.
func replacingXMLReferences(_ text: ArraySlice<UInt8>) -> [UInt8] {
  guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
  var output: [UInt8] = []
  output.reserveCapacity(text.count)
  var index = text.startIndex
  while index < text.endIndex {
    if text[index] == UInt8(ascii: "&"), let (scalar, end) = xmlReference(text, index) {
      output += Array(String(scalar).utf8)
      index = end
    } else {
      output.append(text[index])
      index += 1
    }
  }
  return output
}

private func xmlReference(
  _ text: ArraySlice<UInt8>,
  _ start: Int
) -> (scalar: Unicode.Scalar, end: Int)? {
  guard let semicolon = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
    return nil
  }
  let name = text[(start + 1)..<semicolon]
  let end = semicolon + 1
  if name.first == UInt8(ascii: "#") { return referencedScalar(name.dropFirst()).map { ($0, end) } }
  switch String(decoding: name, as: UTF8.self) {
  case "amp": return ("&", end)
  case "lt": return ("<", end)
  case "gt": return (">", end)
  case "quot": return ("\"", end)
  case "apos": return ("'", end)
  default: return nil
  }
}

/// The character of a number as references write it: `233`, `xE9`.
///
/// - Returns: `nil` when it isn't a number; U+FFFD for what is no character.
func referencedScalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
  let number = isHex ? digits.dropFirst() : digits
  let isDigits = number.allSatisfy { $0.isASCIIDigit || (isHex && $0.isHexLetter) }
  guard !number.isEmpty, isDigits else { return nil }
  let text = String(decoding: number.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
  guard let code = UInt32(text.isEmpty ? "0" : text, radix: isHex ? 16 : 10) else {
    return "\u{FFFD}"
  }
  // What windows-1252 has there is what everybody means (HTML §13.2.5.80).
  if (0x80..<0xA0).contains(code) {
    return String(decoding: [UInt8(code)].cleaned, as: UTF8.self).unicodeScalars.first
  }
  return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
}

extension UInt8 {
  /// Whether it is `0` to `9`.
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is a letter from `a` to `z`, of either case.
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether it is a blank or ends a line.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var isHexLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
