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
  ("\"http://x.org/\"", "“\(link("http://x.org/"))”"),
  ("'https://y.org/a'", "‘\(link("https://y.org/a"))’"),
  ("\"https://x.org\"", "“\(link("https://x.org"))”"),
  ("http://x.org/...", link("http://x.org/") + "…"),
  ("(\"http://x.org/b.\")", "(“\(link("http://x.org/b")).”)"),
  ("“http://x.org/”", "“\(link("http://x.org/"))”"),
  ("http://x.org/a\"b", link("http://x.org/a%22b", "http://x.org/a&quot;b")),
]) func `what smart punctuation makes at an address's end isn't part of it`(
  text: String,
  expected: String
) {
  #expect(html(text) == "<p>\(expected)</p>\n")
}

@Test func `an address ends before the quote at its cell's end`() {
  #expect(
    html("|a|\n|-|\n|https://x.org/\"|") == """
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>\(link("https://x.org/"))&quot;</td>
      </tr>
      </tbody>
      </table>

      """
  )
}

@Test func `a heading's id isn't one of the author's own HTML`() {
  #expect(
    html("# y\n\n<a id=\"x\"></a>\n\n## x\n\n<p ID = y>`<b id=z>`\n\n# z `<b id=\"z\">`\n\n# z")
      == """
      \(heading(1, "y-1", "y"))<p><a id="x"></a></p>
      \(heading(2, "x-1", "x"))<p ID = y>`<b id=z>`
      \(heading(1, "z-b-idz", "z <code>&lt;b id=&quot;z&quot;&gt;</code>", label: "z &lt;b id=&quot;z&quot;&gt;"))\(heading(1, "z-1", "z"))
      """
  )
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
