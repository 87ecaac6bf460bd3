import Calendar
import Content
import Testing

/// An event of these lines, with a community in New York.
private func event(_ lines: String..., settings: String = "timezone: Europe/Berlin") throws -> Event
{
  let reading = Reading(
    [
      "content/events/2026-06-09-tea.md": "---\n\(lines.joined(separator: "\n"))\n---\n",
      "content/communities/boston.md": "---\ntimezone: America/New_York\nhashtag: Boston\n---\n",
      "content/venues/hall.md": "---\nname: Hall\ncity: Boston\n---\n",
      "content/people/jess.md": "---\nname: Jess Bloom\n---\n",
    ],
    settings: "title: T\nbase_url: https://x.example/\n\(settings)\n"
  )
  #expect(reading.said == "")
  return try #require(reading.site?.events.first)
}

@Test(arguments: [
  ("start: 2026-06-09 18:00", "2026-06-09T18:00:00+02:00", "CEST"),
  ("start: 2026-06-09 18:00\ncommunity: boston", "2026-06-09T18:00:00-04:00", "EDT"),
  (
    "start: 2026-06-09 18:00\ncommunity: boston\ntimezone: Asia/Tokyo",
    "2026-06-09T18:00:00+09:00", "JST"
  ),
  ("start: 2026-06-09T18:00:00Z", "2026-06-09T20:00:00+02:00", "CEST"),
  ("start: 2026-06-09T18:00:00+02:00", "2026-06-09T18:00:00+02:00", "CEST"),
  ("start: 2026-11-01 01:30\ntimezone: America/New_York", "2026-11-01T01:30:00-04:00", "EDT"),
  (
    "start: 2026-11-01T01:30-05:00\ntimezone: America/New_York",
    "2026-11-01T01:30:00-05:00", "EST"
  ),
  ("start: 2026-06-09", "2026-06-09T00:00:00+02:00", "CEST"),
]) func `a time is read in the event's zone, else its community's, else the site's`(
  lines: String,
  time: String,
  abbreviation: String
) throws {
  let start = try event(lines).start
  #expect(start.time.rfc3339 == time)
  #expect(start.time.type.abbreviation == abbreviation)
}

@Test func `where nobody named a zone a time is shown at the offset that was written`() throws {
  let start = try event("start: 2026-06-09T18:00:00+05:30", settings: "").start
  #expect(start.time.rfc3339 == "2026-06-09T18:00:00+05:30")
  #expect(start.time.type.abbreviation == "+05:30")
}

@Test(arguments: [
  ("start: 2026-06-09 18:00\nend: 2026-06-09 21:00", "2026-06-09T21:00:00+02:00"),
  ("start: 2026-06-09 18:00\nduration: 1h30m", "2026-06-09T19:30:00+02:00"),
  ("start: 2026-06-09 18:00\nduration: P1D", "2026-06-10T18:00:00+02:00"),
  ("start: 2026-06-09\nend: 2026-06-10", "2026-06-11T00:00:00+02:00"),
  ("start: 2026-06-09\nduration: 3d", "2026-06-12T00:00:00+02:00"),
  ("start: 2026-06-09\nall_day: yes\nend: 2026-06-09", "2026-06-10T00:00:00+02:00"),
]) func `an event ends when its end or duration says`(lines: String, end: String) throws {
  let event = try event(lines)
  #expect(event.end?.time.rfc3339 == end)
  #expect(event.over == event.end?.instant)
}

@Test(arguments: ["start: 2026-06-09 18:00", "start: 2026-06-09"])
func `without an end an event is over when its local day ends`(lines: String) throws {
  let event = try event(lines)
  #expect(event.end == nil)
  #expect(event.over == Instant(seconds: 1_781_042_400))
}

@Test func `an all-day event is one whose start is a date alone`() throws {
  #expect(try event("start: 2026-06-09").isAllDay)
  #expect(try !event("start: 2026-06-09 00:00").isAllDay)
}

