import Publishing
import Testing

/// The text of a page as it stands in the built-in theme.
private func prose(_ page: String, of build: TestBuild) throws -> String {
  let html = try build.file(page)
  let start = try #require(html.firstRange(of: "<div class=\"prose e-content\">\n")).upperBound
  let end = try #require(html[start...].firstRange(of: "\n\n</div>")).lowerBound
  return String(html[start..<end])
}

/// A site of one post, with some settings besides the usual.
private func built(_ body: String, settings: String = "", _ more: [String: String] = [:]) throws
  -> TestBuild
{
  var files = more
  files["site.yml"] = "\(TestBuild.settings)\n\(settings)\n"
  files["content/posts/2026-03-24-tea.md"] = post("Tea", body)
  return try TestBuild(files)
}

private let page = "2026/03/24/tea/index.html"
private let typed = "<i>\"Tea\"</i> -- hot...\n\n<div>a</div>"

@Test(arguments: [
  ("", "<p><i>“Tea”</i> – hot…</p>\n<div>a</div>"),
  (
    "markdown: {html: false}",
    "<p>&lt;i&gt;“Tea”&lt;/i&gt; – hot…</p>\n<p>&lt;div&gt;a&lt;/div&gt;</p>"
  ),
  ("markdown: {smart: false}", "<p><i>&quot;Tea&quot;</i> -- hot...</p>\n<div>a</div>"),
  (
    "markdown: {html: false, smart: false}",
    "<p>&lt;i&gt;&quot;Tea&quot;&lt;/i&gt; -- hot...</p>\n<p>&lt;div&gt;a&lt;/div&gt;</p>"
  ),
]) func `the markdown settings are honoured`(settings: String, html: String) throws {
  let build = try built(typed, settings: settings)
  #expect(build.diagnostics == [])
  let text = try prose(page, of: build)
  #expect(text == html)
}

@Test func `what Markdown has beyond CommonMark reaches the page`() throws {
  let build = try built(
    """
    ## To do

    - [x] bread
    - [ ] soup

    > [!TIP]
    > Ring ~~once~~ twice.[^1]

    | a | b |
    |---|--:|
    | 1 | 2 |

    [^1]: See www.x.example.
    """
  )
  #expect(build.diagnostics == [])
  let text = try prose(page, of: build)
  #expect(
    text == """
      <div class="markdown-heading">
      <h2 id="to-do">To do</h2>
      <a class="anchor" href="#to-do" aria-label="Permalink: To do"></a>
      </div>
      <ul>
      <li><input checked="" disabled="" type="checkbox"> bread</li>
      <li><input disabled="" type="checkbox"> soup</li>
      </ul>
      <div class="markdown-alert markdown-alert-tip">
      <p class="markdown-alert-title">Tip</p>
      <p>Ring <del>once</del> twice.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
      </div>
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th style="text-align:right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td style="text-align:right">2</td>
      </tr>
      </tbody>
      </table>
      <section class="footnotes" data-footnotes>
      <ol>
      <li id="fn-1">
      <p>See <a href="http://www.x.example">www.x.example</a>. <a href="#fnref-1" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a></p>
      </li>
      </ol>
      </section>
      """
  )
}

/// The header of a picture of 10 by 20 pixels.
private let gif = "GIF89a\u{A}\0\u{14}\0\0\0\0"

@Test func `a figure has the size of its file, beside the page or below images`() throws {
  let build = try TestBuild([
    "content/posts/2026-03-24-tea/index.md": post(
      "Tea",
      "![cup](cup.gif \"A cup\")\n\n![pot](/images/a%20pot.gif)\n\n![](@/images/a%20pot.gif)\n"
        + "\n![far](https://x.example/far.gif)\n\n![gone](/gone.gif)"
    ),
    "content/posts/2026-03-24-tea/cup.gif": gif,
    "content/images/a pot.gif": gif,
  ])
  #expect(build.diagnostics == [])
  let text = try prose(page, of: build)
  #expect(
    text == """
      <figure>
      <img src="/2026/03/24/tea/cup.gif" alt="cup" width="10" height="20" loading="lazy" />
      <figcaption>A cup</figcaption>
      </figure>
      <figure>
      <img src="/images/a%20pot.gif" alt="pot" width="10" height="20" loading="lazy" />
      </figure>
      <figure>
      <img src="/images/a%20pot.gif" alt="" width="10" height="20" loading="lazy" />
      </figure>
      <figure>
      <img src="https://x.example/far.gif" alt="far" loading="lazy" />
      </figure>
      <figure>
      <img src="/gone.gif" alt="gone" loading="lazy" />
      </figure>
      """
  )
}

@Test func `an image that isn't there is an error`() throws {
  let build = try built("![cup](images/cup.gif)", ["content/images/cup.gif": gif])
  #expect(
    build.diagnostics == [
      """
      content/posts/2026-03-24-tea.md:4:8: error: the image `images/cup.gif` leads nowhere
        |
      4 | ![cup](images/cup.gif)
        |        ^^^^^^^^^^^^^^
        = help: did you mean `@/images/cup.gif`?

      """
    ]
  )
}

@Test func `addresses in comments never lead into content`() throws {
  let build = try built(
    "Text.",
    [
      "content/about.md": post("About", "## Us"),
      "content/images/cup.gif": gif,
      "content/posts/2026-03-24-tea.comments.yml": """
      - id: 1
        date: 2026-03-25
        body: "[a](@/about.md) [b](/about/#us) ![c](/images/cup.gif) [d](#comments) [e](gone.md)"
      """,
    ]
  )
  #expect(build.diagnostics == [])
  let page = try build.file(page)
  #expect(
    page.contains(
      "<div class=\"prose e-content\"><p>a b c d e</p>\n</div>"
    )
  )
}

@Test func `links to places in an excerpt lead to the page from anywhere`() throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings.replacing("example/", with: "example/blog/"),
    "content/posts/2026-01-01-a.md":
      post("A", "[a](#two) <a HREF='#two'>b</a> [c](https://x.example/#d)\n\n## Two"),
    "templates/posts.html": "{% for post in site.posts %}{{ post.excerpt }}{% endfor %}",
    "templates/post.html": "{{ page.content }}",
  ])
  #expect(build.diagnostics == [])
  #expect(
    try build.file("posts/index.html") == """
      <p><a href="/blog/2026/01/01/a/#two">a</a> <a HREF='/blog/2026/01/01/a/#two'>b</a> \
      <a href="https://x.example/#d">c</a></p>

      """
  )
  #expect(try build.file("2026/01/01/a/index.html").hasPrefix("<p><a href=\"#two\">a</a>"))
}
