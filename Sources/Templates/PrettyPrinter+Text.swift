extension PrettyPrinter {
  /// Writes a long text as several that follow each other, as Python's literals may.
  mutating func formatText(_ text: [UInt8], indent: Int, allowance: Int, isOutermost: Bool) {
    let indent = isOutermost ? indent + 1 : indent
    let chunks = Self.chunks(
      Self.lines(UTF8Text.scalars(text)),
      width: 80 - indent,
      allowance: isOutermost ? allowance + 1 : allowance
    )
    guard chunks.count > 1 else {
      output.appendQuoted(text)
      return
    }
    if isOutermost { output.append("(") }
    for (index, chunk) in chunks.enumerated() {
      if index > 0 { breakLine(indent) }
      output += chunk
    }
    if isOutermost { output.append(")") }
  }

  /// The literals of a text's lines, those that are too long broken at white space.
  private static func chunks(
    _ lines: [[Unicode.Scalar]],
    width: Int,
    allowance: Int
  ) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      let whole = literal(line)
      if UTF8Text.count(whole) <= (isLast ? width - allowance : width) {
        chunks.append(whole)
      } else {
        chunks += filled(line, width: width, allowance: isLast ? allowance : 0)
      }
    }
    return chunks
  }

  /// As many words as there is room for in each literal; a word alone may be longer.
  private static func filled(
    _ line: [Unicode.Scalar],
    width: Int,
    allowance: Int
  ) -> [[UInt8]] {
    let words = words(line)
    var chunks: [[UInt8]] = []
    var current: [Unicode.Scalar] = []
    for (index, word) in words.enumerated() {
      let room = index == words.count - 1 ? width - allowance : width
      // The quotes and each scalar take a place, which spares most of the literals.
      if current.count + word.count + 2 <= room, UTF8Text.count(literal(current + word)) <= room {
        current += word
      } else {
        if !current.isEmpty { chunks.append(literal(current)) }
        current = word
      }
    }
    if !current.isEmpty { chunks.append(literal(current)) }
    return chunks
  }

  /// The lines of a text with what ends them, as `str.splitlines(True)`.
  private static func lines(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    cut(text) { $0.endsLine && !($0 == "\r" && $1 == "\n") }
  }

  /// The words of a line, each with the white space behind it.
  private static func words(_ line: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    cut(line) { $0.isPythonSpace && !$1.isPythonSpace }
  }

  /// The text cut between the neighbours that part.
  private static func cut(
    _ text: [Unicode.Scalar],
    between isParting: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> [[Unicode.Scalar]] {
    var parts: [[Unicode.Scalar]] = []
    var start = 0
    for index in text.indices where index > 0 && isParting(text[index - 1], text[index]) {
      parts.append(Array(text[start..<index]))
      start = index
    }
    parts.append(Array(text[start...]))
    return parts
  }

  private static func literal(_ text: [Unicode.Scalar]) -> [UInt8] {
    var quoted: [UInt8] = []
    quoted.appendQuoted(UTF8Text.text(text))
    return quoted
  }
}
