/// A piece of a paragraph on its way from HTML to Markdown.
enum InlinePiece {
  /// HTML text, references and all.
  case text([UInt8])
  /// Markdown that stands as it is.
  case markdown([UInt8])
  /// The beginning of emphasis, by its number.
  case open(Int)
  /// The end of emphasis.
  case close(Int)
  case lineBreak
  case paragraphBreak
}

/// Emphasis of a kind, with the tags that say the same.
struct Emphasis {
  enum Kind: String {
    case emphasis = "*"
    case strong = "**"
    case strikethrough = "~~"
  }

  let kind: Kind
  let tag: String
  let endTag: String

  init?(_ node: HTMLNode) {
    switch node.name {
    case "em", "i": kind = .emphasis
    case "strong", "b": kind = .strong
    case "del", "s", "strike": kind = .strikethrough
    default: return nil
    }
    tag = node.rawTag
    endTag = "</\(node.name)>"
  }
}

/// Takes apart the nodes of a run of text.
struct InlineReader {
  let converter: MarkdownConverter
  var pieces: [InlinePiece] = []
  var emphases: [Emphasis] = []
  private var open: Set<Emphasis.Kind> = []
  private var depth = 0
  private var isInLink = false
  /// Whether nothing stands behind a `br` yet: a line's end there is no other break.
  private var isBehindTag = false

  init(_ converter: MarkdownConverter) { self.converter = converter }

  mutating func read(_ nodes: [HTMLNode]) {
    // The tree's depth is capped, so this recursion is.
    for node in nodes { read(node) }
  }

  private mutating func read(_ node: HTMLNode) {
    switch node.kind {
    case .text: readText(node.source)
    case .comment: return
    case .element: readElement(node)
    }
  }

  private mutating func readElement(_ node: HTMLNode) {
    let isPlain = !converter.isAuthor || node.hasOnlyNeutralAttributes
    switch node.name {
    case "br":
      lineBreak(isDouble: false)
      isBehindTag = true
    case "wbr" where !converter.isAuthor: return
    case "em", "i", "strong", "b", "del", "s", "strike":
      guard isPlain, let emphasis = Emphasis(node) else { return raw(node) }
      emphasize(emphasis, node)
    case "code", "tt", "kbd", "samp":
      let isText = node.children.allSatisfy { $0.kind != .element || $0.is("br") }
      let isCode = node.name == "code" || !converter.isAuthor
      guard isPlain, isText, isCode else { return raw(node) }
      code(node.plainText)
    case "a": link(node)
    case "img": image(node)
    default: raw(node)
    }
  }

  /// An element whose tags stay in an author's text and go in a visitor's.
  private mutating func raw(_ node: HTMLNode) {
    guard converter.isAuthor else { return nested(node) }
    pieces.append(.markdown(Array(node.rawTag.utf8)))
    guard !HTMLNames.void.contains(node.name) else { return }
    nested(node)
    pieces.append(.markdown(Array("</\(node.name)>".utf8)))
  }

  private mutating func nested(_ node: HTMLNode) {
    depth += 1
    read(node.children)
    depth -= 1
  }

  private mutating func emphasize(_ emphasis: Emphasis, _ node: HTMLNode) {
    // Emphasis in emphasis of the same kind adds nothing.
    guard open.insert(emphasis.kind).inserted else { return nested(node) }
    let number = emphases.count
    emphases.append(emphasis)
    pieces.append(.open(number))
    nested(node)
    pieces.append(.close(number))
    open.remove(emphasis.kind)
  }

