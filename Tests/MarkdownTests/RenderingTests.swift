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
  (
    "a <a href=\"https://x.org\">in <!--more--> link</a>",
    "<p>a <a href=\"https://x.org\">in </a></p>\n"
  ),
  (
    "> [a <b>c *d <!-- more --> e*</b>](f)",
    "<blockquote>\n<p><a href=\"f\">a <b>c <em>d </em></b></a></p>\n</blockquote>\n"
  ),
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

@Test(arguments: [
  ("# A\n\nb\n\n<!--more-->\n\nc", "b"), ("a *b <!--more--> c* d", "a b"),
  ("- a\n\n## H\n\nb ~~c~~ <!--more-->\n", "a b c"), ("## A\n\nb\n\n## C\n\nd", "b"),
  ("<!--more-->\n\na", "a"), ("- a\n- b", "a b"), ("# A\n\n<!--more-->\n\nb", "A b"),
  ("\(forty)\n\n\(forty)", "\(forty)…"),
]) func `a description is the words of the summary`(text: String, expected: String) {
  #expect(rendered(text).excerpt(words: 40) == expected)
}

@Test(arguments: [
  (String(repeating: "汉字", count: 600), String(repeating: "汉字", count: 20) + "…"),
  (String(repeating: "汉字", count: 20), String(repeating: "汉字", count: 20)),
  (String(repeating: "汉", count: 40) + "。", String(repeating: "汉", count: 40) + "。"),
  (String(repeating: "汉", count: 40) + "。字", String(repeating: "汉", count: 40) + "。…"),
  (String(repeating: "汉", count: 40) + "「字」", String(repeating: "汉", count: 40) + "…"),
  (String(repeating: "汉", count: 39) + " tea cup", String(repeating: "汉", count: 39) + " tea…"),
  (String(repeating: "a – ", count: 40) + "b", String(repeating: "a – ", count: 39) + "a…"),
  (String(repeating: "a ", count: 40) + "–", String(repeating: "a ", count: 40) + "–"),
]) func `a description is cut where words are counted`(text: String, expected: String) {
  #expect(rendered(text).excerpt(words: 40) == expected)
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
  #expect(rendering.excerpt(words: 4) == "c d e f…")
  #expect(rendering.excerpt(words: 99) == "c d e f g h")
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
  let first = heading(1, "hello-world", "Hello, <em>World</em>!", label: "Hello, World!")
  #expect(rendering.html.starts(with: first.utf8))
}

@Test func `a heading has a link to it beside it, named by its text`() {
  #expect(
    html("## \"A\" & `<b>` [c](/d)\n## 日本") == """
      <div class="markdown-heading">
      <h2 id="a--b-c">“A” &amp; <code>&lt;b&gt;</code> <a href="/d">c</a></h2>
      <a class="anchor" href="#a--b-c" aria-label="Permalink: “A” &amp; &lt;b&gt; c"></a>
      </div>
      <div class="markdown-heading">
      <h2 id="日本">日本</h2>
      <a class="anchor" href="#%E6%97%A5%E6%9C%AC" aria-label="Permalink: 日本"></a>
      </div>

      """
  )
}

@Test func `where several texts are shown, headings have neither ids nor links to them`() {
  let rendering = rendered(
    "# A ~~b~~\n\nc\n\n> ## D\n\n### E ~~f~~ <!--more--> g\n\n## H[^1]\n\n[^1]: # I"
  )
  #expect(
    rendering.summary.map { String(decoding: $0, as: UTF8.self) } == """
      <h1>A <del>b</del></h1>
      <p>c</p>
      <blockquote>
      <h2>D</h2>
      </blockquote>
      <h3>E <del>f</del> </h3>

      """
  )
  let bare = String(decoding: rendering.html.removing(rendering.headingMarkup), as: UTF8.self)
  #expect(bare.matches(of: #/<h\d>/#).count == 5)
  #expect(!bare.contains("heading") && !bare.contains("anchor"))
}

@Test func `an id that stands on the page already is left alone`() {
  var options = MarkdownOptions()
  options.reservedIDs = ["comments"]
  #expect(html("# Comments", options) == heading(1, "comments-1", "Comments"))
}

@Test func `a table of contents nests headings as links`() {
  let rendering = rendered("## A [x](/y)\n### B[^1]\n## C\n#### D\n## E\n\n[^1]: f")
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

@Test func `a heading stands below the nearest earlier one of a smaller level`() {
  let rendering = rendered("## A\n### B\n# C\n#### D\n## E\n###### F\n# G")
  #expect(
    String(decoding: rendering.tableOfContents(), as: UTF8.self) == """
      <ul>
      <li><a href="#a">A</a>
      <ul>
      <li><a href="#b">B</a></li>
      </ul>
      </li>
      <li><a href="#c">C</a>
      <ul>
      <li><a href="#d">D</a></li>
      <li><a href="#e">E</a>
      <ul>
      <li><a href="#f">F</a></li>
      </ul>
      </li>
      </ul>
      </li>
      <li><a href="#g">G</a></li>
      </ul>

      """
  )
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
