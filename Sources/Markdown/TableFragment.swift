/// The cells of all tables of a text as a text of its own, which cmark parses in one go.
///
/// Each cell is a heading, since a heading is one line and needs no blank lines around it; what
/// stands before a table in its paragraph is a paragraph. Where the text defines links, it follows
/// whole, so that the cells know them.
struct TableFragment {
  private(set) var bytes: [UInt8] = []
  /// For each line of the fragment, its line in the text.
  private(set) var lines: [Int] = []
  /// For each table, the fragment's first line of its lead and of its cells.
  private var starts: [(lead: Int, cells: Int)] = []
  private let tables: [TableSource]

  init(_ tables: [TableSource], of prepared: PreparedSource, lines source: SourceLines) {
    self.tables = tables
    for table in tables {
      let lead = lines.count + 1
      for (index, (line, text)) in table.lead.enumerated() {
        // Four columns in, a line of a paragraph begins nothing new, whatever it looks like.
        if index > 0 { bytes.write("    ") }
        addLine(source.bytes[text], from: line)
      }
      if !table.lead.isEmpty { addLine([], from: table.startLine) }
      starts.append((lead, lines.count + 1))
      for row in table.rows {
        for cell in row.cells.prefix(table.alignments.count) {
          addCell(source.bytes[cell], from: row.line)
        }
      }
    }
    if prepared.mayDefineLinks {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: prepared.bytes)
    }
  }

  private mutating func addLine(_ text: ArraySlice<UInt8>, from line: Int) {
    bytes.append(contentsOf: text)
    bytes.append(UInt8(ascii: "\n"))
    lines.append(line)
  }

  private mutating func addCell(_ text: ArraySlice<UInt8>, from line: Int) {
    bytes.write("# ")
    var copied = text.startIndex
    for index in text.indices.dropLast()
    where text[index] == UInt8(ascii: "\\") && text[index + 1] == UInt8(ascii: "|") {
      bytes.append(contentsOf: text[copied..<index])
      copied = index + 1
    }
    bytes.append(contentsOf: text[copied...])
    // Without it a cell that ends in number signs would lose them.
    addLine(Array(" #".utf8)[...], from: line)
  }

  /// Pairs the tables with their nodes in the fragment's tree.
  ///
  /// - Returns: by the line on which the paragraph begins.
  func contents(_ root: Node) -> [Int: TableContent] {
    var contents: [Int: TableContent] = [:]
    var next = root.firstChild
    for (table, start) in zip(tables, starts) {
      var content = TableContent(source: table)
      while let node = next, node.startLine < start.cells {
        content.lead.append(node)
        next = node.next
      }
      for row in table.rows {
        var cells: [Node] = []
        for _ in row.cells.prefix(table.alignments.count) {
          guard let node = next else { break }
          cells.append(node)
          next = node.next
        }
        content.rows.append(cells)
      }
      contents[table.startLine] = content
    }
    return contents
  }
}

/// A table with the nodes of its cells.
struct TableContent {
  let source: TableSource
  var lead: [Node] = []
  var rows: [[Node]] = []
}
