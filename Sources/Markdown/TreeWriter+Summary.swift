/// Where a text's first paragraphs stand in the output.
struct SummaryRange {
  /// How many words a summary has before it ends with its paragraph.
  static let words = 50

  var range: Range<Int>?
  /// Where its text stands without markup.
  var plain = 0..<0
  /// Where headings stand in the text without markup.
  var headings: [Range<Int>] = []
  var isComplete = false
  /// Whether the author's own tags stand in the output, which may be open.
  var hasRawHTML = false
}

extension TreeWriter {
  /// Begins the summary with the first paragraph that isn't inside anything.
  mutating func beginSummary(with paragraph: Node) {
    guard summary.range == nil, !summary.isComplete, isAtTop(paragraph) else { return }
    summary.range = output.count..<output.count
    summary.plain = plain.count..<plain.count
  }

  /// Takes a paragraph that was just written into the summary.
  mutating func extendSummary(with paragraph: Node) {
    guard let range = summary.range, !summary.isComplete, isAtTop(paragraph) else { return }
    summary.range = range.lowerBound..<output.count
    summary.plain = summary.plain.lowerBound..<plain.count
    summary.isComplete = wordCount(of: plain[summary.plain]) >= SummaryRange.words
  }

  /// Ends the summary, if it began, before a block that isn't a paragraph.
  mutating func endSummary(before node: Node) {
    if summary.range != nil, isAtTop(node) { summary.isComplete = true }
  }

  private func isAtTop(_ node: Node) -> Bool {
    trust == .author && !inFragment && openFootnote == nil && node.parent?.kind == .document
  }

  /// The range of `<!--more-->` at the beginning of an HTML node's text.
  func moreMarker(in text: TreeText) -> Range<Int>? {
    guard options.moreMarker, trust == .author, text.hasPrefix("<!--") else { return nil }
    var index = 4
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    guard text.hasPrefix("more", at: index) else { return nil }
    index += 4
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    return text.hasPrefix("-->", at: index) ? 0..<index + 3 : nil
  }

  /// Keeps what was written so far as the summary, with the elements closed that are open.
  mutating func markMore(at node: Node) {
    guard !rendering.hasMore else { return }
    rendering.hasMore = true
    var head = output
    var pairs = strikethrough
    var text = plain
    pairs.apply(to: &head, plain: &text)
    // All of it stands before the open block, so nothing that was just inserted moved it.
    head = head.removing(rendering.headingMarkup)
    if summary.hasRawHTML {
      // The author's tags and ours may be open in one another in any order.
      head.closeElements()
    } else {
      var ancestor = node.parent
      while let open = ancestor {
        head.append(contentsOf: endTag(of: open).utf8)
        ancestor = open.parent
      }
    }
    rendering.summary = head
    rendering.summaryText = text.removing(summary.headings)
  }

  private func endTag(of node: Node) -> String {
    switch node.kind {
    case .blockQuote: alerts.contains { $0.quote == node } ? "</div>\n" : "</blockquote>\n"
    case .list: node.isOrdered ? "</ol>\n" : "</ul>\n"
    case .item: "</li>\n"
    case .paragraph: isInTightList(node) ? "" : "</p>\n"
    case .heading: "</h\(node.headingLevel)>\n"
    case .emphasis: "</em>"
    case .strong: "</strong>"
    case .link: "</a>"
    default: ""
    }
  }

  /// Ends the rendering when all is written.
  mutating func finish() -> Rendering {
    rendering.html = output.trimmed()
    rendering.plainText = plain
    if !rendering.hasMore, let range = summary.range {
      rendering.summary = Array(rendering.html[range])
      rendering.summaryText = Array(plain[summary.plain])
    }
    if var text = rendering.summary {
      if footnotes.isUsed { text.removeFootnoteMarks() }
      if summary.hasRawHTML { text.closeElements() }
      rendering.summary = text
    }
    return rendering
  }
}

extension [UInt8] {
  /// The bytes without some stretches, which stand in order and apart.
  package func removing(_ ranges: [Range<Int>]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var copied = 0
    for range in ranges {
      kept += self[copied..<range.lowerBound]
      copied = range.upperBound
    }
    kept += self[copied...]
    return kept
  }

  /// A copy of just that size: the buffer itself goes to the next text.
  ///
  /// `Array(self[...])` would be no copy but the same memory, all that was ever reserved of it: 8 KB
  /// for each comment of a site.
  func trimmed() -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    copy += self
    return copy
  }
}

extension TreeText {
  /// Whether nothing of it shows.
  var isBlank: Bool { (0..<count).allSatisfy { isSpace(self[$0]) } }
}
