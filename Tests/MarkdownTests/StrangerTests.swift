import Markdown
import Testing

@Test(arguments: [
  ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n"),
  (
    "> a\n\n- b\n\n3. c",
    "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n"
  ),
  ("```swift x\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>\n"),
  ("a  \nb", "<p>a<br />\nb</p>\n"),
  ("it's \"so\" -- ...", "<p>it's &quot;so&quot; -- ...</p>\n"),
]) func `a stranger has paragraphs, emphasis, code, quotes and lists`(text: String, html: String) {
  #expect(comment(text) == html)
}

@Test(arguments: [
  ("List<String> <script>x</script>", "<p>List&lt;String&gt; &lt;script&gt;x&lt;/script&gt;</p>\n"),
  (
    "<div onclick=x>\n*raw*\n</div>",
    "<p>&lt;div onclick=x&gt;<br />\n*raw*<br />\n&lt;/div&gt;</p>\n"
  ),
  ("<!-- a\n\nb -->", "<p>&lt;!-- a</p>\n<p>b --&gt;</p>\n"),
]) func `a stranger's HTML shows as it was typed`(text: String, html: String) {
  #expect(comment(text) == html)
}

@Test(arguments: [
  ("# A *b*", "<p><strong>A <em>b</em></strong></p>\n"),
  ("a\n===", "<p><strong>a</strong></p>\n"),
  ("***", "<p>***</p>\n"),
  ("> - - -", "<blockquote>\n<p>- - -</p>\n</blockquote>\n"),
  ("|a|b|\n|-|-|\n|c|d|", "<p>|a|b|\n|-|-|\n|c|d|</p>\n"),
  ("- [ ] a\n- [x] b", "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>\n"),
  ("a[^1]\n\n[^1]: b", "<p>a[^1]</p>\n<p>[^1]: b</p>\n"),
  ("> [!NOTE]\n> a", "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n"),
  ("a <!--more--> b", "<p>a &lt;!--more--&gt; b</p>\n"),
  ("```js\" onload=\n```", "<pre><code></code></pre>\n"),
]) func `what a comment doesn't have shows as it was typed`(text: String, html: String) {
  #expect(comment(text) == html)
}

private let rel = "rel=\"nofollow ugc noopener\""

@Test(arguments: [
  (
    "[a](https://x.example/?b=c&d \"t\")",
    "<p><a href=\"https://x.example/?b=c&amp;d\" \(rel)>a</a></p>\n"
  ),
  ("<HTTP://X.example/>", "<p><a href=\"HTTP://X.example/\" \(rel)>HTTP://X.example/</a></p>\n"),
  (
    "www.x.example, me@x.example.",
    "<p><a href=\"http://www.x.example\" \(rel)>www.x.example</a>, <a href=\"mailto:me@x.example\" \(rel)>me@x.example</a>.</p>\n"
  ),
  ("![a](http://x.example/a.png)", "<p><a href=\"http://x.example/a.png\" \(rel)>a</a></p>\n"),
  (
    "![](http://x.example/a.png)",
    "<p><a href=\"http://x.example/a.png\" \(rel)>http://x.example/a.png</a></p>\n"
  ),
  (
    "[![a](http://y.example)](http://x.example)",
    "<p><a href=\"http://x.example\" \(rel)>a</a></p>\n"
  ),
  ("[![a](http://y.example)](/x)", "<p>a</p>\n"),
]) func `a stranger's links go to the web and to mail, and images are links`(
  text: String,
  html: String
) {
  #expect(comment(text) == html)
}

@Test(arguments: [
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x09;script:x", "data:text/html,x",
  "vbscript:x",
  "/login", "//x.example", "ftp://x.example", "x", "#a", "http:x", "http:///x", "http://",
  "http://:80/",
  "http://user@x.example/", "http://user:pw@x.example", "http://good.example\\\\@evil.example/",
  "http://good.example%40evil.example/", "http://x.example/\u{202E}gpj.exe",
  "http://x.example/%E2%80%AEa",
  "http://x.example/%0d%0aSet-Cookie:a", "http://x.example/\u{200F}", "http://x.example/\u{7F}",
  "http://x.exa\u{AD}mple/", "mailto:", "mailto:a", "mailto://a@b",
]) func `a link that could deceive or harm loses its address`(address: String) {
  #expect(comment("[a](<\(address)>)") == "<p>a</p>\n")
}

@Test func `a link's address may hold an encoded blank and other letters`() {
  #expect(
    comment("[a](http://bücher.example/%20ü)")
      == "<p><a href=\"http://b%C3%BCcher.example/%20%C3%BC\" \(rel)>a</a></p>\n"
  )
}

@Test func `a text over the cap shows whole, line by line`() {
  let text = "*a* <b>\r\nb\r\n\r\n\r\n  # c\r"
  #expect(comment(text, maximumLength: 10) == "<p>*a* &lt;b&gt;<br />\nb</p>\n<p>  # c</p>\n")
}

private func quoted(_ depth: Int) -> String { String(repeating: ">", count: depth) + " *a*" }

@Test func `quotes nest 63 deep with emphasis in them`() {
  let output = comment(quoted(63))
  #expect(output.hasPrefix("<blockquote>\n<blockquote>\n"))
  #expect(output.contains("<p><em>a</em></p>\n"))
}

@Test(arguments: [
  quoted(64), quoted(65), String(repeating: "- ", count: 65) + "a",
  String(repeating: "*a **a ", count: 33) + String(repeating: "a** a*", count: 33),
]) func `a text nested deeper than 64 shows whole as plain paragraphs`(text: String) {
  #expect(comment(text) == "<p>\(text.replacing(">", with: "&gt;"))</p>\n")
}

@Test func `bytes that aren't text become replacement characters`() {
  var renderer = MarkdownRenderer()
  let output = renderer.renderUntrusted([0x61, 0xFF, 0x00, 0x1B, 0x62])
  #expect(String(decoding: output, as: UTF8.self) == "<p>a\u{FFFD}\u{FFFD}\u{FFFD}b</p>\n")
}

@Test(arguments: ["a\u{202E}b\u{2066}c\u{2069}", "a&#x202E;b&#8294;`c\u{202D}`"])
func `what turns the direction of a text over is left out of a stranger's`(text: String) {
  let isCode = text.contains("`")
  #expect(comment(text) == (isCode ? "<p>ab<code>c</code></p>\n" : "<p>abc</p>\n"))
}

@Test func `a text over the cap keeps marks of direction and loses what turns it over`() {
  #expect(comment("\u{200F}a\u{202E}b…", maximumLength: 1) == "<p>\u{200F}ab…</p>\n")
}
