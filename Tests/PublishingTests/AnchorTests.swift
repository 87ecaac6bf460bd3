import Publishing
import Testing

/// What a build says of some files.
private func diagnostics(_ files: [String: String]) throws -> [String] {
  try TestBuild(files).diagnostics
}

@Test func `a link to a heading of another page leads there`() throws {
  let build = try TestBuild([
    "content/events/x.md": post("X", "## The schedule\n", keys: "start: 2026-12-01"),
    "content/posts/2026-03-24-tea.md": post(
      "Tea",
      "[a](@/events/x.md#the-schedule) [b](../events/x.md#the-schedule)\n"
    ),
  ])
  #expect(build.diagnostics == [])
  let page = try build.file("2026/03/24/tea/index.html")
  #expect(
    page.contains(
      """
      <p><a href="/events/x/#the-schedule">a</a> <a href="/events/x/#the-schedule">b</a></p>
      """
    )
  )
}

@Test func `a link to an anchor that another page hasn't is an error with the nearest heading`()
  throws
{
  #expect(
    try diagnostics([
      "content/events/x.md": post("X", "## Schedule\n\n## Bread\n", keys: "start: 2026-12-01"),
      "content/posts/2026-03-24-tea.md": post("Tea", "See [the\nhours](@/events/x.md#schdule)."),
    ]) == [
      """
      content/posts/2026-03-24-tea.md:5:21: error: the link `@/events/x.md#schdule` leads to no anchor of `content/events/x.md`
        |
      5 | hours](@/events/x.md#schdule).
        |                     ^^^^^^^^
        = help: did you mean `#schedule`?

      """
    ]
  )
}

@Test func `a link to an anchor that its own page hasn't is an error`() throws {
  #expect(
    try diagnostics(["content/a.md": post("A", "[up](#intro)\n\n# One\n\n# Two\n")]) == [
      """
      content/a.md:4:6: error: the link `#intro` leads to no anchor of this page
        |
      4 | [up](#intro)
        |      ^^^^^^
        = help: its headings are `#one`, `#two`

      """
    ]
  )
}

@Test func `an anchor on a page without headings is an error without a hint`() throws {
  #expect(
    try diagnostics([
      "content/a.md": post("A", "[up][u]\n\n[u]: ./b.md?x#y"), "content/b.md": post("B"),
    ])
      == [
        """
        content/a.md:6:14: error: the link `./b.md?x#y` leads to no anchor of `content/b.md`
          |
        6 | [u]: ./b.md?x#y
          |              ^^

        """
      ]
  )
}

/// Texts and the fragments of links to places on their own page.
private let anchors: [(text: String, fragment: String)] = [
  ("## Bread *and* soup", "bread-and-soup"),
  ("## Čaj", "čaj"),
  ("## Čaj", "%C4%8Daj"),
  ("## Same\n\n## Same", "same-1"),
  ("a[^n]\n\n[^n]: b", "fn-n"),
  ("a[^n]\n\n[^n]: b", "fnref-n"),
  ("<p class='x' id=\"by-hand\">x</p>", "by-hand"),
  ("<p data-x=\">\" ID='by-hand'>x</p>", "by-hand"),
  ("a <i id=by-hand>x</i>", "by-hand"),
  ("<a name=\"old\"></a>", "old"),
  ("<p id=\"a&amp;b\">x</p>", "a&b"),
  ("text", ""),
  ("text", "top"),
  ("text", "main"),
  ("text", "comments"),
  ("text", "comment-1"),
  ("text", "comment-2"),
  ("text", "comment-4"),
]

@Test(arguments: anchors)
func `whatever has an id on the page is an anchor`(text: String, fragment: String) throws {
  #expect(
    try diagnostics([
      "content/posts/2026-03-24-tea.md": post("Tea", "[x](<#\(fragment)>)\n\n\(text)\n"),
      "content/posts/2026-03-24-tea.comments.yml": thread,
    ]) == []
  )
}

/// A thread of a comment, a hidden one with a reply, a pingback, and one that doesn't show.
private let thread = """
  - {id: 1, date: 2026-03-25, body: one}
  - {id: 2, date: 2026-03-25, body: two, status: deleted}
  - {id: 3, date: 2026-03-25, body: three, reply_to: 2}
  - {id: 4, date: 2026-03-25, body: four, type: pingback}
  - {id: 5, date: 2026-03-25, body: five, status: spam}
  """

