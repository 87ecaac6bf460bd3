import HTML
import TestSupport
import Testing

@testable import Markdown

/// What a stranger's text becomes without a tree, `nil` where it isn't certain; and by cmark.
private func both(_ text: String) -> (direct: String?, parsed: String) {
  let bytes = Array(text.utf8)
  var writer = DirectWriter(bytes, output: OutputBuffer())
  let isWritten = writer.write()
  var renderer = MarkdownRenderer()
  let parsed = renderer.parseUntrusted(bytes, maximumLength: 16_384)
  return (
    isWritten ? String(decoding: writer.finish().bytes(), as: UTF8.self) : nil,
    String(decoding: parsed, as: UTF8.self)
  )
}

/// Says where both differ; whether the text was written without a tree.
private func compare(_ text: String) -> Bool {
  let (direct, parsed) = both(text)
  guard let direct else { return false }
  if direct != parsed { Issue.record("\(text.debugDescription)\n\(direct)\n\(parsed)") }
  return true
}

@Test(arguments: [
  "", "\n\n", "a", "Two\nlines.\n\nAnd \"more\" (5 > 4 & 3 < 4): Tom's — “so”.\n",
  "*a* is **b c**, snake_case 2 * 3 \\* 4", "> quoted\n> text\n\nan answer\n\n> again",
  "`a < b` and ``c`d``", "[a \"b\"](https://x.example/a_b?c=d*e%20f) and [c](mailto:a@x.example)",
  "- a *b*\n- c\n\nd\n\n* e", "+ a\n\n* b", "```swift\na < b\n\n  c\n```\nd\n\n```\n```",
  "a &amp; b &lt;c&gt; &quot;d&quot;", "<https://x.example/?a=b>", "a <https://x.example>, b",
  "2010 was good. #1, or +1; we know. www",
  "[a][b-1] and [c][B-1].\n\n[b-1]: https://x.example/b\n", "[b]: https://x.example", "[a]: /b",
  "a\n\n[b]: https://x.example\n[c]: http://y.example\n\n[d][c]",
  "[b]: https://x.example\n[B]: https://y.example\n\n[a][b]",
  "- a\n\n[b]: https://x.example\n\n[a][b]",
  "[a][b]\n\n[b]: https://x.example \"t 'u'\"\n[c]: https://y.example \"\"",
  "- a\n\n- b", "* a\n* b\n\n\n* c *d*\n\ne", "- a\n\n- b\n\n* c",
  "- a\n  - b\n  - c\n- d\n  * e\n\nf",
  "- [a][b]\n\n- c\n\n[b]: https://x.example",
  "“*a* b” and (**c**), *café* … *Ärger*—*d*", "*明* и **ж**:\n*é*",
])
func `simple text is written without a tree, and as cmark has it`(text: String) {
  #expect(both(text).direct == both(text).parsed)
}

@Test(arguments: [
  "- a\nb", "- a\n  b", "- - a", "-", "- *a", "+ a\n\n  b", "- a\n  - b\n    - c",
  "- a\n  - b\n  * c", "- a\n  - b\n\n- c", "- a\n\n- b\n  - c",
  "- a\n\n- b\nc", "- a\n\n  - b", "- a\n - b", "- a\n   - b", "* a\n\n* * *", "1. a", "1) a",
  "# a",
  "> - a", "    a", "a\n===", "a\n---", "```\na", "````\na\n````", "``` a\n```",
  "```\na\n ```", "```\na\u{202E}\n```", "```\n\u{7F}\n```", "<ftp://x.example>", "~~~", "<p>",
  "a\n<p>", "a  \nb", "a\\\nb", "a ", "a\tb", "a\r\nb", "&copy;", "&#x202E;", "a*b*",
  "*a", "*a **b***", "***a***", "** **", "*\n", "__a__", "_a_", "~a~", "a@x.example",
  "https://x.example", "www.x.example", "![a](https://x.example)", "[a]", "[a][b]",
  "[a](javascript:b)", "[a](/b)", "[a](https://x.example \"t\")", "[a](https://a@x.example)",
  "[*a*](https://x.example)", "[[a](https://x.example)](https://x.example)", "<a@x.example>",
  "[a][b]\n[b]: https://x.example", "[a][b]\n\n[b]: <https://x.example>",
  "[a][b]\n\n[b]: https://x.example 't'", "[a][b]\n\n[b]: https://x.example \"t\\\"\"",
  "[a][b]\n\n[b]: https://x.example\n'c'",
  "```\n[b]: https://x.example\n```\n\n[a][b]", "[a][b]\n\n[b]: javascript:c",
  "[a][]\n\n[a]: https://x.example",
  "> [b]: https://x.example\n\n[a][b]",
  "[a][s]\n\n[\u{17F}]: https://x.example\n[s]: https://y.example",
  "` a `", "`a", "`a\nb`", "> a\nb", ">a", "a\u{202E}b", "\\a", "a\u{0}b", "a\u{7F}b", "[^1]: a",
])
func `what may mean something is left to cmark`(text: String) {
  #expect(both(text).direct == nil)
}

