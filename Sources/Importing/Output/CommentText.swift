internal import Markdown

/// Turns comments' HTML into Markdown, and sees to it that every character of theirs stays.
struct CommentText {
  private var renderer = MarkdownRenderer()

  /// The longest text that is read as Markdown, which is the default of `comments.max_length`.
  private static let markdownLimit = 16_384

  /// The Markdown of a comment.
  ///
  /// What comes out is rendered as a page would and compared with what went in, blanks apart; where
  /// they differ, the text goes without its emphasis, links and lists. A text that is too long to be
  /// shown as Markdown is written without escapes, since it shows as it is typed.
  mutating func markdown(of html: [UInt8]) -> [UInt8] {
    let html = html.cleaned
    let hasMarkup = html.firstIndex(of: Array("<p".utf8), from: 0) != nil
    let isEditor = hasMarkup && html.firstIndex(of: Array("</p>".utf8), from: 0) != nil
    return markdown(of: html, breaksLines: !isEditor)
  }

  private mutating func markdown(of html: [UInt8], breaksLines: Bool) -> [UInt8] {
    let converter = MarkdownConverter(writer: .visitor, breaksLines: breaksLines)
    let markdown = converter.markdown(of: html)
    let expected = letters(converter.plainText(of: html))
    if markdown.count <= Self.markdownLimit, shows(markdown, expected) { return markdown }
    let plain = converter.plainText(of: html).trimmed
    let escaped = plainMarkdown(plain)
    if escaped.count > Self.markdownLimit { return plain }
    return escaped
  }

  private mutating func shows(_ markdown: [UInt8], _ expected: [UInt8]) -> Bool {
    var shown: [UInt8] = []
    let html = renderer.renderUntrusted(markdown)
    for token in HTMLTokenizer(html, keepsUnknown: true) {
      if case .text(let range) = token { shown += html[range] }
    }
    return letters(shown.decodingReferences) == expected
  }

  /// Whether some Markdown shows just the characters of some HTML, blanks apart.
  mutating func shows(_ markdown: [UInt8], of converter: MarkdownConverter, html: [UInt8]) -> Bool {
    shows(markdown, letters(converter.plainText(of: html)))
  }

  /// A text without its blanks.
  private func letters(_ text: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      // A space that doesn't break is a blank here, too.
      if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
        continue
      }
      if !text[index].isBlank { letters.append(text[index]) }
      index += 1
    }
    return letters
  }

  /// A plain text as Markdown that shows it line by line.
  private func plainMarkdown(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var isBehindLine = false
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bare = Array(line).trimmed
      guard !bare.isEmpty else {
        if isBehindLine { output += [0x0A] }
        isBehindLine = false
        continue
      }
      if isBehindLine {
        output += [UInt8(ascii: "\\"), 0x0A]
      } else if !output.isEmpty {
        output.append(0x0A)
      }
      // A backslash before every mark, whatever it would mean.
      for byte in bare {
        let isMark = (0x21...0x7E).contains(byte) && !byte.isASCIIDigit && !byte.isASCIILetter
        if isMark { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      }
      isBehindLine = true
    }
    return output
  }
}

extension MarkdownConverter {
  /// The text of some HTML as this shows it: with line ends where lines end.
  func plainText(of html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var pending: [(node: HTMLNode?, end: [UInt8])] = [
      (parseHTML(html, keepsUnknown: isAuthor), [])
    ]
    while let (next, end) = pending.popLast() {
      guard let node = next else {
        text += end
        continue
      }
      switch node.kind {
      case .comment: continue
      case .text: text += node.source.decodingReferences
      case .element where node.name == "br": text.append(0x0A)
      case .element where node.name == "img": text += imageText(node)
      case .element:
        let mark: [UInt8] = node.isBlock ? [0x0A, 0x0A] : []
        text += mark
        pending.append((nil, mark))
        pending += node.children.reversed().map { ($0, []) }
      }
    }
    return text
  }

  /// What shows of an image: its text, or its address where it has none.
  private func imageText(_ node: HTMLNode) -> [UInt8] {
    let alt = (node["alt"] ?? "").inOneLine
    guard alt.isEmpty, let source = node["src"], linkTarget(source) != nil else {
      return Array(alt.utf8)
    }
    return Array(source.utf8)
  }
}
