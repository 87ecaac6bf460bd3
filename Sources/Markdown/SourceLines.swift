/// The lines of the text that cmark parsed, to find again what its tree doesn't keep.
struct SourceLines {
  let bytes: [UInt8]
  private let lines: [Range<Int>]

  /// Complexity: a pass over the text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.lines()
  }

  var count: Int { lines.count }

  /// The range of a line, counted from 1 as cmark does; empty where there is none.
  func range(ofLine line: Int) -> Range<Int> {
    lines.indices.contains(line - 1) ? lines[line - 1] : bytes.count..<bytes.count
  }

  /// What stands in a line from a column on, counted in bytes from 1.
  func text(from column: Int, inLine line: Int) -> [UInt8] {
    let range = range(ofLine: line)
    return Array(
      bytes[min(range.upperBound, range.lowerBound + max(0, column - 1))..<range.upperBound]
    )
  }
}
