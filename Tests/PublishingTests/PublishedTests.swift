import Content
import Publishing
import Testing

@Test func `what isn't published is named with its reason, and nothing of it is emitted`() throws {
  let build = try TestBuild([
    "content/draft.md": post("Draft", keys: "draft: true\naliases: [/was/]\ntags: [hidden]"),
    "content/posts/2027-01-05-later.md": post("Later"),
    "content/soon.md": post("Soon", keys: "publish: 2026-11-01 00:00:01"),
    "content/gone.md": post("Gone", keys: "expire: 2026-11-01 00:00"),
    "content/now.md": post("Now", keys: "publish: 2026-11-01 00:00\nexpire: 2026-11-01 00:00:01"),
    "content/slides/index.md": post("Slides", keys: "draft: true"),
    "content/slides/a.txt": "beside a draft",
    "content/events/far.md": post("Far", keys: "start: 2999-01-01"),
  ])
  #expect(build.diagnostics == [])
  #expect(
    build.report?.leftOut.map { "\($0.path): \($0.reason)" } == [
      "content/draft.md: draft",
      "content/gone.md: expired on 2026-11-01T00:00:00Z",
      "content/posts/2027-01-05-later.md: future until 2027-01-05",
      "content/slides/index.md: draft",
      "content/soon.md: future until 2026-11-01T00:00:01Z",
    ]
  )
  #expect(
    try build.files().keys.sorted() == [
      "404.html", "archive/index.html", "assets/events.js", "assets/style.css",
      "comments/feed.xml", "communities/index.html", "events.ics", "events/2999/01/index.html",
      "events/far/event.ics", "events/far/index.html", "events/index.html", "feed.json", "feed.xml",
      "index.html",
      "now/index.html", "posts/index.html", "robots.txt", "sitemap.xml", "tags/index.html",
    ]
  )
}

@Test func `the sitemap has each page once, without what search engines shouldn't see`() throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\nper_page: 1\noutputs: {tags: false, archive: false}\n",
    "content/posts/2026-03-24-tea.md": post("Tea", keys: "updated: 2026-04-01"),
    "content/posts/2026-03-25-cake.md": post("Cake"),
    "content/secret.md": post("Secret", keys: "noindex: true"),
    "content/about.md": post("About", keys: "aliases: [/old/]"),
    "content/a.txt": "a file",
  ])
  #expect(build.diagnostics == [])
  let sitemap = try build.file("sitemap.xml")
  let addresses = sitemap.split(separator: "<loc>").dropFirst().map { $0.prefix { $0 != "<" } }
  #expect(
    addresses.sorted() == [
      "https://harbor.example/", "https://harbor.example/2026/03/24/tea/",
      "https://harbor.example/2026/03/25/cake/", "https://harbor.example/about/",
      "https://harbor.example/communities/", "https://harbor.example/events/",
      "https://harbor.example/posts/",
    ]
  )
  #expect(
    sitemap.contains("tea/</loc><lastmod>2026-04-01") || sitemap.contains("<lastmod>2026-04-01")
  )
  #expect(
    try build.file("robots.txt")
      == "User-agent: *\nDisallow:\n\nSitemap: https://harbor.example/sitemap.xml\n"
  )
  #expect(try build.file("secret/index.html").contains(#"<meta name="robots" content="noindex">"#))
}

