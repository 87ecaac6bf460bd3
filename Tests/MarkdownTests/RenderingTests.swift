import Diagnostics
import Markdown
import Testing

private func summary(_ text: String) -> String? {
  rendered(text).summary.map { String(decoding: $0, as: UTF8.self) }
}

@Test(arguments: [
  ("a\n\n<!--more-->\n\nb", "<p>a</p>\n"),
  ("a\n\n<!-- more -->\nb", "<p>a</p>\n"),
  ("a *b <!--more--> c* d", "<p>a <em>b </em></p>\n"),
  (
    "- a\n- > b\n  >\n  > <!--more-->\n- c",
    "<ul>\n<li>a</li>\n<li>\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n"
  ),
  (
    "<div>\n<b title=\">\">\n\na<br><i>b\n\n<!--more-->\n</i></div>",
    "<div>\n<b title=\">\">\n<p>a<br><i>b</p>\n</i></b></div>"
  ),
  ("<ul><li>a<li>b</ul><div>\n\n<!--more-->", "<ul><li>a<li>b</ul><div>\n</div>"),
  ("a[^1]\n\n<!--more-->\n\n[^1]: b", "<p>a</p>\n"),
  ("~~a~~ b <!--more-->", "<p><del>a</del> b </p>\n"),
]) func `a summary ends at the marker, with all elements closed`(text: String, expected: String) {
  #expect(summary(text) == expected)
  #expect(rendered(text).hasMore)
  #expect(!html(text).contains("more"))
}

private let forty = Array(repeating: "word", count: 40).joined(separator: " ")

@Test(arguments: [
  ("# A\n\nb\n\nc\n\n- d", "<p>b</p>\n<p>c</p>\n"), ("a\n\n## B\n\nc", "<p>a</p>\n"), ("- a", nil),
  ("", nil),
  ("\(forty)\n\n\(forty)\n\nc", "<p>\(forty)</p>\n<p>\(forty)</p>\n"),
  ("> a\n\n![b](c)\n\nd", "<p>d</p>\n"),
]) func `without a marker the summary is the first paragraphs`(text: String, expected: String?) {
  #expect(summary(text) == expected)
  #expect(!rendered(text).hasMore)
}

@Test func `the plain text has words and no markup`() {
  let rendering = rendered(
    "# A *b*\n\nc `d` ~~e~~[^1] <b>f</b>\ng  \nh ![i](j)\n\n- k\n- [x] l\n\n|m|n|\n|-|-|\n|o|p|\n\n[^1]: q"
  )
  #expect(
    String(decoding: rendering.plainText, as: UTF8.self)
      == "A b\nc d e f g\nh \nk\nl\nm n \no p \nq\n"
  )
  #expect(rendering.wordCount == 15)
  #expect(rendering.readingMinutes == 1)
  #expect(rendering.excerpt(words: 4) == "A b c d…")
  #expect(rendering.excerpt(words: 99) == "A b c d e f g h k l m n o p q")
}

@Test(arguments: [
  ("a bc, d-e  f", 4), ("– — “” ’ , .", 0), ("“a” ‘b’", 2), ("日本語。です", 5), ("한국어 x", 4),
  ("é ü1 😀", 3), ("", 0),
]) func `words are counted in any script`(text: String, count: Int) {
  #expect(rendered(text).wordCount == count)
}

@Test func `headings have ids that nothing else has`() {
  let rendering = rendered(
    "# Hello, *World*!\n# hello world\n# hello world\n# hello-world-1\n# Ünï 日本\n# ?\n# Comment 1\n# fn-1"
  )
  #expect(
    rendering.headings.map(\.id) == [
      "hello-world", "hello-world-1", "hello-world-2", "hello-world-1-1", "ünï-日本", "section",
      "section-comment-1", "section-fn-1",
    ]
  )
  #expect(rendering.headings[0].text == "Hello, World!")
  #expect(rendering.html.starts(with: "<h1 id=\"hello-world\">Hello, <em>World</em>!</h1>\n".utf8))
}

@Test func `an id that stands on the page already is left alone`() {
  var options = MarkdownOptions()
  options.reservedIDs = ["comments"]
  #expect(html("# Comments", options) == "<h1 id=\"comments-1\">Comments</h1>\n")
}

@Test func `a table of contents nests headings as links`() {
  let rendering = rendered("# T\n## A [x](/y)\n### B[^1]\n## C\n#### D\n## E\n\n[^1]: f")
  #expect(
    String(decoding: rendering.tableOfContents(), as: UTF8.self) == """
      <ul>
      <li><a href="#a-x">A x</a>
      <ul>
      <li><a href="#b">B</a></li>
      </ul>
      </li>
      <li><a href="#c">C</a>
      <ul>
      <li><a href="#d">D</a></li>
      </ul>
      </li>
      <li><a href="#e">E</a></li>
      </ul>

      """
  )
  #expect(rendered("a").tableOfContents().isEmpty)
}

@Test func `an author's HTML passes, unless a setting turns it off`() {
  var options = MarkdownOptions()
  #expect(html("<div>\n\na <b>c</b>\n\n</div>", options) == "<div>\n<p>a <b>c</b></p>\n</div>\n")
  options.allowsHTML = false
  #expect(
    html("<div>\n\na <b>c</b>\n\n</div>", options)
      == "<p>&lt;div&gt;</p>\n<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;/div&gt;</p>\n"
  )
}

@Test func `CommonMark alone has none of the extensions`() {
  let text =
    "# a ~~b~~ www.x.example \"c\"[^1]\n\n|a|\n|-|\n\n- [ ] d\n\n> [!NOTE]\n\n<!--more-->\n\n![e](f)\n\n[^1]: g h\n"
  #expect(
    html(text, .commonMark) == """
      <h1>a ~~b~~ www.x.example &quot;c&quot;[^1]</h1>
      <p>|a|
      |-|</p>
      <ul>
      <li>[ ] d</li>
      </ul>
      <blockquote>
      <p>[!NOTE]</p>
      </blockquote>
      <!--more-->
      <p><img src="f" alt="e" /></p>
      <p>[^1]: g h</p>

      """
  )
}