  /// A text, parted where its lines end if those mean something.
  private mutating func readText(_ source: [UInt8]) {
    var text = source
    if isBehindTag, let end = text.firstIndex(of: 0x0A), text[..<end].allSatisfy(\.isBlank) {
      text.removeSubrange(...end)
    }
    isBehindTag = false
    guard converter.breaksLines, text.contains(0x0A) else {
      pieces.append(.text(text))
      return
    }
    var isFirst = true
    var blankLines = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst, line.allSatisfy(\.isBlank) { blankLines += 1 }
      if !isFirst { lineBreak(isDouble: blankLines > 0 && !line.allSatisfy(\.isBlank)) }
      if !line.allSatisfy(\.isBlank) { blankLines = 0 }
      pieces.append(.text(Array(line)))
      isFirst = false
    }
    if blankLines > 1 { lineBreak(isDouble: true) }
  }

  /// A break; two of them part paragraphs, where nothing is open.
  private mutating func lineBreak(isDouble: Bool) {
    if isDouble || isBehindBreak { return pieces.append(depth == 0 ? .paragraphBreak : .lineBreak) }
    pieces.append(.lineBreak)
  }

  /// Whether nothing but blanks follows a break so far.
  private var isBehindBreak: Bool {
    for piece in pieces.reversed() {
      switch piece {
      case .text(let text) where text.allSatisfy(\.isBlank): continue
      case .lineBreak: return true
      default: return false
      }
    }
    return false
  }

  /// A code span for each line.
  private mutating func code(_ text: [UInt8]) {
    let lines = text.split(separator: 0x0A)
    for (index, line) in lines.enumerated() {
      if index > 0 { lineBreak(isDouble: false) }
      guard !line.allSatisfy(\.isBlank) else { continue }
      let isPadded =
        line.first == UInt8(ascii: "`") || line.last == UInt8(ascii: "`")
        || (line.first == 0x20 && line.last == 0x20)
      let fence = [UInt8](
        repeating: UInt8(ascii: "`"),
        count: Array(line).longestRun(of: UInt8(ascii: "`")) + 1
      )
      let padding: [UInt8] = isPadded ? [0x20] : []
      pieces.append(.markdown(fence + padding + Array(line) + padding + fence))
    }
  }

  private mutating func link(_ node: HTMLNode) {
    let extra = node.attributes.contains {
      !["href", "title"].contains($0.name) && !HTMLNode.isNeutral($0, on: "a")
    }
    guard let href = node["href"], !isInLink, !converter.isAuthor || !extra,
      let target = converter.linkTarget(href), node.children.contains(where: { !$0.isBlank })
    else { return raw(node) }
    if node.plainText.trimmed == Array(href.utf8), let bare = autolink(href),
      node["title"] == nil || !converter.isAuthor
    {
      pieces.append(.markdown(bare))
      return
    }
    isInLink = true
    pieces.append(.markdown([UInt8(ascii: "[")]))
    nested(node)
    let title = converter.isAuthor ? node["title"].map(markdownTitle) ?? "" : ""
    pieces.append(.markdown(Array("](\(target)\(title))".utf8)))
    isInLink = false
  }

  private mutating func image(_ node: HTMLNode) {
    let extra = node.attributes.contains {
      !["src", "alt", "title"].contains($0.name) && !HTMLNode.isNeutral($0, on: "img")
    }
    let isSmiley = node["class"]?.contains("wp-smiley") == true
    guard let source = node["src"], !isSmiley, !converter.isAuthor || !extra,
      let target = converter.linkTarget(source)
    else {
      if converter.isAuthor, !isSmiley { return raw(node) }
      return pieces.append(.markdown(escapedMarkdown(node["alt"] ?? "")))
    }
    // A visitor's image is shown as a link, and a link holds no other.
    guard converter.isAuthor || !isInLink else {
      return pieces.append(.markdown(escapedMarkdown(node["alt"] ?? "")))
    }
    let title = converter.isAuthor ? node["title"].map(markdownTitle) ?? "" : ""
    let alt = String(decoding: escapedMarkdown((node["alt"] ?? "").inOneLine), as: UTF8.self)
    pieces.append(.markdown(Array("![\(alt)](\(target)\(title))".utf8)))
  }
}

extension [UInt8] {
  /// The bytes without blanks around them.
  var trimmed: [UInt8] { Array(self[...].drop(while: \.isBlank)).withoutBlanksBehind }
}
