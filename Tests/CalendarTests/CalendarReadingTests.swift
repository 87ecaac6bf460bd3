import TestSupport
import Testing

@testable import Calendar

private func read(_ text: String, zones: ZoneDatabase = ZoneDatabase()) -> CalendarReading {
  CalendarReading(Array(text.utf8), zones: zones)
}

/// What is said of a file: the line and what is wrong with it.
private func problems(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return read(text).problems.map {
    "\(String(decoding: bytes[$0.range], as: UTF8.self)): \($0.message)"
  }
}

@Test(arguments: ["\r\n", "\n", "\r", "\r\n\r\n"])
func `lines may end in any way, and folds are undone`(ending: String) throws {
  let text = [
    "\u{FEFF}begin:vcalendar", "X-WR-CALNAME:Har", " bor", "\t City", "BEGIN:VEVENT", "UID:1", "DT",
    " START:20260310T180000Z", "SUMMARY:a\\nb\\,c\\;d\\\\e\\x", "END:VEVENT", "END:VCALENDAR", "",
  ].joined(separator: ending)
  let reading = read(text)
  #expect(reading.problems == [])
  #expect(reading.calendars.map(\.name) == ["Harbor City"])
  #expect(reading.calendars[0].events.map(\.summary) == ["a\nb,c;d\\e\\x"])
}

@Test func `a fold inside a character does no harm`() throws {
  let bytes =
    Array("BEGIN:VEVENT\r\nDTSTART:20260310\r\nSUMMARY:\u{C3}".utf8).dropLast(2) + [
      0xC3, 0x0D, 0x0A, 0x20, 0xA9, 0x0D, 0x0A,
    ]
  let reading = CalendarReading(Array(bytes), zones: ZoneDatabase())
  #expect(reading.calendars[0].events.map(\.summary) == ["é"])
}

@Test func `parameters are quoted, listed and encoded`() {
  let line = "ORGANIZER;CN=\"A: ^'B^' ^^ ^n;c\";member=\"x\",y:mailto:a@b.example"
  let lines = ContentLine.lines(of: Array(line.utf8)).compactMap(\.line)
  #expect(lines.map(\.name) == ["ORGANIZER"])
  #expect(lines[0].parameters.map(\.name) == ["CN", "MEMBER"])
  #expect(lines[0].parameters.map(\.values) == [["A: \"B\" ^ \n;c"], ["x", "y"]])
  #expect(lines[0].value == "mailto:a@b.example")
}

@Test(arguments: [
  "", "X", ":x", "A B:x", "X;Y:x", "X;Y=\"a:x", "X;Y=a\"b:x", "X;Y=a", "\"X\":x", "X;=;:",
])
func `what isn't a content line is none`(line: String) {
  #expect(ContentLine.lines(of: Array(line.utf8)).compactMap(\.line).count == 0)
}

@Test func `what can't be read of a file is named with its line`() {
  let text = """
    BEGIN:VCALENDAR
    nonsense
    END:VTODO
    BEGIN:VEVENT
    UID:1
    DTSTART;TZID=Nowhere/Land:20260310T180000
    DTEND;TZID=Nowhere/Land:20260310T170000
    RRULE:FREQ=SOMETIMES
    EXDATE:20260230T180000Z,20260310T180000Z
    GEO:here
    END:VEVENT
    BEGIN:VEVENT
    UID:2
    END:VEVENT
    BEGIN:VEVENT
    DTSTART:tomorrow
    END:VEVENT
    BEGIN:VEVENT
    DTSTART:20260310
    DURATION:P1M
    RECURRENCE-ID;RANGE=THISANDFUTURE:20260310
    BEGIN:VTODO
    END:VCALENDAR

    """
  #expect(
    problems(text) == [
      "nonsense: a line isn't `NAME:VALUE`",
      "END:VTODO: `END:VTODO` has no `BEGIN`",
      "DTSTART;TZID=Nowhere/Land:20260310T180000: unknown zone `Nowhere/Land`: its times are read as times without a zone",
      "DTEND;TZID=Nowhere/Land:20260310T170000: an event ends before it begins; its end is left out",
      "RRULE:FREQ=SOMETIMES: a rule that can't be read is left out: unknown frequency `SOMETIMES`",
      "EXDATE:20260230T180000Z,20260310T180000Z: `20260230T180000Z` is no time",
      "GEO:here: a place is written as `42.36;-71.06`",
      "BEGIN:VEVENT: an event has no `DTSTART`",
      "DTSTART:tomorrow: `tomorrow` is no time",
      "DURATION:P1M: a duration has no months or years, which differ in length",
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20260310: a change of this and all future occurrences is read as one of this one",
    ]
  )
  let reading = read(text)
  #expect(reading.calendars.flatMap(\.events).map(\.uid) == ["1", ""])
  #expect(
    reading.calendars[0].events[0].start
      == .floating(.init(date: CivilDate(2026, 3, 10), time: CivilTime(18, 0, 0)))
  )
}

