import Testing

@Test(arguments: [
  ("~~a~~", "<del>a</del>"), ("~a~", "<del>a</del>"), ("~~~a~~~ b", "~~~a~~~ b"), ("~~a~", "~~a~"),
  ("\\~~a~~", "~~a~~"), ("a ~~ b ~~", "a ~~ b ~~"), ("*~~a~~*", "<em><del>a</del></em>"),
  ("~~*a* `~~` [b](/c)~~", "<del><em>a</em> <code>~~</code> <a href=\"/c\">b</a></del>"),
  ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"), ("*a ~~b* c~~", "<em>a ~~b</em> c~~"),
]) func `tildes strike through`(text: String, expected: String) {
  #expect(html("x " + text) == "<p>x \(expected)</p>\n")
}

private func link(_ address: String, _ text: String? = nil) -> String {
  "<a href=\"\(address)\">\(text ?? address)</a>"
}

@Test(arguments: [
  ("http://x.example", link("http://x.example")),
  ("(https://x.example/a_(b))", "(\(link("https://x.example/a_(b)")))"),
  ("ftp://x.example/a.", link("ftp://x.example/a") + "."),
  ("http://localhost:8080/", link("http://localhost:8080/")),
  ("https://x.example/__init__.py", link("https://x.example/__init__.py")),
  ("https://x.example/a--b's", link("https://x.example/a--b&#x27;s", "https://x.example/a--b's")),
  ("**https://x.example/a**", "<strong>\(link("https://x.example/a"))</strong>"),
  ("WWW.x.example/a~b", link("http://WWW.x.example/a~b", "WWW.x.example/a~b")),
  ("www.x", link("http://www.x", "www.x")), ("www.", "www."), ("awww.x.example", "awww.x.example"),
  ("me+you@x.example!", link("mailto:me+you@x.example", "me+you@x.example") + "!"),
  ("mailto:me@x.example", link("mailto:me@x.example")), ("a@b", "a@b"),
  ("@x.example", "@x.example"), ("a@x.example-", "a@x.example-"),
  (
    "https\\://x.example me\\@x.example www\\.x.example",
    "https://x.example me@x.example www.x.example"
  ),
  ("javascript://x.example", "javascript://x.example"), ("http://", "http://"),
  ("http://a_b.example", "http://a_b.example"),
  ("http://a_b.c.example", link("http://a_b.c.example")),
  ("[http://x.example](/y)", link("/y", "http://x.example")),
  ("`www.x.example`", "<code>www.x.example</code>"),
]) func `addresses in the text are links`(text: String, expected: String) {
  #expect(html(text) == "<p>\(expected)</p>\n")
}

@Test(arguments: [
  ("- [ ] a", "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>\n</ul>\n"),
  ("1. [X] a", "<ol>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> a</li>\n</ol>\n"),
  (
    "- [ ] a\n\n- b",
    "<ul>\n<li>\n<p><input disabled=\"\" type=\"checkbox\"> a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"
  ),
  ("- \\[ ] a", "<ul>\n<li>[ ] a</li>\n</ul>\n"), ("- [ ]a", "<ul>\n<li>[ ]a</li>\n</ul>\n"),
  ("- [y] a", "<ul>\n<li>[y] a</li>\n</ul>\n"), ("[ ] a", "<p>[ ] a</p>\n"),
]) func `an item that begins with a box is a task`(text: String, expected: String) {
  #expect(html(text) == expected)
}

@Test func `a quote that begins with a marker is an alert`() {
  #expect(
    html("> [!warning]\n> *Mind* the gap.\n>\n> - a\n\n> [!NOTE]\n\n> [!NOTES]\n> a") == """
      <div class="markdown-alert markdown-alert-warning">
      <p class="markdown-alert-title">Warning</p>
      <p><em>Mind</em> the gap.</p>
      <ul>
      <li>a</li>
      </ul>
      </div>
      <div class="markdown-alert markdown-alert-note">
      <p class="markdown-alert-title">Note</p>
      </div>
      <blockquote>
      <p>[!NOTES]
      a</p>
      </blockquote>

      """
  )
}

@Test func `smart punctuation leaves code and addresses alone`() {
  #expect(
    html("\"a\" -- 'b'... `--` https://x.example/a--b") == """
      <p>“a” – ‘b’… <code>--</code> <a href="https://x.example/a--b">https://x.example/a--b</a></p>

      """
  )
}

@Test func `a text that uses the guards' characters itself is kept`() {
  #expect(html("⸀ \\~x ⸐") == "<p>⸀ ~x ⸐</p>\n")
}
