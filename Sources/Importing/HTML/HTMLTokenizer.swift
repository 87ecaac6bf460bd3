/// Takes HTML apart as browsers do (HTML §13.2.5): whatever stands there, something comes of it.
struct HTMLTokenizer: Sequence, IteratorProtocol {
  /// A piece of HTML.
  enum Token {
    case start(Tag)
    case end(String, Range<Int>)
    case text(Range<Int>)
    /// A comment with its marks.
    case comment(Range<Int>)
  }

  /// A start tag.
  struct Tag {
    let name: String
    /// Its attributes with lower-case names, references replaced.
    let attributes: [(name: String, value: String)]
    let isSelfClosing: Bool
    let range: Range<Int>
  }

  private let html: [UInt8]
  private var index = 0
  /// Whether tags of elements that HTML doesn't have are tags, too, rather than text.
  private let keepsUnknown: Bool
  /// The element whose text isn't markup, in which we are.
  private var rawElement: String?
  /// From where on no comment is closed, so that it is looked for once only.
  private var unclosedFrom = Int.max

  /// The most bytes of a tag.
  private static let tagLimit = 1 << 13

  init(_ html: [UInt8], keepsUnknown: Bool) {
    self.html = html
    self.keepsUnknown = keepsUnknown
  }

  mutating func next() -> Token? {
    guard index < html.count else { return nil }
    if let name = rawElement {
      rawElement = nil
      let end = endTag(of: name, from: index) ?? html.count
      if end > index {
        defer { index = end }
        return .text(index..<end)
      }
    }
    let start = index
    if let token = markup() { return token }
    // Text up to the next thing that is markup; this byte is part of it.
    index = start + 1
    while index < html.count {
      let text = index
      if html[index] == UInt8(ascii: "<"), beginsMarkup() {
        index = text
        break
      }
      index = text + 1
    }
    return .text(start..<index)
  }

  private mutating func beginsMarkup() -> Bool {
    let start = index
    let isMarkup = markup() != nil
    index = start
    rawElement = nil
    return isMarkup
  }

  private mutating func markup() -> Token? {
    guard html[index] == UInt8(ascii: "<"), index + 1 < html.count else { return nil }
    let start = index
    switch html[index + 1] {
    case UInt8(ascii: "!"):
      // `<!…>` and `<?…>` otherwise are code that somebody shows; browsers would hide it.
      let mark = Array("-->".utf8)
      guard html[index...].starts(with: "<!--".utf8), index < unclosedFrom else { return nil }
      guard let end = html.firstIndex(of: mark, from: index + 2) else {
        unclosedFrom = index
        return nil
      }
      index = end + mark.count
      return .comment(start..<index)
    case UInt8(ascii: "/"):
      guard index + 2 < html.count, html[index + 2].isASCIILetter,
        let end = html[index...].prefix(Self.tagLimit).firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      let name = elementName(from: index + 2)
      guard keepsUnknown || HTMLNames.isKnown(name) else { return nil }
      index = end + 1
      return .end(name, start..<index)
    case let byte where byte.isASCIILetter: return startTag()
    default: return nil
    }
  }

  private mutating func startTag() -> Token? {
    let name = elementName(from: index + 1)
    // Nobody's element: an address in angle brackets.
    let isAddress = name.hasSuffix(":") || name.contains("@") || name.contains(".")
    guard !isAddress, keepsUnknown || HTMLNames.isKnown(name), let end = tagEnd() else {
      return nil
    }
    let range = index..<end
    let parsed = parseTag(Array(html[range]))
    index = end
    if HTMLNames.rawText.contains(name), !parsed.isEmpty { rawElement = name }
    let attributes = parsed.attributes.map { attribute in
      let value = Array(attribute.value.utf8).decodingReferences
      return (attribute.name.lowercased(), String(decoding: value, as: UTF8.self))
    }
    return .start(
      Tag(name: name, attributes: attributes, isSelfClosing: parsed.isEmpty, range: range)
    )
  }

  private func elementName(from start: Int) -> String {
    let bytes = html[start...].prefix(64).prefix {
      !$0.isBlank && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Where the tag that begins here ends, quotes minded; `nil` when nothing ends it.
  private func tagEnd() -> Int? {
    var quote: UInt8?
    var fallback: Int?
    var position = index + 1
    while position < html.count, position - index < Self.tagLimit {
      let byte = html[position]
      switch byte {
      case UInt8(ascii: ">"):
        guard quote != nil else { return position + 1 }
        fallback = fallback ?? position + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let isOpening = html[position - 1] == UInt8(ascii: "=") || html[position - 1].isBlank
        if quote == byte { quote = nil } else if quote == nil, isOpening { quote = byte }
      default: break
      }
      position += 1
    }
    return fallback
  }

  private func endTag(of name: String, from start: Int) -> Int? {
    var position = start
    let pattern = Array("</".utf8)
    while let found = html.firstIndex(of: pattern, from: position) {
      if elementName(from: found + 2) == name { return found }
      position = found + 2
    }
    return nil
  }
}