@Test func `thousands of definitions are gone over without a stack`() {
  let text = String(repeating: "[a]: b\n", count: 200_000)
  #expect(both(text).direct == "")
}

@Test func `any text is written as cmark has it, or left to it`() {
  let pieces = [
    "\n", "\n\n", " ", "  ", "a", "word", "é", "“", "”", "—", "\u{A0}", "*", "**", "_", "__", "`",
    "``",
    "[", "]", "(", ")", "](", "[a](https://x.example/)", "[b c](http://y.example/?d=e&f)", "!", "&",
    "&amp;", "<", ">", "> ", "\"", "'", "\\", "\\*", "\\_", ":", "://", "https://x.example", ".",
    "www.", "@", "~", "#", "# ", "- ", "+ ", "1", "1. ", "=", "---", "|", "\t", "*a*", " *b* ",
    "**c d** ", "`e`", "\n- ", "\n* ", "\n  - ", "\n\n- ", "\n  * ", "\n   - ",
    "- a\n- b\n  - c d", "\n\n  - ", "\n\n```\n", "```", "\n```\n", "<https://x.example/*a_>",
    " `f*g` ", "\u{202E}", "\u{2E00}", "x", ", ", ". ", "\\\\", "^", "{", "$",
    "%", "“*", "*”", "*é", "é*", " *ж", "明* ", "…", "\u{3000}", "×", "\u{387}", "[f][g]",
    "[h i][G]", "\n\n[g]: https://x.example/g", "\n[g]: https://y.example\n",
    "\n\n[G]: http://z.example\n\n", "\n\n[g]: https://x.example\n\n[j][g]",
    "\n\n[g]: https://x.example \"t\"\n",
  ]
  let words = [" and ", "so", " it", "\nwas", "\n\nNow"]
  var random = SplitMix64(state: 5)
  var direct = 0
  for round in 0..<40_000 {
    var text = ""
    for _ in 0...Int.random(in: 0...9, using: &random) {
      // Letters and words between, so that many a text is simple.
      let isPlain = Int.random(in: 0...2, using: &random) < round % 3
      let choices = isPlain ? words : pieces
      text += choices[Int.random(in: 0..<choices.count, using: &random)]
    }
    direct += compare(text) ? 1 : 0
  }
  #expect(direct > 5_000)
}

@Test(.enabled(if: SharedSets.includes("real/disqus/benbalter_1145.xml")))
func `the comments of a blog are written as cmark has them, or left to it`() throws {
  let export = String(
    decoding: try SharedSets.bytes("real/disqus/benbalter_1145.xml"),
    as: UTF8.self
  )
  var direct = 0
  for message in export.matches(of: #/<message><!\[CDATA\[([\s\S]*?)\]\]>/#) {
    let typed = String(message.output.1)
    for text in [typed, typed.replacing(#/<[^>]*>/#, with: "")] where compare(text) { direct += 1 }
  }
  #expect(direct > 100)
}

@Test(.enabled(if: SharedSets.includes("conformance/commonmark-0.30.json")))
func `specifications and attacks are written as cmark has them, or left to it`() throws {
  for file in SharedSets.vectorFiles {
    for vector in try SharedSets.vectors(of: file) where !vector.utf8.contains(where: isForbidden) {
      _ = compare(vector)
    }
  }
  for example in try examples("conformance/commonmark-0.30.json") {
    _ = compare(example.markdown)
  }
}

/// Whether a byte is a control character that a comment loses before it is read.
private func isForbidden(_ byte: UInt8) -> Bool {
  (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
}

extension SplitMix64: RandomNumberGenerator {}

@Test func `a stranger's text keeps no more memory than it needs`() {
  var renderer = MarkdownRenderer()
  // The first makes room that the next ones find.
  let long = renderer.renderUntrusted(
    Array(repeating: UInt8(ascii: "a"), count: 9000),
    maximumLength: 16_384
  )
  let short = renderer.renderUntrusted(Array("a short one".utf8), maximumLength: 16_384)
  #expect(long.count > 9000)
  #expect(short.capacity < 128)
}
