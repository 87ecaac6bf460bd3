import Foundation
import Testing

/// A calendar as other programs write them: with what we read, and with what nobody can.
private let calendar = """
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//x//x//EN
  BEGIN:VEVENT
  UID:tea@x
  DTSTAMP:20260101T000000Z
  DTSTART;TZID=Europe/Berlin:20260609T180000
  DURATION:PT2H
  SUMMARY:Tea
  END:VEVENT
  BEGIN:VEVENT
  UID:night@x
  DTSTAMP:20260101T000000Z
  DTSTART;TZID=Europe/Berlin:20260505T190000
  RRULE:FREQ=MONTHLY;BYDAY=1TU
  EXDATE;TZID=Europe/Berlin:20260707T190000,20260708T190000
  SUMMARY:Night
  END:VEVENT
  BEGIN:VEVENT
  UID:night@x
  RECURRENCE-ID;TZID=Europe/Berlin:20260602T190000
  DTSTAMP:20260101T000000Z
  DTSTART;TZID=Europe/Berlin:20260603T190000
  SUMMARY:Night
  END:VEVENT
  BEGIN:VEVENT
  UID:mars@x
  DTSTAMP:20260101T000000Z
  DTSTART;TZID=Mars/Olympus:20260610T180000
  DTEND;TZID=Mars/Olympus:20260610T190000
  SUMMARY:Mars
  END:VEVENT
  BEGIN:VEVENT
  UID:rare@x
  DTSTAMP:20260101T000000Z
  DTSTART:20260611T180000Z
  RRULE:FREQ=DAILY;INTERVAL=1000000
  SUMMARY:Rare
  END:VEVENT
  BEGIN:VEVENT
  UID:none@x
  SUMMARY:Never
  END:VEVENT
  BEGIN:VTODO
  UID:todo@x
  END:VTODO
  END:VCALENDAR

  """

private let files = [
  "calendar.ics": calendar,
  "site/site.yml": "title: T\nbase_url: https://x.example/\ntimezone: America/New_York\n",
]

private let arguments = ["import", "ics", "calendar.ics", "--into", "site"]

@Test func `a dry run names what would be written, and counts what can't be read`() throws {
  let folder = try Scratch(files)
  let result = try Command.run(arguments + ["--dry-run"], in: folder.url)
  #expect(result.status == 0)
  #expect(
    result.output == """
      new  content/events/2026-06-02-night.md  (changed occurrence)
      new  content/events/2026-06-09-tea.md  (event)
      new  content/events/2026-06-10-mars.md  (event)
      new  content/events/2026-06-11-rare.md  (event)
      new  content/events/night.md  (series)

      """
  )
  #expect(
    result.errors == """
      1 events take place without a rule that can't be read
      1 events in the unknown zone `Mars/Olympus`, read in `X-WR-TIMEZONE`, else the site's zone
      1 times of `EXDATE` left out: their series don't take place then
      1 VTODO left out: not an event
      6 events in the file: 5 imported (1 changed occurrences, 3 events, 1 series), 1 not (1 without a start)
      files: 5 new, 0 extended, 0 unchanged, 0 kept as edited (nothing was written)
      calendar.ics:29:1: warning: unknown zone `Mars/Olympus`: its times are read as times without a zone
         |
      29 | DTSTART;TZID=Mars/Olympus:20260610T180000
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      calendar.ics:37:1: warning: a rule that can't be read is left out: an interval of a rule is 1 to 100000
         |
      37 | RRULE:FREQ=DAILY;INTERVAL=1000000
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      calendar.ics:40:1: warning: an event has no `DTSTART`
         |
      40 | BEGIN:VEVENT
         | ^^^^^^^^^^^^

      """
  )
  #expect(try folder.files(in: "site").keys.sorted() == ["site.yml"])
}

@Test func `a calendar is imported once: the second time nothing changes`() throws {
  let folder = try Scratch(files)
  let first = try Command.run(arguments, in: folder.url)
  #expect(first.status == 0)
  let written = try folder.files(in: "site")
  #expect(
    written.keys.sorted() == [
      "content/events/2026-06-02-night.md", "content/events/2026-06-09-tea.md",
      "content/events/2026-06-10-mars.md", "content/events/2026-06-11-rare.md",
      "content/events/night.md", "site.yml",
    ]
  )
  let night = try #require(written["content/events/night.md"])
  #expect(
    String(decoding: night, as: UTF8.self) == """
      ---
      title: Night
      start: 2026-05-05 19:00
      timezone: Europe/Berlin
      repeat: "FREQ=MONTHLY;BYDAY=1TU"
      except: [2026-07-07 19:00]
      uid: "night@x"
      ---

      """
  )
  let again = try Command.run(arguments, in: folder.url)
  #expect(again.status == 0)
  #expect(
    again.errors == """
      1 events take place without a rule that can't be read
      1 events in the unknown zone `Mars/Olympus`, read in `X-WR-TIMEZONE`, else the site's zone
      1 VTODO left out: not an event
      6 events in the file: 5 imported (5 already there), 1 not (1 without a start)
      files: 0 new, 0 extended, 0 unchanged, 0 kept as edited
      calendar.ics:29:1: warning: unknown zone `Mars/Olympus`: its times are read as times without a zone
         |
      29 | DTSTART;TZID=Mars/Olympus:20260610T180000
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      calendar.ics:37:1: warning: a rule that can't be read is left out: an interval of a rule is 1 to 100000
         |
      37 | RRULE:FREQ=DAILY;INTERVAL=1000000
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      calendar.ics:40:1: warning: an event has no `DTSTART`
         |
      40 | BEGIN:VEVENT
         | ^^^^^^^^^^^^

      """
  )
  #expect(try folder.files(in: "site") == written)
  let build = try Command.run(
    ["build", "-s", "site", "--strict", "--now", "2026-06-01T00:00:00Z"],
    in: folder.url
  )
  #expect(build.status == 0)
}

@Test func `an event without a UID is given one, and imported once`() throws {
  let events = [
    "DTSTART:20260602T190000Z\nSUMMARY:Tea & cake\nURL:mailto:tea@x.example",
    "DTSTART:20260602T190000Z\nSUMMARY:Tea & cake\nDESCRIPTION:In the other room",
  ]
  let calendar = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
  let folder = try Scratch([
    "calendar.ics": "BEGIN:VCALENDAR\n\(calendar)END:VCALENDAR\n",
    "site/site.yml": "title: T\nbase_url: https://x.example/\n",
  ])
  let first = try Command.run(arguments, in: folder.url)
  #expect(
    first.errors == """
      2 events without a `UID` got one of their start and title
      1 times `URL` left out: not a web address
      2 events in the file: 2 imported (2 events), 0 not
      files: 2 new, 0 extended, 0 unchanged, 0 kept as edited

      """
  )
  let written = try folder.files(in: "site")
  let uids = written.keys.sorted().compactMap { path in
    String(decoding: written[path] ?? Data(), as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("uid:") }
  }
  let uid = "20260602T190000-tea-cake"
  #expect(uids == ["uid: \"\(uid)-2\"", "uid: \"\(uid)\""])
  _ = try Command.run(arguments, in: folder.url)
  #expect(try folder.files(in: "site") == written)
}
