import Testing

@testable import Importing

@Suite struct AuthorMarkdownTests {
  @Test(arguments: [
    ("One.\n\nTwo,\nand three.", "One.\n\nTwo,\\\nand three."),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<em>a</em> <strong>b</strong> <del>c</del> <code>a*b</code>", "*a* **b** ~~c~~ `a*b`"),
    ("<b>bold </b>and<i> it</i>", "**bold** and *it*"),
    ("<b><i>x</i></b> <b>a <b>b</b></b>", "***x*** **a b**"),
    ("a<b>\"b\"</b>c", "a<b>\"b\"</b>c"),
    ("<h2>Title #</h2>Text", "## Title \\#\n\nText"),
    ("<h2 id=\"x\">Title</h2>", "<h2 id=\"x\">Title</h2>"),
    (
      "<a href=\"http://a.example/?a=1&amp;b=(2)\">x</a>",
      "[x](http://a.example/?a=1&amp;b=%282%29)"
    ),
    (
      "<a href=\"http://a.example/\" rel=\"nofollow\" target=\"_blank\">x</a>",
      "[x](http://a.example/)"
    ),
    ("<a href=\"/b/\" title=\"A &quot;b&quot;\">x</a>", "[x](/b/ \"A \\\"b\\\"\")"),
    (
      "<a href=\"next.html\">x</a> <a href=\"#top\">y</a>",
      "<a href=\"next.html\">x</a> <a href=\"#top\">y</a>"
    ),
    ("<a href=\"javascript:x()\">x</a>", "<a href=\"javascript:x()\">x</a>"),
    ("<a href=\"http://a.example/\">http://a.example/</a>", "<http://a.example/>"),
    ("see http://a.example/x_y_z.", "see <http://a.example/x_y_z>."),
    ("wow!<a href=\"http://a.example/\">x</a>", "wow\\![x](http://a.example/)"),
    (
      "<img src=\"http://a.example/i.png\" alt=\"An *i*\" class=\"wp-image-3\">",
      "![An \\*i\\*](http://a.example/i.png)"
    ),
    ("<img src=\"/i.png\" width=\"30\">", "<img src=\"/i.png\" width=\"30\">"),
    ("H<sub>2</sub>O", "H<sub>2</sub>O"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</ul>", "- a\n  - b\n- c"),
    ("<ol start=\"3\"><li><p>a</p><p>b</p></li><li>c</li></ol>", "3. a\n\n   b\n\n4. c"),
    ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n<!-- -->\n\n- b"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    (
      "<pre class=\"brush: swift\">let a = 1\n\n  &lt;b&gt;</pre>",
      "```swift\nlet a = 1\n\n  <b>\n```"
    ),
    ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
    ("<pre>a <b>b</b></pre>", "<pre>a <b>b</b></pre>"),
    ("a<!--more-->b<hr>c", "a\n\n<!--more-->\n\nb\n\n***\n\nc"),
    (
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>a|b</td></tr></table>",
      "| A | B |\n| --- | --- |\n| 1 | a\\|b |"
    ),
    (
      "<table>\n\n<tr><td colspan=\"2\">1</td></tr>\n\n</table>",
      "<table>\n<tr><td colspan=\"2\">1</td></tr>\n</table>"
    ),
    ("<div class=\"x\">a *b*\n\nc</div>", "<div class=\"x\">\n\na \\*b\\*\n\nc\n\n</div>"),
    ("<p style=\"color: red\">a\nb</p>", "<p style=\"color: red\">a<br>\nb</p>"),
    ("1. a\n- b\n# c\n> d\n+ e\n=", "1\\. a\\\n\\- b\\\n\\# c\\\n\\> d\\\n\\+ e\\\n\\="),
    ("*a* _b_ c_d `e` [f] \\g ~h~ a|b", "\\*a\\* \\_b\\_ c_d \\`e\\` \\[f\\] \\\\g \\~h\\~ a\\|b"),
    ("&lt;b&gt; &amp;amp; AT&T &eacute; &#8217; a&nbsp;b", "\\<b> &amp;amp; AT&T é ’ a&nbsp;b"),
    ("<p>&nbsp;</p>a", "a"),
    (
      "<iframe src=\"https://v.example/\"></iframe>", "<iframe src=\"https://v.example/\"></iframe>"
    ),
    ("<script>\nif (a < b)\n\nc()</script>", "<script>\nif (a < b)\n\nc()</script>"),
    ("<?php echo 1; ?>", "\\<?php echo 1; ?>"),
  ])
  func `what Markdown can say becomes Markdown, the rest stays`(html: String, markdown: String) {
    #expect(author(html) == markdown)
  }

