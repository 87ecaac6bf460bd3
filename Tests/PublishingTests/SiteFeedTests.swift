import Content
import Foundation
import Publishing
import Testing

/// What stands between the tags of an element's appearances.
private func elements(_ name: String, in xml: String) -> [String] {
  xml.components(separatedBy: "<\(name)>").dropFirst().map {
    $0.components(separatedBy: "</\(name)>")[0]
  }
}

private let files = [
  "content/communities/boston.md": "---\nname: Boston\n---\n",
  "content/posts/2026-01-01-a.md":
    post(
      "A & B",
      "One [us](@/about.md).\n\n<!--more-->\n\n## x\n\n[top](#x)",
      keys: "tags: [swift]"
    ),
  "content/posts/2026-01-02-b.md": post("B", keys: "community: boston"),
  "content/posts/2026-01-03-c.md": post("C", keys: "tags: [swift]\ncommunity: boston"),
  "content/about.md": post("About"),
]

private func build(_ settings: String = "") throws -> TestBuild {
  let site = ["site.yml": TestBuild.settings + "\n" + settings]
  let build = try TestBuild(files.merging(site) { $1 })
  #expect(build.diagnostics == [])
  return build
}

@Test func `the site, each community and each tag have a feed of their posts`() throws {
  let build = try build()
  let lists = [
    "feed.xml": ["Harbor", "C", "B", "A &amp; B"],
    "communities/boston/feed.xml": ["Boston · Harbor", "C", "B"],
    "tags/swift/feed.xml": ["swift · Harbor", "C", "A &amp; B"],
  ]
  for (file, titles) in lists {
    #expect(elements("title", in: try build.file(file)) == titles)
    let json = try build.file(file.replacing(".xml", with: ".json"))
    let feed = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let items = try #require(feed["items"] as? [[String: Any]])
    let expected = titles.dropFirst().map { $0.replacing("&amp;", with: "&") }
    #expect(items.compactMap { $0["title"] as? String } == expected)
    let url = file.replacing(".xml", with: ".json")
    #expect(feed["feed_url"] as? String == "https://harbor.example/\(url)")
  }
}

@Test func `addresses in a feed are whole`() throws {
  let feed = try build().file("feed.xml")
  #expect(elements("link", in: feed).allSatisfy { $0.hasPrefix("https://harbor.example/") })
  #expect(elements("link", in: feed).contains("https://harbor.example/2026/01/01/a/"))
  #expect(feed.contains("https://harbor.example/about/"))
  #expect(feed.contains("https://harbor.example/2026/01/01/a/#x"))
  #expect(!feed.contains("href=\"/"))
}

@Test func `feeds.items is how many posts a feed has`() throws {
  let build = try build("feeds: {items: 2}\n")
  #expect(elements("title", in: try build.file("feed.xml")) == ["Harbor", "C", "B"])
  #expect(elements("title", in: try build.file("tags/swift/feed.xml")).count == 3)
}

@Test func `feeds.content says whether a feed has whole texts`() throws {
  let full = try build().file("feed.xml")
  let summary = try build("feeds: {content: summary}\n").file("feed.xml")
  #expect(full.contains("top</a>"))
  #expect(!summary.contains("top</a>"))
  #expect(summary.contains("https://harbor.example/about/"))
}

@Test func `addresses in an author's own HTML are whole in a feed`() throws {
  let text = """
    ## Top

    <p><IMG alt=">" Src='a.png?b'><a href=../c#d>e</a> <a data-href="f" href="?g">h</a></p>
    <video poster=" ./../../../../i.jpg" src="//cdn.example/j"></video>

    Inline <a href="mailto:k@l.example">k</a> <a href="/m">m</a> `<img src="n">` <a href="">o</a>
    <!-- <img src="p"> -->
    """
  let build = try TestBuild(["content/posts/2026-01-01-a.md": post("A", text)])
  #expect(build.diagnostics == [])
  let feed = try JSONSerialization.jsonObject(with: Data(build.file("feed.json").utf8))
  let items = try #require((feed as? [String: Any])?["items"] as? [[String: Any]])
  #expect(
    items.first?["content_html"] as? String == """
      <h2>Top</h2>
      <p><IMG alt=">" Src='https://harbor.example/2026/01/01/a/a.png?b'><a href=https://harbor.example/2026/01/01/c#d>e</a> <a data-href="f" href="https://harbor.example/2026/01/01/a/?g">h</a></p>
      <video poster="https://harbor.example/i.jpg" src="https://cdn.example/j"></video>
      <p>Inline <a href="mailto:k@l.example">k</a> <a href="https://harbor.example/m">m</a> <code>&lt;img src=&quot;n&quot;&gt;</code> <a href="">o</a></p>
      <!-- <img src="p"> -->

      """
  )
}

@Test(arguments: [
  ("<!--more-->\n\nTea & cake.", "<p>Tea &amp; cake.</p>\n"),
  ("# Tea\n\n## Cake", "<p>Tea Cake</p>\n"),
  ("| a | b |\n|---|---|\n| c | d |", "<p>a b c d</p>\n"),
  ("[a](#b)\n\n## B", "<p><a href=\"https://harbor.example/2026/01/01/a/#b\">a</a></p>\n"),
  ("<!--more-->\n\n***", "<hr />\n"),
]) func `an item of a feed of summaries isn't empty`(text: String, expected: String) throws {
  let settings = TestBuild.settings + "\nfeeds: {content: summary}\n"
  let files = ["site.yml": settings, "content/posts/2026-01-01-a.md": post("A", text)]
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  let feed = try JSONSerialization.jsonObject(with: Data(build.file("feed.json").utf8))
  let items = try #require((feed as? [String: Any])?["items"] as? [[String: Any]])
  #expect(items.map { $0["content_html"] as? String } == [expected])
  #expect(try build.file("feed.xml").contains("<description><![CDATA[\(expected)]]></description>"))
}
