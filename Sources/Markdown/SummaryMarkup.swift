extension [UInt8] {
  /// Takes out the numbers that lead to footnotes, which a summary doesn't have.
  mutating func removeFootnoteMarks() {
    let start = Array("<sup class=\"footnote-ref\"><a href=\"#fn-".utf8)
    let end = Array("</a></sup>".utf8)
    var kept: [UInt8] = []
    var copied = 0
    while let mark = firstRange(of: start, from: copied),
      let close = firstRange(of: end, from: mark.upperBound)
    {
      kept.append(contentsOf: self[copied..<mark.lowerBound])
      copied = close.upperBound
    }
    kept.append(contentsOf: self[copied...])
    self = kept
  }

  /// Ends the elements that are still open, and drops a tag that has no end with what follows.
  mutating func closeElements() {
    var open = OpenElements()
    var index = 0
    while let start = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = Tag(self, at: start) else {
        index = start + 1
        continue
      }
      guard let end = tag.end, open.names.count < OpenElements.maximumDepth else {
        removeSubrange(start...)
        break
      }
      if tag.isEnd {
        open.close(tag.name)
      } else if !tag.isVoid {
        open.names.append(tag.name)
      }
      index = end
    }
    for name in open.names.reversed() {
      append(contentsOf: "</".utf8)
      append(contentsOf: name)
      append(UInt8(ascii: ">"))
      if OpenElements.endsLine(name) { append(UInt8(ascii: "\n")) }
    }
  }

  /// The markup without links and footnotes' numbers, to stand in a link itself.
  func withoutLinks() -> [UInt8] {
    guard contains(UInt8(ascii: "<")) else { return self }
    var text = self
    text.removeFootnoteMarks()
    var kept: [UInt8] = []
    var copied = 0
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard let tag = Tag(text, at: start), let end = tag.end else { continue }
      index = end
      guard tag.name == [UInt8(ascii: "a")] else { continue }
      kept.append(contentsOf: text[copied..<start])
      copied = end
    }
    kept.append(contentsOf: text[copied...])
    return kept
  }

  /// Where a sequence of bytes comes next.
  func firstRange(of bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = bytes.first else { return nil }
    var index = start
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: bytes) { return candidate..<candidate + bytes.count }
      index = candidate + 1
    }
    return nil
  }
}

/// The elements that tags opened and didn't end.
private struct OpenElements {
  /// Half as deep as browsers go.
  static let maximumDepth = 256

  var names: [[UInt8]] = []

  /// Ends the innermost element of a name.
  ///
  /// What was opened inside it stays open, as a browser sees `<p><i></p>`, unless it is of those whose
  /// end may be left out.
  mutating func close(_ name: [UInt8]) {
    guard let opener = names.lastIndex(of: name) else { return }
    let inner = names[(opener + 1)...].filter { !Self.mayLackEnd($0) }
    names.replaceSubrange(opener..., with: inner)
  }

  /// Whether a line ends behind the element's end, as it does where cmark writes it.
  static func endsLine(_ name: [UInt8]) -> Bool {
    ["p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]
      .contains { $0.utf8.elementsEqual(name) }
  }

  /// WHATWG HTML §13.1.2.4.
  private static func mayLackEnd(_ name: [UInt8]) -> Bool {
    [
      "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "option",
      "optgroup", "rt", "rp",
    ].contains { $0.utf8.elementsEqual(name) }
  }
}

/// A tag or comment in markup.
private struct Tag {
  let name: [UInt8]
  let isEnd: Bool
  /// The index behind it; `nil` when it isn't closed.
  let end: Int?

  /// Reads what begins with `<`; `nil` when that is text.
  init?(_ text: [UInt8], at start: Int) {
    if text[start...].starts(with: "<!--".utf8) {
      name = Array("!--".utf8)
      isEnd = false
      end = text.firstRange(of: Array("-->".utf8), from: start + 4)?.upperBound
      return
    }
    var index = start + 1
    isEnd = index < text.count && text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < text.count, isAlphanumeric(text[index]) || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    guard index > nameStart, isLetter(text[nameStart]) else { return nil }
    name = text[nameStart..<index].map { isLetter($0) ? $0 | 0x20 : $0 }
    end = Self.end(of: text, from: index)
  }

  /// The index behind the `>` that isn't in quotes.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<text.count {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return nil
  }

  /// Whether it is an element that has no end (WHATWG HTML §13.1.2), or a comment.
  var isVoid: Bool {
    [
      "!--", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
      "track", "wbr",
    ].contains { $0.utf8.elementsEqual(name) }
  }
}
