internal import Diagnostics
internal import HTML

/// Writes cmark's tree as HTML, in one walk, without recursion.
struct TreeWriter {
  let trust: Trust
  let options: MarkdownOptions
  /// The text that cmark parsed, line by line; empty where nothing looks back at it.
  let source: SourceLines
  /// Whether ``Guard``s stand in the tree.
  let isGuarded: Bool
  /// Says what becomes of an author's address.
  let resolver: (LinkReference) -> LinkResolution
  /// The bytes of the author's file that are parsed.
  let body: Range<Int>

  var output: [UInt8]
  /// The text without markup, for summaries, search and headings' ids.
  var plain: [UInt8] = []
  var rendering = Rendering()
  var faults: [LinkFault] = []

  var tables: [Int: TableContent] = [:]
  /// For each line of the tables' fragment, its line in the text.
  var fragmentLines: [Int] = []
  var inFragment = false
  var addedCells = 0

  var footnotes = Footnotes()
  var openFootnote: Node?
  /// The last paragraph of the open footnote, and the footnote's index.
  var footnoteEnd: (paragraph: Node, index: Int)?

  var alerts: [Alert] = []
  var taskMarker: Node?
  var strikethrough = Strikethrough()
  var headingIDs: HeadingIDs
  var summary = SummaryRange()
  /// Where the open heading's content begins, in ``output`` and in ``plain``.
  var openHeading = (output: 0, plain: 0)

  /// How deep in links the walk is: a link holds no other link.
  var linkDepth = 0
  /// Whether the open link of a stranger has an element.
  var isStrangersLinkOpen = false
  /// How many inline elements are open.
  var inlineDepth = 0
  /// How many quotes, items and inline elements are open.
  private var depth = 0
  /// The deepest that the walk may go.
  private let maximumDepth: Int
  /// Whether the walk ended at ``maximumDepth``, with half a text in ``output``.
  private(set) var isTooDeep = false

  init(
    trust: Trust,
    options: MarkdownOptions,
    prepared: PreparedSource,
    buffer: [UInt8] = [],
    body: Range<Int> = 0..<0,
    maximumDepth: Int = .max,
    resolver: @escaping (LinkReference) -> LinkResolution = { _ in .keep }
  ) {
    self.trust = trust
    self.options = options
    output = buffer
    self.body = body
    self.maximumDepth = maximumDepth
    self.resolver = resolver
    // Grown step by step it would move a dozen times; it is seldom longer than what it is made from.
    if trust == .author { plain.reserveCapacity(prepared.bytes.count) }
    let needsLines = trust == .stranger || !prepared.delimiterRows.isEmpty
    source = SourceLines(needsLines ? prepared.bytes : [])
    isGuarded = prepared.isGuarded
    headingIDs = HeadingIDs(reserved: options.reservedIDs)
  }

  /// Writes a node and all below it.
  mutating func write(_ root: Node) {
    var node = root
    while !isTooDeep {
      if enter(node) {
        if let child = node.firstChild {
          descend(node.kind)
          node = child
          continue
        }
        leave(node)
      }
      while true {
        if node == root { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        ascend(node.kind)
        leave(node)
      }
    }
  }

  private mutating func descend(_ kind: NodeKind) {
    if kind.isInline { inlineDepth += 1 }
    guard kind.nests else { return }
    depth += 1
    isTooDeep = depth > maximumDepth
  }

  private mutating func ascend(_ kind: NodeKind) {
    if kind.nests { depth -= 1 }
    guard kind.isInline else { return }
    strikethrough.leaveElement(depth: inlineDepth)
    inlineDepth -= 1
  }

  /// Writes what stands before a node's children, or all of it.
  ///
  /// - Returns: whether its children and its end are still to be written.
  private mutating func enter(_ node: Node) -> Bool {
    switch node.kind {
    case .none, .document, .customBlock, .customInline: return true
    case .blockQuote: return enterBlockQuote(node)
    case .list: return enterList(node)
    case .item: return enterItem(node)
    case .codeBlock: return writeCodeBlock(node)
    case .htmlBlock: return writeHTMLBlock(node)
    case .paragraph: return enterParagraph(node)
    case .heading: return enterHeading(node)
    case .thematicBreak: return writeThematicBreak(node)
    case .text: return writeText(node)
    case .softBreak: return writeSoftBreak(node)
    case .lineBreak: return writeLineBreak(node)
    case .code: return writeCode(node)
    case .htmlInline: return writeHTMLInline(node)
    case .emphasis: output.write("<em>")
    case .strong: output.write("<strong>")
    case .link: enterLink(node)
    case .image: return writeImage(node)
    }
    return true
  }

  /// Writes what stands after a node's children.
  private mutating func leave(_ node: Node) {
    switch node.kind {
    case .blockQuote: leaveBlockQuote(node)
    case .list: output.write(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: output.write("</li>\n")
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .emphasis: output.write("</em>")
    case .strong: output.write("</strong>")
    case .link: leaveLink()
    default: break
    }
  }
}

extension NodeKind {
  /// Whether it counts when a stranger's text is asked how deep it nests.
  fileprivate var nests: Bool {
    switch self {
    case .blockQuote, .item, .emphasis, .strong, .link, .image: true
    default: false
    }
  }
}
