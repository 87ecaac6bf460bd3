import Content
import Publishing
import TestSupport
import Testing

/// An event with all that a page can show, at a time and with a status.
private func event(_ keys: String) -> String {
  """
  ---
  title: Tea & talk
  community: boston
  venue: hall
  timezone: America/New_York
  rsvp: https://rsvp.example/
  organizers: [jess, Sam]
  tags: [tea]
  sequence: 1
  summary: Cups, and a talk.
  recording: https://video.example/
  slides: /slides.pdf
  schedule: [{at: 18:30, title: Doors}, {at: 19:00, title: On tea, speaker: jess}]
  speakers: [{name: jess, talk: On tea}]
  \(keys)
  ---
  Come.

  """
}

/// The page of an event, in the theme's own markup; now is 2026-11-01T00:00:00Z.
private func page(_ keys: String, at path: String = "events/tea/index.html") throws -> String {
  let build = try TestBuild([
    "content/events/tea.md": event(keys),
    "content/communities/boston.md": "---\nname: Boston\n---\n",
    "content/people/jess.md": "---\nname: Jess Bloom\n---\n",
    "content/venues/hall.md": """
    ---
    name: Hall
    address: 1 Main Street
    city: Boston
    country: US
    lat: 42.36
    lon: -71.05
    accessibility: A ramp at the side door.
    ---
    """,
    "content/posts/2026-10-30-how-it-was.md": post("How it was", keys: "event: tea"),
  ])
  #expect(build.diagnostics == [])
  return try build.file(path)
}

private let past = "start: 2026-10-30 18:30\nduration: 2h"
private let current = "start: 2026-10-31 19:30\nduration: 2h"
private let future = "start: 2026-11-12 18:30\nduration: 2h"

private func microformats(_ page: String) throws -> String {
  try Oracle.output(of: "microformats.py", input: Array(page.utf8))
}

