import Calendar
import Content
import Diagnostics
import Testing

/// A site with one series, read at noon of 2026-06-01 UTC.
private func reading(
  _ series: String,
  _ others: [String: String] = [:],
  settings: String = ""
) -> Reading {
  var files = others
  files["content/events/night.md"] = "---\n\(series)\n---\nThe series' text.\n"
  return Reading(
    files,
    settings: "title: T\nbase_url: https://x.example/\ntimezone: America/New_York\n\(settings)"
  )
}

private let weekly = "title: Night\nstart: 2026-05-12 19:00\nduration: 2h\nrepeat: every tuesday"

extension Reading {
  /// The events' starts, as clocks show them there.
  fileprivate var starts: [String] { site?.events.map(\.start.time.local.text) ?? [] }

  /// The last parts of the occurrences' addresses.
  fileprivate var names: [String] { site?.events.compactMap(\.occurrence?.name) ?? [] }
}

@Test func `a series is expanded to its horizon and each occurrence is an event`() throws {
  let reading = reading(weekly, settings: "events: {horizon: 1}")
  #expect(reading.said == "")
  #expect(
    reading.starts == [
      "2026-05-12 19:00", "2026-05-19 19:00", "2026-05-26 19:00", "2026-06-02 19:00",
      "2026-06-09 19:00", "2026-06-16 19:00", "2026-06-23 19:00", "2026-06-30 19:00",
    ]
  )
  #expect(reading.names == reading.starts.map { String($0.prefix(10)) })
  let series = try #require(reading.site?.series.first)
  #expect(series.occurrences == Array(0..<8))
  #expect(series.length == .nominal(EventDuration(seconds: 7200)))
  #expect(series.event.start.time.local.text == "2026-05-12 19:00")
  let last = try #require(reading.site?.events.last)
  #expect(last.end?.time.rfc3339 == "2026-06-30T21:00:00-04:00")
  #expect(last.over == last.end?.instant)
  #expect(!last.hasOwnDocument)
}

@Test func `a series with an end is expanded to it, however far`() {
  let reading = reading(
    "start: 2026-06-09\nrepeat: every year 3 times\nalso: 2040-02-03\nexcept: [2027-06-09]",
    settings: "events: {horizon: 0}"
  )
  #expect(reading.said == "")
  #expect(reading.names == ["2026-06-09", "2028-06-09", "2040-02-03"])
}

@Test func `a date in also has the series' time of day`() {
  let reading = reading(
    "start: 2026-06-09 19:00\nalso: [2026-06-10, 2026-06-10 21:30, 2026-06-11T12:00:30Z]"
  )
  #expect(reading.said == "")
  #expect(
    reading.starts
      == ["2026-06-09 19:00", "2026-06-10 19:00", "2026-06-10 21:30", "2026-06-11 08:00:30"]
  )
  #expect(reading.names == ["2026-06-09", "2026-06-10", "2026-06-10T2130", "2026-06-11"])
}

@Test func `an end keeps its seconds and a duration its days when clocks change`() {
  func ends(_ length: String) -> [String] {
    reading(
      "start: 2026-10-24 12:00\nrepeat: every week 2 times\n\(length)"
    ).site?.events.compactMap(\.end?.time.rfc3339) ?? []
  }
  #expect(
    ends("end: 2026-10-25 12:00") == ["2026-10-25T12:00:00-04:00", "2026-11-01T11:00:00-05:00"]
  )
  #expect(ends("duration: 1d") == ["2026-10-25T12:00:00-04:00", "2026-11-01T12:00:00-05:00"])
}

@Test func `an occurrence in a gap of the clocks is read as RFC 5545 says`() {
  let reading = reading("start: 2027-03-07 02:30\nrepeat: every week 2 times\nduration: 1h")
  #expect(reading.said == "")
  #expect(
    reading.site?.events.map(\.start.time.rfc3339)
      == ["2027-03-07T02:30:00-05:00", "2027-03-14T03:30:00-04:00"]
  )
  #expect(reading.names == ["2027-03-07", "2027-03-14"])
}

@Test func `an all-day series lasts as many days each time`() {
  let reading = reading("start: 2026-06-05\nend: 2026-06-07\nrepeat: every year 2 times")
  #expect(
    reading.site?.events.compactMap(\.end?.time.rfc3339)
      == ["2026-06-08T00:00:00-04:00", "2027-06-08T00:00:00-04:00"]
  )
  #expect(reading.site?.series.first?.length == .days(3))
}

@Test func `of many occurrences those nearest to now have pages`() {
  let reading = reading(
    "start: 2020-01-01 10:00\nrepeat: every day\n",
    settings: "events: {horizon: 120}"
  )
  #expect(
    reading.said == """
      content/events/night.md:3:9: warning: a series should have at most 1000 pages
        |
      3 | repeat: every day
        |         ^^^^^^^^^ the 1000 occurrences nearest to now have one

      """
  )
  #expect(reading.site?.events.count == 1000)
  #expect(reading.names.first == "2025-01-17")
  #expect(reading.names.last == "2027-10-13")
}

@Test func `a rule that never stops in reach is given up`() {
  let reading = reading("start: 2020-01-01 10:00\nrepeat: FREQ=SECONDLY\n")
  #expect(
    reading.said == """
      content/events/night.md:3:9: error: a series must take place less than 100000 times
        |
      3 | repeat: FREQ=SECONDLY
        |         ^^^^^^^^^^^^^
        = help: give it an end: `until 2026-12-31` or `10 times`

      """
  )
}

