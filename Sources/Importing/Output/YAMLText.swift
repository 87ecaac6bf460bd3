/// Writes texts as YAML that reads back as exactly them, by libyaml and by every other reader.
enum YAMLText {
  /// A text in one line: as it is where that is safe, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A comment's id: letters, digits, `-` and `_`, a number without quotes.
  static func id(_ text: String) -> String {
    text.utf8.allSatisfy(\.isASCIIDigit) ? text : scalar(text)
  }

  /// A list in one line: `[a, "b, c"]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// A text of lines behind a key, with `|` where that can hold it; it ends with one line end.
  static func block(_ text: [UInt8], indent: Int) -> [UInt8] {
    let string = String(decoding: text, as: UTF8.self)
    guard !string.unicodeScalars.contains(where: { !$0.isPlainInBlock }), text.first != 0x0A,
      !text.allSatisfy(\.isBlank)
    else { return Array("\(quoted(string + "\n"))\n".utf8) }
    // Blanks at the beginning would be taken for a deeper indentation.
    let step = text.first == 0x20 || text.first == 0x09 ? "2" : ""
    var output = Array("|\(step)\n".utf8)
    let margin = [UInt8](repeating: 0x20, count: indent)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { output += margin + line }
      output.append(0x0A)
    }
    return output
  }

  /// Whether a text can stand without quotes in a list or behind a key: a letter, then letters, digits
  /// and what never means anything, and no word that stands for something else.
  private static func isPlain(_ text: String) -> Bool {
    let words: Set = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    guard let first = text.unicodeScalars.first, first.isSafeLetter, text.last != " ",
      !words.contains(text.lowercased()), text.utf8.count < 200
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isSafeLetter || " _-./()+'".unicodeScalars.contains(scalar)
        || ("0"..."9").contains(scalar)
    }
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case _ where scalar.isPlainInBlock: output.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        let mark = scalar.value > 0xFFFF ? "\\U" : "\\u"
        output += mark + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return output + "\""
  }
}

extension Unicode.Scalar {
  /// Whether YAML 1.1 reads it as itself and as no line's end (§5.1, §5.4).
  fileprivate var isPlainInBlock: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: true
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    // Marks that reorder what an editor shows are seen when they are escaped.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  fileprivate var isSafeLetter: Bool {
    isASCII ? properties.isAlphabetic : properties.isAlphabetic && value < 0xFFFE
  }
}
