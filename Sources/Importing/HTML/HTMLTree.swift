/// An element, a text or a comment of HTML, with the bytes that it came from.
final class HTMLNode {
  enum Kind {
    case element
    case text
    case comment
  }

  let kind: Kind
  /// An element's name in lower case.
  let name: String
  let attributes: [(name: String, value: String)]
  /// The bytes of a text or comment, or of an element's start tag.
  let source: [UInt8]
  var children: [HTMLNode] = []

  init(
    _ kind: Kind,
    name: String = "",
    attributes: [(name: String, value: String)] = [],
    source: [UInt8] = []
  ) {
    self.kind = kind
    self.name = name
    self.attributes = attributes
    self.source = source
  }

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// Whether it is an element of that name.
  func `is`(_ names: String...) -> Bool { kind == .element && names.contains(name) }

  /// Whether a block stands anywhere in it.
  private(set) lazy var holdsBlock: Bool = children.contains {
    $0.isBlock || $0.holdsBlock
  }

  /// Whether it stands between paragraphs.
  var isBlock: Bool {
    kind == .element && (HTMLNames.isBlock(name) || HTMLNames.embedded.contains(name))
  }

  /// Whether it is a text of blanks, or a comment.
  var isBlank: Bool {
    switch kind {
    case .text: source.allSatisfy(\.isBlank)
    case .comment: true
    case .element: false
    }
  }
}

/// Makes a tree of HTML, mending what isn't closed or closes nothing.
///
/// - Parameters:
///   - html: any bytes.
///   - keepsUnknown: whether an element that HTML doesn't have is one, or the text that was typed.
/// - Returns: the root, which has no name. Elements nest at most ``treeDepth`` deep; what stands
///   deeper joins the last.
func parseHTML(_ html: [UInt8], keepsUnknown: Bool) -> HTMLNode {
  let root = HTMLNode(.element)
  var stack = [root]
  func append(_ node: HTMLNode) { (stack.last ?? root).children.append(node) }
  for token in HTMLTokenizer(html, keepsUnknown: keepsUnknown) {
    switch token {
    case .text(let range): append(HTMLNode(.text, source: Array(html[range])))
    case .comment(let range): append(HTMLNode(.comment, source: Array(html[range])))
    case .start(let tag):
      closeImplied(by: tag.name, &stack)
      let node = HTMLNode(
        .element,
        name: tag.name,
        attributes: tag.attributes,
        source: Array(html[tag.range])
      )
      append(node)
      let isOpen = !HTMLNames.void.contains(tag.name) && !tag.isSelfClosing
      if isOpen, stack.count < treeDepth { stack.append(node) }
    case .end("br", _):
      // Browsers make an element of it.
      append(HTMLNode(.element, name: "br", source: Array("<br>".utf8)))
    case .end(let name, _):
      guard let index = stack.lastIndex(where: { $0.name == name }) else { continue }
      let crossesCell = stack[index...].dropFirst().contains { ["td", "th"].contains($0.name) }
      if index > 0, !crossesCell || name == "table" || name == "tr" {
        stack.removeSubrange(index...)
      }
    }
  }
  return root
}

/// How deep elements of a text may nest.
private let treeDepth = 48

private func closeImplied(by name: String, _ stack: inout [HTMLNode]) {
  let (names, until) = HTMLNames.closed(by: name)
  guard !names.isEmpty else { return }
  for index in stack.indices.dropFirst().reversed() {
    if names.contains(stack[index].name) {
      stack.removeSubrange(index...)
      if name != "tr", name != "tbody" { return }
      return closeImplied(by: name, &stack)
    }
    if until.contains(stack[index].name) { return }
  }
}
