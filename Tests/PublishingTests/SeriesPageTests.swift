import Content
import Publishing
import Testing

/// Templates that print what they are given.
private let templates = [
  "templates/event.html":
    "{{ page.title }} {{ page.start.iso }} {{ page.end.iso if page.end }} | {{ page.series }} "
    + "{{ page.series.url }} {{ page.original_start }} | {{ page.status }} {{ page.previous_start }} | "
    + "{{ page.content|striptags|trim }} | {{ page.comments is none }} {{ page.image }} | {{ page.path }}",
  "templates/series.html":
    "{{ page.title }} {{ page.start.iso }} {{ page.repeat }} {{ page.rule }} {{ page.event_count }} | "
    + "{{ page.next_event.url if page.next_event }} {{ page.is_past }} {{ page.is_now }} | "
    + "{% for e in upcoming %}{{ e.url }} {% endfor %}| "
    + "{% for y in past %}{{ y.year }}: {% for e in y.events %}{{ e.url }} {% endfor %}{% endfor %}| "
    + "{{ page.comments.count }} {% for r in page.recaps %}{{ r.url }}{% endfor %}",
  "templates/post.html": "{{ page.event.url }} {{ page.content }}",
]

private func build(_ files: [String: String], settings: String = "") throws -> TestBuild {
  var files = files.merging(templates) { site, _ in site }
  // now is 2026-11-01T00:00:00Z.
  files["site.yml"] =
    TestBuild.settings + "\nevents: {horizon: 2}\noutputs: {months: false}\n" + settings
  return try TestBuild(files)
}

private let night = """
  ---
  title: Night
  start: 2026-09-08 19:00
  duration: 2h
  repeat: every 2nd tuesday
  ---
  The text.

  """

private let files = [
  "content/events/night/index.md": night.replacing("duration", with: "image: cup.jpg\nduration")
    .replacing("text", with: "text, with [slides](slides.pdf)"),
  "content/events/night/slides.pdf": "slides", "content/events/night/cup.jpg": "cup",
  "content/events/night/comments.yml": "- {id: 1, date: 2026-09-01, body: Nice.}\n",
  "content/events/changes/dec.md": """
  ---
  series: night
  occurrence: 2026-12-08
  start: 2026-12-09 20:00
  status: rescheduled
  ---
  """,
  "content/events/changes/dec.comments.yml": "- {id: 1, date: 2026-09-01, body: Why?}\n",
  "content/posts/2026-10-14-recap.md": post(
    "Recap",
    "[night](@/events/night/2026-11-10) [its change](@/events/changes/dec.md)",
    keys: "event: night/2026-10-13"
  ),
  "content/posts/2026-10-15-all.md": post("All", keys: "event: night"),
]

@Test func `a series has a page, and each occurrence one below it`() throws {
  let build = try build(files)
  #expect(build.diagnostics == [])
  #expect(
    try build.file("events/night/index.html")
      == "Night 2026-09-08T19:00:00Z every 2nd Tuesday FREQ=MONTHLY;BYDAY=2TU 4 | "
      + "/events/night/2026-11-10/ False False | "
      + "/events/night/2026-11-10/ /events/night/2026-12-08/ | "
      + "2026: /events/night/2026-10-13/ /events/night/2026-09-08/ | 1 /2026/10/15/all/"
  )
  #expect(
    try build.file("events/night/2026-11-10/index.html")
      == "Night 2026-11-10T19:00:00Z 2026-11-10T21:00:00Z | Night /events/night/ 2026-11-10T19:00:00Z"
      + " | scheduled None | The text, with slides. | True /events/night/cup.jpg"
      + " | content/events/night/index.md"
  )
  #expect(
    try build.file("events/night/2026-12-08/index.html")
      == "Night 2026-12-09T20:00:00Z 2026-12-09T22:00:00Z | Night /events/night/ 2026-12-08T19:00:00Z"
      + " | rescheduled 2026-12-08T19:00:00Z | The text, with slides. | False /events/night/cup.jpg"
      + " | content/events/changes/dec.md"
  )
}

