import Calendar
import Content
import Foundation
import Publishing
import TestSupport
import Testing

private func data(of event: String, keys: String = "") throws -> String {
  let build = try TestBuild([
    "content/communities/boston.md":
      "---\nname: Boston\ncity: Boston\ntimezone: America/New_York\n---\n",
    "content/communities/anywhere.md": "---\nname: Anywhere\n---\n",
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "content/events/a.md": "---\n\(event)\n---\nWhat </script> it is.\n",
    "templates/event.html": "{{ page.linked_data }}",
  ])
  #expect(build.diagnostics.filter { !$0.contains(" warning: ") } == [])
  let page = try build.file("events/a/index.html")
  let start = "<script type=\"application/ld+json\">"
  #expect(page.hasPrefix(start) && page.hasSuffix("</script>"))
  return String(page.dropFirst(start.count).dropLast("</script>".count))
}

@Test func `an event is told to search engines with all that its author said`() throws {
  let found = try data(
    of: """
      title: "Tea </script><b>"
      start: 2026-03-10 18:00
      end: 2026-03-10 20:00
      community: boston
      venue: {name: Hall, address: 1 Main Street, city: Boston, region: MA, postcode: "02110", country: US, lat: 42.36, lon: -71.06}
      online: https://meet.example/tea
      status: rescheduled
      previous_start: 2026-03-03 18:00
      organizers: [jess, Robin Field]
      speakers: [{name: Ines, url: "https://ines.example/"}]
      price: 12.50
      currency: EUR
      rsvp: https://rsvp.example/tea
      capacity: 40
      image: https://img.example/a.png
      tags: [swift]
      """
  )
  let expected = """
    {"@context":"https://schema.org","@type":"Event","name":"Tea \\u003c/script\\u003e\\u003cb\\u003e",\
    "url":"https://harbor.example/events/a/","startDate":"2026-03-10T18:00:00-04:00",\
    "endDate":"2026-03-10T20:00:00-04:00","eventStatus":"https://schema.org/EventRescheduled",\
    "previousStartDate":"2026-03-03T18:00:00-05:00",\
    "eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode",\
    "location":[{"@type":"Place","name":"Hall","address":{"@type":"PostalAddress",\
    "streetAddress":"1 Main Street","addressLocality":"Boston","addressRegion":"MA",\
    "postalCode":"02110","addressCountry":"US"},"geo":{"@type":"GeoCoordinates","latitude":42.36,\
    "longitude":-71.06}},{"@type":"VirtualLocation","url":"https://meet.example/tea"}],\
    "description":"What it is.","image":["https://img.example/a.png"],\
    "organizer":[{"@type":"Person","name":"Jess","url":"https://harbor.example/people/jess/"},\
    {"@type":"Person","name":"Robin Field"}],\
    "performer":[{"@type":"Person","name":"Ines","url":"https://ines.example/"}],\
    "offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR","url":"https://rsvp.example/tea"},\
    "isAccessibleForFree":false,"maximumAttendeeCapacity":40,"keywords":["swift"],\
    "inLanguage":"en"}
    """
  #expect(found == expected)
}

@Test(
  arguments: [
    ("", "EventScheduled", "OfflineEventAttendanceMode", "Place"),
    ("status: cancelled", "EventCancelled", "OfflineEventAttendanceMode", "Place"),
    ("status: postponed", "EventPostponed", "OfflineEventAttendanceMode", "Place"),
    (
      "online: https://m.example/", "EventScheduled", "OnlineEventAttendanceMode", "VirtualLocation"
    ),
    (
      "status: moved-online\nonline: https://m.example/\nvenue: {name: Hall}",
      "EventMovedOnline", "OnlineEventAttendanceMode", "VirtualLocation"
    ),
    ("status: moved-online", "EventMovedOnline", "OnlineEventAttendanceMode", "VirtualLocation"),
  ]
)
func `status, attendance and location go together`(
  keys: String,
  status: String,
  mode: String,
  location: String
) throws {
  let found = try data(of: "title: A\nstart: 2026-03-10\ncommunity: boston\n\(keys)")
  #expect(found.contains("\"eventStatus\":\"https://schema.org/\(status)\""))
  #expect(found.contains("\"eventAttendanceMode\":\"https://schema.org/\(mode)\""))
  #expect(found.contains("\"location\":{\"@type\":\"\(location)\""))
}

