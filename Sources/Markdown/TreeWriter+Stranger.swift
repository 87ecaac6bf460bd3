internal import Diagnostics

extension TreeWriter {
  /// Opens a stranger's link, or leaves its text alone when the address isn't one to follow.
  mutating func openStrangersLink(_ address: [UInt8]) {
    guard linkDepth == 1, isSafeForStrangers(address) else { return }
    output.writeStrangersAnchor(address)
    isStrangersLinkOpen = true
  }

  /// Writes a stranger's image as a link to it: nothing is loaded from elsewhere.
  mutating func writeStrangersImage(_ node: Node) -> Bool {
    let address = address(of: node)
    let text = plainText(of: node)
    let isLinked = linkDepth == 0 && isSafeForStrangers(address)
    if isLinked { output.writeStrangersAnchor(address) }
    output.writeEscaped(text.isEmpty ? address : text)
    if isLinked { output.write("</a>") }
    return false
  }
}

/// What stands before a stranger's address, and behind it.
let (anchorStart, anchorEnd): (StaticString, StaticString) = (
  "<a href=\"", "\" rel=\"nofollow ugc noopener\">"
)

extension [UInt8] {
  /// Writes the start tag of a stranger's link.
  mutating func writeStrangersAnchor(_ address: [UInt8]) {
    write(anchorStart)
    writeAddress(address)
    write(anchorEnd)
  }

  /// Writes a text as it was typed: blank lines part its paragraphs, and each line stays a line.
  mutating func writePlainParagraphs(_ text: [UInt8]) {
    var isOpen = false
    for line in text.lines() {
      if text[line].allSatisfy(isSpace) {
        if isOpen { write("</p>\n") }
        isOpen = false
        continue
      }
      write(isOpen ? "<br />\n" : "<p>")
      isOpen = true
      writeEscaped(text, line)
    }
    if isOpen { write("</p>\n") }
  }

  /// The ranges of the lines without their endings, which are LF, CR LF or CR.
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    // Most lines are longer, and growing costs more than the room.
    lines.reserveCapacity(count / 32)
    let hasReturns = nextIndex(of: 0x0D, from: 0) != nil
    var start = 0
    while start < count {
      let end =
        hasReturns
        ? firstIndex(from: start) { $0 == 0x0A || $0 == 0x0D }
        : nextIndex(of: 0x0A, from: start) ?? count
      lines.append(start..<end)
      let isPair = end + 1 < count && self[end] == 0x0D && self[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }
}
