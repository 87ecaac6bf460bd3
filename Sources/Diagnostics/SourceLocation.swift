/// A stretch of a source file, kept until something has to be said about it.
public struct SourceSpan: Sendable {
  /// The file that it is part of.
  public let file: SourceFile

  /// Byte offsets into the file.
  ///
  /// An empty range is a place between two characters.
  public let range: Range<Int>

  /// Creates a span; `range` must lie in the file.
  public init(_ file: SourceFile, _ range: Range<Int>) {
    precondition(range.upperBound <= file.bytes.count, "a span lies inside its file")
    self.file = file
    self.range = range
  }

  /// The bytes of the span as text.
  public var text: String { file.text(in: range) }
}

/// A place in a file as people and editors count it, with the line that stands there.
public struct SourceLocation: Sendable, Hashable {
  /// The line, counted from 1.
  ///
  /// Lines end with LF, CR LF or CR.
  public let line: Int

  /// The column, counted in Unicode scalars from 1.
  public let column: Int

  /// The line's text without its ending, malformed UTF-8 replaced.
  public let excerpt: String

  /// How many Unicode scalars of the line are meant, at least one.
  public let length: Int

  /// Finds the place of a span.
  ///
  /// Costs a pass over the file, so it is made only when something is said.
  public init(_ span: SourceSpan) {
    let bytes = span.file.bytes
    let start = span.range.lowerBound
    var line = 1
    var lineStart = 0
    var index = 0
    while index < start {
      let byte = bytes[index]
      index += 1
      let isBareReturn =
        byte == UInt8(ascii: "\r") && !(index < bytes.count && bytes[index] == UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isBareReturn {
        line += 1
        lineStart = index
      }
    }
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n"),
      bytes[lineEnd] != UInt8(ascii: "\r")
    { lineEnd += 1 }
    // A byte order mark is not part of what the author sees.
    if lineStart == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), start >= 3 { lineStart = 3 }
    let meant = start..<max(start, min(span.range.upperBound, lineEnd))
    self.line = line
    column = span.file.text(in: lineStart..<start).unicodeScalars.count + 1
    excerpt = span.file.text(in: lineStart..<lineEnd)
    length = max(1, span.file.text(in: meant).unicodeScalars.count)
  }
}
