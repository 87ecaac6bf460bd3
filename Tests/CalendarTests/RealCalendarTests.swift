import Calendar
import Foundation
import TestSupport
import Testing

private let path = "real/ics/expected-occurrences.jsonl"

/// What a file holds by another program's reading: its first sixty occurrences.
private struct Expectation: Decodable {
  let file: String
  let truncated: Bool?
  let occ: [[String]]?
}

/// One event that takes place, with what is compared of it.
private struct Happening: Hashable {
  let instant: Instant
  let text: String

  init(_ time: EventTime, _ event: CalendarEvent, in zone: Zone) {
    // A day is compared as a day, whatever the zone.
    if case .date = time {
      self.init(time.instant(in: .utc), isDay: true, event)
    } else {
      self.init(time.instant(in: zone), isDay: false, event)
    }
  }

  private init(_ instant: Instant, isDay: Bool, _ event: CalendarEvent) {
    self.instant = instant
    let summary = String(String.UnicodeScalarView((event.summary ?? "").unicodeScalars.prefix(60)))
    let time = ZonedTime(instant, in: .utc).rfc3339
    let status = event.status?.rawValue ?? ""
    text = "\(isDay ? String(time.prefix(10)) : time) \(event.uid) \(summary) \(status)"
  }

  init(_ fields: [String]) throws {
    let time = try WrittenTime(fields[0])
    instant = time.instant(in: .utc)
    let start = ZonedTime(instant, in: .utc).rfc3339
    let day = time.time == nil ? String(start.prefix(10)) : start
    text = "\(day) \(fields[2]) \(fields[3]) \(fields[4].uppercased())"
  }
}

/// What we read from a file, up to a moment.
private func happenings(_ bytes: [UInt8], until last: Instant) throws -> [Happening] {
  let zones = ZoneDatabase()
  var happenings: [Happening] = []
  // A day's moment depends on the zone.
  let bound = last.adding(seconds: 86_400)
  for calendar in CalendarReading(bytes, zones: zones).calendars {
    let zone = try calendar.zoneName.flatMap { try zones.zone(named: $0) }
    for series in calendar.series(in: zone ?? .utc) {
      let overridden = Set(
        series.overrides.compactMap { $0.recurrenceID?.instant(in: zone ?? .utc) }
      )
      if let master = series.master {
        let set = master.recurrenceSet(in: zone ?? .utc)
        for occurrence in set.prefix(20_000).prefix(while: { $0.instant <= bound })
        where !overridden.contains(occurrence.instant) {
          let time = master.start.moved(to: occurrence, zone)
          happenings.append(Happening(time, master, in: zone ?? .utc))
        }
      }
      for override in series.overrides {
        let time = override.start.floated(zone)
        happenings.append(Happening(time, override, in: zone ?? .utc))
      }
    }
  }
  return happenings.filter { $0.instant <= last }
}

extension EventTime {
  fileprivate func moved(to occurrence: Occurrence, _ zone: Zone?) -> EventTime {
    switch self {
    case .date: .date(occurrence.local.date)
    case .floating where zone == nil: .floating(occurrence.local)
    default: .instant(occurrence.instant)
    }
  }

  fileprivate func floated(_ zone: Zone?) -> EventTime {
    guard case .floating = self, let zone else { return self }
    return .instant(instant(in: zone))
  }
}

/// The files of which we read something else than recurring-ical-events, and who is right.
private let differences = [
  // RFC 5545 §3.3.10: what a rule leaves open, the day of the week here, comes from the start; they
  // take all seven. libical takes the start's, as we do.
  "ical.net/Recurrence__YearlyByWeekNo2.ics": "0 more, 51 less",
  "ical.net/Recurrence__YearlyByWeekNo3.ics": "0 more, 51 less",
  // The same section: a month that is missing comes from the start; they take all twelve. libical
  // takes the start's, as we do.
  "ical.net/Recurrence__YearlyInterval1.ics": "0 more, 53 less",
  // A local UNTIL in a series with a zone, which the RFC forbids: they read it as UTC, we in the
  // zone.
  "ical.net/Recurrence__HourlyUntil1.ics": "1 more, 0 less",
  // A date without VALUE=DATE: they read a midnight, we a day. The RFC has no such value.
  "ical.net/Serialization__DateTime2.ics": "1 more, 1 less",
  // Events without a UID, which the RFC demands: they take them for one, we for several.
  "ical.net/Serialization__Parameter2.ics": "1 more, 0 less",
  "libical/smallcluster.ics": "1 more, 0 less",
  // An event before 1970: they leave it out.
  "ical.net/Serialization__ProdID2.ics": "1 more, 0 less",
  // A part of an event is wrong: they leave the event out, we the part.
  "icalendar/calendars__invalid_duration.ics": "1 more, 0 less",
  "icalendar/calendars__issue_1081_invalid_rrule_freq.ics": "1 more, 0 less",
  "icalendar/events__issue_464_invalid_rdate.ics": "2 more, 0 less",
  // Blanks in BYDAY, which the RFC forbids: they leave the event out, we read over them.
  "icalendar/calendars__issue_165_missing_event.ics": "14 more, 0 less",
  // RDATE periods of days in a series of times, which the RFC forbids: they read midnights, we the
  // series' time of day.
  "icalendar/calendars__issue_1633_rdate_with_dates.ics": "0 more, 1 less",
  "icalendar/calendars__issue_1633_rdate_with_dates_and_tzid.ics": "0 more, 1 less",
  // Rules of other calendars (RFC 7529), which neither reads: they leave the event out, we say so
  // and keep its start.
  "icalendar/calendars__rfc_7529.ics": "4 more, 0 less",
]

@Test(.enabled(if: SharedSets.includes(path)))
func `real calendars hold the occurrences that others read from them`() throws {
  let endOfTime = Instant(seconds: .max)
  var compared = 0
  var found: [String: String] = [:]
  for line in try SharedSets.bytes(path).split(separator: 0x0A) {
    let expectation = try JSONDecoder().decode(Expectation.self, from: Data(line))
    guard let occurrences = expectation.occ else { continue }
    let expected = try occurrences.map { try Happening($0) }
    // Of the last moment's occurrences not all may be among the first sixty.
    let last = expectation.truncated == true ? expected.map(\.instant).max() : nil
    let bytes = try SharedSets.bytes("real/ics/\(expectation.file)")
    let ours = try happenings(bytes, until: last ?? endOfTime)
    let extra = Set(ours).subtracting(expected).filter { $0.instant < last ?? endOfTime }
    let missing = Set(expected).subtracting(ours)
    compared += 1
    guard !extra.isEmpty || !missing.isEmpty else { continue }
    found[expectation.file] = "\(extra.count) more, \(missing.count) less"
  }
  #expect(compared == 332)
  #expect(found == differences)
}
