extension MarkdownConverter {
  /// A list; one that says more than Markdown can stays as it was.
  func list(_ node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    if isAuthor, !isPlainList(node) { return [MarkdownBlock(.other, verbatim(node))] }
    let items = self.items(of: node, depth: depth)
    guard !items.isEmpty else { return [] }
    guard depth < 20 else { return items.flatMap { $0 } }
    let isOrdered = node.name == "ol"
    let start = isOrdered ? node["start"].flatMap { Int($0) } ?? 1 : 1
    let first = (0...999_999).contains(start) ? start : 1
    let isTight = items.allSatisfy { Self.isTight($0) }
    let blocks = items.enumerated().map { index, item in
      let marker = isOrdered ? "\(first + index). " : "- "
      let indent = String(repeating: " ", count: marker.utf8.count)
      let text = MarkdownBlock(.other, item.joined(tight: isTight))
      return MarkdownBlock(.other, text.prefixed(indent, first: marker).withoutBlankLines(indent))
    }
    let canInterrupt = first == 1 && !(items.first ?? []).isEmpty
    return [
      MarkdownBlock(
        .list(isOrdered: isOrdered, canInterrupt: canInterrupt),
        blocks.joined(tight: isTight)
      )
    ]
  }

  private func isPlainList(_ node: HTMLNode) -> Bool {
    let attributes = node.attributes.filter { $0.name != "start" || node.name != "ol" }
    let items = node.children.filter { $0.kind == .element }
    return attributes.allSatisfy { HTMLNode.isNeutral($0, on: node.name) }
      && items.allSatisfy { $0.hasOnlyNeutralAttributes }
  }

  /// What stands in each item; what stands between items is one, too.
  private func items(of node: HTMLNode, depth: Int) -> [[MarkdownBlock]] {
    var items: [[MarkdownBlock]] = []
    for child in node.children where !child.isBlank {
      if child.is("li") {
        items.append(blocks(child.children, depth: depth + 1))
      } else if child.is("ul", "ol"), !items.isEmpty {
        items[items.count - 1] += list(child, depth: depth + 1)
      } else {
        items.append(blocks([child], depth: depth + 1))
      }
    }
    return items
  }

  /// Whether an item is a line of text with at most a list below it.
  private static func isTight(_ item: [MarkdownBlock]) -> Bool {
    guard let first = item.first else { return true }
    guard first.kind == .paragraph, item.count <= 2 else { return false }
    guard let second = item.dropFirst().first else { return true }
    if case .list(_, let canInterrupt) = second.kind { return canInterrupt }
    return false
  }

  /// A table in which each cell is a line; any other as it was, or in a comment line by line.
  func table(_ node: HTMLNode, depth: Int) -> [MarkdownBlock] {
    guard isAuthor else {
      return rows(of: node).compactMap { row in
        let cells = row.children.filter { $0.is("td", "th") }
        let text = cells.map { blocks($0.children, depth: depth + 1).joined() }
          .filter { !$0.isEmpty }
        return text.isEmpty ? nil : MarkdownBlock(.paragraph, Array(text.joined(separator: [0x20])))
      } + blocks(node.children.filter { $0.is("caption") }, depth: depth)
    }
    guard let lines = tableLines(node) else { return [MarkdownBlock(.other, verbatim(node))] }
    return [MarkdownBlock(.other, Array(lines.joined(separator: [0x0A])))]
  }

  private func rows(of node: HTMLNode) -> [HTMLNode] {
    node.children.flatMap { child -> [HTMLNode] in
      if child.is("tr") { return [child] }
      return child.is("tbody", "thead", "tfoot") ? child.children.filter { $0.is("tr") } : []
    }
  }

  private func tableLines(_ node: HTMLNode) -> [[UInt8]]? {
    let rows = rows(of: node)
    let groups = node.children.filter { $0.kind == .element && !$0.is("tr") }
    guard let head = rows.first, node.hasOnlyNeutralAttributes,
      groups.allSatisfy({ $0.is("thead", "tbody") && $0.hasOnlyNeutralAttributes })
    else { return nil }
    let cells = head.children.filter { !$0.isBlank }
    guard !cells.isEmpty, cells.allSatisfy({ $0.is("th") }) else { return nil }
    var lines: [[UInt8]] = []
    for (index, row) in rows.enumerated() {
      guard let line = tableLine(row, columns: cells.count, isHead: index == 0) else { return nil }
      lines.append(line)
      if index == 0 {
        lines.append(Array("|\(String(repeating: " --- |", count: cells.count))".utf8))
      }
    }
    return lines
  }

  private func tableLine(_ row: HTMLNode, columns: Int, isHead: Bool) -> [UInt8]? {
    let cells = row.children.filter { !$0.isBlank }
    guard cells.count == columns, row.hasOnlyNeutralAttributes else { return nil }
    var line: [UInt8] = [UInt8(ascii: "|")]
    for cell in cells {
      let isCell = cell.is(isHead ? "th" : "td")
      let texts = paragraphs(cell.children)
      guard isCell, cell.hasOnlyNeutralAttributes, !cell.holdsBlock, texts.count <= 1,
        texts.first?.text.contains(0x0A) != true
      else { return nil }
      line += [0x20] + (texts.first?.text ?? []) + [0x20, UInt8(ascii: "|")]
    }
    return line
  }
}

extension [UInt8] {
  /// The text with lines that hold nothing but an indentation left empty.
  fileprivate func withoutBlankLines(_ indent: String) -> [UInt8] {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(
      lines.map { $0.allSatisfy(\.isBlank) ? [] : Array($0) }.joined(separator: [0x0A])
    )
  }
}
