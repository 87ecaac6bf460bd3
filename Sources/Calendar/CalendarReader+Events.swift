extension CalendarReader {
  /// Reads a `VEVENT`; without a start it is no event.
  mutating func event(_ component: CalendarComponent) -> CalendarEvent? {
    beginEvent()
    guard let line = component.first("DTSTART") else {
      note(CalendarProblem(message: "an event has no `DTSTART`", range: component.range))
      return nil
    }
    guard let start = times(line).first else { return nil }
    let modified = component.first("LAST-MODIFIED").flatMap { instant($0) }
    let stamp = component.first("DTSTAMP").flatMap { instant($0) }
    var event = CalendarEvent(
      uid: component.first("UID")?.text ?? "",
      stamp: stamp ?? modified ?? start.instant(in: .utc),
      start: start
    )
    event.lastModified = modified
    readTimes(component, &event)
    readTexts(component, &event)
    return event
  }

  private mutating func readTimes(_ component: CalendarComponent, _ event: inout CalendarEvent) {
    event.recurrenceID = component.first("RECURRENCE-ID").flatMap { times($0).first }
    if let line = component.first("RECURRENCE-ID"), line.parameter("RANGE") != nil {
      report("a change of this and all future occurrences is read as one of this one", line)
    }
    if let line = component.first("DTEND"), let end = times(line).first {
      if end.instant(in: .utc) < event.start.instant(in: .utc) {
        report("an event ends before it begins; its end is left out", line)
      } else {
        event.end = end
      }
    }
    if event.end == nil, let line = component.first("DURATION") {
      do {
        event.duration = try EventDuration(line.value.trimmed)
      } catch {
        report(error.message, line)
      }
    }
    var losesRule = false
    for line in component.all("RRULE") {
      do {
        event.rules.append(try RecurrenceRule(line.value.trimmed))
      } catch {
        report("a rule that can't be read is left out: \(error.message)", line)
        losesRule = true
      }
    }
    if losesRule { noteLostRule() }
    for line in component.all("RDATE") { event.additions += times(line) }
    for line in component.all("EXDATE") { event.exclusions += times(line) }
    for line in component.all("EXRULE") { report("`EXRULE` is withdrawn and not followed", line) }
  }

  private mutating func readTexts(_ component: CalendarComponent, _ event: inout CalendarEvent) {
    event.sequence = component.first("SEQUENCE").flatMap { Int($0.value.trimmed) } ?? 0
    event.summary = component.first("SUMMARY")?.text
    event.description = component.first("DESCRIPTION")?.text
    event.location = component.first("LOCATION")?.text
    event.url = component.first("URL")?.value
    let conference = component.first("CONFERENCE") ?? component.first("X-GOOGLE-CONFERENCE")
    event.conference = conference?.value
    // A picture may also stand in the file itself, as no address.
    event.image = component.first("IMAGE").flatMap { line in
      line.parameter("VALUE")?.uppercased() == "BINARY" ? nil : line.value
    }
    event.categories = component.all("CATEGORIES").flatMap(\.texts).filter { !$0.isEmpty }
    if let line = component.first("GEO") {
      let numbers = line.value.split(separator: ";").map { Double($0) }
      event.coordinates =
        if numbers.count == 2, let north = numbers[0], let east = numbers[1] {
          Coordinates(latitude: north, longitude: east)
        } else {
          nil
        }
      if event.coordinates == nil { report("a place is written as `42.36;-71.06`", line) }
    }
    if let line = component.first("STATUS") {
      event.status = CalendarEvent.Status(rawValue: line.value.uppercased().trimmed)
    }
    event.classification = component.first("CLASS").map { $0.value.uppercased().trimmed }
    event.extensions = component.lines.compactMap { line in
      line.name.hasPrefix("X-") ? CalendarExtension(name: line.name, value: line.text) : nil
    }
    if let line = component.first("ORGANIZER") {
      event.organizer = .init(name: line.parameter("CN"), address: line.value)
    }
  }
}

extension CalendarReader {
  /// The times of a property; those that can't be read are reported and left out.
  ///
  /// Of a period its begin is taken.
  mutating func times(_ line: ContentLine) -> [EventTime] {
    var times: [EventTime] = []
    for part in line.value.split(separator: ",") {
      let text = part.prefix { $0 != "/" }
      guard let time = RecurrenceTime(basicText: String(text).trimmed.utf8) else {
        report("`\(part)` is no time", line)
        continue
      }
      switch time {
      case .date(let date): times.append(.date(date))
      case .instant(let instant): times.append(.instant(instant))
      case .local(let local):
        if let name = line.parameter("TZID"), let zone = zone(named: name, for: line) {
          times.append(.zoned(local, zone))
        } else {
          times.append(.floating(local))
        }
      }
    }
    if line.value.isEmpty { report("`\(line.name)` is empty", line) }
    return times
  }

  private mutating func instant(_ line: ContentLine) -> Instant? {
    times(line).first?.instant(in: .utc)
  }
}
