/// Texts of calendars, which any program wrote, as a site's files may hold them.
enum PlainText {
  /// The most bytes of a description that are kept.
  static let limit = 256 << 10

  /// A text in one line, without control characters and blanks at its ends.
  static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = clean(text).split { $0 == " " || $0 == "\n" || $0 == "\t" }
    let line = words.joined(separator: " ")
    return line.isEmpty ? nil : String(decoding: line.utf8.prefix(2000), as: UTF8.self)
  }

  /// A text of several lines: LF between them, no blanks at their ends, none empty at the ends and
  /// never two in a row.
  static func lines(_ text: String?) -> [String] {
    guard let text else { return [] }
    let kept = clean(String(decoding: text.utf8.prefix(limit), as: UTF8.self))
    var lines: [String] = []
    for line in kept.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      if words.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(words)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The text with LF for every line end and without what no page can show.
  private static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0xA0: scalars.append(" ")
      case 0x00..<0x09, 0x0B..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: break
      default: scalars.append(scalar)
      }
      isAfterReturn = scalar.value == 0x0D
    }
    return String(scalars)
  }
}

extension PlainText {
  /// Lines as Markdown that shows them as they are: nothing in them is markup, and addresses are
  /// links.
  static func markdown(_ lines: [String]) -> [UInt8] {
    var output: [UInt8] = []
    for (index, line) in lines.enumerated() {
      append(line, to: &output)
      // A backslash at the end keeps a line a line.
      let isBroken = index + 1 < lines.count && !line.isEmpty && !lines[index + 1].isEmpty
      if isBroken { output.append(UInt8(ascii: "\\")) }
      if index + 1 < lines.count { output.append(0x0A) }
    }
    return output
  }

  private static func append(_ line: String, to output: inout [UInt8]) {
    for (index, word) in line.split(separator: " ").enumerated() {
      if index > 0 { output.append(UInt8(ascii: " ")) }
      append(word: Array(word.utf8), isFirst: index == 0, to: &output)
    }
  }

  private static func append(word: [UInt8], isFirst: Bool, to output: inout [UInt8]) {
    if let address = address(at: word) {
      output.append(UInt8(ascii: "<"))
      output += word[..<address]
      output.append(UInt8(ascii: ">"))
      append(text: word[address...], to: &output)
      return
    }
    guard isFirst, let mark = blockMark(of: word) else {
      return append(text: word[...], to: &output)
    }
    append(text: word[..<mark], to: &output)
    output.append(UInt8(ascii: "\\"))
    output.append(word[mark])
    append(text: word[(mark + 1)...], to: &output)
  }

  /// How many bytes of a word are a web address, without the punctuation of the sentence around it.
  private static func address(at word: [UInt8]) -> Int? {
    guard word.starts(with: "https://".utf8) || word.starts(with: "http://".utf8) else {
      return nil
    }
    var end = word.firstIndex { $0 <= 0x20 || $0 >= 0x7F || "<>\"\\`".utf8.contains($0) }
    end = end ?? word.count
    guard var end, end > 8 else { return nil }
    while ".,;:!?)]'*_~".utf8.contains(word[end - 1]) { end -= 1 }
    return end > 8 ? end : nil
  }

  /// Where a line's first word has a character that would begin a block: `-`, `#`, `1.`.
  private static func blockMark(of word: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    if "-+=#>".utf8.contains(first) { return 0 }
    let digits = word.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard digits > 0, digits < word.count, ".)".utf8.contains(word[digits]) else { return nil }
    return digits
  }

  private static func append(text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      if "\\`*_[]<~|&".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }
}
