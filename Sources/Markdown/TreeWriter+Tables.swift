/// How many cells that an author didn't write are added to short rows of one text: a wide head with
/// many rows of one cell would else be as large as the square of the text.
private let maximumAddedCells = 100_000

extension TreeWriter {
  /// Writes a table in place of the paragraph that cmark saw.
  mutating func writeTable(_ table: TableContent, inPlaceOf paragraph: Node) {
    inFragment = true
    writeLead(table.lead, isTight: isInTightList(paragraph))
    output.startLine()
    output.write("<table>\n<thead>\n")
    for (index, row) in table.rows.enumerated() {
      if index == 1 { output.write("<tbody>\n") }
      writeRow(row, of: table.source, isHead: index == 0)
      if index == 0 { output.write("</thead>\n") }
    }
    output.write(table.rows.count > 1 ? "</tbody>\n</table>\n" : "</table>\n")
    inFragment = false
    if table.source.endsInRule { output.write("<hr />\n") }
  }

  private mutating func writeLead(_ nodes: [Node], isTight: Bool) {
    for node in nodes {
      guard isTight else {
        write(node)
        continue
      }
      var child = node.firstChild
      while let inline = child {
        write(inline)
        child = inline.next
      }
      strikethrough.apply(to: &output, plain: &plain)
      endPlainBlock()
    }
  }

  private mutating func writeRow(_ cells: [Node], of table: TableSource, isHead: Bool) {
    output.write("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      if column >= cells.count {
        addedCells += 1
        if addedCells > maximumAddedCells { break }
      }
      output.write(isHead ? "<th" : "<td")
      output.write(alignment.attribute(options.tableAlignment))
      output.write(">")
      if column < cells.count { writeCell(cells[column]) }
      output.write(isHead ? "</th>\n" : "</td>\n")
    }
    output.write("</tr>\n")
    endPlainBlock()
  }

  private mutating func writeCell(_ cell: Node) {
    var child = cell.firstChild
    while let node = child {
      write(node)
      child = node.next
    }
    strikethrough.apply(to: &output, plain: &plain)
    if trust == .author, plain.last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: " ")) }
  }
}

extension TableSource.Alignment {
  fileprivate func attribute(_ form: TableAlignment) -> StaticString {
    switch (self, form) {
    case (.none, _): ""
    case (.left, .style): " style=\"text-align:left\""
    case (.center, .style): " style=\"text-align:center\""
    case (.right, .style): " style=\"text-align:right\""
    case (.left, .attribute): " align=\"left\""
    case (.center, .attribute): " align=\"center\""
    case (.right, .attribute): " align=\"right\""
    }
  }
}
