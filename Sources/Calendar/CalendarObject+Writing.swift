/// Events as the lines of a calendar file, made once for all the calendars that hold them.
public struct CalendarText: Hashable, Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let zones: [ZoneUse]

  /// Writes events, each with all that is known of it.
  public init(_ events: [CalendarEvent]) {
    var lines = ContentLineWriter()
    for event in events { event.write(&lines) }
    bytes = lines.bytes
    zones = [ZoneUse](events.flatMap(\.times))
  }
}

extension CalendarObject {
  /// The calendar as a file, with the rules of the zones that its events use.
  ///
  /// - Returns: UTF-8, the same for the same calendar and the same zone rules.
  public func bytes() -> [UInt8] { bytes(with: [CalendarText(events)]) }

  /// The calendar as a file with events that were written before, in place of its own.
  public func bytes(with texts: some Collection<CalendarText>) -> [UInt8] {
    var lines = ContentLineWriter()
    lines.reserve(texts.reduce(1024) { $0 + $1.bytes.count })
    lines.line("BEGIN", value: "VCALENDAR")
    lines.line("VERSION", value: "2.0")
    lines.line("PRODID", text: productID)
    lines.line("CALSCALE", value: "GREGORIAN")
    writeProperties(&lines)
    for use in [ZoneUse](texts.flatMap(\.zones)) { use.zone.write(&lines, since: use.since) }
    for text in texts { lines.append(text.bytes) }
    lines.line("END", value: "VCALENDAR")
    return lines.bytes
  }

  private func writeProperties(_ lines: inout ContentLineWriter) {
    // What RFC 7986 names, and by the older names that more programs read.
    if let name {
      lines.line("NAME", text: name)
      lines.line("X-WR-CALNAME", text: name)
    }
    if let description {
      lines.line("DESCRIPTION", text: description)
      lines.line("X-WR-CALDESC", text: description)
    }
    if let zoneName { lines.line("X-WR-TIMEZONE", text: zoneName) }
    if let source { lines.line("SOURCE", ["VALUE": "URI"], value: source) }
    if let refreshInterval {
      lines.line("REFRESH-INTERVAL", ["VALUE": "DURATION"], value: refreshInterval.iso)
      lines.line("X-PUBLISHED-TTL", value: refreshInterval.iso)
    }
  }
}

/// A zone that times are in, and the earliest moment that it is used for.
private struct ZoneUse: Hashable, Sendable {
  let zone: Zone
  var since: Instant
}

extension [ZoneUse] {
  /// The zones of times, by name.
  fileprivate init(_ times: [EventTime]) {
    self.init(
      times.compactMap { time in
        guard case .zoned(let local, let zone) = time else { return nil }
        return ZoneUse(zone: zone, since: zone.resolve(local).instant)
      }
    )
  }

  /// Each zone once, by name.
  fileprivate init(_ uses: [ZoneUse]) {
    var first: [String: ZoneUse] = [:]
    for use in uses {
      let known = first[use.zone.identifier]
      if known.map({ use.since < $0.since }) ?? true { first[use.zone.identifier] = use }
    }
    self = first.values.sorted { $0.zone.identifier < $1.zone.identifier }
  }
}

extension CalendarEvent {
  /// All times that are written of it.
  fileprivate var times: [EventTime] {
    [start] + [end, recurrenceID].compactMap(\.self) + additions + exclusions
  }

  fileprivate func write(_ lines: inout ContentLineWriter) {
    lines.line("BEGIN", value: "VEVENT")
    lines.line("UID", text: uid)
    lines.line("DTSTAMP") { $0.append(basic: .instant(stamp)) }
    lines.line("SEQUENCE", value: "\(sequence)")
    if let recurrenceID { lines.line("RECURRENCE-ID", alike: [recurrenceID]) }
    lines.line("DTSTART", alike: [start])
    if let end { lines.line("DTEND", alike: [end]) }
    if end == nil, let duration { lines.line("DURATION", value: duration.iso) }
    for rule in rules { lines.line("RRULE", value: rule.text) }
    lines.line("RDATE", times: additions)
    lines.line("EXDATE", times: exclusions)
    writeTexts(&lines)
    lines.line("END", value: "VEVENT")
  }

  private func writeTexts(_ lines: inout ContentLineWriter) {
    if let summary { lines.line("SUMMARY", text: summary) }
    if let description { lines.line("DESCRIPTION", text: description) }
    if let location { lines.line("LOCATION", text: location) }
    if let coordinates {
      lines.line("GEO", value: "\(coordinates.latitude);\(coordinates.longitude)")
    }
    if let url { lines.line("URL", value: url) }
    if let conference { lines.line("CONFERENCE", ["VALUE": "URI"], value: conference) }
    if let image { lines.line("IMAGE", ["VALUE": "URI"], value: image) }
    if let status { lines.line("STATUS", value: status.rawValue) }
    if let organizer {
      if let name = organizer.name {
        lines.line("ORGANIZER", ["CN": name], value: organizer.address)
      } else {
        lines.line("ORGANIZER", value: organizer.address)
      }
    }
    if !categories.isEmpty { lines.line("CATEGORIES", texts: categories) }
    if let lastModified {
      lines.line("LAST-MODIFIED") { $0.append(basic: .instant(lastModified)) }
    }
    if let classification { lines.line("CLASS", value: classification) }
    for property in extensions { lines.line(property.name, text: property.value) }
  }
}

extension ContentLineWriter {
  /// Writes times, a line for each stretch of one form.
  fileprivate mutating func line(_ name: String, times: [EventTime]) {
    var rest = times[...]
    while let first = rest.first {
      let run = rest.prefix { $0.hasForm(of: first) }
      rest = rest.dropFirst(run.count)
      line(name, alike: run)
    }
  }

  /// Writes times of one form.
  fileprivate mutating func line(_ name: String, alike times: ArraySlice<EventTime>) {
    let write = { (bytes: inout [UInt8]) in
      for index in times.indices {
        if index > times.startIndex { bytes.append(UInt8(ascii: ",")) }
        bytes.append(basic: times[index].recurrenceTime)
      }
    }
    switch times.first {
    case .date: line(name, ["VALUE": "DATE"], writing: write)
    case .zoned(_, let zone): line(name, ["TZID": zone.identifier], writing: write)
    case .instant, .floating: line(name, writing: write)
    case nil: break
    }
  }
}

extension EventTime {
  /// The time as its text shows it, without its zone.
  fileprivate var recurrenceTime: RecurrenceTime {
    switch self {
    case .date(let date): .date(date)
    case .zoned(let local, _), .floating(let local): .local(local)
    case .instant(let instant): .instant(instant)
    }
  }

  /// Whether both can stand in one line.
  fileprivate func hasForm(of other: EventTime) -> Bool {
    switch (self, other) {
    case (.date, .date), (.instant, .instant), (.floating, .floating): true
    case (.zoned(_, let zone), .zoned(_, let otherZone)): zone.identifier == otherZone.identifier
    default: false
    }
  }
}