/// Texts on which nothing has the id `x`.
private let looseTexts = [
  "id=\"x\"", "`<p id=\"x\">`", "<!-- <p id=\"x\"> -->", "<p data-id=\"x\" title='id=\"x\"'>a</p>",
  "<p name=\"x\">a</p>", "# X y",
]

@Test(arguments: looseTexts) func `what only looks like an id is no anchor`(text: String) throws {
  let diagnostics = try diagnostics(["content/a.md": post("A", "[x](#x)\n\n\(text)\n")])
  #expect(diagnostics.count == 1)
  #expect(
    diagnostics.first?.hasPrefix(
      "content/a.md:4:5: error: the link `#x` leads to no anchor of this page\n"
    ) == true
  )
}

@Test(arguments: ["comment-5", "comment-6"])
func `a comment that doesn't show is no anchor`(fragment: String) throws {
  #expect(
    try diagnostics([
      "content/posts/2026-03-24-tea.md": post("Tea", "[x](#\(fragment))"),
      "content/posts/2026-03-24-tea.comments.yml": thread,
    ]) == [
      """
      content/posts/2026-03-24-tea.md:4:5: error: the link `#\(fragment)` leads to no anchor of this page
        |
      4 | [x](#\(fragment))
        |     ^^^^^^^^^^

      """
    ]
  )
}

@Test func `ids of a site's own templates are anchors where the template is used`() throws {
  #expect(
    try diagnostics([
      "templates/page.html": "{% extends 'frame.html' %}",
      "templates/frame.html":
        "<div id=\"frame\">{% include \"_part.html\" %}{{ page.content }}</div>",
      "templates/_part.html": "<p id='part'><b id=\"{{ page.title }}\">",
      "content/a.md": post("A", "[x](#frame) [y](#part) [z](@/posts/2026-03-24-tea.md#part)"),
      "content/posts/2026-03-24-tea.md": post("Tea"),
    ]) == [
      """
      content/a.md:4:53: error: the link `@/posts/2026-03-24-tea.md#part` leads to no anchor of `content/posts/2026-03-24-tea.md`
        |
      4 | [x](#frame) [y](#part) [z](@/posts/2026-03-24-tea.md#part)
        |                                                     ^^^^^

      """
    ]
  )
}

@Test func `no heading gets an id that its page's template has`() throws {
  let build = try TestBuild([
    "content/posts/2026-03-24-tea.md": post("Tea", "## Comments\n\n## Upcoming\n"),
    "content/index.md": post("Home", "## Upcoming\n"),
  ])
  #expect(build.diagnostics == [])
  let page = try build.file("2026/03/24/tea/index.html")
  #expect(page.contains("<h2 id=\"comments-1\">Comments</h2>"))
  #expect(page.contains("<h2 id=\"upcoming\">Upcoming</h2>"))
  #expect(try build.file("index.html").contains("<h2 id=\"upcoming-1\">Upcoming</h2>"))
}

@Test func `anchors of other people's pages, of files and from the root aren't looked at`() throws {
  #expect(
    try diagnostics([
      "content/a.md": post("A", "[x](https://x.example/#a) [y](b.pdf#page=2) [z](/c/#d) //e#f"),
      "content/b.pdf": "",
    ]) == []
  )
}

@Test func `a link may lead to an id that a template computes the middle of`() throws {
  let template = #"""
    <ul id="{{ page.kind }}">{% for n in [1, 2] %}<li id="day-{{ n|string ~ "x" }}-a">{% endfor %}</ul>
    """#
  let build = try TestBuild([
    "templates/page.html": template,
    "content/a.md": post("A", "[x](#day-1x-a) [y](#day-) [z](#page)"),
  ])
  #expect(
    build.diagnostics.map { $0.prefix { $0 != "\n" } } == [
      "content/a.md:4:20: error: the link `#day-` leads to no anchor of this page",
      "content/a.md:4:31: error: the link `#page` leads to no anchor of this page",
    ]
  )
}
