import Calendar
import Content
import Diagnostics
import Testing

@Test func `everything that a page says is read`() throws {
  let reading = Reading([
    "content/a.md": """
    ---
    title: No
    date: 2026-05-01 09:40
    updated: 2026-05-02
    slug: b
    permalink: /x/y.html
    aliases: [/old/, /older.html]
    publish: 2026-05-03
    expire: 2027-01-01
    summary: |
      Two
      lines
    image: cup.jpg
    image_alt: A cup
    tags: [Tea, "0123"]
    template: wide.html
    comments: off
    noindex: on
    extra: {a: no, b: 0123, c: 12:30, d: [1, 2.5, -3, true, null, "1"], e: {f: ~}, g: 1_000, h: 1e3}
    ---
    Text
    """
  ])
  #expect(reading.said == "")
  let document = try #require(reading.site?.pages.first?.document)
  #expect(document.title == "No")
  #expect(document.date?.time.rfc3339 == "2026-05-01T09:40:00Z")
  #expect(document.updated?.isDateOnly == true)
  #expect(document.slug == "b")
  #expect(document.name == "a")
  #expect(document.permalink?.value == "/x/y.html")
  #expect(document.aliases.map(\.value) == ["/old/", "/older.html"])
  #expect(document.publish?.time.local.text == "2026-05-03 00:00")
  #expect(document.expire?.time.local.text == "2027-01-01 00:00")
  #expect(document.summary == "Two\nlines")
  #expect(document.image?.value == "cup.jpg")
  #expect(document.imageAlt == "A cup")
  #expect(document.tags == [1, 0])
  #expect(document.template?.value == "wide.html")
  #expect(document.comments == .off)
  #expect(document.isHiddenFromSearch)
  #expect(
    document.extra == [
      DataEntry(key: "a", value: .text("no")), DataEntry(key: "b", value: .text("0123")),
      DataEntry(key: "c", value: .text("12:30")),
      DataEntry(
        key: "d",
        value: .list([.int(1), .double(2.5), .int(-3), .bool(true), .null, .text("1")])
      ),
      DataEntry(key: "e", value: .map([DataEntry(key: "f", value: .null)])),
      DataEntry(key: "g", value: .text("1_000")), DataEntry(key: "h", value: .double(1000)),
    ]
  )
  #expect(document.file.text(in: document.body) == "Text")
}

@Test(arguments: ["\n", "\r\n", "\r"])
func `front matter has any line endings`(ending: String) throws {
  let lines = ["---  ", "title: A", "---", "Text"]
  let site = try #require(Reading(["content/a.md": lines.joined(separator: ending)]).site)
  let document = site.pages[0].document
  #expect(document.title == "A")
  #expect(document.file.text(in: document.body) == "Text")
}

@Test(arguments: ["Text", "", "----\ntitle: A\n", " ---\n", "---x\n"])
func `a file without front matter is a text`(text: String) throws {
  let site = try #require(Reading(["content/about-us.md": text]).site)
  let document = site.pages[0].document
  #expect(document.title == "About us")
  #expect(document.file.text(in: document.body) == text)
}

@Test func `an empty value counts as not written, and so do null and ~ where no text is due`()
  throws
{
  let reading = Reading([
    "content/posts/2026-05-01-a.md": """
    ---
    title: ""
    date: ~
    draft: null
    tags: []
    author: null
    authors:
    comments: ~
    event: null
    community: " "
    extra:
    ---
    """
  ])
  #expect(reading.said == "")
  let post = try #require(reading.site?.posts.first)
  #expect(post.document.title == "A")
  #expect(post.date.time.local.text == "2026-05-01 00:00")
  #expect(post.authors == [.name("null")])
}

@Test(arguments: [
  ("content/posts/2010-03-24-tea.md", "2010-03-24-tea", "tea", "2010-03-24-tea"),
  ("content/posts/2010/2010-03-24-tea/index.md", "2010-03-24-tea", "tea", "2010/2010-03-24-tea"),
  ("content/posts/2010-03-24.md", "2010-03-24", "2010-03-24", "2010-03-24"),
]) func `a post has its date and slug from its name`(
  path: String,
  name: String,
  slug: String,
  subpath: String
) throws {
  let post = try #require(Reading([path: ""]).site?.posts.first)
  #expect(post.date.time.local.text == "2010-03-24 00:00")
  #expect(post.document.name == name)
  #expect(post.document.slug == slug)
  #expect(post.document.subpath == subpath)
  #expect(post.document.isFolder == path.hasSuffix("index.md"))
}

