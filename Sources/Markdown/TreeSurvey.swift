/// What has to be known of cmark's tree before it is written.
struct TreeSurvey {
  /// The items that stand for definitions of footnotes.
  private(set) var footnotes: [(definition: FootnoteDefinition, item: Node)] = []
  /// The tables, in the order of the text.
  private(set) var tables: [TableSource] = []
  /// The lines of definitions that cmark took for code or HTML.
  private(set) var plainLines: Set<Int> = []

  /// Looks at all blocks of a tree; costs nothing where the text has neither tables nor footnotes.
  init(_ root: Node, of prepared: PreparedSource, lines: SourceLines) {
    guard !prepared.footnotes.isEmpty || !prepared.delimiterRows.isEmpty else { return }
    var definitions: [Int: FootnoteDefinition] = [:]
    for definition in prepared.footnotes { definitions[definition.line] = definition }
    var rows = prepared.delimiterRows[...]
    root.forEachBlock { node in
      switch node.kind {
      case .item:
        if let definition = definitions[node.startLine], definition.column == node.startColumn {
          footnotes.append((definition, node))
          definitions[node.startLine] = nil
        }
      case .paragraph, .heading:
        while let row = rows.first, row <= node.startLine { rows.removeFirst() }
        if let table = TableSource(node, delimiterRows: rows, lines: lines) { tables.append(table) }
      default: break
      }
    }
    plainLines = Set(prepared.footnotes.map(\.line)).intersection(definitions.keys)
  }
}

extension Node {
  /// Calls a closure for this node and every block below it, in the order of the text.
  fileprivate func forEachBlock(_ body: (Node) -> Void) {
    var node = self
    while true {
      body(node)
      if let child = node.firstChild, !child.kind.isInline {
        node = child
        continue
      }
      while node != self, node.next == nil, let parent = node.parent { node = parent }
      guard node != self, let next = node.next else { return }
      node = next
    }
  }
}
