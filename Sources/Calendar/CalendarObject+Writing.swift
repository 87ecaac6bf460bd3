extension CalendarObject {
  /// The calendar as a file, with the rules of the zones that its events use.
  ///
  /// - Returns: UTF-8, the same for the same calendar and the same zone rules.
  public func bytes() -> [UInt8] {
    var lines = ContentLineWriter()
    lines.line("BEGIN", value: "VCALENDAR")
    lines.line("VERSION", value: "2.0")
    lines.line("PRODID", text: productID)
    lines.line("CALSCALE", value: "GREGORIAN")
    writeProperties(&lines)
    for (zone, since) in zones { zone.write(&lines, since: since) }
    for event in events { event.write(&lines) }
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

  /// The zones that are used, by name, each with the earliest moment that it is used for.
  private var zones: [(zone: Zone, since: Instant)] {
    var zones: [String: (zone: Zone, since: Instant)] = [:]
    for time in events.flatMap(\.times) {
      guard case .zoned(let local, let zone) = time else { continue }
      let instant = zone.resolve(local).instant
      let since = min(instant, zones[zone.identifier]?.since ?? instant)
      zones[zone.identifier] = (zone, since)
    }
    return zones.values.sorted { $0.zone.identifier < $1.zone.identifier }
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
    lines.line("DTSTAMP", value: RecurrenceTime.instant(stamp).basicText)
    lines.line("SEQUENCE", value: "\(sequence)")
    if let recurrenceID { lines.line("RECURRENCE-ID", times: [recurrenceID]) }
    lines.line("DTSTART", times: [start])
    if let end { lines.line("DTEND", times: [end]) }
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
      lines.line("LAST-MODIFIED", value: RecurrenceTime.instant(lastModified).basicText)
    }
  }
}

extension ContentLineWriter {
  /// Writes times, a line for each stretch of one form.
  fileprivate mutating func line(_ name: String, times: [EventTime]) {
    var rest = times[...]
    while let first = rest.first {
      let run = rest.prefix { $0.hasForm(of: first) }
      rest = rest.dropFirst(run.count)
      let value = run.map(\.basicText).joined(separator: ",")
      switch first {
      case .date: line(name, ["VALUE": "DATE"], value: value)
      case .zoned(_, let zone): line(name, ["TZID": zone.identifier], value: value)
      case .instant, .floating: line(name, value: value)
      }
    }
  }
}

extension EventTime {
  fileprivate var basicText: String {
    switch self {
    case .date(let date): RecurrenceTime.date(date).basicText
    case .zoned(let local, _), .floating(let local): RecurrenceTime.local(local).basicText
    case .instant(let instant): RecurrenceTime.instant(instant).basicText
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
