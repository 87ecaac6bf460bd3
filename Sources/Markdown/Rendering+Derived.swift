extension Rendering {
  /// How many words the text has; an ideograph, kana or syllable of Hangul counts as one.
  ///
  /// Complexity: a pass over the text.
  public var wordCount: Int { Markdown.wordCount(of: plainText[...]) }

  /// How many minutes it takes to read, at 213 words a minute, rounded up; none for no words.
  public var readingMinutes: Int { Markdown.readingMinutes(of: plainText[...]) }

  /// The first words of the summary, else of the text, with an ellipsis where more follow in it.
  ///
  /// Words are what ``wordCount`` counts, so a text without blanks is cut too.
  ///
  /// Complexity: O(its length), however long the text.
  public func excerpt(words limit: Int) -> String {
    let text = summaryText.contains { !isBlank($0) } ? summaryText : plainText
    let cut = length(of: text[...], words: limit)
    let end = cut ?? text.count
    var excerpt: [UInt8] = []
    excerpt.reserveCapacity(end)
    var isBehindBlank = false
    for byte in text[..<end] {
      if isBlank(byte) {
        isBehindBlank = !excerpt.isEmpty
      } else {
        if isBehindBlank { excerpt.append(UInt8(ascii: " ")) }
        isBehindBlank = false
        excerpt.append(byte)
      }
    }
    guard cut != nil else { return String(decoding: excerpt, as: UTF8.self) }
    return String(decoding: excerpt, as: UTF8.self).withoutOpeningMarks + "…"
  }

  /// The headings as nested lists of links; empty when there are none.
  ///
  /// A heading stands below the nearest earlier one of a smaller level, else at the top.
  public func tableOfContents() -> [UInt8] {
    var output: [UInt8] = []
    var open: [Int] = []
    for heading in headings {
      let kept = (open.lastIndex { $0 < heading.level } ?? -1) + 1
      if kept == open.count {
        output.write(open.isEmpty ? "<ul>\n" : "\n<ul>\n")
      } else {
        for _ in kept + 1..<open.count { output.write("</li>\n</ul>\n") }
        output.write("</li>\n")
      }
      open.removeLast(open.count - kept)
      open.append(heading.level)
      output.write("<li><a href=\"#")
      output.writeAddress(heading.id)
      output.write("\">")
      output.append(contentsOf: heading.html.withoutLinks())
      output.write("</a>")
    }
    for _ in open { output.write("</li>\n</ul>\n") }
    return output
  }
}

extension String {
  /// The text without brackets and quotes at its end that open what was cut off.
  fileprivate var withoutOpeningMarks: String {
    let last = unicodeScalars.lastIndex { scalar in
      switch scalar.properties.generalCategory {
      case .openPunctuation, .initialPunctuation: false
      default: true
      }
    }
    return last.map { String(self[...$0]) } ?? self
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}
