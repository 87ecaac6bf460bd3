import Calendar
import Content
import Diagnostics
import Foundation
import Importing
import TestSupport
import Testing

/// What an import of a calendar makes, the files as one text.
private func imported(
  _ text: String,
  zone: Zone = .utc,
  events: KnownEvents = KnownEvents()
) -> (files: String, log: [String], calendar: CalendarImport) {
  let file = SourceFile(path: "in.ics", text: text)
  let calendar = CalendarImport(file, zones: ZoneDatabase(), zone: zone, events: events)
  let files = calendar.files.map { "\($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }
  let log = calendar.log.sorted.map { "\($0.location.map { "\($0.line): " } ?? "")\($0.message)" }
  return (files.joined(), log, calendar)
}

/// What a build reads of imported files, and its faults.
private func site(_ calendar: CalendarImport, settings: String = "title: A\n") -> (Site?, [String])
{
  var files = ["site.yml": Array((settings + "base_url: https://a.example/\n").utf8)]
  for file in calendar.files { files[file.path] = file.bytes }
  var log = DiagnosticLog()
  var options = ReadingOptions(fallbackNow: Instant(seconds: 1_790_000_000))
  options.includeDrafts = true
  let reader = SiteReader(tree: SourceTree(files), options: options, zones: ZoneDatabase())
  let site = reader.read(log: &log)
  return (site, log.diagnostics.filter { $0.severity == .error }.map { $0.rendered() })
}

@Test func `a calendar becomes files that say the same`() {
  let found = imported(
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:night@old.example
    SEQUENCE:2
    DTSTAMP:20260101T000000Z
    LAST-MODIFIED:20260102T030405Z
    DTSTART;TZID=America/New_York:20260310T180000
    DTEND;TZID=America/New_York:20260310T200000
    RRULE:FREQ=MONTHLY;BYDAY=2TU
    RDATE;TZID=America/New_York:20260317T180000
    EXDATE;TZID=America/New_York:20260414T180000,20260609T180000
    SUMMARY:Swift night\\; talks
    DESCRIPTION:Bring *cake* & <b>tea</b>\\n1. <https://a.example/x_y>\\n\\nhttps://meet.example/night.
    LOCATION:The Hall\\, 1 Main Street
    GEO:42.36;-71.06
    URL:https://meetups.example/night
    CONFERENCE;VALUE=URI:https://meet.example/night
    CATEGORIES:swift,C++
    ORGANIZER;CN=Jess Bloom:mailto:jess@secret.example
    ATTENDEE;CN=Robin:mailto:robin@secret.example
    END:VEVENT
    BEGIN:VEVENT
    UID:night@old.example
    DTSTAMP:20260101T000000Z
    SEQUENCE:3
    RECURRENCE-ID;TZID=America/New_York:20260512T180000
    DTSTART;TZID=America/New_York:20260513T190000
    DTEND;TZID=America/New_York:20260513T210000
    SUMMARY:Swift night\\; talks
    STATUS:CANCELLED
    END:VEVENT
    BEGIN:VEVENT
    UID:fair
    DTSTAMP:20260101T000000Z
    DTSTART;VALUE=DATE:20260701
    DTEND;VALUE=DATE:20260704
    SUMMARY:Fair
    CLASS:PRIVATE
    END:VEVENT
    BEGIN:VTODO
    END:VTODO
    END:VCALENDAR
    """
  )
  #expect(found.log == [])
  #expect(found.calendar.skipped.map(\.component) == ["VTODO"])
  #expect(
    found.files == #"""
      content/events/2026-05-12-swift-night-talks.md
      ---
      series: swift-night-talks
      occurrence: 2026-05-12 18:00
      start: 2026-05-13 19:00
      end: 2026-05-13 21:00
      status: cancelled
      sequence: 3
      ---
      content/events/2026-07-01-fair.md
      ---
      title: Fair
      start: 2026-07-01
      end: 2026-07-03
      draft: true
      uid: fair
      ---
      content/events/swift-night-talks.md
      ---
      title: "Swift night; talks"
      start: 2026-03-10 18:00
      end: 2026-03-10 20:00
      timezone: America/New_York
      repeat: "FREQ=MONTHLY;BYDAY=2TU"
      except: [2026-04-14 18:00, 2026-06-09 18:00]
      also: [2026-03-17 18:00]
      online: "https://meet.example/night"
      venue: {name: "The Hall, 1 Main Street", lat: 42.36, lon: -71.06}
      uid: "night@old.example"
      rsvp: "https://meetups.example/night"
      organizers: [Jess Bloom]
      sequence: 2
      updated: 2026-01-02T03:04:05Z
      tags: [swift, C++]
      summary: "Bring *cake* & <b>tea</b>\n1. <https://a.example/x_y>\n\nhttps://meet.example/night."
      ---
      Bring \*cake\* \& \<b>tea\</b>\
      1\. \<https://a.example/x\_y>

      <https://meet.example/night>.

      """#
  )
  #expect(site(found.calendar).1 == [])
}

@Test(arguments: [
  ("DTSTART:20260310T180000Z", "start: 2026-03-10 18:00\ntimezone: UTC"),
  ("DTSTART:20260310T180000", "start: 2026-03-10 18:00"),
  (
    "DTSTART;TZID=Eastern Standard Time:20260310T180000",
    "start: 2026-03-10 18:00\ntimezone: America/New_York"
  ),
  (
    "DTSTART;TZID=/a.example/Europe/London:20260310T180000",
    "start: 2026-03-10 18:00\ntimezone: Europe/London"
  ),
  ("DTSTART;TZID=Ours:20260710T180000", "start: 2026-07-10 18:00\ntimezone: Europe/Berlin"),
  ("DTSTART;TZID=Odd:20260310T180000", "start: 2026-03-10 16:47\ntimezone: UTC"),
  ("DTSTART;TZID=Nowhere:20260310T180000", "start: 2026-03-10 18:00"),
  // Clocks skip it, and show it twice.
  (
    "DTSTART;TZID=America/New_York:20260308T023000",
    "start: 2026-03-08 03:30\ntimezone: America/New_York"
  ),
  (
    "DTSTART:20261101T063000Z\nX-TWEETUP-TIMEZONE:America/New_York",
    "start: 2026-11-01T01:30:00-05:00\ntimezone: America/New_York"
  ),
  ("DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260311", "start: 2026-03-10"),
  ("DTSTART;VALUE=DATE:20260310\nDURATION:P3D", "start: 2026-03-10\nduration: 3d"),
  (
    "DTSTART:20260310T180000Z\nDURATION:PT1H30M",
    "start: 2026-03-10 18:00\nduration: 1h30m\ntimezone: UTC"
  ),
  // A series begins with what its rule doesn't give.
  (
    "DTSTART:20260310T180000Z\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3",
    "start: 2026-03-10 18:00\ntimezone: UTC\nrepeat: \"FREQ=WEEKLY;COUNT=3;BYDAY=WE\"\n"
      + "also: [2026-03-10 18:00]"
  ),
  (
    "DTSTART:20260310T180000Z\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2",
    "start: 2026-03-10 18:00\ntimezone: UTC\n"
      + "also: [2026-03-10 18:00, 2026-03-11 18:00, 2026-03-17 18:00]"
  ),
])
func `times are what they were`(lines: String, expected: String) throws {
  let found = imported(
    """
    BEGIN:VCALENDAR
    BEGIN:VTIMEZONE
    TZID:Ours
    BEGIN:STANDARD
    DTSTART:19701025T030000
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:19700329T020000
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    END:DAYLIGHT
    END:VTIMEZONE
    BEGIN:VTIMEZONE
    TZID:Odd
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0113
    TZOFFSETTO:+0113
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:u
    \(lines)
    END:VEVENT
    END:VCALENDAR
    """
  )
  let keys = found.files.components(separatedBy: "---\n")[1]
  #expect(keys == expected.replacing("Europe/Berlin", with: zoneLikeBerlin) + "\nuid: u\n")
  #expect(site(found.calendar).1 == [])
}

/// Of zones that clocks can't tell apart the first that stands for one in Unicode's table is named.
private let zoneLikeBerlin = "Europe/Berlin"

@Test func `floating times are in the calendar's zone`() {
  let found = imported(
    "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Tokyo\nBEGIN:VEVENT\nUID:u\nDTSTART:20260310T180000\n"
      + "END:VEVENT\nEND:VCALENDAR\n"
  )
  #expect(found.files.contains("start: 2026-03-10 18:00\ntimezone: Asia/Tokyo\n"))
}

@Test func `occurrences without their series are events of their own`() throws {
  let found = imported(
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:lost
    RECURRENCE-ID:20260310T180000Z
    DTSTART:20260310T190000Z
    SUMMARY:A
    END:VEVENT
    BEGIN:VEVENT
    UID:lost
    RECURRENCE-ID:20260317T180000Z
    DTSTART:20260317T190000Z
    SUMMARY:A
    END:VEVENT
    END:VCALENDAR
    """
  )
  let (read, faults) = site(found.calendar)
  #expect(faults == [])
  #expect(read?.events.map(\.uid) == ["lost", "20260317T180000Z-lost"])
}

@Test func `what the site has stays, and names are nobody else's`() throws {
  let text =
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20260310\nSUMMARY:Tea\nEND:VEVENT\n"
    + "BEGIN:VEVENT\nUID:v\nDTSTART:20260310\nSUMMARY:Tea\nEND:VEVENT\nEND:VCALENDAR\n"
  let first = imported(text)
  let paths = first.calendar.files.map(\.path)
  #expect(paths == ["content/events/2026-03-10-tea-2.md", "content/events/2026-03-10-tea.md"])
  let (read, _) = site(first.calendar)
  var files = Dictionary(uniqueKeysWithValues: first.calendar.files.map { ($0.path, $0.bytes) })
  files["content/events/2026-03-10-tea.md"] = Array("---\nstart: 2026-03-10\n---\n".utf8)
  let again = imported(text, events: KnownEvents(SourceTree(files), read))
  #expect(again.calendar.files == [])
  #expect(again.calendar.known == 2)
  let other = imported(text, events: KnownEvents(SourceTree(files), nil))
  #expect(
    other.calendar.files.map(\.path)
      == ["content/events/2026-03-10-tea-3.md", "content/events/2026-03-10-tea-4.md"]
  )
}

