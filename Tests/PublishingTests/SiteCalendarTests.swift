import Content
import Foundation
import Publishing
import Testing

private let files = [
  "content/communities/boston.md":
    "---\nname: Boston\ncity: Boston\ntimezone: America/New_York\n---\n",
  "content/events/2026-03-01-tea.md": """
  ---
  title: Tea, and cake
  start: 2026-03-01 18:00
  duration: 2h
  community: boston
  venue: {name: The Hall, address: 1 Main Street, city: Boston, postcode: "02110", lat: 42.36, lon: -71.06}
  status: cancelled
  sequence: 2
  updated: 2026-02-01T09:00:00Z
  tags: [swift, "C++, too"]
  uid: tea-1@old.example
  ---
  Bring a *cup*.
  """,
  "content/events/2026-07-01-fair.md": """
  ---
  title: Fair
  start: 2026-07-01
  end: 2026-07-03
  date: 2026-01-02
  ---
  """,
  "content/events/night.md": """
  ---
  title: Night
  start: 2026-03-10 18:00
  end: 2026-03-10 20:00
  repeat: every 2nd tuesday until 2026-06-30
  except: [2026-04-14]
  also: [2026-03-17, 2026-03-24 17:00]
  community: boston
  online: https://meet.example/night
  ---
  Talks.
  """,
  "content/events/2026-05-12-night.md": """
  ---
  series: night
  occurrence: 2026-05-12
  start: 2026-05-13 19:00
  status: rescheduled
  sequence: 1
  ---
  """,
]

private func lines(_ text: String) -> [String] { text.components(separatedBy: "\r\n") }

/// The calendar from its first event on.
private func events(_ text: String) -> String {
  let lines = lines(text)
  return lines[(lines.firstIndex(of: "BEGIN:VEVENT") ?? 0)...].joined(separator: "\n")
}

private let tea = """
  BEGIN:VEVENT
  UID:tea-1@old.example
  DTSTAMP:20260201T090000Z
  SEQUENCE:2
  DTSTART:20260301T230000Z
  DTEND:20260302T010000Z
  SUMMARY:Tea\\, and cake
  DESCRIPTION:Bring a cup.\\n\\nhttps://harbor.example/events/2026-03-01-tea/
  LOCATION:The Hall\\, 1 Main Street\\, 02110 Boston
  GEO:42.36;-71.06
  URL:https://harbor.example/events/2026-03-01-tea/
  STATUS:CANCELLED
  CATEGORIES:swift,C++\\, too
  LAST-MODIFIED:20260201T090000Z
  X-TWEETUP-TIMEZONE:America/New_York
  END:VEVENT
  """

private let fair = """
  BEGIN:VEVENT
  UID:2026-07-01-fair@harbor.example
  DTSTAMP:20260102T000000Z
  SEQUENCE:0
  DTSTART;VALUE=DATE:20260701
  DTEND;VALUE=DATE:20260704
  SUMMARY:Fair
  DESCRIPTION:https://harbor.example/events/2026-07-01-fair/
  URL:https://harbor.example/events/2026-07-01-fair/
  STATUS:CONFIRMED
  X-TWEETUP-TIMEZONE:UTC
  END:VEVENT
  """

private let night = """
  BEGIN:VEVENT
  UID:night@harbor.example
  DTSTAMP:20260310T220000Z
  SEQUENCE:0
  DTSTART;TZID=America/New_York:20260310T180000
  DTEND;TZID=America/New_York:20260310T200000
  RRULE:FREQ=MONTHLY;UNTIL=20260701T035959Z;BYDAY=2TU
  RDATE;TZID=America/New_York:20260317T180000,20260324T170000
  EXDATE;TZID=America/New_York:20260414T180000
  SUMMARY:Night
  DESCRIPTION:Talks.\\n\\nhttps://harbor.example/events/night/
  LOCATION:https://meet.example/night
  URL:https://harbor.example/events/night/
  CONFERENCE;VALUE=URI:https://meet.example/night
  STATUS:CONFIRMED
  END:VEVENT
  """

