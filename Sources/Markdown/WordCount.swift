/// How many minutes a text without markup takes to read, at 213 words a minute, rounded up.
package func readingMinutes(of text: ArraySlice<UInt8>) -> Int {
  readingMinutes(words: wordCount(of: text))
}

/// How many minutes so many words take to read, at 213 words a minute, rounded up.
package func readingMinutes(words: Int) -> Int { (words + 212) / 213 }

/// How many words a text has: runs of letters and digits between blanks.
///
/// Each ideograph, kana or syllable of a script that doesn't part words counts as one.
func wordCount(of text: ArraySlice<UInt8>) -> Int { wordCount(of: text.span) }

private func wordCount(of text: Span<UInt8>) -> Int {
  var count = 0
  var inWord = false
  var index = 0
  while index < text.count {
    let byte = text[index]
    if byte <= 0x20 {
      inWord = false
    } else if inWord, byte < 0x80 {
      // Whatever stands in a word belongs to it.
    } else if isAlphanumeric(byte) || (byte >= 0xC3 && byte < 0xE3) || byte >= 0xF0 {
      if !inWord, !isGeneralPunctuation(text, index) {
        count += 1
        inWord = true
      }
    } else if (0xE3..<0xF0).contains(byte), !isWidePunctuation(text, index) {
      // U+3000 to U+FFFF: Chinese, Japanese and Korean, near enough.
      count += 1
      inWord = false
    }
    index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
  return count
}

/// Dashes, quotes and the like, U+2000 to U+203F.
private func isGeneralPunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text[index] == 0xE2 && index + 1 < text.count && text[index + 1] == 0x80
}

/// Ideographic punctuation, U+3000 to U+303F, and full-width forms, U+FF00 and on.
private func isWidePunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
  guard index + 1 < text.count else { return false }
  return (text[index] == 0xE3 && text[index + 1] == 0x80)
    || (text[index] == 0xEF && text[index + 1] >= 0xBC)
}
