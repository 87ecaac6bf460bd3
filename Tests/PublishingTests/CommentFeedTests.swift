import Content
import Foundation
import Testing

private let files = [
  "site.yml": TestBuild.settings + "\nfeeds: {items: 3}\n",
  "content/people/jess.md": "---\nname: Jess\n---\n",
  "content/posts/2026-03-24-tea.md": post("Tea & cake", keys: "author: jess"),
  "content/posts/2026-03-24-tea.comments.yml": """
  - {id: 1, author: "Robin <b>", url: "https://robin.example/?a=1&b=2", date: 2026-03-25 10:00, body: "Hello *you* </script> & [a](/x)"}
  - {id: 2, reply_to: 1, person: jess, date: 2026-03-26 10:00, body: "]]> <b>"}
  - {id: 3, reply_to: 4, author: Kim, date: 2026-03-28 10:00, body: "Late."}
  - {id: 4, author: Hidden, status: spam, date: 2026-03-29, body: "Buy!"}
  - {id: 5, author: Blog, type: pingback, date: 2026-03-30, body: "Ping."}
  """,
  "content/about.md": post("About"),
  "content/about.comments.yml":
    "- {id: a, date: 2026-03-27, body: Nice.}\n- {id: b, date: 2026-01-01, body: Old.}\n",
]

/// The items of a feed, each as its lines without indentation.
private func items(_ feed: String) -> [String] {
  feed.components(separatedBy: "<item>").dropFirst().map { item in
    item.components(separatedBy: "</item>")[0].split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

@Test func `a page's comments are in a feed beside it, with what each answers`() throws {
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  let feed = try build.file("2026/03/24/tea/comments.xml")
  #expect(feed.contains("<title>Comments on Tea &amp; cake · Harbor</title>"))
  #expect(
    items(feed) == [
      """
      <title>By Kim</title>
      <link>https://harbor.example/2026/03/24/tea/#comment-3</link>
      <guid isPermaLink="true">https://harbor.example/2026/03/24/tea/#comment-3</guid>
      <pubDate>Sat, 28 Mar 2026 10:00:00 +0000</pubDate>
      <dc:creator>Kim</dc:creator>
      <thr:in-reply-to ref="https://harbor.example/2026/03/24/tea/" href="https://harbor.example/2026/03/24/tea/" type="text/html"/>
      <content:encoded><![CDATA[<p>Late.</p>
      ]]></content:encoded>
      """,
      """
      <title>By Jess</title>
      <link>https://harbor.example/2026/03/24/tea/#comment-2</link>
      <guid isPermaLink="true">https://harbor.example/2026/03/24/tea/#comment-2</guid>
      <pubDate>Thu, 26 Mar 2026 10:00:00 +0000</pubDate>
      <dc:creator>Jess</dc:creator>
      <thr:in-reply-to ref="https://harbor.example/2026/03/24/tea/#comment-1" href="https://harbor.example/2026/03/24/tea/#comment-1" type="text/html"/>
      <content:encoded><![CDATA[<p>]]&gt; &lt;b&gt;</p>
      ]]></content:encoded>
      """,
      """
      <title>By Robin &lt;b&gt;</title>
      <link>https://harbor.example/2026/03/24/tea/#comment-1</link>
      <guid isPermaLink="true">https://harbor.example/2026/03/24/tea/#comment-1</guid>
      <pubDate>Wed, 25 Mar 2026 10:00:00 +0000</pubDate>
      <dc:creator>Robin &lt;b&gt;</dc:creator>
      <thr:in-reply-to ref="https://harbor.example/2026/03/24/tea/" href="https://harbor.example/2026/03/24/tea/" type="text/html"/>
      <content:encoded><![CDATA[<p>Hello <em>you</em> &lt;/script&gt; &amp; a</p>
      ]]></content:encoded>
      """,
    ]
  )
  let posts = try build.file("feed.xml")
  #expect(posts.contains("<wfw:commentRss>https://harbor.example/2026/03/24/tea/comments.xml<"))
}

@Test func `the site's newest comments are in one feed that names their pages`() throws {
  let feed = try TestBuild(files).file("comments/feed.xml")
  let titles = items(feed).map { $0.split(separator: "\n")[0] }
  #expect(
    titles == [
      "<title>Kim on Tea &amp; cake</title>", "<title>Anonymous on About</title>",
      "<title>Jess on Tea &amp; cake</title>",
    ]
  )
}

@Test func `comment feeds can be turned off, and a page whose comments are off has none`() throws {
  var files = files
  files["content/about.md"] = post("About", keys: "comments: off")
  let some = try TestBuild(files)
  #expect(some.diagnostics == [])
  #expect(try some.files()["about/comments.xml"] == nil)
  #expect(try items(some.file("comments/feed.xml")).count == 3)
  files["site.yml"] = TestBuild.settings + "\noutputs: {comment_feeds: false}\n"
  let none = try TestBuild(files)
  #expect(try !none.files().keys.contains { $0.contains("comments") })
  #expect(try !none.file("2026/03/24/tea/index.html").contains("comments.xml"))
  #expect(try !none.file("feed.xml").contains("comments.xml"))
}

@Test func `a post and its comments stand in JSON-LD that no text can leave`() throws {
  let page = try TestBuild(files).file("2026/03/24/tea/index.html")
  let start = "<script type=\"application/ld+json\">"
  let json = try #require(page.components(separatedBy: start).dropFirst().first)
    .components(separatedBy: "</script>")[0]
  #expect(
    json == #"""
      {"@context":"https://schema.org","@type":"BlogPosting","@id":"https://harbor.example/2026/03/24/tea/",\#
      "headline":"Tea \u0026 cake","url":"https://harbor.example/2026/03/24/tea/","datePublished":"2026-03-24",\#
      "inLanguage":"en","description":"Text.","author":[{"@type":"Person","name":"Jess",\#
      "url":"https://harbor.example/people/jess/"}],"commentCount":3,"comment":[\#
      {"@type":"Comment","@id":"#comment-1","url":"https://harbor.example/2026/03/24/tea/#comment-1",\#
      "datePublished":"2026-03-25T10:00:00Z","author":{"@type":"Person","name":"Robin \u003cb\u003e",\#
      "url":"https://robin.example/?a=1\u0026b=2"},"text":"Hello you \u003c/script\u003e \u0026 a"},\#
      {"@type":"Comment","@id":"#comment-2","url":"https://harbor.example/2026/03/24/tea/#comment-2",\#
      "datePublished":"2026-03-26T10:00:00Z","author":{"@type":"Person","name":"Jess"},\#
      "text":"]]\u003e \u003cb\u003e","parentItem":{"@type":"Comment","@id":"#comment-1"}},\#
      {"@type":"Comment","@id":"#comment-3","url":"https://harbor.example/2026/03/24/tea/#comment-3",\#
      "datePublished":"2026-03-28T10:00:00Z","author":{"@type":"Person","name":"Kim"},"text":"Late."}]}
      """#
  )
}

@Test func `the comments of a page that is no article stand in JSON-LD of the page`() throws {
  let page = try TestBuild(files).file("about/index.html")
  #expect(
    page.contains(
      #"""
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage",\#
      "@id":"https://harbor.example/about/","name":"About","url":"https://harbor.example/about/","commentCount":2,\#
      "comment":[{"@type":"Comment","@id":"#comment-
      """#
    )
  )
}
