import Calendar
import TestSupport
import Testing

private func zone(_ name: String) throws -> Zone {
  try #require(try ZoneDatabase().zone(named: name))
}

private func local(_ text: String) throws -> CivilDateTime { try WrittenTime(text).local }

/// A calendar with a series in a zone, an occurrence of it that was moved, an event in UTC and one
/// that takes three days.
private func sample() throws -> CalendarObject {
  let stamp = try WrittenTime("2026-01-02T03:04:05Z").instant(in: .utc)
  let newYork = try zone("America/New_York")
  func time(_ text: String) throws -> EventTime { .zoned(try local(text), newYork) }
  var series = CalendarEvent(
    uid: "night@m.example",
    stamp: stamp,
    start: try time("2026-03-10 18:00")
  )
  series.end = try time("2026-03-10 20:00")
  series.rules = [try RecurrenceRule(written: "every 2nd tuesday until 2026-12-31T23:00Z")]
  series.additions = [try time("2026-03-17 18:00")]
  series.exclusions = [try time("2026-05-12 18:00"), try time("2026-08-11 18:00")]
  series.summary = "Swift night; talks, pizza \\ beer"
  series.description =
    "Erste Zeile\nZweite Zeile über Größe, die sehr lang ist und gefaltet wird: ÄÖÜäöüß 😀😀"
  series.location = "Hall, 1 Main St"
  series.coordinates = Coordinates(latitude: 42.3601, longitude: -71.0589)
  series.url = "https://m.example/events/night/"
  series.conference = "https://meet.example/night"
  series.image = "https://m.example/night.png"
  series.status = .confirmed
  series.categories = ["swift", "a,b"]
  series.organizer = .init(name: "Jess: \"J\"", address: "mailto:jess@m.example")
  var moved = CalendarEvent(
    uid: "night@m.example",
    stamp: stamp,
    start: try time("2026-06-16 19:00")
  )
  moved.sequence = 1
  moved.recurrenceID = try time("2026-06-09 18:00")
  moved.duration = EventDuration(seconds: 7200)
  moved.summary = "Swift night, a week later"
  var single = CalendarEvent(uid: "talk@m.example", stamp: stamp, start: .instant(stamp))
  single.summary = "Talk\r\nin two lines"
  single.status = .cancelled
  var fair = CalendarEvent(
    uid: "fair@m.example",
    stamp: stamp,
    start: .date(try WrittenTime("2026-07-01").date)
  )
  fair.end = .date(try WrittenTime("2026-07-04").date)
  fair.summary = "Fair"
  return CalendarObject(
    productID: "-//Example//Site//EN",
    name: "Harbor City",
    description: "All events",
    zoneName: "America/New_York",
    source: "https://m.example/events.ics",
    refreshInterval: EventDuration(days: 1),
    events: [series, moved, single, fair]
  )
}

