import Testing

@testable import Markdown

@Test func `words are counted as they are found one by one`() {
  var random = SplitMix64(state: 7)
  let pieces = [
    "a", "Z9", "tea", "quite-long", " ", " ", "  ", "\n", "é", "汉", "。", "–", "(", ")", ".", "…",
    "'", "😀",
    "«", "0", "@[`{", "\u{7F}",
  ]
  for _ in 0..<5_000 {
    let count = Int(random.next() % 40)
    let text = Array(
      (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined().utf8
    )
    // With a limit words are looked for byte by byte, and `nil` says that there are no more.
    let words = (0...text.count).first { length(of: text[...], words: $0) == nil }
    #expect(wordCount(of: text[...]) == words, "\(String(decoding: text, as: UTF8.self))")
  }
}

@Test(arguments: [1, 2, 254, 255, 256, 257, 1024, 5000])
func `words of a long text are counted, each as many times as it stands there`(count: Int) {
  for word in ["a ", "ab  ", "letters, ", "somewhat-longer\n"] {
    let text = Array(String(repeating: word, count: count).utf8)
    #expect(wordCount(of: text[...]) == count)
  }
}
