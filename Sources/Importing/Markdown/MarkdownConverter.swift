/// Turns HTML as WordPress and Disqus keep it into Markdown.
///
/// What Markdown can say becomes Markdown. The rest stays HTML in an author's text, where that
/// passes; in a comment, where it doesn't, its words stay.
struct MarkdownConverter {
  /// Whose text it is.
  enum Writer {
    /// An author's, who may use HTML.
    case author
    /// A comment.
    case visitor
  }

  let writer: Writer
  /// Whether a line's end is one, and an empty line parts paragraphs: so WordPress reads texts that
  /// weren't written in its block editor (its `wpautop`).
  let breaksLines: Bool

  var isAuthor: Bool { writer == .author }

  /// Turns a text into Markdown that ends without an empty line; empty for a text without content.
  func markdown(of html: [UInt8]) -> [UInt8] {
    blocks(parseHTML(html, keepsUnknown: isAuthor).children, depth: 0).joined()
  }

  /// How deep lists and quotes may stand in one another before the deeper ones are flattened.
  private static let depthLimit = 20

  /// The blocks that some nodes make.
  func blocks(_ nodes: [HTMLNode], depth: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var run: [HTMLNode] = []
    func flush() {
      blocks += paragraphs(run)
      run = []
    }
    for node in nodes {
      if node.isBlock || node.holdsBlock {
        flush()
        for block in self.blocks(of: node, depth: depth) { append(block, to: &blocks) }
      } else if node.kind == .comment {
        if let kept = keptComment(node, isAlone: run.allSatisfy(\.isBlank)) {
          flush()
          blocks.append(kept)
        }
      } else {
        run.append(node)
      }
    }
    flush()
    return blocks
  }

  /// Adds a block; of two lists side by side the second takes other marks, so that they stay two.
  private func append(_ block: MarkdownBlock, to blocks: inout [MarkdownBlock]) {
    guard case .list(let ordered, _) = block.kind, case .list(ordered, _)? = blocks.last?.kind,
      isAuthor
    else { return blocks.append(block) }
    blocks.append(MarkdownBlock(.other, "<!-- -->"))
    blocks.append(block)
  }

  /// An HTML comment that means something to an author: not those of the block editor.
  private func keptComment(_ node: HTMLNode, isAlone: Bool) -> MarkdownBlock? {
    guard isAuthor else { return nil }
    let text = String(decoding: node.source.dropFirst(4).dropLast(3), as: UTF8.self).inOneLine
    if text.hasPrefix("wp:") || text.hasPrefix("/wp:") { return nil }
    if text == "more" || text.hasPrefix("more ") { return MarkdownBlock(.other, "<!--more-->") }
    return isAlone ? MarkdownBlock(.other, node.source) : nil
  }

  private func blocks(of node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    switch node.name {
    case "p":
      guard isAuthor, !node.hasOnlyNeutralAttributes else {
        return blocks(node.children, depth: depth)
      }
      return [MarkdownBlock(.other, rawParagraph(node))]
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(node)
    case "blockquote": return quote(node, depth: depth)
    case "ul", "ol", "menu", "dir": return list(node, depth: depth)
    case "pre", "listing", "xmp": return code(node)
    case "hr":
      guard isAuthor else { return [] }
      return [MarkdownBlock(.other, node.hasOnlyNeutralAttributes ? "***" : node.rawTag)]
    case "table": return table(node, depth: depth)
    case "figure" where isAuthor: return figure(node)
    case "br": return []
    default: return isAuthor ? kept(node, depth: depth) : visitorsBlocks(node, depth: depth)
    }
  }

  /// What a visitor's block that Markdown doesn't have leaves: its contents.
  private func visitorsBlocks(_ node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    guard HTMLNames.rawText.contains(node.name) else { return blocks(node.children, depth: depth) }
    return paragraphs(node.children)
  }

  /// An author's element that Markdown doesn't have: its tags on lines of their own with Markdown
  /// between them, or all of it as it was.
  private func kept(_ node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    if node.is("div", "body", "html", "main"), node.attributes.isEmpty {
      return blocks(node.children, depth: depth)
    }
    let isContainer = !node.isBlock || MarkdownConverter.containers.contains(node.name)
    guard isContainer, !node.children.allSatisfy(\.isBlank) else {
      return [MarkdownBlock(.other, verbatim(node))]
    }
    return [MarkdownBlock(.other, node.rawTag)] + blocks(node.children, depth: depth)
      + [MarkdownBlock(.other, "</\(node.name)>")]
  }

  private static let containers: Set<String> = [
    "div", "section", "article", "aside", "main", "header", "footer", "center", "address",
    "blockquote", "details", "nav", "hgroup",
  ]

  private func heading(_ node: HTMLNode) -> [MarkdownBlock] {
    let lines = paragraphs(node.children)
    guard isAuthor else { return lines }
    let isPlain = lines.count == 1 && !lines[0].text.contains(0x0A) && !node.holdsBlock
    if node.children.allSatisfy(\.isBlank) { return [] }
    guard isPlain, node.hasOnlyNeutralAttributes else {
      return [MarkdownBlock(.other, verbatim(node))]
    }
    let level = Int(node.name.dropFirst()) ?? 1
    var text = lines[0].text
    // Number signs at the end would count as the heading's closing ones.
    if text.last == UInt8(ascii: "#") { text.insert(UInt8(ascii: "\\"), at: text.count - 1) }
    return [MarkdownBlock(.other, Array(String(repeating: "#", count: level).utf8) + [0x20] + text)]
  }

  private func quote(_ node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    let inner = blocks(node.children, depth: depth + 1)
    guard !inner.isEmpty else { return [] }
    if isAuthor, !node.hasOnlyNeutralAttributes {
      return [MarkdownBlock(.other, node.rawTag)] + inner
        + [MarkdownBlock(.other, "</blockquote>")]
    }
    guard depth < MarkdownConverter.depthLimit else { return inner }
    let block = MarkdownBlock(.other, inner.joined())
    return [MarkdownBlock(.other, block.prefixed("> "))]
  }

  /// A figure of one image and perhaps a plain caption; any other as it was.
  private func figure(_ node: HTMLNode) -> [MarkdownBlock] {
    let parts = node.children.filter { !$0.isBlank }
    guard node.hasOnlyNeutralAttributes, parts.count == 1 else {
      return [MarkdownBlock(.other, verbatim(node))]
    }
    let lines = paragraphs(parts)
    guard lines.count == 1, lines[0].text.starts(with: "![".utf8) else {
      return [MarkdownBlock(.other, verbatim(node))]
    }
    return lines
  }
}