@Test func `a calendar is written as RFC 5545 says`() throws {
  let expected = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Example//Site//EN
    CALSCALE:GREGORIAN
    NAME:Harbor City
    X-WR-CALNAME:Harbor City
    DESCRIPTION:All events
    X-WR-CALDESC:All events
    X-WR-TIMEZONE:America/New_York
    SOURCE;VALUE=URI:https://m.example/events.ics
    REFRESH-INTERVAL;VALUE=DURATION:P1D
    X-PUBLISHED-TTL:P1D
    BEGIN:VTIMEZONE
    TZID:America/New_York
    BEGIN:DAYLIGHT
    DTSTART:20260308T020000
    TZOFFSETFROM:-0500
    TZOFFSETTO:-0400
    TZNAME:EDT
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20261101T020000
    TZOFFSETFROM:-0400
    TZOFFSETTO:-0500
    TZNAME:EST
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:night@m.example
    DTSTAMP:20260102T030405Z
    SEQUENCE:0
    DTSTART;TZID=America/New_York:20260310T180000
    DTEND;TZID=America/New_York:20260310T200000
    RRULE:FREQ=MONTHLY;UNTIL=20261231T230000Z;BYDAY=2TU
    RDATE;TZID=America/New_York:20260317T180000
    EXDATE;TZID=America/New_York:20260512T180000,20260811T180000
    SUMMARY:Swift night\\; talks\\, pizza \\\\ beer
    DESCRIPTION:Erste Zeile\\nZweite Zeile über Größe\\, die sehr lang ist und
      gefaltet wird: ÄÖÜäöüß 😀😀
    LOCATION:Hall\\, 1 Main St
    GEO:42.3601;-71.0589
    URL:https://m.example/events/night/
    CONFERENCE;VALUE=URI:https://meet.example/night
    IMAGE;VALUE=URI:https://m.example/night.png
    STATUS:CONFIRMED
    ORGANIZER;CN="Jess: ^'J^'":mailto:jess@m.example
    CATEGORIES:swift,a\\,b
    END:VEVENT
    BEGIN:VEVENT
    UID:night@m.example
    DTSTAMP:20260102T030405Z
    SEQUENCE:1
    RECURRENCE-ID;TZID=America/New_York:20260609T180000
    DTSTART;TZID=America/New_York:20260616T190000
    DURATION:PT2H
    SUMMARY:Swift night\\, a week later
    END:VEVENT
    BEGIN:VEVENT
    UID:talk@m.example
    DTSTAMP:20260102T030405Z
    SEQUENCE:0
    DTSTART:20260102T030405Z
    SUMMARY:Talk\\nin two lines
    STATUS:CANCELLED
    END:VEVENT
    BEGIN:VEVENT
    UID:fair@m.example
    DTSTAMP:20260102T030405Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20260701
    DTEND;VALUE=DATE:20260704
    SUMMARY:Fair
    END:VEVENT
    END:VCALENDAR

    """
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let bytes = try sample().bytes()
  #expect(String(decoding: bytes, as: UTF8.self) == lines.joined(separator: "\r\n"))
  #expect(CalendarBytes.faults(in: bytes) == [])
}

@Test func `what is written is read back`() throws {
  var sample = try sample()
  let reading = CalendarReading(sample.bytes(), zones: ZoneDatabase())
  #expect(reading.problems == [])
  #expect(reading.skipped.isEmpty)
  // How often to look, and the line ends of a text, are all that is lost.
  sample.refreshInterval = nil
  sample.events[2].summary = "Talk\nin two lines"
  #expect(reading.calendars == [sample])
}

@Test func `no text breaks a line, however it is made`() throws {
  for length in 0..<160 {
    for text in ["a", "é", "日", "😀", "\r", "\u{0}", ","] {
      var event = CalendarEvent(
        uid: "u",
        stamp: Instant(seconds: 0),
        start: .instant(Instant(seconds: 0))
      )
      event.summary =
        String(repeating: "x", count: length % 80) + String(repeating: text, count: length)
      event.url = event.summary
      event.organizer = .init(name: event.summary, address: "mailto:a@b.example")
      let calendar = CalendarObject(productID: "p", events: [event])
      #expect(CalendarBytes.faults(in: calendar.bytes()) == [])
    }
  }
}

@Test(
  .enabled(if: ["icalendar", "recurring_ical_events", "vobject", "ical"].allSatisfy(Oracle.has))
)
func `others accept our calendar and read the same occurrences`() throws {
  #expect(
    try Oracle.output(of: "occurrences.py", input: try sample().bytes()) == """
      2026-01-02T03:04:05Z talk@m.example Talk
      in two lines
      2026-03-10T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-03-17T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-04-14T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-06-16T23:00:00Z night@m.example Swift night, a week later
      2026-07-01 fair@m.example Fair
      2026-07-14T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-09-08T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-10-13T22:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-11-10T23:00:00Z night@m.example Swift night; talks, pizza \\ beer
      2026-12-08T23:00:00Z night@m.example Swift night; talks, pizza \\ beer

      """
  )
}

@Test(.enabled(if: Oracle.has(module: "icalendar")))
func `the rules that we write for zones are those of Python's zoneinfo`() throws {
  let start = try local("2015-01-01")
  let zones = try distinctZones(since: Instant(seconds: start.secondsAsUTC))
  let events = zones.map { zone in
    CalendarEvent(uid: zone.identifier, stamp: Instant(seconds: 0), start: .zoned(start, zone))
  }
  let calendar = CalendarObject(productID: "p", events: events)
  let output = try Oracle.output(of: "zone_rules.py", input: calendar.bytes())
  let lines = output.split(separator: "\n")
  #expect(lines.count == 1, "\(lines.prefix(20))")
  #expect(lines.last.flatMap { Int($0) } ?? 0 > 100_000)
}
