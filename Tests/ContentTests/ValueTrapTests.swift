import Calendar
import Content
import Testing

/// Values that look right to whoever typed them, in an event in New York, and what is said of them.
private let traps: [(lines: String, said: String)] = [
  (
    "start: 19:00",
    """
    content/events/e.md:3:8: error: `start`: `19:00` has no date
      |
    3 | start: 19:00
      |        ^^^^^
      = help: write the date before it: `2026-03-10 19:00`

    """
  ),
  (
    "start: 2022-04-14 13:00 EDT",
    """
    content/events/e.md:3:25: error: `start`: a zone's name isn't read: `EDT`
      |
    3 | start: 2022-04-14 13:00 EDT
      |                         ^^^
      = help: give the offset, such as `-04:00`, or a `timezone` such as `America/New_York`

    """
  ),
  (
    "end: 2026-03-10 21:00",
    """
    content/events/e.md:1:1: error: an event must have a `start`
      |
    1 | ---
      | ^^^
      = help: write `start: 2026-03-10 18:00`

    """
  ),
  (
    "start: 2026-03-10 18:00\nend: 2026-03-10 17:00",
    """
    content/events/e.md:4:6: error: an event must not end before it begins
      |
    4 | end: 2026-03-10 17:00
      |      ^^^^^^^^^^^^^^^^ begins at 2026-03-10 18:00

    """
  ),
  (
    "start: 2026-02-30 18:00",
    """
    content/events/e.md:3:16: error: `start`: February 2026 has 28 days
      |
    3 | start: 2026-02-30 18:00
      |                ^^

    """
  ),
  (
    "start: 2026-03-08 02:30",
    """
    content/events/e.md:3:8: error: `start`: `2026-03-08 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00
      |
    3 | start: 2026-03-08 02:30
      |        ^^^^^^^^^^^^^^^^
      = help: write `01:59` or `03:00`

    """
  ),
  (
    "start: 2026-03-10 18:00\nstart: 2026-03-11 18:00",
    """
    content/events/e.md:4:1: error: duplicate key `start`
      |
    4 | start: 2026-03-11 18:00
      | ^^^^^ first given on line 3
      = help: keep one of them

    """
  ),
  (
    "start: 2026-03-10 18:00\nvenue:\n\tname: Hall",
    """
    content/events/e.md:5:1: error: YAML is indented with spaces, never with TABs
      |
    5 | \tname: Hall
      | ^ a TAB
      = help: put spaces in its place

    """
  ),
  (
    "start: 2026-03-10 18:00\nstatus: canceled",
    """
    content/events/e.md:4:9: error: `status` must be `scheduled`, `cancelled`, `postponed`, `moved-online` or `rescheduled`
      |
    4 | status: canceled
      |         ^^^^^^^^
      = help: did you mean `cancelled`?

    """
  ),
  (
    "start: 2026-03-10 18:00\nstatus: [cancelled]",
    """
    content/events/e.md:4:9: error: `status` must be a text
      |
    4 | status: [cancelled]
      |         ^^^^^^^^^^^ this is a list

    """
  ),
  (
    "start: 2026-03-10 18:00\nvenue: {name: Hall, lat: 42.36 N, lon: -71}",
    """
    content/events/e.md:4:26: error: `lat` must be a number from -90 to 90
      |
    4 | venue: {name: Hall, lat: 42.36 N, lon: -71}
      |                          ^^^^^^^

    """
  ),
]

@Test(arguments: traps.indices) func `a value that means nothing is said where it stands`(
  index: Int
) {
  let (lines, said) = traps[index]
  let text = "---\ntimezone: America/New_York\n\(lines)\n---\n"
  #expect(Reading(["content/events/e.md": text]).said == said)
}

@Test func `values that YAML reads otherwise are read as they are meant`() throws {
  let reading = Reading([
    "content/events/e.md": """
    ---
    start: "2026-03-10 18:00"
    end:
    duration: ~
    date:
    updated: ""
    publish: null
    previous_start:
    except: []
    venue: {name: Hall, lat: "42.36", lon: '-71', postcode: 02110}
    schedule: [{at: 12:30, title: Doors}, {at: 18, title: 1_000 words}]
    ---
    """
  ])
  #expect(reading.said == "")
  let event = try #require(reading.site?.events.first)
  #expect(event.start.time.local.text == "2026-03-10 18:00")
  #expect(event.end == nil)
  #expect(event.document.date == nil)
  #expect(event.document.updated == nil)
  guard case .described(let place) = event.venue else {
    Issue.record("the venue is a place")
    return
  }
  #expect(place.latitude == 42.36)
  #expect(place.longitude == -71)
  #expect(place.postcode == "02110")
  #expect(event.schedule.map(\.at) == ["12:30", "18"])
  #expect(event.schedule.map(\.title) == ["Doors", "1_000 words"])
}

@Test func `of a time that clocks show twice the first is meant unless an offset says which`()
  throws
{
  for (written, read) in [
    ("2026-11-01 01:30", "2026-11-01T01:30:00-04:00"),
    ("2026-11-01 01:30-05:00", "2026-11-01T01:30:00-05:00"),
  ] {
    let text = "---\ntimezone: America/New_York\nstart: \(written)\n---\n"
    let site = try #require(Reading(["content/events/e.md": text]).site)
    #expect(site.events.map(\.start.time.rfc3339) == [read])
  }
}
