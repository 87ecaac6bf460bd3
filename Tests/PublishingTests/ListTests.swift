import Content
import Publishing
import Testing

/// Templates that print what they are given, so that a list's content is seen whole.
private let templates = [
  "templates/_list.html":
    "{% macro of(list) %}{% for e in list %}{{ e.slug }}{{ ' ' if not loop.last }}{% endfor %}{% endmacro %}"
    + "{% macro years(list) %}{% for y in list %}{{ y.year }}: {{ of(y.events) }}; {% endfor %}{% endmacro %}",
  "templates/home.html":
    "{% import '_list.html' as l %}{{ l.of(upcoming) }} | {{ l.of(posts) }} | "
    + "{{ pager.number }}/{{ pager.pages }} {{ pager.newer }} {{ pager.older }} {{ pager.urls|join(' ') }}",
  "templates/events.html":
    "{% import '_list.html' as l %}{{ l.of(upcoming) }} | {{ l.years(past) }}",
  "templates/community.html":
    "{% import '_list.html' as l %}{{ l.of(upcoming) }} | {{ l.years(past) }} | {{ l.of(recaps) }} | "
    + "{{ l.of(posts) }} | {{ page.next_event }} {{ page.event_count }} {{ page.post_count }} | "
    + "{{ page.organizers|map(attribute='name')|join(', ') }}",
  "templates/tag.html":
    "{% import '_list.html' as l %}{{ tag.name }} {{ tag.count }}: {{ l.of(posts) }} | {{ l.of(events) }} | "
    + "{{ l.of(pages) }} | {{ page.feed }} {{ page.url }}",
  "templates/archive.html":
    "{% import '_list.html' as l %}{% for y in years %}{{ y.year }}: {{ l.of(y.posts) }}; {% endfor %}",
  "templates/post.html":
    "{{ page.event.url if page.event }} | {{ page.newer }} | {{ page.older }} | {{ page.community }}",
  "templates/event.html":
    "{% for r in page.recaps %}{{ r.url }} {% endfor %}| {{ page.is_past }} {{ page.is_now }} | "
    + "{{ page.newer }} | {{ page.older }}",
]

private func event(_ title: String, _ keys: String) -> String { post(title, keys: keys) }

private func build(_ files: [String: String], settings: String = "") throws -> TestBuild {
  var files = files.merging(templates) { site, _ in site }
  files["site.yml"] = TestBuild.settings + "\n" + settings
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  return build
}

@Test func `an event is upcoming until the very moment when it is over`() throws {
  // now is 2026-11-01T00:00:00Z.
  let build = try build([
    "content/events/ended.md": event("Ended", "start: 2026-10-31 18:00\nend: 2026-11-01 00:00"),
    "content/events/ending.md": event(
      "Ending",
      "start: 2026-10-31 18:00\nend: 2026-11-01 00:00:01"
    ),
    "content/events/begins.md": event("Begins", "start: 2026-11-01 00:00\nduration: 1h"),
    "content/events/yesterday.md": event("Yesterday", "start: 2026-10-31 09:00"),
    "content/events/west.md":
      event("West", "start: 2026-10-31 09:00\ntimezone: America/New_York"),
    "content/events/old.md": event("Old", "start: 2009-05-05"),
    "content/events/far.md": event("Far", "start: 2999-01-01\npublish: 2020-01-01"),
  ])
  #expect(
    try build.file("events/index.html")
      == "west ending begins far | 2026: ended yesterday; 2009: old; "
  )
  #expect(try build.file("events/ended/index.html") == "| True False | Ending | West")
  #expect(try build.file("events/ending/index.html").hasPrefix("| False True |"))
  #expect(try build.file("events/begins/index.html").hasPrefix("| False True |"))
  #expect(try build.file("events/far/index.html").hasPrefix("| False False | None |"))
}

@Test func `a recap and its event lead to each other, and stand on the community's page`() throws {
  let build = try build([
    "content/communities/boston.md": "---\nname: Boston\norganizers: [jess, Sam]\n---\n",
    "content/people/jess.md": "---\nname: Jess Bloom\n---\n",
    "content/events/2026-04-13-meet.md": event(
      "Meet",
      "start: 2026-04-13 18:00\ncommunity: boston"
    ),
    "content/events/2027-04-13-again.md": event(
      "Again",
      "start: 2027-04-13 18:00\ncommunity: boston"
    ),
    "content/posts/2026-04-15-second.md": post("Second", keys: "event: meet"),
    "content/posts/2026-04-14-first.md": post("First", keys: "event: meet\ncommunity: boston"),
    "content/posts/2026-05-01-news.md": post("News", keys: "community: boston"),
    "content/posts/2026-06-01-other.md": post("Other"),
  ])
  #expect(
    try build.file("2026/04/14/first/index.html")
      == "/events/2026-04-13-meet/ | Second | None | Boston"
  )
  #expect(
    try build.file("events/2026-04-13-meet/index.html")
      == "/2026/04/14/first/ /2026/04/15/second/ | True False | Again | None"
  )
  #expect(
    try build.file("communities/boston/index.html")
      == "again | 2026: meet;  | second first | news | Again 2 3 | Jess Bloom, Sam"
  )
}

@Test func `posts go on below the home page, per_page each, newest first`() throws {
  var files: [String: String] = [:]
  for day in 1...5 { files["content/posts/2026-01-0\(day)-p\(day).md"] = post("P\(day)") }
  files["content/events/soon.md"] = event("Soon", "start: 2026-12-01")
  let build = try build(files, settings: "per_page: 2\n")
  let urls = "/ /page/2/ /page/3/"
  #expect(try build.file("index.html") == "soon | p5 p4 | 1/3 None /page/2/ \(urls)")
  #expect(try build.file("page/2/index.html") == " | p3 p2 | 2/3 / /page/3/ \(urls)")
  #expect(try build.file("page/3/index.html") == " | p1 | 3/3 /page/2/ None \(urls)")
  #expect(try build.files()["page/4/index.html"] == nil)
  #expect(try build.files()["posts/page/3/index.html"] != nil)
}

@Test func `a tag gathers posts, events and pages that spell it alike`() throws {
  let build = try build([
    "content/posts/2026-01-01-a.md": post("A", keys: "tags: [C++]"),
    "content/posts/2025-01-01-b.md": post("B", keys: "tags: [c++, \"C#\"]"),
    "content/events/e.md": event("E", "start: 2026-01-01\ntags: [C++]"),
    "content/about.md": post("About", keys: "tags: [Café Olé]"),
  ])
  let files = try build.files()
  let name = try #require(files["tags/cplusplus/index.html"])
  #expect(name == "C++ 3: a b | e |  | /tags/cplusplus/feed.xml /tags/cplusplus/")
  #expect(files["tags/csharp/index.html"]?.hasPrefix("C# 1: b |") == true)
  #expect(
    files["tags/café-olé/index.html"]
      == "Café Olé 1:  |  | about | /tags/caf%C3%A9-ol%C3%A9/feed.xml /tags/caf%C3%A9-ol%C3%A9/"
  )
}

@Test func `the archive gathers posts by year, newest first`() throws {
  let build = try build([
    "content/posts/2026-01-01-a.md": post("A"), "content/posts/2024-12-31-b.md": post("B"),
    "content/posts/2026-03-01-c.md": post("C"),
  ])
  #expect(try build.file("archive/index.html") == "2026: c a; 2024: b; ")
}