private let moved = """
  BEGIN:VEVENT
  UID:night@harbor.example
  DTSTAMP:20260513T230000Z
  SEQUENCE:1
  RECURRENCE-ID;TZID=America/New_York:20260512T180000
  DTSTART;TZID=America/New_York:20260513T190000
  DTEND;TZID=America/New_York:20260513T210000
  SUMMARY:Night
  DESCRIPTION:Talks.\\n\\nhttps://harbor.example/events/night/2026-05-12/
  LOCATION:https://meet.example/night
  URL:https://harbor.example/events/night/2026-05-12/
  CONFERENCE;VALUE=URI:https://meet.example/night
  STATUS:CONFIRMED
  X-TWEETUP-STATUS:rescheduled
  END:VEVENT
  """

private func calendar(_ events: String...) -> String {
  (events + ["END:VCALENDAR\n"]).joined(separator: "\n")
}

@Test func `calendars hold every event once, and series as series`() throws {
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  #expect(events(try build.file("events.ics")) == calendar(tea, fair, night, moved))
  #expect(events(try build.file("communities/boston/events.ics")) == calendar(tea, night, moved))
  #expect(events(try build.file("events/2026-03-01-tea/event.ics")) == calendar(tea))
  #expect(events(try build.file("events/night/event.ics")) == calendar(night, moved))
  #expect(events(try build.file("events/night/2026-05-12/event.ics")) == calendar(moved))
  let names = try build.files().keys.filter { $0.hasSuffix(".ics") }.sorted()
  #expect(
    names == [
      "communities/boston/events.ics", "events.ics", "events/2026-03-01-tea/event.ics",
      "events/2026-07-01-fair/event.ics", "events/night/2026-03-10/event.ics",
      "events/night/2026-03-17/event.ics", "events/night/2026-03-24/event.ics",
      "events/night/2026-05-12/event.ics", "events/night/2026-06-09/event.ics",
      "events/night/event.ics",
    ]
  )
}

@Test func `a calendar says what it is and where it is published`() throws {
  let head = lines(try TestBuild(files).file("communities/boston/events.ics")).prefix(10)
  #expect(
    Array(head) == [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tweetup//tweetup//EN", "CALSCALE:GREGORIAN",
      "NAME:Boston · Harbor", "X-WR-CALNAME:Boston · Harbor", "X-WR-TIMEZONE:America/New_York",
      "SOURCE;VALUE=URI:https://harbor.example/communities/boston/events.ics",
      "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D",
    ]
  )
}

@Test func `an event's identity doesn't depend on where the site is built for`() throws {
  let base = try BaseURL("http://localhost:8080/preview/")
  let text = try TestBuild(files, base: base).file("events.ics")
  #expect(text.contains("UID:night@harbor.example\r\n"))
  #expect(text.contains("URL:http://localhost:8080/preview/events/night/\r\n"))
}

@Test func `calendars can be turned off, and there are none without events`() throws {
  func names(_ outputs: String, _ files: [String: String]) throws -> [String] {
    let site = ["site.yml": TestBuild.settings + "\n" + outputs]
    let build = try TestBuild(files.merging(site) { $1 })
    return try build.files().keys.filter { $0.hasSuffix(".ics") }.sorted()
  }
  #expect(
    try names("outputs: {event_calendars: false}", files)
      == ["communities/boston/events.ics", "events.ics"]
  )
  let events = try names("outputs: {calendars: false}", files)
  #expect(events.count == 8 && events.allSatisfy { $0.hasSuffix("/event.ics") })
  #expect(try names("", ["content/about.md": "---\ntitle: A\n---\n"]) == [])
}

@Test func `templates are given the addresses of calendars`() throws {
  var files = files
  let addresses = "{{ page.calendar }} {{ site.calendar }} {{ site.webcal }}"
  files["templates/event.html"] = addresses
  files["templates/series.html"] = addresses
  files["templates/community.html"] = "{{ page.calendar }} {{ page.webcal }}"
  let build = try TestBuild(files)
  let site = "/events.ics webcal://harbor.example/events.ics"
  #expect(try build.file("events/night/index.html") == "/events/night/event.ics \(site)")
  #expect(
    try build.file("events/night/2026-05-12/index.html")
      == "/events/night/2026-05-12/event.ics \(site)"
  )
  #expect(
    try build.file("communities/boston/index.html")
      == "/communities/boston/events.ics webcal://harbor.example/communities/boston/events.ics"
  )
}

@Test func `the calendar of an event at a file's address stands in a folder`() throws {
  let build = try TestBuild([
    "content/events/tea.md": "---\nstart: 2026-03-01\npermalink: /old/tea.html\n---\n"
  ])
  #expect(try build.file("old/tea/event.ics").contains("URL:https://harbor.example/old/tea.html\r"))
}
