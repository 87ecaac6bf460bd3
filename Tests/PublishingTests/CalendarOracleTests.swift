import Calendar
import Content
import Foundation
import Publishing
import TestSupport
import Testing

private struct Request: Encodable {
  let files: [String: String]
  let strict: [String]
  let expand: String
  let window: [String]
}

private func calendars(of build: TestBuild) throws -> [String: String] {
  try build.files().filter { $0.key.hasSuffix(".ics") }
}

@Test func `every calendar of a site of a thousand events keeps RFC 5545's rules`() throws {
  let build = try TestBuild(GeneratedSite.files(events: 1000))
  #expect(build.diagnostics.filter { !$0.contains(" warning: ") } == [])
  let calendars = try calendars(of: build)
  #expect(calendars.count > 1000)
  for (name, text) in calendars {
    let faults = CalendarBytes.faults(in: Array(text.utf8))
    #expect(faults == [], "\(name)")
  }
}

@Test(
  .enabled(if: ["icalendar", "recurring_ical_events", "vobject", "ical"].allSatisfy(Oracle.has))
)
func `others accept a site's calendars and read its occurrences`() throws {
  let build = try TestBuild(GeneratedSite.files(events: 150))
  let site = try #require(build.report?.site)
  let calendars = try calendars(of: build)
  // Inside of the horizon, so that what has no page isn't asked for.
  let window = ["2024-12-01T00:00:00+00:00", "2027-04-20T00:00:00+00:00"]
  let request = Request(
    files: calendars,
    strict: calendars.keys.sorted(),
    expand: "events.ics",
    window: window
  )
  let input = Array(try JSONEncoder().encode(request))
  let bounds = try window.map { try WrittenTime($0).instant(in: .utc) }
  let theirs = try Oracle.output(of: "calendars.py", input: input).split(separator: "\n")
    .map { try JSONDecoder().decode([String].self, from: Data($0.utf8)).joined(separator: " ") }
  let ours = site.events
    .filter { $0.start.instant >= bounds[0] && $0.start.instant < bounds[1] }
    .map { happening($0, in: site) }
  #expect(ours.count > 150)
  #expect(Set(theirs).subtracting(ours) == [])
  #expect(Set(ours).subtracting(theirs) == [])
  #expect(theirs.count == ours.count)
}

private func happening(_ event: Event, in site: Site) -> String {
  let start =
    event.isAllDay
    ? event.start.time.local.date.iso : ZonedTime(event.start.instant, in: .utc).rfc3339
  let status =
    switch event.status {
    case .cancelled: "CANCELLED"
    case .postponed: "TENTATIVE"
    case .scheduled, .rescheduled, .movedOnline: "CONFIRMED"
    }
  return "\(start) \(site.uid(of: event)) \(event.document.title) \(status)"
}