@Test func `links and recaps lead to a series' occurrences`() throws {
  let build = try build(files)
  #expect(
    try build.file("2026/10/14/recap/index.html")
      == #"/events/night/2026-10-13/ <p><a href="/events/night/2026-11-10/">night</a> "#
      + #"<a href="/events/night/2026-12-08/">its change</a></p>"# + "\n"
  )
  #expect(try build.file("2026/10/15/all/index.html").hasPrefix("/events/night/ "))
}

@Test func `a series' occurrences stand below its own permalink, unless one has its own`() throws {
  let build = try build([
    "content/events/a.md": night.replacing(
      "duration",
      with: "permalink: /nights.html\nalso: 2026-10-13 12:00\nduration"
    ),
    "content/events/b.md":
      "---\nseries: a\noccurrence: 2026-11-10\npermalink: /special/\naliases: [/old/]\n---\n",
  ])
  #expect(build.diagnostics == [])
  let pages = try build.files().keys.filter { $0.hasSuffix(".html") && !$0.contains("index.h") }
  #expect(pages.sorted() == ["404.html", "nights.html"])
  let files = try build.files()
  #expect(
    files.keys.filter { $0.hasPrefix("nights/") }.sorted() == [
      "nights/2026-09-08/event.ics", "nights/2026-09-08/index.html",
      "nights/2026-10-13/event.ics", "nights/2026-10-13/index.html",
      "nights/2026-10-13T1900/event.ics", "nights/2026-10-13T1900/index.html",
      "nights/2026-12-08/event.ics", "nights/2026-12-08/index.html", "nights/event.ics",
    ]
  )
  #expect(files["special/index.html"]?.hasPrefix("Night 2026-11-10T19:00:00Z") == true)
  #expect(files["old/index.html"] != nil)
}

@Test func `a file of a series whose page another file takes is an error that names both`() throws {
  let build = try build([
    "content/events/night.md": night,
    "content/about.md": post("About", keys: "permalink: /events/night/2026-11-10/"),
  ])
  #expect(
    build.diagnostics == [
      """
      content/about.md:3:12: error: the address `/events/night/2026-11-10/` is taken by an occurrence of `content/events/night.md`
        |
      3 | permalink: /events/night/2026-11-10/
        |            ^^^^^^^^^^^^^^^^^^^^^^^^^
        = help: give one of them another `slug` or `permalink`

      """
    ]
  )
}

@Test func `a series is over when all of its occurrences are`() throws {
  let build = try build([
    "content/events/night.md": night.replacing("tuesday", with: "tuesday 2 times")
  ])
  #expect(
    try build.file("events/night/index.html")
      == "Night 2026-09-08T19:00:00Z every 2nd Tuesday, 2 times FREQ=MONTHLY;COUNT=2;BYDAY=2TU 2 | "
      + " True False | | 2026: /events/night/2026-10-13/ /events/night/2026-09-08/ | 0 "
  )
}

@Test func `a link to an occurrence without a page leads to its series, and else nowhere`() throws {
  let far = try build([
    "content/events/night.md": night,
    "content/posts/2026-10-14-a.md": post(
      "A",
      "[far](@/events/night/2040-01-10)",
      keys: "event: night"
    ),
  ])
  #expect(far.diagnostics == [])
  #expect(
    try far.file("2026/10/14/a/index.html")
      == #"/events/night/ <p><a href="/events/night/">far</a></p>"# + "\n"
  )
  let wrong = try build([
    "content/events/night.md": night,
    "content/about.md": post("A", "[wrong](@/events/night/2026-11-11)"),
  ])
  #expect(
    wrong.diagnostics == [
      """
      content/about.md:4:9: error: the link `@/events/night/2026-11-11` leads nowhere
        |
      4 | [wrong](@/events/night/2026-11-11)
        |         ^^^^^^^^^^^^^^^^^^^^^^^^^
        = help: did you mean `@/events/night/2026-11-10`?

      """
    ]
  )
}
