internal import HTML

extension DirectWriter {
  /// Writes the block that begins here.
  mutating func writeBlock() -> Bool {
    let tick = UInt8(ascii: "`")
    switch text[index] {
    case let marker where isItem(marker, at: index): return writeList(marker)
    case tick where byte(at: index + 1) == tick && byte(at: index + 2) == tick:
      return writeCodeBlock()
    case UInt8(ascii: "["):
      if let definition = LinkDefinition(text, at: index) { return skip(definition) }
      return writeParagraph()
    default: return writeParagraph()
    }
  }

  /// Goes over a link's definition, behind which only another one or a blank line is certain.
  private mutating func skip(_ definition: LinkDefinition) -> Bool {
    var definition = definition
    while true {
      definitions.append(index)
      index = definition.end
      let next = byte(at: index + 1)
      if next == UInt8(ascii: "\n") { return true }
      guard next == UInt8(ascii: "["), let following = LinkDefinition(text, at: index + 1) else {
        return false
      }
      index += 1
      definition = following
    }
  }

  /// Writes a paragraph, or a quote of one, whose first line stands here.
  private mutating func writeParagraph() -> Bool {
    let isQuote = text[index] == UInt8(ascii: ">")
    output.write(isQuote ? "<blockquote>\n<p>" : "<p>")
    while true {
      if isQuote, !skipQuoteMarker() { return false }
      guard beginsText(at: index), writeLine() else { return false }
      guard byte(at: index + 1) != UInt8(ascii: "\n") else { break }
      output.append(UInt8(ascii: "\n"))
      index += 1
    }
    output.write(isQuote ? "</p>\n</blockquote>\n" : "</p>\n")
    return emphasis == 0
  }

  /// Goes over `> `, which each line of a quote shall have here.
  private mutating func skipQuoteMarker() -> Bool {
    guard byte(at: index) == UInt8(ascii: ">"), byte(at: index + 1) == UInt8(ascii: " ") else {
      return false
    }
    index += 2
    return true
  }

  /// Writes a list whose items have a line each, below which others may stand in a list of their own.
  private mutating func writeList(_ marker: UInt8) -> Bool {
    let (start, length, expected) = (index, output.count, expectedDefinitions.count)
    output.write("<ul>\n")
    repeat {
      output.write("<li>")
      guard writeItem() else { return false }
      if let nested = nestedMarker {
        output.write("\n<ul>\n")
        repeat {
          index += 2
          output.write("<li>")
          guard writeItem() else { return false }
          output.write("</li>\n")
        } while nestedMarker == nested
        output.write("</ul>\n")
      }
      output.write("</li>\n")
    } while isItem(marker, at: index)
    output.write("</ul>\n")
    // What isn't blank would go on with the last item.
    guard byte(at: index) == UInt8(ascii: "\n") else { return false }
    guard isItem(marker, at: text.firstIndex(from: index) { $0 != UInt8(ascii: "\n") }) else {
      return true
    }
    // A further item sets all of them apart.
    index = start
    output.truncate(to: length)
    expectedDefinitions.removeLast(expectedDefinitions.count - expected)
    return writeLooseList(marker)
  }

  /// Writes a list with a blank line between items, each of which has one line.
  private mutating func writeLooseList(_ marker: UInt8) -> Bool {
    output.write("<ul>\n")
    var next = index
    repeat {
      index = next
      output.write("<li>\n<p>")
      guard writeItem() else { return false }
      output.write("</p>\n</li>\n")
      next = text.firstIndex(from: index) { $0 != UInt8(ascii: "\n") }
    } while isItem(marker, at: next)
    output.write("</ul>\n")
    return byte(at: index) == UInt8(ascii: "\n")
  }

  /// Writes what an item says whose marker stands here, and goes to the next line.
  private mutating func writeItem() -> Bool {
    index += 2
    guard beginsText(at: index), writeLine(), emphasis == 0 else { return false }
    index = min(index + 1, text.count)
    return true
  }

  /// The marker of an item that stands here two blanks in: it belongs to the item above.
  private var nestedMarker: UInt8? {
    let (blank, marker) = (UInt8(ascii: " "), byte(at: index + 2))
    guard byte(at: index) == blank, byte(at: index + 1) == blank, isItem(marker, at: index + 2)
    else { return nil }
    return marker
  }

  /// Whether an item of a list stands at an index, with that byte for its marker.
  private func isItem(_ marker: UInt8, at index: Int) -> Bool {
    switch marker {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      byte(at: index) == marker && byte(at: index + 1) == UInt8(ascii: " ")
    default: false
    }
  }

  /// Writes code between two fences of three backticks, the first perhaps with a language.
  private mutating func writeCodeBlock() -> Bool {
    let language = index + 3..<text.firstIndex(from: index + 3) { !isLanguageByte($0) }
    guard byte(at: language.upperBound) == UInt8(ascii: "\n"), language.count <= 32 else {
      return false
    }
    let start = min(language.upperBound + 1, text.count)
    guard let end = closingFence(from: start) else { return false }
    output.write("<pre><code")
    if !language.isEmpty {
      output.write(" class=\"language-")
      output.writeEscaped(text, language)
      output.write("\"")
    }
    output.write(">")
    output.writeEscaped(text, start..<end)
    output.write("</code></pre>\n")
    index = end + 3
    return true
  }

  /// Where the fence stands that ends code; `nil` where another line might end it, or nothing does.
  private func closingFence(from start: Int) -> Int? {
    var line = start
    while line < text.count {
      let first = text.firstIndex(from: line) { $0 != UInt8(ascii: " ") }
      if byte(at: first) == UInt8(ascii: "`") {
        let end = text.firstIndex(from: first) { $0 != UInt8(ascii: "`") }
        guard first == line, end == line + 3, byte(at: end) == UInt8(ascii: "\n") else {
          return nil
        }
        return line
      }
      let end = text.firstIndex(from: first) { $0 == UInt8(ascii: "\n") }
      for index in first..<end where !isShown(at: index) { return nil }
      line = end + 1
    }
    return nil
  }

  /// Whether a line that begins so can only be text: no marker, fence, rule or blank.
  private func beginsText(at start: Int) -> Bool {
    let first = byte(at: start)
    if isDigit(first) {
      let end = text.firstIndex(from: start) { !isDigit($0) }
      return byte(at: end) != UInt8(ascii: ".") && byte(at: end) != UInt8(ascii: ")")
    }
    if first == UInt8(ascii: "*") {
      let second = byte(at: start + 1)
      let next = second == first ? byte(at: start + 2) : second
      return isAlphanumeric(next) || next >= 0x80
    }
    return first >= 0x80 || isLetter(first) || ASCIISet.lineStarts.contains(first)
  }
}

extension ASCIISet {
  /// What a line of text may begin with, besides letters, digits and `*`.
  fileprivate static let lineStarts = ASCIISet("[\"'(\\`!$%&,./;?){}|^:<")
}
