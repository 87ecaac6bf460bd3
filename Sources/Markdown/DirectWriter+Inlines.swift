internal import HTML

extension DirectWriter {
  /// Writes what begins with a byte that may mean something; `false` when what it means isn't certain.
  mutating func writeSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"): return writeEmphasis()
    case UInt8(ascii: "`"): return writeCode()
    case UInt8(ascii: "["): return writeLink()
    case UInt8(ascii: "\\"): return writeEscaped()
    case UInt8(ascii: "<") where self.byte(at: index + 1) != UInt8(ascii: " "):
      return writeAutolink()
    case UInt8(ascii: "&") where isOwnEntity:
      index += 1
      return true
    default:
      guard isItself(at: index) else { return false }
      if let entity = entity(for: byte) {
        flush()
        output.write(entity)
        written = index + 1
      }
      index += 1
      return true
    }
  }

  /// Whether a byte means nothing for what stands beside it.
  private func isItself(at index: Int) -> Bool {
    let byte = text[index]
    let next = self.byte(at: index + 1)
    switch byte {
    // An entity's `&`, and what begins an element or an address in brackets.
    case UInt8(ascii: "&"): return !isAlphanumeric(next) && next != UInt8(ascii: "#")
    case UInt8(ascii: "<"): return next == UInt8(ascii: " ")
    case UInt8(ascii: ">"), UInt8(ascii: "\""): return true
    // A bare address: `://` and `www.`.
    case UInt8(ascii: ":"): return next != UInt8(ascii: "/")
    case UInt8(ascii: "."): return !isW(at: index - 1) || !isW(at: index - 2)
    // Between letters it neither opens nor closes (CommonMark §6.2).
    case UInt8(ascii: "_"): return isAlphanumeric(self.byte(at: index - 1)) && isAlphanumeric(next)
    // What turns the direction of a text begins with E2 80 or E2 81, as dashes and quotes do.
    case 0xE2:
      let last = self.byte(at: index + 2)
      return next == 0x80 ? !(0xAA...0xAE).contains(last) : next != 0x81
    default: return byte >= 0x80 || !ASCIISet.special.contains(byte)
    }
  }

  /// Whether an entity stands here that is written as it was typed.
  private var isOwnEntity: Bool {
    let rest = text[(index + 1)...]
    return rest.starts(with: "amp;".utf8) || rest.starts(with: "lt;".utf8)
      || rest.starts(with: "gt;".utf8) || rest.starts(with: "quot;".utf8)
  }

  /// Whether a byte shows: no control, and not the first of a character that turns a text's direction.
  func isShown(at index: Int) -> Bool {
    let byte = text[index]
    return byte >= 0x80 ? byte != 0xE2 || isItself(at: index) : byte >= 0x20 && byte != 0x7F
  }

  private func isW(at index: Int) -> Bool { byte(at: index) | 0x20 == UInt8(ascii: "w") }

  /// Writes the tag for a run of `*` that can only open or only close emphasis (CommonMark §6.2), or a
  /// run between blanks, which does neither.
  private mutating func writeEmphasis() -> Bool {
    let end = text.firstIndex(from: index) { $0 != UInt8(ascii: "*") }
    let length = end - index
    guard let before = side(before: index), let after = side(at: end) else { return false }
    flush()
    index = end
    if before == .space, after == .space { return true }
    written = end
    if emphasis == 0 {
      guard length <= 2, before != .letter, after == .letter else { return false }
      emphasis = length
      output.write(length == 1 ? "<em>" : "<strong>")
    } else {
      guard length == emphasis, before == .letter, after != .letter else { return false }
      emphasis = 0
      output.write(length == 1 ? "</em>" : "</strong>")
    }
    return true
  }

  /// What decides whether a run of `*` opens or closes.
  private enum Side {
    case space, punctuation, letter
  }

  /// What stands before a run; `nil` for what isn't known here.
  private func side(before index: Int) -> Side? {
    var start = index - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return side(at: start)
  }

  /// What the character is that begins at an index: of Unicode's letters the Latin, Cyrillic, Chinese and
  /// Japanese ones, of its punctuation dashes and quotes (U+2010 to U+2027).
  private func side(at index: Int) -> Side? {
    let byte = byte(at: index)
    switch byte {
    case _ where isSpace(byte): return .space
    case _ where isAlphanumeric(byte): return .letter
    case _ where isPunctuation(byte): return .punctuation
    case 0xC3...0xC9, 0xD0...0xD3, 0xE4...0xE9: return .letter
    case 0xE2 where self.byte(at: index + 1) == 0x80:
      return (0x90...0xA7).contains(self.byte(at: index + 2)) ? .punctuation : nil
    default: return nil
    }
  }

  /// Writes a code span that ends on its line and has no blanks to strip (CommonMark §6.1).
  private mutating func writeCode() -> Bool {
    let tick = UInt8(ascii: "`")
    let start = text.firstIndex(from: index) { $0 != tick }
    let length = start - index
    guard length <= 2 else { return false }
    var end = start
    while true {
      while end < text.count, text[end] != tick, isShown(at: end) { end += 1 }
      guard byte(at: end) == tick else { return false }
      let next = text.firstIndex(from: end) { $0 != tick }
      if next - end == length { break }
      end = next
    }
    guard byte(at: start) != UInt8(ascii: " "), text[end - 1] != UInt8(ascii: " ") else {
      return false
    }
    flush()
    output.write("<code>")
    output.writeEscaped(text, start..<end)
    output.write("</code>")
    index = end + length
    written = index
    return true
  }

  /// Writes `[text](address)` or `[text][label]` of a text without markup and an address to follow.
  private mutating func writeLink() -> Bool {
    let start = index + 1
    let stop = UInt8(ascii: "]")
    var end = start
    while byte(at: end) != stop {
      guard end < text.count, !ASCIISet.markup.contains(text[end]), isItself(at: end) else {
        return false
      }
      end += 1
    }
    let from = end + 2
    guard byte(at: index - 1) != UInt8(ascii: "!"), end > start, from < text.count else {
      return false
    }
    switch text[end + 1] {
    case UInt8(ascii: "("):
      let to = text.addressEnd(from: from)
      return byte(at: to) == UInt8(ascii: ")")
        && writeAnchor(from..<to, showing: start..<end, end: to + 1)
    case UInt8(ascii: "["): return writeReference(from, showing: start..<end)
    default: return false
    }
  }

  /// Writes a link whose label begins here, by the first line that may define it.
  private mutating func writeReference(_ start: Int, showing shown: Range<Int>) -> Bool {
    let label = start..<text.labelEnd(from: start)
    // Each looks through all lines.
    guard !label.isEmpty, byte(at: label.upperBound) == UInt8(ascii: "]"),
      expectedDefinitions.count < 32,
      let (line, definition) = LinkDefinition.first(of: label, in: text)
    else { return false }
    expectedDefinitions.append(line)
    return writeAnchor(definition.address, showing: shown, end: label.upperBound + 1)
  }

  /// Writes `<address>` (CommonMark §6.5).
  private mutating func writeAutolink() -> Bool {
    let start = index + 1
    let end = text.addressEnd(from: min(start, text.count))
    return byte(at: end) == UInt8(ascii: ">")
      && writeAnchor(start..<end, showing: start..<end, end: end + 1)
  }

  /// Writes a link; `false` when its address isn't one to follow.
  private mutating func writeAnchor(
    _ address: Range<Int>,
    showing shown: Range<Int>,
    end: Int
  ) -> Bool {
    if text.isPlainWebAddress(address) {
      flush()
      output.write(anchorStart)
      output.append(text, address)
      output.write(anchorEnd)
    } else {
      let bytes = Array(text[address])
      guard isSafeForStrangers(bytes) else { return false }
      flush()
      var anchor: [UInt8] = []
      anchor.writeStrangersAnchor(bytes)
      output.append(contentsOf: anchor)
    }
    output.writeEscaped(text, shown)
    output.write("</a>")
    index = end
    written = index
    return true
  }

  /// Writes a character without its backslash.
  private mutating func writeEscaped() -> Bool {
    let character = byte(at: index + 1)
    guard ASCIISet.escapable.contains(character) else { return false }
    flush()
    if let entity = entity(for: character) {
      output.write(entity)
    } else {
      output.append(character)
    }
    index += 2
    written = index
    return true
  }
}

extension ASCIISet {
  /// What a link's text may not have here: markup, and what would keep the brackets from being a link.
  fileprivate static let markup = ASCIISet("\\`*[~@", controls: true)
}

/// Whether a byte is ASCII punctuation (CommonMark §2.1).
private func isPunctuation(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
}
