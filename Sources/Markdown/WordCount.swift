internal import HTML

/// How many minutes a text without markup takes to read, at 213 words a minute, rounded up.
package func readingMinutes(of text: ArraySlice<UInt8>) -> Int {
  readingMinutes(words: wordCount(of: text))
}

/// How many minutes so many words take to read, at 213 words a minute, rounded up.
package func readingMinutes(words: Int) -> Int { (words + 212) / 213 }

/// How many words a text has: runs of letters and digits between blanks.
///
/// Each ideograph, kana or syllable of a script that doesn't part words counts as one.
func wordCount(of text: ArraySlice<UInt8>) -> Int {
  unsafe text.withUnsafeBufferPointer { unsafe words(of: $0, upTo: .max).count }
}

/// How many bytes the first words of a text take; `nil` when it has no more words than that.
///
/// What stands right behind the last of them belongs to it, up to a blank.
func length(of text: ArraySlice<UInt8>, words limit: Int) -> Int? {
  unsafe text.withUnsafeBufferPointer { text in
    let words = unsafe words(of: text, upTo: limit)
    guard let next = words.next else { return nil }
    var end = words.end
    while end < next, unsafe text[end] > 0x20 { end += 1 }
    return end
  }
}

/// Words as they are counted.
private struct CountedWords {
  var count = 0
  /// Where the last one ends.
  var end = 0
  /// Where one begins that is over the limit; `nil` when none is.
  var next: Int?

  /// Counts a word, but not one over the limit.
  ///
  /// - Returns: whether it is over the limit.
  @inline(__always)
  mutating func take(_ start: Int, _ limit: Int) -> Bool {
    guard count < limit else {
      next = start
      return true
    }
    count += 1
    return false
  }
}

private func words(of text: UnsafeBufferPointer<UInt8>, upTo limit: Int) -> CountedWords {
  var words = CountedWords()
  var index = 0
  while index < text.count {
    if limit == .max {
      words.count += unsafe countPlainWords(of: text, from: &index)
      guard index < text.count else { break }
    }
    let byte = unsafe text[index]
    if isAlphanumeric(byte) || (byte >= 0xC3 && byte < 0xE3) || byte >= 0xF0 {
      if unsafe isGeneralPunctuation(text, index) {
        index += 3
        continue
      }
      if words.take(index, limit) { return words }
      index = unsafe wordEnd(of: text, from: index)
      words.end = index
      continue
    }
    // U+3000 to U+FFFF: Chinese, Japanese and Korean, near enough.
    let isWord = unsafe (0xE3..<0xF0).contains(byte) && !isWidePunctuation(text, index)
    if isWord, words.take(index, limit) { return words }
    index = min(index + length(of: byte), text.count)
    if isWord { words.end = index }
  }
  return words
}

/// Counts words eight bytes at a time, as far as all is ASCII and each begins with a letter or a digit.
///
/// The index, which stands in no word, goes on to where none of this holds any more, in no word again.
private func countPlainWords(
  of text: UnsafeBufferPointer<UInt8>,
  from index: inout Int
) -> Int {
  let bytes = UnsafeRawBufferPointer(text)
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highBits = ones &* 0x80
  var count = 0
  /// How many words began at each of the eight places since they were last added up: without an
  /// instruction of its own, counting a word's bits costs more than finding them.
  var places: UInt64 = 0
  var rounds = 0
  /// Whether the byte before is part of a word: its high bit, moved to where the next bytes begin.
  var before: UInt64 = 0
  while bytes.count - index >= 8 {
    let eight = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    guard eight & highBits == 0 else { break }
    // All are below 0x80, so that no sum carries into the next byte: each sets the high bit of those
    // from some byte on.
    let small = eight | ones &* 0x20
    let isLetter = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B))
    let isDigit = (eight &+ ones &* (0x80 - 0x30)) & ~(eight &+ ones &* (0x80 - 0x3A))
    let isSolid = (eight &+ ones &* (0x80 - 0x21)) & highBits
    let starts = isSolid & ~(isSolid << 8 | before)
    guard starts & ~(isLetter | isDigit) == 0 else { break }
    places &+= starts >> 7
    rounds += 1
    if rounds == 255 {
      count += places.sumOfBytes
      (places, rounds) = (0, 0)
    }
    before = isSolid >> 56
    index += 8
  }
  count += places.sumOfBytes
  if before != 0 { index = unsafe wordEnd(of: text, from: index) }
  return count
}

extension UInt64 {
  /// The sum of its eight bytes.
  fileprivate var sumOfBytes: Int {
    let pairs = (self & 0x00FF_00FF_00FF_00FF) &+ (self >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}

/// Where a word ends: at a blank, or before an ideograph.
private func wordEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let bytes = unsafe Span(_unsafeElements: text)
  var index = start
  while index < text.count {
    // Whatever stands in a word belongs to it.
    index = bytes.firstIndex(from: index) { $0.marks(below: 0x21) | $0.marksBeyondASCII }
    guard index < text.count else { break }
    let byte = unsafe text[index]
    if byte < 0x80 { return index }
    if (0xE3..<0xF0).contains(byte), unsafe !isWidePunctuation(text, index) { return index }
    index += length(of: byte)
  }
  return min(index, text.count)
}

/// How many bytes a character has, by its first.
@inline(__always)
private func length(of byte: UInt8) -> Int {
  byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
}

/// Dashes, quotes and the like, U+2000 to U+203F.
private func isGeneralPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  unsafe text[index] == 0xE2 && index + 1 < text.count && text[index + 1] == 0x80
}

/// Ideographic punctuation, U+3000 to U+303F, and full-width forms, U+FF00 and on.
private func isWidePunctuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  guard index + 1 < text.count else { return false }
  return unsafe (text[index] == 0xE3 && text[index + 1] == 0x80)
    || (text[index] == 0xEF && text[index + 1] >= 0xBC)
}
