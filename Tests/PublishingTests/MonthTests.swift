import Content
import Foundation
import Publishing
import Testing

/// A template that prints its weeks, a line each.
private let template = """
  {{ page.title }} {{ page.year }}-{{ page.month }} {{ page.start }} {{ page.event_count }}: \
  {{ page.older }} {{ page.newer.url if page.newer }}
  {% for week in weeks %}
  {% for day in week %}{{ day.number if day.in_month else "-" }}{% for e in day.events %}[{{ e.title }}]{% endfor %} {% endfor %}

  {% endfor %}
  {% for e in events %}{{ e.title }} {% endfor %}
  """

private func build(_ events: [String], settings: String = "") throws -> TestBuild {
  var files = ["templates/month.html": template]
  files["site.yml"] = TestBuild.settings + "\n" + settings
  for (index, keys) in events.enumerated() {
    files["content/events/e\(index).md"] = "---\ntitle: E\(index)\n\(keys)\n---\n"
  }
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  return build
}

@Test func `a month's calendar has each event on its days`() throws {
  let build = try build([
    "start: 2026-05-01 18:00\nend: 2026-05-02 00:00",
    "start: 2026-05-30\nend: 2026-06-01",
    "start: 2026-05-31 23:30\ntimezone: Pacific/Auckland\nduration: 1h",
    "start: 2024-02-29 10:00",
  ])
  #expect(
    try build.file("events/2026/05/index.html") == """
      May 2026 2026-5 2026-05-01 3: February 2024 /events/2026/06/
      - - - - 1[E0] 2 3 
      4 5 6 7 8 9 10 
      11 12 13 14 15 16 17 
      18 19 20 21 22 23 24 
      25 26 27 28 29 30[E1] 31[E1][E2] 
      E0 E1 E2 
      """
  )
  #expect(
    try build.file("events/2026/06/index.html").hasPrefix(
      "June 2026 2026-6 2026-06-01 2: May 2026 \n1[E1][E2] 2 3"
    )
  )
  #expect(
    try build.files().keys.filter { $0.hasSuffix("/index.html") && $0.hasPrefix("events/20") }
      .sorted() == [
        "events/2024/02/index.html", "events/2026/05/index.html", "events/2026/06/index.html",
      ]
  )
}

@Test func `weeks begin with the day that the language's region begins them with`() throws {
  for (language, first) in [
    ("en", "- - - - 1"), ("en-US", "- - - - - 1"), ("ar-EG", "- - - - - - 1"),
  ] {
    let build = try build(["start: 2026-05-01"], settings: "language: \(language)")
    let lines = try build.file("events/2026/05/index.html").split(separator: "\n")
    #expect(lines[1].hasPrefix(first + "["))
  }
}

@Test func `an event that never ends fills a year of calendars`() throws {
  let build = try build(["start: 2026-05-01\nend: 9998-12-31"])
  let months = try build.files().keys.filter { $0.hasPrefix("events/2") && $0.contains("/index") }
  #expect(months.count == 13)
}

@Test func `months that are turned off aren't made, and nothing links to them`() throws {
  let build = try build(["start: 2026-05-01"], settings: "outputs: {months: false}")
  let files = try build.files()
  #expect(files["events/2026/05/index.html"] == nil)
  #expect(files["events/index.html"]?.contains("Calendar of") == false)
}

@Test
func `the theme's calendar says what isn't as planned, and what goes on, also for a whole month`()
  throws
{
  let keys = ["site.yml": TestBuild.settings]
  let build = try TestBuild(
    keys.merging([
      "content/events/a.md":
        "---\ntitle: A\nstart: 2026-05-05 18:00\nend: 2026-06-05 20:00\n---\n",
      "content/events/b.md":
        "---\ntitle: B\nstart: 2026-06-09 18:00\nstatus: rescheduled\nsequence: 1\n"
        + "previous_start: 2026-06-02 18:00\n---\n",
    ]) { $1 }
  )
  #expect(build.diagnostics == [])
  let page = try build.file("events/2026/06/index.html")
  let told = page.components(separatedBy: "<li ").dropFirst().map { item in
    item.components(separatedBy: "</li>")[0].matches(of: #/<small([^>]*)>([^<]*)/#)
      .filter { !$0.output.1.hasSuffix("hidden") }.map { String($0.output.2) }
  }
  #expect(
    told == Array(repeating: ["over", "continued"], count: 5) + [
      ["new date", "over", "18:00 UTC"]
    ]
  )
}