@Test(arguments: [
  ("content/about.md", "about"), ("content/pages/contact.md", "pages/contact"),
  ("content/docs/index.md", "docs"), ("content/people/team/x.md", "people/team/x"),
  ("content/people/index.md", "people"), ("content/tags/swift.md", "tags/swift"),
]) func `any other text is a page at its own path`(path: String, subpath: String) throws {
  #expect(Reading([path: ""]).site?.pages.map(\.document.subpath) == [subpath])
}

@Test(arguments: [
  (Section.home, "content/index.md"), (.posts, "content/posts/index.md"),
  (.events, "content/events/index.md"), (.communities, "content/communities/index.md"),
  (.tags, "content/tags/index.md"), (.archive, "content/archive.md"),
  (.search, "content/search.md"), (.notFound, "content/404.md"),
]) func `a text for a page that the build makes is no page of its own`(
  section: Section,
  path: String
) throws {
  let site = try #require(Reading([path: "---\ntitle: A\n---\n"]).site)
  #expect(site.sections.mapValues(\.title) == [section: "A"])
  #expect(site.pages.isEmpty)
}

@Test func `a list has a title of its own where its text gives none`() throws {
  let site = try #require(
    Reading(["content/index.md": "", "content/404.md": "", "content/posts/index.md": ""]).site
  )
  #expect(
    site.sections.mapValues(\.title) == [.home: "T", .notFound: "Page not found", .posts: "Posts"]
  )
}

@Test func `files belong to the innermost folder of a page, others to the site`() throws {
  let site = try #require(
    Reading([
      "content/docs/index.md": "", "content/docs/a.png": "", "content/docs/deep/index.md": "",
      "content/docs/deep/b.png": "", "content/docs/deep/img/c.png": "", "content/CNAME": "",
      "content/posts/d.png": "", "content/.well-known/e.txt": "", "content/posts/index.md": "",
    ]).site
  )
  #expect(
    site.pages.map { $0.document.files.map(\.path) } == [
      ["content/docs/deep/b.png", "content/docs/deep/img/c.png"], ["content/docs/a.png"],
    ]
  )
  #expect(
    site.files.map(\.path) == ["content/.well-known/e.txt", "content/CNAME", "content/posts/d.png"]
  )
}

@Test(arguments: [
  ("C++", "cplusplus"), ("C#", "csharp"), ("Swift  on Linux!", "swift-on-linux"),
  ("Čaj & Dort", "čaj-dort"), ("CAFE\u{301}", "café"), ("日本", "日本"), ("--a--", "a"),
]) func `a tag's address is its letters and digits`(name: String, slug: String) {
  let reading = Reading(["content/a.md": "---\ntags: ['\(name)']\n---\n"])
  #expect(reading.site?.tags.map(\.slug) == [slug])
}

@Test func `tags with one address are one, called as it was written first`() throws {
  let site = try #require(
    Reading([
      "content/a.md": "---\ntags: [tea]\n---\n",
      "content/events/e.md": "---\nstart: 2026-05-01\ntags: TEA\n---\n",
      "content/posts/2026-05-01-a.md": "---\ntags: [Tea, tea, Other]\n---\n",
      "content/posts/2026-05-02-b.md": "---\ntags: [TeA]\n---\n",
      "content/communities/c.md": "---\ntags: [Tea, unlisted]\n---\n",
    ]).site
  )
  #expect(site.tags.map(\.slug) == ["other", "tea"])
  #expect(site.tags[1].name == "TeA")
  #expect(site.tags[1].posts == [0, 1])
  #expect(site.tags[1].events == [0])
  #expect(site.tags[1].pages == [0])
  #expect(site.posts[1].document.tags == [1, 0])
  #expect(site.communities[0].document.tags == [1])
}

@Test func `an event is named with its date, without it, or by its path`() throws {
  let site = try #require(
    Reading([
      "content/events/2010/2010-04-13-tea.md": "---\nstart: 2010-04-13\n---\n",
      "content/posts/2026-05-01-a.md": "---\nevent: tea\n---\n",
      "content/posts/2026-05-02-b.md": "---\nevent: 2010-04-13-tea\n---\n",
      "content/posts/2026-05-03-c.md": "---\nevent: 2010/2010-04-13-tea\n---\n",
    ]).site
  )
  #expect(site.posts.map(\.event) == [0, 0, 0])
  #expect(site.events[0].recaps == [2, 1, 0])
}
