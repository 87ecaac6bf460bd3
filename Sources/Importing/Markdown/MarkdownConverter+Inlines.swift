extension MarkdownConverter {
  /// The paragraphs of a run of text and elements that stand in a line.
  func paragraphs(_ nodes: [HTMLNode]) -> [MarkdownBlock] {
    guard !nodes.allSatisfy(\.isBlank) else { return [] }
    var reader = InlineReader(self)
    reader.read(nodes)
    var blocks: [MarkdownBlock] = []
    var writer = ParagraphWriter(isAuthor: isAuthor, emphases: reader.emphases)
    var links = 0
    func finish() {
      let text = writer.finish()
      // A paragraph of nothing but a space that doesn't break is only there for its height.
      if !text.isEmpty, text != Array("&nbsp;".utf8) {
        blocks.append(MarkdownBlock(.paragraph, text))
      }
      writer = ParagraphWriter(isAuthor: isAuthor, emphases: reader.emphases)
    }
    for piece in reader.pieces {
      if case .paragraphBreak = piece {
        finish()
        continue
      }
      if case .markdown(let markdown) = piece {
        if markdown == [UInt8(ascii: "[")] || markdown.starts(with: "<a ".utf8) { links += 1 }
        let isEnd = markdown.starts(with: "](".utf8) || markdown == Array("</a>".utf8)
        if isEnd { links -= 1 }
      }
      writer.write(piece, isInLink: links > 0)
    }
    finish()
    return blocks
  }
}

/// The character of HTML text at a place, and where the next is.
///
/// - Returns: whether it is an `&` that begins no reference, or one whose name we don't know: Markdown
///   then reads what HTML did.
func htmlCharacter(
  _ text: [UInt8],
  at index: Int,
  end: Int
) -> (scalar: Unicode.Scalar, next: Int, isUnknown: Bool) {
  if text[index] == UInt8(ascii: "&") {
    if let (scalar, next) = htmlReference(text, at: index, end: end) {
      let isHidden = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      return (isHidden ? " " : scalar, next, false)
    }
    let name = text[(index + 1)..<end].prefix { $0.isASCIILetter || $0.isASCIIDigit }
    let isNamed = !name.isEmpty && name.endIndex < end && text[name.endIndex] == UInt8(ascii: ";")
    return ("&", isNamed ? name.endIndex + 1 : index + 1, true)
  }
  var next = index + 1
  while next < end, text[next] & 0xC0 == 0x80 { next += 1 }
  let scalar = String(decoding: text[index..<next], as: UTF8.self).unicodeScalars.first
  return (scalar ?? "\u{FFFD}", next, false)
}

/// The byte that will stand behind a character, or a blank when that isn't simply known.
func plainByte(_ text: [UInt8], _ index: Int) -> UInt8 {
  guard text[index] == UInt8(ascii: "&"),
    let (scalar, _) = htmlReference(text, at: index, end: text.count)
  else { return text[index] }
  return scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0x20
}

/// An address that stands in the text, as a link that Markdown reads whole.
func bareAddress(_ text: [UInt8], from start: Int, end: Int) -> (markdown: [UInt8], end: Int)? {
  let head = text[start..<end]
  guard head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8) else { return nil }
  if start > 0, text[start - 1].isASCIILetter || text[start - 1].isASCIIDigit { return nil }
  var stop = end
  if let quote = head.firstIndex(where: { "<>\"".utf8.contains($0) }) { stop = quote }
  var raw = Array(text[start..<stop])
  // An entity that ends it, such as `&quot;` or `&gt;`, isn't part of it.
  for name in ["&quot;", "&gt;", "&lt;", "&#8221;", "&#8217;", "&nbsp;", "&raquo;"] {
    if let found = raw.firstIndex(of: Array(name.utf8), from: 0) { raw = Array(raw[..<found]) }
  }
  while let last = raw.last, ".,;:!?'*_~)]".utf8.contains(last) {
    let opens = raw.count { $0 == UInt8(ascii: "(") }
    let closes = raw.count { $0 == UInt8(ascii: ")") }
    if last == UInt8(ascii: ")"), opens >= closes { break }
    raw.removeLast()
  }
  let address = String(decoding: raw.decodingReferences, as: UTF8.self)
  guard address.utf8.count > 8, let markdown = autolink(address) else { return nil }
  return (markdown, start + raw.count)
}
