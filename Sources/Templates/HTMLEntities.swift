/// Reads the character references of HTML (§13.5), as Python's `html.unescape` does.
enum HTMLEntities {
  /// The text with its character references replaced.
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "&"), let (scalars, end) = reference(text, position + 1) {
        for scalar in scalars { result.append(scalar) }
        position = end
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// What stands behind an ampersand, and where it ends.
  private static func reference(_ text: [UInt8], _ start: Int) -> ([Unicode.Scalar], Int)? {
    if start < text.count, text[start] == UInt8(ascii: "#") { return number(text, start + 1) }
    var end = start
    while end < text.count, end - start < 32, isAlphanumeric(text[end]) { end += 1 }
    if end < text.count, text[end] == UInt8(ascii: ";"),
      let scalars = names[String(decoding: text[start..<end], as: UTF8.self)]
    {
      return (scalars, end + 1)
    }
    // The longest of the old names that stand without a semicolon.
    end = min(end, start + 6)
    while end - start >= 2 {
      let name = String(decoding: text[start..<end], as: UTF8.self)
      if namesWithoutSemicolon.contains(name), let scalars = names[name] { return (scalars, end) }
      end -= 1
    }
    return nil
  }

  private static func number(_ text: [UInt8], _ start: Int) -> ([Unicode.Scalar], Int)? {
    var index = start
    var radix: UInt32 = 10
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let digits = index
    var code: UInt32 = 0
    while index < text.count, let digit = hexDigit(text[index]), digit < radix {
      // Beyond Unicode every number is the same.
      code = min(code * radix + digit, 0x110000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
    return (scalars(of: code), index)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
    default: nil
    }
  }

  /// What a number means: Windows-1252 where HTML says so, and nothing for what isn't a character.
  private static func scalars(of code: UInt32) -> [Unicode.Scalar] {
    switch code {
    case 0: return ["\u{FFFD}"]
    case 0x80...0x9F: return [windows1252[Int(code) - 0x80]]
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return []
    case _ where code & 0xFFFE == 0xFFFE && code < 0x110000: return []
    default: return [Unicode.Scalar(code) ?? "\u{FFFD}"]
    }
  }

  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
  )

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let namesWithoutSemicolon = Set(
    HTMLEntityNames.withoutSemicolon.split(separator: " ").map(String.init)
  )

  private static let names: [String: [Unicode.Scalar]] = {
    var names: [String: [Unicode.Scalar]] = [:]
    for entry in HTMLEntityNames.all.split(separator: " ") {
      let parts = entry.split(separator: "=")
      names[String(parts[0])] = parts[1].split(separator: "+").compactMap { digits in
        UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
      }
    }
    return names
  }()
}
