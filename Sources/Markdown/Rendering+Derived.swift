extension Rendering {
  /// How many words the text has; an ideograph, kana or syllable of Hangul counts as one.
  ///
  /// Complexity: a pass over the text.
  public var wordCount: Int { Markdown.wordCount(of: plainText[...]) }

  /// How many minutes it takes to read, at 213 words a minute, rounded up; none for no words.
  public var readingMinutes: Int { Markdown.readingMinutes(of: plainText[...]) }

  /// The first words of the summary, else of the text, with an ellipsis where more follow in it; words
  /// end with blanks, tabs and line ends.
  ///
  /// Complexity: O(its length), however long the text.
  public func excerpt(words limit: Int) -> String {
    let text = summaryText.contains { !isBlank($0) } ? summaryText : plainText
    var excerpt: [UInt8] = []
    var words = 0
    var start = 0
    while start < text.count {
      guard !isBlank(text[start]) else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex(where: isBlank) ?? text.count
      if words == limit {
        excerpt.append(contentsOf: "…".utf8)
        break
      }
      if words > 0 { excerpt.append(UInt8(ascii: " ")) }
      excerpt += text[start..<end]
      words += 1
      start = end
    }
    return String(decoding: excerpt, as: UTF8.self)
  }

  /// The headings of some levels as nested lists of links; empty when there are none.
  public func tableOfContents(levels: ClosedRange<Int> = 2...4) -> [UInt8] {
    var output: [UInt8] = []
    var open: [Int] = []
    for heading in headings where levels.contains(heading.level) {
      while let last = open.last, last > heading.level, open.dropLast().last != nil {
        output.write("</li>\n</ul>\n")
        open.removeLast()
      }
      if let last = open.last, last >= heading.level {
        output.write("</li>\n")
        open[open.count - 1] = heading.level
      } else {
        output.write(open.isEmpty ? "<ul>\n" : "\n<ul>\n")
        open.append(heading.level)
      }
      output.write("<li><a href=\"#")
      output.writeAddress(Array(heading.id.utf8))
      output.write("\">")
      output.append(contentsOf: heading.html.withoutLinks())
      output.write("</a>")
    }
    for _ in open { output.write("</li>\n</ul>\n") }
    return output
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}