@Test func `everything that an event says is read`() throws {
  let event = try event(
    "start: 2026-06-09 18:00",
    "previous_start: 2026-06-02 18:00",
    "status: rescheduled",
    "repeat: every week",
    "except: 2026-06-16",
    "also: [2026-06-20, 2026-06-21 12:00]",
    "community: boston",
    "venue: hall",
    "online: https://meet.example/",
    "uid: tea@x",
    "sequence: 3",
    "rsvp: https://rsvp.example/",
    "capacity: 40",
    "price: 12.50",
    "currency: EUR",
    "organizers: [jess, null]",
    "speakers: [jess, {name: A, talk: On Tea, url: 'https://a.example'}]",
    "schedule: [{at: 12:30, title: Doors}, {title: Talk, speaker: jess}]",
    "recording: https://video.example/",
    "slides: slides.pdf"
  )
  #expect(event.document.slug == "tea")
  #expect(event.document.name == "2026-06-09-tea")
  #expect(event.document.date == nil)
  #expect(event.previousStart?.time.rfc3339 == "2026-06-02T18:00:00-04:00")
  #expect(event.status == .rescheduled)
  #expect(event.recurrence.rule?.value == "every week")
  #expect(event.recurrence.except.map(\.value.text) == ["2026-06-16"])
  #expect(event.recurrence.also.map(\.value.text) == ["2026-06-20", "2026-06-21 12:00"])
  #expect(event.community == 0)
  #expect(event.zone.identifier == "America/New_York")
  guard case .known(0) = event.venue else {
    Issue.record("the hall has a page")
    return
  }
  #expect(event.online == "https://meet.example/")
  #expect(event.uid == "tea@x")
  #expect(event.sequence == 3)
  #expect(event.rsvp == "https://rsvp.example/")
  #expect(event.capacity == 40)
  #expect(event.price == "12.50")
  #expect(event.currency == "EUR")
  #expect(event.hashtag == "#Boston")
  #expect(event.organizers == [.person(0), .name("null")])
  #expect(
    event.speakers == [
      Speaker(name: .person(0)),
      Speaker(name: .name("A"), talk: "On Tea", url: "https://a.example"),
    ]
  )
  #expect(
    event.schedule == [
      ScheduleItem(at: "12:30", title: "Doors", speaker: nil),
      ScheduleItem(at: nil, title: "Talk", speaker: .person(0)),
    ]
  )
  #expect(event.recording == "https://video.example/")
  #expect(event.slides == "slides.pdf")
}

@Test func `a place may be described in the event's own file`() throws {
  let event = try event(
    "start: 2026-06-09",
    "venue:",
    "  name: Hall",
    "  address: 1 Main Street",
    "  city: Boston",
    "  region: MA",
    "  postcode: 02110",
    "  country: US",
    "  lat: 42.36",
    "  lon: -71",
    "  url: https://hall.example"
  )
  var place = Place(name: "Hall")
  place.address = "1 Main Street"
  place.city = "Boston"
  place.region = "MA"
  place.postcode = "02110"
  place.country = "US"
  place.latitude = 42.36
  place.longitude = -71
  place.url = "https://hall.example"
  guard case .described(let described) = event.venue else {
    Issue.record("no place")
    return
  }
  #expect(described == place)
}

@Test func `a file that changes an occurrence takes its start and zone from the series`() throws {
  let reading = Reading([
    "content/events/swift-night.md": """
    ---
    start: 2026-06-09 19:00
    timezone: America/New_York
    repeat: every week 2 times
    ---
    """,
    "content/events/special.md": "---\nseries: swift-night\noccurrence: 2026-06-16\n---\n",
    "content/posts/2026-05-01-recap.md": "---\nevent: swift-night/2026-06-16\n---\n",
  ])
  #expect(reading.said == "")
  let events = try #require(reading.site?.events)
  #expect(
    events.map(\.start.time.rfc3339) == ["2026-06-09T19:00:00-04:00", "2026-06-16T19:00:00-04:00"]
  )
  #expect(reading.site?.posts.map(\.event) == [1])
}
