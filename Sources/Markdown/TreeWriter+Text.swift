internal import HTML

extension TreeWriter {
  mutating func writeText(_ node: Node) -> Bool {
    if isAlertMarker(node) { return false }
    let text = node.literal
    guard node == taskMarker else {
      writeText(text, of: node)
      return false
    }
    writeTaskBox(isDone: text[1] != UInt8(ascii: " "))
    writeText(text[4..<text.count], of: node)
    return false
  }

  /// Writes a text and what the extensions find in it.
  private mutating func writeText(_ text: TreeText, of node: Node) {
    var plainStart = 0
    var clean = 0
    var index = 0
    while true {
      index = text.nextSpecial(from: index)
      guard index < text.count else { break }
      guard let found = special(in: text, at: index, floor: clean) else {
        index += 1
        continue
      }
      output.write(text[clean..<found.range.lowerBound])
      switch found {
      case .escape(_, let entity): output.write(entity)
      case .tildes(let range):
        addPlain(text[plainStart..<range.lowerBound])
        plainStart = range.lowerBound
        writeTildes(text, range, of: node)
      case .link(let link): writeBareLink(link, in: text, of: node)
      case .guarded(_, let character): writeEscaped(character)
      case .footnote(let range):
        addPlain(text[plainStart..<range.lowerBound])
        plainStart = range.upperBound
        writeFootnoteMark(text[range].array)
      }
      index = found.range.upperBound
      clean = index
    }
    output.write(text[clean..<index])
    addPlain(text[plainStart..<index])
  }

  /// Something in a text that isn't written as it is.
  private enum Special {
    case escape(Range<Int>, StaticString)
    case tildes(Range<Int>)
    case link(BareLink)
    case footnote(Range<Int>)
    case guarded(Range<Int>, UInt8)

    var range: Range<Int> {
      switch self {
      case .escape(let range, _), .tildes(let range), .footnote(let range), .guarded(let range, _):
        range
      case .link(let link): link.range
      }
    }
  }

  private func special(in text: TreeText, at index: Int, floor: Int) -> Special? {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      return entity(for: byte).map { .escape(index..<index + 1, $0) }
    case UInt8(ascii: "~") where options.strikethrough:
      var end = index
      while end < text.count, text[end] == byte { end += 1 }
      return .tildes(index..<end)
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "@"):
      guard options.autolinks, linkDepth == 0, mayHoldLink(text, at: index) else { return nil }
      return bareLink(in: text, at: index, floor: floor).map { .link($0) }
    case UInt8(ascii: "[") where footnotes.isUsed:
      return footnotes.mark(in: text, at: index).map { .footnote($0) }
    case Guard.lead.0 where isGuarded:
      return text.guardedCharacter(at: index).map { .guarded(index..<index + 3, $0.character) }
    default: return nil
    }
  }

  /// Whether a full stop or colon has the neighbour that every address has there: most have not.
  @inline(__always)
  private func mayHoldLink(_ text: TreeText, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."): index > 0 && text[index - 1] | 0x20 == UInt8(ascii: "w")
    case UInt8(ascii: ":"): index + 1 < text.count && text[index + 1] == UInt8(ascii: "/")
    default: true
    }
  }

  private mutating func writeEscaped(_ character: UInt8) {
    if let entity = entity(for: character) {
      output.write(entity)
    } else {
      output.append(character)
    }
  }

  @inline(never)
  private func bareLink(in text: TreeText, at index: Int, floor: Int) -> BareLink? {
    switch text[index] {
    case UInt8(ascii: ":"): BareLink(url: text, colon: index, floor: floor)
    case UInt8(ascii: "@"): BareLink(email: text, at: index, floor: floor)
    default: BareLink(www: text, fullStop: index, floor: floor)
    }
  }

  private mutating func writeBareLink(_ link: BareLink, in text: TreeText, of node: Node) {
    let bytes = text[link.range]
    guard trust == .stranger || hasGuards(bytes) else {
      let destination = "\(link.prefix)" + bytes.string
      rendering.links.append(reference(to: destination, kind: .link, at: node))
      output.write("<a href=\"")
      output.write(link.prefix)
      output.writeAddress(bytes)
      output.write("\">")
      output.writeEscaped(bytes)
      output.write("</a>")
      return
    }
    let shown = bytes.unguarded(keepsBackslashes: false)
    var address: [UInt8] = []
    address.write(link.prefix)
    address.append(contentsOf: shown)
    guard trust == .author else {
      let isLinked = isSafeForStrangers(address)
      if isLinked { output.writeStrangersAnchor(address) }
      output.writeEscaped(shown)
      if isLinked { output.write("</a>") }
      return
    }
    let destination = String(decoding: address, as: UTF8.self)
    rendering.links.append(reference(to: destination, kind: .link, at: node))
    output.write("<a href=\"")
    output.writeAddress(address)
    output.write("\">")
    output.writeEscaped(shown)
    output.write("</a>")
  }

  /// Writes a run of tildes as it is, and notes it if it could strike something through.
  private mutating func writeTildes(_ text: TreeText, _ range: Range<Int>, of node: Node) {
    if range.count <= 2 {
      let flanks = flanking(
        before: text.neighbour(before: range.lowerBound) ?? neighbour(beside: node.previous),
        after: text.neighbour(at: range.upperBound) ?? neighbour(beside: node.next)
      )
      strikethrough.addRun(
        output: output.count,
        plain: plain.count,
        length: range.count,
        depth: inlineDepth,
        flanks: flanks
      )
    }
    output.write(text[range])
  }

  /// What of a node beside a text touches it: cmark keeps no delimiters.
  private func neighbour(beside node: Node?) -> Neighbour {
    switch node?.kind {
    case nil: inlineDepth == 0 ? .space : .punctuation
    case .softBreak, .lineBreak: .space
    default: .punctuation
    }
  }
}

extension TreeText {
  /// The index of the next byte that may not be written as it is; the text's end if there is none.
  ///
  /// A few that may are found too, where one comparison serves several.
  fileprivate func nextSpecial(from start: Int) -> Int {
    unsafe withBytes { bytes in
      unsafe bytes.span.firstIndex(from: start) { eight in
        // `"`, `&` and `.`, with `*`; `:`, `<` and `>`, with `8`.
        eight.marks(of: UInt8(ascii: "."), ignoring: 0x0C)
          | eight.marks(of: UInt8(ascii: ">"), ignoring: 0x06)
          | eight.marks(of: UInt8(ascii: "~")) | eight.marks(of: UInt8(ascii: "@"))
          | eight.marks(of: UInt8(ascii: "[")) | eight.marks(of: Guard.lead.0)
      }
    }
  }
}