@Test func `what isn't an event is counted`() {
  let reading = read(
    "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR"
  )
  #expect(reading.skipped.map(\.component) == ["VJOURNAL", "VTODO"])
  #expect(reading.skipped.map(\.count) == [1, 2])
}

@Test(arguments: [
  ("America/New_York", "2026-03-10T22:00:00Z"), ("US/Eastern", "2026-03-10T22:00:00Z"),
  ("/softwarestudio.org/Tzfile/America/New_York", "2026-03-10T22:00:00Z"),
  ("Eastern Standard Time", "2026-03-10T22:00:00Z"), ("Custom", "2026-03-10T15:30:00Z"),
  ("/etc/passwd", "2026-03-10T18:00:00Z"), ("../../etc/localtime", "2026-03-10T18:00:00Z"),
])
func `a zone is known by its name, by its definition or by Windows' name`(
  name: String,
  expected: String
) {
  let reading = read(
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    DTSTART;TZID=\(name):20260310T180000
    END:VEVENT
    BEGIN:VTIMEZONE
    TZID:Custom
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0230
    END:STANDARD
    END:VTIMEZONE
    END:VCALENDAR
    """
  )
  let start = reading.calendars[0].events[0].start
  #expect(ZonedTime(start.instant(in: .utc), in: .utc).rfc3339 == expected)
}

@Test func `changed occurrences stand with their series, and the newest text counts`() {
  let events = [
    "UID:a\nDTSTART:20260310\nRRULE:FREQ=WEEKLY\nSUMMARY:old",
    "UID:a\nRECURRENCE-ID:20260324\nDTSTART:20260325\nSUMMARY:moved",
    "UID:b\nDTSTART:20260401\nSUMMARY:single",
    "UID:a\nSEQUENCE:1\nDTSTART:20260310\nRRULE:FREQ=WEEKLY\nSUMMARY:new",
    "UID:a\nRECURRENCE-ID:20260317\nDTSTART:20260318\nSUMMARY:earlier",
    "UID:a\nSEQUENCE:2\nRECURRENCE-ID:20260324\nDTSTART:20260326\nSUMMARY:moved again",
    "UID:a\nSEQUENCE:1\nRECURRENCE-ID:20260324\nDTSTART:20260327\nSUMMARY:moved late",
  ].map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }
  let series = read(events.joined()).calendars[0].series(in: .utc)
  #expect(series.map(\.uid) == ["a", "b"])
  #expect(series.map(\.master?.summary) == ["new", "single"])
  #expect(series[0].overrides.map(\.summary) == ["earlier", "moved again"])
}

@Test func `nesting has an end`() {
  let text = String(repeating: "BEGIN:X\n", count: 100_000)
  let reading = read("BEGIN:VCALENDAR\n" + text)
  #expect(reading.problems.contains { $0.message == "components are nested too deep" })
}

@Test func `no bytes crash the reader`() {
  let whole = Array(
    """
    BEGIN:VCALENDAR
    BEGIN:VTIMEZONE
    TZID:Z
    BEGIN:STANDARD
    DTSTART:19701101T020000
    TZOFFSETFROM:-0400
    TZOFFSETTO:-0500
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    DTSTART;TZID="Z":20260310T180000
    DTEND;TZID=Z:99991231T235960
    RRULE:FREQ=WEEKLY;INTERVAL=99999;COUNT=10
    RDATE;VALUE=PERIOD:20260310T180000Z/PT1H,20260311
    GEO:1;nan
    SEQUENCE:-9223372036854775808
    SUMMARY;X="a^":b\\
    END:VEVENT
    END:VCALENDAR
    """.utf8
  )
  let database = ZoneDatabase(directory: "/nonexistent")
  func consume(_ bytes: [UInt8]) {
    for calendar in CalendarReading(bytes, zones: database).calendars {
      for event in calendar.events { _ = event.recurrenceSet(in: .utc).prefix(3).map(\.instant) }
      _ = calendar.series(in: .utc)
      #expect(CalendarBytes.lineFaults(in: calendar.bytes()) == [])
    }
  }
  for index in whole.indices {
    consume(Array(whole[..<index]))
    for byte: UInt8 in [0x0A, 0x39, 0xFF] {
      var bytes = whole
      bytes[index] = byte
      consume(bytes)
    }
  }
}