  @Test func `the marks of the block editor go, and its line ends mean nothing`() {
    let html = """
      <!-- wp:paragraph -->
      <p>One
      and two.</p>
      <!-- /wp:paragraph -->

      <!-- wp:image {"id":3} -->
      <figure class="wp-block-image size-large"><img src="https://a.example/i.png" alt="I" class="wp-image-3"/></figure>
      <!-- /wp:image -->

      <!-- wp:list -->
      <ul class="wp-block-list"><!-- wp:list-item -->
      <li>a</li>
      <!-- /wp:list-item --></ul>
      <!-- /wp:list -->
      """
    #expect(
      author(html, breaksLines: false) == "One and two.\n\n![I](https://a.example/i.png)\n\n- a"
    )
  }
}

@Suite struct VisitorMarkdownTests {
  @Test(arguments: [
    ("One.\nTwo.\n\nThree.", "One.\\\nTwo.\n\nThree."),
    ("<p>One<br>Two</p>", "One\\\nTwo"), ("One<br />\nTwo<br>\n<br>\nThree", "One\\\nTwo\n\nThree"),
    ("<b>x</b> <u>y</u> <font color=\"red\">z</font>", "**x** y z"),
    ("a<b>\"b\"</b>c", "a\"b\"c"),
    ("List<String> and <grin> and <3", "List\\<String> and \\<grin> and \\<3"),
    ("<script>alert(1)</script>", "alert(1)"),
    ("<a href=\"javascript:x()\">x</a> <a href=\"/b/\">y</a>", "x y"),
    ("<a href=\"http://a.example/\" title=\"t\">x</a>", "[x](http://a.example/)"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
    ("<h3>x</h3><div>y</div><!-- z -->", "x\n\ny"),
    ("<blockquote>a</blockquote>b", "> a\n\nb"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    ("<code>a\nb</code>", "`a`\\\n`b`"),
    ("<img src=\"http://a.example/s.gif\" alt=\":)\" class=\"wp-smiley\"> hi", ":) hi"),
    ("", ""), ("   ", ""), ("<br><br>", ""),
  ])
  func `a comment keeps its words and loses what may do harm`(html: String, markdown: String) {
    #expect(visitor(html) == markdown)
  }

  @Test(arguments: 0..<400)
  func `whatever stands in a comment, its words are those of the rendered one`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "word", " ", "\n", "\n\n", "<b>", "</b>", "<i>", "</i>", "*", "**", "_", "`", "~~", "<p>",
      "</p>", "<br>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>", "<pre>", "</pre>",
      "<code>", "</code>", "<a href=\"http://a.example/_x_\">", "</a>", "[", "]", "(", ")", "!",
      "&amp;",
      "&lt;", "&copy;", "&#42;", "#", "1.", "- ", "+", ">", "<", "\"", "'", "http://a.example/a*b",
      "www.a.example", "me@a.example", "<del>", "</del>", "<x>", "\\", "|", "---", "===", "    ",
      "\t",
      "&nbsp;", "é", "。", "“", "<!-- c -->", "<table>", "<tr>", "<td>", "</table>", "~", ":", "^1",
    ]
    var html = ""
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      html += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    let converter = MarkdownConverter(writer: .visitor, breaksLines: true)
    var text = CommentText()
    let markdown = text.markdown(of: Array(html.utf8))
    let shows = text.shows(markdown, of: converter, html: Array(html.utf8))
    #expect(shows, "\(html)")
  }

  @Test func `a text that is too long for Markdown is written as it shows`() {
    let long = String(repeating: "*a* &lt; ", count: 3000)
    #expect(visitor(long) == String(repeating: "*a* < ", count: 3000).dropLast())
  }
}
