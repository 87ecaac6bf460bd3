/// A table as its lines say (GFM §4.10), found in what cmark took for a paragraph.
struct TableSource {
  /// Where the text of a column stands in its cells.
  enum Alignment {
    case none
    case left
    case center
    case right
  }

  /// The paragraph's first line, which no other block shares.
  let startLine: Int
  /// The lines of the paragraph that stand before the table.
  let lead: [(line: Int, text: Range<Int>)]
  let alignments: [Alignment]
  /// The head and the rows: for each, its line and where its cells stand in the text.
  let rows: [Row]
  /// Whether a rule follows at once, which CommonMark takes for the underline of a heading.
  let endsInRule: Bool

  /// A line of a table.
  struct Row {
    let line: Int
    let cells: [Range<Int>]
  }

  /// Finds the first table in a paragraph, or in a heading that is underlined.
  ///
  /// - Parameters:
  ///   - node: a paragraph or heading.
  ///   - delimiterRows: the lines that could part a head from rows, the paragraph's first.
  ///   - lines: the text that was parsed.
  init?(_ node: Node, delimiterRows: ArraySlice<Int>, lines: SourceLines) {
    guard let first = delimiterRows.first, first <= node.endLine else { return nil }
    let text = BlockText(node, lines: lines)
    let underline = text.underline(of: node)
    for line in delimiterRows.prefix(while: { $0 <= node.endLine }) {
      guard let alignments = Self.alignments(text.cells(ofLine: line), in: lines.bytes) else {
        continue
      }
      let head = text.cells(ofLine: line - 1)
      guard head.count == alignments.count else { continue }
      self.alignments = alignments
      startLine = node.startLine
      lead = (node.startLine..<line - 1).map { ($0, text.range(ofLine: $0)) }
      // Equals signs under a table are a row; CommonMark alone takes the table for a heading.
      let isRule = underline?.mark == UInt8(ascii: "-")
      endsInRule = isRule
      let last = underline.map { isRule ? $0.line - 1 : $0.line } ?? node.endLine
      var rows = [Row(line: line - 1, cells: head)]
      if line < last {
        rows += (line + 1...last).map { Row(line: $0, cells: text.cells(ofLine: $0)) }
      }
      self.rows = rows
      return
    }
    return nil
  }

  private static func alignments(_ cells: [Range<Int>], in text: [UInt8]) -> [Alignment]? {
    var alignments: [Alignment] = []
    for cell in cells {
      guard let first = text[cell].first, let last = text[cell].last else { return nil }
      let left = first == UInt8(ascii: ":")
      let right = last == UInt8(ascii: ":")
      let dashes = text[cell].dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments
  }
}

/// A paragraph's lines without what the blocks around it put before them.
struct BlockText {
  private let lines: SourceLines
  private let startLine: Int
  private let startColumn: Int
  private let quotes: Int

  init(_ node: Node, lines: SourceLines) {
    self.lines = lines
    startLine = node.startLine
    startColumn = node.startColumn
    var quotes = 0
    var ancestor = node.parent
    while let node = ancestor {
      if node.kind == .blockQuote { quotes += 1 }
      ancestor = node.parent
    }
    self.quotes = quotes
  }

  /// Where a line's text stands, without blanks at its ends.
  func range(ofLine line: Int) -> Range<Int> {
    let bytes = lines.bytes
    let range = lines.range(ofLine: line)
    var start = range.lowerBound
    var end = range.upperBound
    if line == startLine { start = min(end, start + max(0, startColumn - 1)) }
    var open = line == startLine ? 0 : quotes
    while start < end {
      // A line that goes on lazily lacks the marks of its quotes.
      if open > 0, bytes[start] == UInt8(ascii: ">") {
        open -= 1
      } else if !isSpace(bytes[start]) {
        break
      }
      start += 1
    }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The line that makes a paragraph a heading, and the character it is made of.
  func underline(of heading: Node) -> (line: Int, mark: UInt8)? {
    guard heading.kind == .heading else { return nil }
    // cmark says that such a heading ends where it noticed, which may be a line too late.
    for line in (startLine...max(startLine, heading.endLine)).reversed() {
      let range = range(ofLine: line)
      guard let mark = lines.bytes[range].first, lines.bytes[range].allSatisfy({ $0 == mark })
      else {
        continue
      }
      if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") { return (line, mark) }
    }
    return nil
  }

  /// Where the cells of a table's line stand, without blanks at their ends.
  func cells(ofLine line: Int) -> [Range<Int>] {
    let bytes = lines.bytes
    let range = range(ofLine: line)
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    if start < range.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<index))
        start = index + 1
      }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    // What stands behind the last bar is a cell, unless there is nothing.
    let rest = trimmed(start..<range.upperBound)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(lines.bytes[start]) { start += 1 }
    while end > start, isSpace(lines.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