@Test(arguments: [
  "../../etc/passwd", "/etc/passwd", "..", "a/b", "CON", "\u{202E}x",
  String(repeating: "a", count: 999),
  "title\\nstart: 2020-01-01", "---", "{{ 7*7 }}", "",
])
func `no text leads out of the folder or into the front matter`(text: String) throws {
  let found = imported(
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:\(text)u
    DTSTART:20260310T180000Z
    SUMMARY:\(text)
    DESCRIPTION:\(text)
    LOCATION:\(text)
    URL:https://a.example/events/\(text)/
    CATEGORIES:\(text)
    ORGANIZER;CN="\(text)":mailto:a@b.example
    END:VEVENT
    END:VCALENDAR
    """
  )
  let path = try #require(found.calendar.files.first?.path)
  #expect(path.hasPrefix("content/events/2026-03-10-") && path.utf8.count < 120)
  #expect(path.split(separator: "/").count == 3)
  let (read, faults) = site(found.calendar)
  #expect(faults == [])
  #expect(
    read?.events.first.map { ZonedTime($0.start.instant, in: .utc).rfc3339 }
      == "2026-03-10T18:00:00Z"
  )
}

@Test func `a file that keeps a program busy doesn't keep us`() {
  let event =
    "BEGIN:VEVENT\nUID:%\nDTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    + "BEGIN:VEVENT\nUID:%\nRECURRENCE-ID:20990101T000000Z\nDTSTART:20990101T000000Z\nEND:VEVENT\n"
  let events = (0..<200).map { event.replacing("%", with: "\($0)") }.joined()
  let found = imported("BEGIN:VCALENDAR\n\(events)END:VCALENDAR\n")
  #expect(found.calendar.files.count == 400)
}

private let sets = "real/ics"

@Test(.enabled(if: SharedSets.includes("\(sets)/expected-occurrences.jsonl")))
func `what is imported from real calendars can be built`() throws {
  var count = 0
  for line in try SharedSets.bytes("\(sets)/expected-occurrences.jsonl").split(separator: 0x0A) {
    let entry = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    guard let name = entry?["file"] as? String else { continue }
    let file = SourceFile(path: name, bytes: try SharedSets.bytes("\(sets)/\(name)"))
    let calendar = CalendarImport(
      file,
      zones: ZoneDatabase(),
      zone: .utc,
      events: KnownEvents()
    )
    let (_, faults) = site(calendar)
    #expect(faults == [], "\(name)")
    count += 1
  }
  #expect(count > 300)
}
