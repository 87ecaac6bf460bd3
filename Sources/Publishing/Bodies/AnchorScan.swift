/// What `#…` can lead to in a piece of HTML: each element's `id`, and an `<a>`'s `name`.
///
/// Our own markup and an author's raw HTML are read alike, as a browser reads tags; only what follows
/// `<` and a letter is one.
struct AnchorScan {
  /// Every anchor, as the bytes that stand in the page.
  private(set) var ids: Set<[UInt8]> = []
  /// The headings' ids, in order, for suggestions.
  private(set) var headings: [String] = []

  private let html: [UInt8]
  private var index = 0

  /// Reads a whole text; costs a pass over it.
  init(_ html: [UInt8]) {
    self.html = html
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if html[index...].starts(with: "!--".utf8) {
        skipComment()
      } else if index < html.count, isLetter(html[index]) {
        readTag()
      }
    }
  }

  private mutating func skipComment() {
    index += 3
    while index < html.count, !html[index...].starts(with: "-->".utf8) { index += 1 }
  }

  private mutating func readTag() {
    let element = name { isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    while index < html.count, html[index] != UInt8(ascii: ">") {
      if isSpace(html[index]) || html[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        readAttribute(of: element)
      }
    }
  }

  private mutating func readAttribute(of element: [UInt8]) {
    let first = index
    index += 1
    let rest = name { isSpace($0) || "/>=".utf8.contains($0) }
    skipSpaces()
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return }
    index += 1
    skipSpaces()
    let value = readValue()
    switch [html[first] | 0x20] + rest {
    case Array("id".utf8): add(value, of: element)
    case Array("name".utf8) where element == [UInt8(ascii: "a")]: ids.insert(value)
    default: break
    }
  }

  private mutating func readValue() -> [UInt8] {
    guard index < html.count else { return [] }
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = html[(index + 1)...].firstIndex(of: quote) ?? html.count
      defer { index = min(end + 1, html.count) }
      return Array(html[(index + 1)..<end])
    }
    let start = index
    while index < html.count, !isSpace(html[index]), html[index] != UInt8(ascii: ">") { index += 1 }
    return Array(html[start..<index])
  }

  private mutating func add(_ id: [UInt8], of element: [UInt8]) {
    ids.insert(id)
    if element.count == 2, element[0] == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(element[1])
    {
      headings.append(String(decoding: id, as: UTF8.self))
    }
  }

  /// A name up to what ends it, in lower case.
  private mutating func name(endingAt isEnd: (UInt8) -> Bool) -> [UInt8] {
    let start = index
    while index < html.count, !isEnd(html[index]) { index += 1 }
    return html[start..<index].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private mutating func skipSpaces() {
    while index < html.count, isSpace(html[index]) { index += 1 }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
}