@Test func `what nobody said isn't told, but for who hosts it and can be asked where it is`() throws
{
  let found = try data(of: "title: A\nstart: 2026-03-10 18:00")
  #expect(
    found == """
      {"@context":"https://schema.org","@type":"Event","name":"A",\
      "url":"https://harbor.example/events/a/","startDate":"2026-03-10T18:00:00Z",\
      "eventStatus":"https://schema.org/EventScheduled",\
      "location":{"@type":"Place","name":"Harbor","address":"Harbor"},"description":"What it is.",\
      "organizer":{"@type":"Organization","name":"Harbor","url":"https://harbor.example/"},\
      "inLanguage":"en"}
      """
  )
}

@Test func `an event is where its community is, as far as that is known`() throws {
  let boston = try data(of: "title: A\nstart: 2026-03-10\ncommunity: boston")
  #expect(
    boston.contains(
      #""location":{"@type":"Place","name":"Boston","address":{"@type":"PostalAddress","addressLocality":"Boston"}}"#
    )
  )
  let online = try data(of: "title: A\nstart: 2026-03-10\ncommunity: anywhere")
  #expect(online.contains(#""location":{"@type":"Place","name":"Anywhere","address":"Anywhere"}"#))
}

@Test(.enabled(if: ["extruct", "mf2py"].allSatisfy(Oracle.has)))
func `others read from an event's page what its front matter says`() throws {
  let build = try TestBuild(GeneratedSite.files(events: 60))
  let site = try #require(build.report?.site)
  let pages = try build.files().filter { $0.value.contains("application/ld+json") }
  var events: [String: Event] = [:]
  for event in site.events { events[path(of: event, in: site)] = event }
  let input = Array(try JSONEncoder().encode(pages))
  var compared = 0
  for line in try Oracle.output(of: "linked_data.py", input: input).split(separator: "\n") {
    let read = try JSONDecoder().decode(ReadPage.self, from: Data(line.utf8))
    guard let event = events[read.path] else { continue }
    compared += 1
    let end = event.end.map { end in
      event.isAllDay
        ? end.time.local.date.adding(days: -1).iso : end.time.rfc3339
    }
    let start = event.isAllDay ? event.start.time.local.date.iso : event.start.time.rfc3339
    #expect(read.data.name == event.document.title, "\(read.path)")
    #expect(read.data.startDate == start, "\(read.path)")
    #expect(read.data.endDate == end, "\(read.path)")
    #expect(
      read.data.url == "https://harbor.example/club/\(read.path.dropLast("index.html".count))"
    )
    #expect(read.marked.name == event.document.title.collapsed, "\(read.path)")
    #expect(read.marked.start == start.withoutColonInOffset, "\(read.path)")
    #expect(read.marked.url == read.data.url, "\(read.path)")
  }
  #expect(compared == site.events.count)
}

private func path(of event: Event, in site: Site) -> String {
  guard let occurrence = event.occurrence else { return "events/\(event.document.name)/index.html" }
  let series = site.series[occurrence.series].event.document.name
  return "events/\(series)/\(occurrence.name)/index.html"
}

private struct ReadPage: Decodable {
  struct LinkedData: Decodable {
    let name: String
    let startDate: String
    let endDate: String?
    let url: String
  }

  struct Marked: Decodable {
    let name: String
    let start: String
    let url: String
  }

  let path: String
  let data: LinkedData
  let marked: Marked
}

extension String {
  /// A time as mf2py normalises it.
  fileprivate var withoutColonInOffset: String {
    guard count > 10, !hasSuffix("Z") else { return self }
    return String(dropLast(3) + suffix(2))
  }

  /// The text as a parser of microformats gives it: without blanks at its ends.
  fileprivate var collapsed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