@Test func `what a file says of an occurrence wins, and the rest is the series'`() throws {
  let reading = reading(
    weekly
      + " 3 times\nonline: https://meet.example/\ncapacity: 40\nsummary: Weekly\ntags: [swift]\n"
      + "aliases: [/old/]\nslug: nights\npermalink: /nights/\ncomments: closed",
    [
      "content/events/changes/moved.md": """
      ---
      series: night
      occurrence: 2026-05-19
      start: 2026-05-20 20:00
      status: rescheduled
      capacity: 20
      ---
      """,
      "content/events/changes/moved.comments.yml":
        "- id: 1\n  date: 2026-05-21\n  body: Good.\n",
      "content/events/changes/gone.md": """
      ---
      title: No night
      series: night
      occurrence: 2026-05-26 19:00
      status: cancelled
      comments: off
      ---
      The hall is shut.
      """,
    ]
  )
  #expect(reading.said == "")
  let site = try #require(reading.site)
  #expect(reading.starts == ["2026-05-12 19:00", "2026-05-20 20:00", "2026-05-26 19:00"])
  #expect(reading.names == ["2026-05-12", "2026-05-19", "2026-05-26"])
  #expect(site.events.map(\.hasOwnDocument) == [false, true, true])
  let moved = site.events[1]
  #expect(moved.end?.time.local.text == "2026-05-20 22:00")
  #expect(moved.previousStart?.time.local.text == "2026-05-19 19:00")
  #expect(moved.status == .rescheduled)
  #expect(moved.capacity == 20)
  #expect(moved.online == "https://meet.example/")
  #expect(moved.document.title == "Night")
  #expect(moved.document.summary == "Weekly")
  #expect(moved.document.tags == [0])
  #expect(moved.document.aliases.isEmpty)
  #expect(moved.document.permalink == nil)
  #expect(moved.document.slug == "moved")
  #expect(moved.document.comments == .closed)
  #expect(moved.document.thread?.comments.count == 1)
  #expect(moved.document.bodyFile.text(in: moved.document.body) == "The series' text.\n")
  let gone = site.events[2]
  #expect(gone.status == .cancelled)
  #expect(gone.document.title == "No night")
  #expect(gone.document.comments == .off)
  #expect(gone.document.bodyFile.text(in: gone.document.body) == "The hall is shut.")
  #expect(site.series[0].occurrences == [0, 1, 2])
  #expect(site.tags[0].events == [0, 1, 2])
}

@Test func `an occurrence with a file has a page however far it is`() {
  let reading = reading(
    weekly,
    ["content/events/x.md": "---\nseries: night\noccurrence: 2027-07-06\n---\n"],
    settings: "events: {horizon: 0}"
  )
  #expect(reading.said == "")
  #expect(reading.names == ["2026-05-12", "2026-05-19", "2026-05-26", "2027-07-06"])
}

@Test func `an occurrence whose file is a draft is as the series says`() {
  let reading = reading(
    weekly + " 2 times",
    ["content/events/x.md": "---\nseries: night\noccurrence: 2026-05-19\ndraft: true\n---\n"]
  )
  #expect(reading.said == "")
  #expect(reading.site?.events.map(\.hasOwnDocument) == [false, false])
  #expect(reading.site?.leftOut == [LeftOut(path: "content/events/x.md", reason: .draft)])
}

@Test func `a series that isn't published takes its changed occurrences with it`() {
  let reading = reading(
    weekly + "\ndraft: true",
    ["content/events/x.md": "---\nseries: night\noccurrence: 2026-05-19\n---\n"]
  )
  #expect(reading.said == "")
  #expect(reading.site?.events.isEmpty == true)
  #expect(reading.site?.series.isEmpty == true)
  #expect(
    reading.site?.leftOut == [
      LeftOut(path: "content/events/night.md", reason: .draft),
      LeftOut(path: "content/events/x.md", reason: .series("content/events/night.md")),
    ]
  )
}

@Test func `a post recaps a series or one of its occurrences`() throws {
  let reading = reading(
    weekly + "\nalso: 2026-05-19 12:00",
    [
      "content/posts/2026-05-20-a.md": "---\nevent: night/2026-05-12\n---\n",
      "content/posts/2026-05-21-b.md": "---\nevent: night\n---\n",
      "content/posts/2026-05-22-c.md": "---\nevent: night/2026-05-19T1900\n---\n",
    ]
  )
  #expect(reading.said == "")
  let site = try #require(reading.site)
  #expect(site.posts.map(\.event) == [2, nil, 0])
  #expect(site.posts.map(\.series) == [nil, 0, nil])
  #expect(site.events[2].recaps == [0])
  #expect(site.events[2].occurrence?.name == "2026-05-19T1900")
  #expect(site.series[0].event.recaps == [1])
}

@Test func `a start that also names needn't be the rule's`() {
  let reading = reading(
    "start: 2026-06-10 19:00\nrepeat: every tuesday 2 times\nalso: 2026-06-10"
  )
  #expect(reading.said == "")
  #expect(reading.names == ["2026-06-10", "2026-06-16", "2026-06-23"])
}

@Test func `comments of a series close when its last occurrence is long over`() throws {
  func states(_ lines: String) throws -> [CommentState] {
    let reading = reading(
      "start: 2026-05-05 19:00\n\(lines)",
      ["content/events/x.md": "---\nseries: night\noccurrence: 2026-05-05\n---\n"],
      settings: "comments: {close_after_days: 7}"
    )
    #expect(reading.said == "")
    let site = try #require(reading.site)
    return [site.series[0].event.document.comments, site.events[0].document.comments]
  }
  #expect(try states("repeat: every week") == [.open, .closed])
  #expect(try states("repeat: every week 2 times") == [.closed, .closed])
  #expect(try states("repeat: every week 4 times") == [.open, .closed])
  #expect(try states("repeat: every week 2 times\ncomments: open") == [.open, .open])
}
