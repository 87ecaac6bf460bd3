/// Texts as YAML has them, written as a person would where that is safe.
enum ScalarText {
  /// A text in one line: plain where it can't be mistaken, else in double quotes.
  static func line(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A key with a text of any length: lines below `|`, or in double quotes where those can't hold it.
  ///
  /// - Returns: lines; all but the first are indented by two.
  static func block(_ key: String, _ text: String) -> [String] {
    let text = text.withPlainLineEnds
    guard !text.isEmpty else { return ["\(key): \"\""] }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || isPrintable($0) }) else {
      return ["\(key): \(quoted(text))"]
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Blanks at the very beginning would be taken for the indentation.
    let sign = lines[0].utf8.first.map { $0 == 0x20 || $0 == 0x09 } ?? true ? "|2" : "|"
    return ["\(key): \(sign)"] + lines.map { $0.isEmpty ? "" : "  \($0)" }
  }

  /// A text in double quotes, in one line of ASCII controls' escapes and all else as it is.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default: quoted += "\\U" + hex(scalar.value)
      }
    }
    return quoted + "\""
  }

  /// Whether a text stands for itself without quotes, also between braces.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isWord(first), text.utf8.last != 0x20 else {
      return false
    }
    return text.unicodeScalars.allSatisfy { isWord($0) || " .-_'()+".unicodeScalars.contains($0) }
  }

  private static func isWord(_ scalar: UnicodeScalar) -> Bool {
    guard scalar.isASCII else { return isPrintable(scalar) }
    return UInt8(truncatingIfNeeded: scalar.value).isLetter
      || UInt8(truncatingIfNeeded: scalar.value).isDigit
  }

  /// Whether YAML 1.1 lets a character stand as it is without ending a line (§5.1, §5.4).
  private static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension String {
  /// The text with LF at the end of each line but the last.
  var withPlainLineEnds: String {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0A, previous == 0x0D {
        previous = byte
        continue
      }
      bytes.append(byte == 0x0D ? 0x0A : byte)
      previous = byte
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
