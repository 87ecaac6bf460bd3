import HTML

/// Reads the attributes in a piece of HTML, tag by tag.
///
/// Our own markup and an author's raw HTML are read alike, as a browser reads tags; only what follows
/// `<` and a letter is one.
struct AttributeScan {
  /// An attribute that has a value; the ranges are of the HTML.
  struct Attribute {
    let element: Range<Int>
    let name: Range<Int>
    /// The value without its quotes.
    let value: Range<Int>
  }

  private let html: [UInt8]
  private var index = 0
  /// The name of the tag that is being read.
  private var element: Range<Int>?

  init(_ html: [UInt8]) {
    self.html = html
  }

  /// The next attribute; `nil` behind the last.
  mutating func next() -> Attribute? {
    while true {
      guard let tag = element else {
        guard findTag() else { return nil }
        continue
      }
      skip { isSpace($0) || $0 == UInt8(ascii: "/") }
      if index < html.count, html[index] != UInt8(ascii: ">") {
        if let attribute = readAttribute(of: tag) { return attribute }
      } else {
        element = nil
      }
    }
  }

  /// Whether a stretch of the HTML is a name, in whatever case.
  func has(_ name: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy {
        unsafe name[$0] == html[range.lowerBound + $0].asciiLowercased
      }
    }
  }

  private mutating func findTag() -> Bool {
    while true {
      let start = html.span.nextIndex(from: index) { $0.marks(of: UInt8(ascii: "<")) }
      index = min(start + 1, html.count)
      guard index < html.count else { return false }
      if isLetter(html[index]) {
        let first = index
        skip { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        element = first..<index
        return true
      }
      if html[index] == UInt8(ascii: "!"), html[index...].starts(with: "!--".utf8) {
        index += 3
        while index < html.count, !html[index...].starts(with: "-->".utf8) { index += 1 }
      }
    }
  }

  private mutating func readAttribute(of element: Range<Int>) -> Attribute? {
    let first = index
    index += 1
    skip { !isSpace($0) && !"/>=".utf8.contains($0) }
    let name = first..<index
    skip(isSpace)
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip(isSpace)
    return Attribute(element: element, name: name, value: readValue())
  }

  private mutating func readValue() -> Range<Int> {
    let start = index
    guard index < html.count else { return start..<start }
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = html[(start + 1)...].firstIndex(of: quote) ?? html.count
      index = min(end + 1, html.count)
      return start + 1..<end
    }
    skip { !isSpace($0) && $0 != UInt8(ascii: ">") }
    return start..<index
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while index < html.count, isSkipped(html[index]) { index += 1 }
  }
}

extension UInt8 {
  fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
}
