/// Breaks a paragraph into lines, as Python's `textwrap` does.
struct WordWrapper {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  typealias Chunk = ArraySlice<Unicode.Scalar>

  /// The lines of a text.
  func wrap(_ text: [UInt8]) throws(TemplateFault) -> [[UInt8]] {
    guard width > 0 else { throw TemplateFault("`width` is more than 0, not \(width)") }
    var chunks = Array(self.chunks(UTF8Text.scalars(text)[...]).reversed())
    var lines: [[Chunk]] = []
    while !chunks.isEmpty {
      var line: [Chunk] = []
      var length = 0
      if let last = chunks.last, Self.isBlank(last), !lines.isEmpty { chunks.removeLast() }
      while let chunk = chunks.last, length + chunk.count <= width {
        line.append(chunk)
        length += chunk.count
        chunks.removeLast()
      }
      if let chunk = chunks.last, chunk.count > width {
        breakLong(chunk, &chunks, &line, room: width - length)
      }
      if let last = line.last, Self.isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(line) }
    }
    return lines.map { UTF8Text.text($0.joined()) }
  }

  private func breakLong(
    _ chunk: Chunk,
    _ chunks: inout [Chunk],
    _ line: inout [Chunk],
    room: Int
  ) {
    guard breaksLongWords else {
      if line.isEmpty { line.append(chunks.removeLast()) }
      return
    }
    var end = room
    if breaksOnHyphens, chunk.count > room {
      let head = chunk.prefix(room)
      if let hyphen = head.lastIndex(of: "-"), hyphen > chunk.startIndex,
        chunk[..<hyphen].contains(where: { $0 != "-" })
      {
        end = hyphen - chunk.startIndex + 1
      }
    }
    line.append(chunk.prefix(end))
    chunks[chunks.count - 1] = chunk.dropFirst(end)
  }

  private static func isBlank(_ chunk: Chunk) -> Bool { chunk.allSatisfy(\.isPythonSpace) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || scalar == " "
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWord && scalar.properties.numericType != .decimal
  }

  private static func isWordOrPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWord || "!\"'&.,?".unicodeScalars.contains(scalar)
  }

  /// The pieces between which a line may end.
  private func chunks(_ text: Chunk) -> [Chunk] {
    var chunks: [Chunk] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = chunkEnd(text, start)
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  private func chunkEnd(_ text: Chunk, _ start: Int) -> Int {
    if Self.isSpace(text[start]) {
      return text[start...].firstIndex { !Self.isSpace($0) } ?? text.endIndex
    }
    guard breaksOnHyphens else {
      return text[start...].firstIndex { Self.isSpace($0) } ?? text.endIndex
    }
    if start > text.startIndex, Self.isWordOrPunctuation(text[start - 1]),
      let end = dashEnd(text, start)
    {
      return end
    }
    var index = start + 1
    while index < text.endIndex, !Self.isSpace(text[index]) {
      if text[index] == "-", endsHyphenated(text, index) { return index + 1 }
      if Self.isWordOrPunctuation(text[index - 1]), dashEnd(text, index) != nil { return index }
      index += 1
    }
    return index
  }

  /// The end of a dash of two hyphens or more before a word.
  private func dashEnd(_ text: Chunk, _ start: Int) -> Int? {
    let end = text[start...].firstIndex { $0 != "-" } ?? text.endIndex
    return end - start >= 2 && end < text.endIndex && text[end].isWord ? end : nil
  }

  /// Whether a hyphen may end a line: behind two letters or more and before two.
  private func endsHyphenated(_ text: Chunk, _ hyphen: Int) -> Bool {
    func letter(_ index: Int) -> Bool {
      text.indices.contains(index) && Self.isLetter(text[index])
    }
    let isBehindWord = letter(hyphen - 1) && letter(hyphen - 2)
    let isBehindPart =
      hyphen - 3 >= text.startIndex && letter(hyphen - 3) && text[hyphen - 2] == "-"
      && letter(hyphen - 1)
    guard isBehindWord || isBehindPart, letter(hyphen + 1) else { return false }
    if letter(hyphen + 2) { return true }
    return text.indices.contains(hyphen + 2) && text[hyphen + 2] == "-" && letter(hyphen + 3)
  }
}
