/// A block of Markdown: a paragraph, a list, a quote, code or HTML.
struct MarkdownBlock {
  enum Kind: Equatable {
    case paragraph
    case list(isOrdered: Bool, canInterrupt: Bool)
    case other
  }

  var kind: Kind
  /// Its lines, without one at the end that is empty.
  var text: [UInt8]

  init(_ kind: Kind, _ text: [UInt8]) {
    self.kind = kind
    self.text = text
  }

  init(_ kind: Kind, _ text: String) {
    self.init(kind, Array(text.utf8))
  }

  /// The block with something before each line; the first line may have something else.
  func prefixed(_ prefix: String, first: String? = nil) -> [UInt8] {
    var output: [UInt8] = []
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { output.append(0x0A) }
      let mark = index == 0 ? first ?? prefix : prefix
      // No blanks at the end of a line.
      output += line.isEmpty ? Array(mark.utf8).withoutBlanksBehind : Array(mark.utf8)
      output += line
    }
    return output
  }
}

extension [MarkdownBlock] {
  /// The blocks as one text, an empty line between each two.
  func joined(tight: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    for (index, block) in enumerated() {
      if index > 0 { output += tight ? [0x0A] : [0x0A, 0x0A] }
      output += block.text
    }
    return output
  }
}

extension [UInt8] {
  /// The bytes without blanks at their end.
  var withoutBlanksBehind: [UInt8] {
    guard let last = lastIndex(where: { !$0.isBlank }) else { return [] }
    return Array(self[...last])
  }
}