@Test(.enabled(if: Oracle.has(module: "mf2py")))
func `an event's page reads back as its front matter`() throws {
  #expect(
    try microformats(page(future)) == #"""
      {"name": ["Tea & talk"], "start": ["2026-11-12T18:30:00-0500"], "end": ["2026-11-12T20:30:00-0500"], "location": ["Hall, 1 Main Street, Boston, US"], "url": ["https://harbor.example/events/tea/"], "summary": ["Cups, and a talk."], "organizer": ["Jess Bloom", "Sam"], "category": ["tea"]}

      """#
  )
}

@Test(.enabled(if: Oracle.has(module: "mf2py")))
func `an event's card reads back as its front matter`() throws {
  #expect(
    try microformats(page(future, at: "index.html")) == #"""
      {"name": ["Tea & talk"], "start": ["2026-11-12T18:30:00-0500"], "end": ["2026-11-12T20:30:00-0500"], "location": ["Hall, Boston"], "url": ["https://harbor.example/events/tea/"], "summary": ["Cups, and a talk."]}

      """#
  )
  #expect(
    try microformats(page("start: 2026-11-12\nend: 2026-11-14", at: "index.html")) == #"""
      {"name": ["Tea & talk"], "start": ["2026-11-12"], "end": ["2026-11-14"], "location": ["Hall, Boston"], "url": ["https://harbor.example/events/tea/"], "summary": ["Cups, and a talk."]}

      """#
  )
}

@Test func `the button goes when the event is over, and recap, recording and slides come`() throws {
  let button = #"<a class="button" href="https://rsvp.example/">"#
  let after = #"<ul class="note" data-if="past" hidden>"#
  let before = try page(future)
  #expect(before.contains(button))
  #expect(before.contains(after))
  #expect(before.contains(#"<p class="meta as-of">As of <time datetime="2026-10-30T00:00:00Z">"#))
  #expect(try page(current).contains(#"data-if="now">Happening now<"#))
  let over = try page(past)
  #expect(!over.contains(button))
  #expect(!over.contains(after))
  #expect(over.contains("This event is over."))
  #expect(over.contains(#"Recap: <a href="/2026/10/30/how-it-was/">How it was</a>"#))
  #expect(over.contains(#"<a href="https://video.example/">Watch the recording</a>"#))
  #expect(over.contains(#"<a href="/slides.pdf">See the slides</a>"#))
  #expect(!over.contains("As of"))
}

@Test(arguments: [
  ("cancelled", "<s>Tea &amp; talk</s>", "Cancelled"), ("postponed", "<s>Thursday", "Postponed"),
  ("moved-online", "<s>Hall</s>", "Moved online"),
  ("rescheduled\nprevious_start: 2026-11-10 18:30", "<s><time datetime=\"2026-11-10", "New date"),
]) func `what isn't as planned is struck and labelled`(
  status: String,
  struck: String,
  label: String
)
  throws
{
  let shown = try page(future + "\nonline: https://meet.example/\nstatus: \(status)")
  #expect(shown.filter { $0 != "\n" }.contains(struck))
  #expect(shown.contains(">\(label)</strong>"))
}

@Test func `an event that is off keeps its place in lists`() throws {
  let list = try page(future + "\nstatus: cancelled", at: "events/index.html")
  #expect(list.contains(#"<a class="u-url" href="/events/tea/"><s>Tea &amp; talk</s></a>"#))
  #expect(list.contains(">Cancelled</strong>"))
}

@Test func `cards and pages carry their instants`() throws {
  let instants = #"data-start="2026-11-12T23:30:00Z" data-end="2026-11-13T01:30:00Z""#
  for path in [
    "index.html", "events/index.html", "events/tea/index.html", "communities/boston/index.html",
    "venues/hall/index.html", "tags/tea/index.html", "people/jess/index.html",
    "events/2026/11/index.html",
  ] {
    #expect(try page(future, at: path).contains(instants), "\(path)")
  }
  #expect(
    try page("start: 2026-11-12", at: "events/index.html")
      .contains(#"data-start="2026-11-12T05:00:00Z" data-end="2026-11-13T05:00:00Z""#)
  )
}

@Test func `a venue has its address, how one gets in, and a map that isn't embedded`() throws {
  let shown = try page(future)
  #expect(shown.contains("A ramp at the side door."))
  #expect(
    shown.contains(
      "https://www.openstreetmap.org/?mlat=42.36&amp;mlon=-71.05#map=17/42.36/-71.05"
    )
  )
  #expect(!shown.contains("<iframe"))
}

@Test func `links to calendars on the web say all that these take`() throws {
  let shown = try page(future)
  let google = [
    "https://calendar.google.com/calendar/render?action=TEMPLATE", "text=Tea%20%26%20talk",
    "dates=20261112T233000Z%2F20261113T013000Z",
    "details=https%3A%2F%2Fharbor.example%2Fevents%2Ftea%2F",
    "location=Hall%2C%201%20Main%20Street%2C%20Boston%2C%20US", "ctz=America%2FNew_York",
  ].joined(separator: "&amp;")
  #expect(shown.contains("\"\(google)\""))
  let outlook = [
    "https://outlook.live.com/calendar/action/compose?rru=addevent", "subject=Tea%20%26%20talk",
    "startdt=2026-11-12T23%3A30%3A00Z", "enddt=2026-11-13T01%3A30%3A00Z",
    "body=https%3A%2F%2Fharbor.example%2Fevents%2Ftea%2F",
    "location=Hall%2C%201%20Main%20Street%2C%20Boston%2C%20US",
  ].joined(separator: "&amp;")
  #expect(shown.contains("\"\(outlook)\""))
  for off in [past, future + "\nstatus: cancelled"] {
    let over = try page(off)
    #expect(!over.contains("calendar.google.com"))
  }
  let days = try page("start: 2026-11-12\nend: 2026-11-14")
  #expect(days.contains("dates=20261112%2F20261115&amp;"))
  #expect(days.contains("startdt=2026-11-12&amp;enddt=2026-11-15&amp;allday=true"))
}

@Test func `a chat shows when and where an event is`() throws {
  #expect(
    try page(future).contains(
      #"<meta property="og:description" content="Thursday, November 12, 2026, 18:30 EST, Hall. Cups, and a talk.">"#
    )
  )
}

@Test func `the theme's script is at most a kilobyte`() throws {
  let script = try page(future, at: "assets/events.js")
  #expect(script.utf8.count <= 1000)
}