@Test func `a page's folder is published with it, wherever the page stands`() throws {
  let build = try TestBuild([
    "content/posts/2026-03-24-tea/index.md": post("Tea", "![Cup](img/cup.png) [slides](talk.pdf)"),
    "content/posts/2026-03-24-tea/img/cup.png": "png",
    "content/posts/2026-03-24-tea/talk.pdf": "pdf",
    "content/trip/index.md": post("Trip", keys: "permalink: /2026/trip.html"),
    "content/trip/map.svg": "svg",
    "content/images/a.jpg": "jpg",
    "content/CNAME": "harbor.example",
    "content/.well-known/security.txt": "Contact: mailto:a@harbor.example",
    "content/.hidden": "no",
    "content/images/.DS_Store": "no",
  ])
  #expect(build.diagnostics == [])
  let files = try build.files()
  #expect(files["2026/03/24/tea/img/cup.png"] == "png")
  #expect(files["2026/03/24/tea/talk.pdf"] == "pdf")
  #expect(files["2026/trip/map.svg"] == "svg")
  #expect(files["images/a.jpg"] == "jpg")
  #expect(files["CNAME"] == "harbor.example")
  #expect(files[".well-known/security.txt"] == "Contact: mailto:a@harbor.example")
  #expect(files.keys.filter { $0.contains("hidden") || $0.contains("DS_Store") } == [])
  let page = try build.file("2026/03/24/tea/index.html")
  #expect(page.contains(#"src="/2026/03/24/tea/img/cup.png""#))
  #expect(page.contains(#"href="/2026/03/24/tea/talk.pdf""#))
}

@Test(arguments: [
  ("/:year/:month/:day/:slug/", "2026/03/04/ein-tee/index.html"),
  ("/:filename/", "2026-03-04-ein-tee/index.html"),
  ("/p/:path/", "p/deep/2026-03-04-ein-tee/index.html"),
  ("/:community/:slug", "boston/ein-tee/index.html"),
  ("/:title.html", "ein-tée.html"),
  ("/:year-:month/:slug.html", "2026-03/ein-tee.html"),
  ("/:slug/:slug/", "ein-tee/ein-tee/index.html"),
])
func `every word of a permalink stands for its part`(pattern: String, file: String) throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\npermalinks: {posts: \"\(pattern)\"}\n",
    "content/communities/boston.md": "",
    "content/posts/deep/2026-03-04-ein-tee.md": post("Ein Tée!", keys: "community: boston"),
  ])
  #expect(build.diagnostics == [])
  #expect(try build.files()[file] != nil)
}

@Test func `every kind of page has its own permalinks`() throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + """

      permalinks:
        events: "/e/:year/:slug/"
        pages: "/w/:path/"
        communities: "/c/:slug.html"
        people: "/who/:title/"
        venues: "/where/:filename/"
        tags: "/t/:slug/"

      """,
    "content/events/2026-04-13-meet.md": post("Meet", keys: "start: 2026-04-14\ntags: [swift]"),
    "content/sub/about.md": post("About"),
    "content/communities/boston.md": "---\nname: Boston\n---\n",
    "content/people/jess.md": "---\nname: Jess\ntitle: Jess Bloom\n---\n",
    "content/venues/hall.md": "---\nname: Hall\n---\n",
  ])
  #expect(build.diagnostics == [])
  let files = Set(try build.files().keys)
  let pages = [
    "e/2026/meet/index.html", "w/sub/about/index.html", "c/boston.html", "c/boston/feed.xml",
    "who/jess-bloom/index.html", "where/hall/index.html", "t/swift/index.html", "t/swift/feed.json",
  ]
  #expect(Set(pages).subtracting(files) == [])
}

@Test func `a path of any letters is a file by its name and encoded in every address`() throws {
  let build = try TestBuild([
    "content/über uns.md": post("Über", keys: "aliases: [/日本/]"),
    "content/posts/2026-03-24-tee.md": post("Tee", "[wir](<../über uns.md>)", keys: "slug: tée"),
  ])
  #expect(build.diagnostics == [])
  let files = try build.files()
  #expect(files["über uns/index.html"] != nil)
  #expect(files["日本/index.html"] != nil)
  let page = try #require(files["2026/03/24/tée/index.html"])
  #expect(page.contains(#"<a href="/%C3%BCber%20uns/">wir</a>"#))
  #expect(files["sitemap.xml"]?.contains("https://harbor.example/%C3%BCber%20uns/") == true)
  #expect(files["_redirects"] == "/%E6%97%A5%E6%9C%AC/ /%C3%BCber%20uns/ 301\n")
}
