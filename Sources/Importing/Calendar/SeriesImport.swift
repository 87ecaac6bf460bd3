internal import Calendar
internal import Content

/// Makes of a series, or of a single event, what its files say.
struct SeriesImport {
  private let series: CalendarSeries
  private let context: ImportContext
  private(set) var zoneNames: ZoneNames
  private(set) var budget: OccurrenceBudget
  private(set) var problems: [String] = []
  private(set) var idleExclusions = 0

  init(
    _ series: CalendarSeries,
    _ context: ImportContext,
    _ zoneNames: ZoneNames,
    _ budget: OccurrenceBudget
  ) {
    self.series = series
    self.context = context
    self.zoneNames = zoneNames
    self.budget = budget
  }

  /// The files' contents: the series, then its changed occurrences by their original start.
  mutating func read() -> [ImportedHappening] {
    guard let master = series.master else { return orphans(series.overrides) }
    guard master.repeats else {
      return [single(master, uid: master.uid)] + orphans(series.overrides, after: 1)
    }
    let clock = clock(of: master)
    var times = SeriesTimes(master, clock, floating: context.zone)
    let changes = times.changes(series.overrides, budget: &budget)
    let others = series.overrides.filter { change in
      !changes.contains { $0.event.recurrenceID == change.recurrenceID }
    }
    let base = repeated(master, times, clock)
    return [base] + changes.map { occurrence($0, of: master, clock) } + orphans(others, after: 1)
  }
}

// MARK: - Times

extension SeriesImport {
  /// The zone in which an event's times are written.
  mutating func clock(of event: CalendarEvent) -> EventClock {
    if !event.repeats || event.start.isDate,
      let zone = zoneNames.known(event.extensionValue(CalendarExtension.zoneName))
    {
      return EventClock(zone: zone, name: zone.identifier, isAllDay: event.start.isDate)
    }
    switch event.start {
    case .date: return EventClock(zone: context.zone, name: contextName, isAllDay: true)
    case .floating: return EventClock(zone: context.zone, name: contextName)
    case .zoned(let local, let zone):
      let start = zone.resolve(local).instant
      if let known = zoneNames.zone(for: zone, since: start) {
        return EventClock(zone: known, name: known.identifier)
      }
      problems.append("no zone has the rules of `\(zone.identifier)`: its times are kept in UTC")
      return EventClock(zone: .utc, name: "UTC")
    case .instant:
      // A series in UTC goes by UTC's days; a single moment may be shown as a place has it.
      guard !event.repeats, context.isNamed else { return EventClock(zone: .utc, name: "UTC") }
      return EventClock(zone: context.zone, name: contextName)
    }
  }

  private var contextName: String? { context.isNamed ? context.zone.identifier : nil }

  /// `start` and `end` or `duration` of an event.
  mutating func times(_ event: CalendarEvent, _ clock: EventClock) -> [(String, String)] {
    var times = [("start", clock.text(event.start, floating: context.zone))]
    if let length = length(event, clock) { times.append(length) }
    return times
  }

  mutating func length(_ event: CalendarEvent, _ clock: EventClock) -> (String, String)? {
    if let end = event.end {
      guard clock.isAllDay else {
        return ("end", clock.text(end, floating: context.zone))
      }
      // The day with which it is over isn't its last; and one that ends as it begins lasts a day.
      let last = end.local.date.adding(days: end.local.time == .midnight ? -1 : 0)
      return last > event.start.local.date ? ("end", last.iso) : nil
    }
    guard let duration = event.duration else { return nil }
    guard clock.isAllDay else { return ("duration", duration.words) }
    guard duration.isWholeDays, duration.days > 0 else { return nil }
    return ("duration", "\(duration.days)d")
  }
}

// MARK: - Events

extension SeriesImport {
  /// An event that takes place once.
  mutating func single(_ event: CalendarEvent, uid: String) -> ImportedHappening {
    let clock = clock(of: event.once)
    return ImportedHappening(
      event: event,
      uid: uid,
      role: .single,
      day: clock.local(event.start, floating: context.zone).date,
      times: times(event, clock),
      zone: clock.name
    )
  }

  /// Occurrences whose series isn't there, or doesn't have them: events of their own.
  ///
  /// The first keeps the UID if no other event has it; two with one UID would be one.
  mutating func orphans(_ events: [CalendarEvent], after count: Int = 0) -> [ImportedHappening] {
    events.enumerated().map { index, event in
      guard index + count > 0, let original = event.recurrenceID else {
        return single(event, uid: event.uid)
      }
      let moment = RecurrenceTime.instant(original.instant(in: context.zone)).basicText
      return single(event, uid: "\(moment)-\(event.uid)")
    }
  }

  /// A changed occurrence.
  private mutating func occurrence(
    _ change: SeriesTimes.Change,
    of master: CalendarEvent,
    _ base: EventClock
  ) -> ImportedHappening {
    let event = change.event
    let own = clock(of: event.once)
    // A moment alone says nothing of a zone: it is shown in the series'.
    let isMoment = if case .instant = event.start { true } else { false }
    let clock = isMoment ? base.timed : own
    return ImportedHappening(
      event: event,
      uid: event.uid,
      role: .occurrence(of: event.uid, original: base.text(local: change.original)),
      series: master,
      day: change.original.date,
      times: times(event, clock),
      zone: clock.name == base.name ? nil : clock.name
    )
  }

  /// The series.
  private mutating func repeated(
    _ master: CalendarEvent,
    _ series: SeriesTimes,
    _ clock: EventClock
  ) -> ImportedHappening {
    var series = series
    idleExclusions += series.removeIdleExclusions(budget: &budget)
    let recurrence = series.recurrence(budget: &budget)
    if recurrence.isCut {
      problems.append(
        "no one rule says when `\(master.uid)` takes place: only its first times are kept"
      )
    }
    return ImportedHappening(
      event: master,
      uid: master.uid,
      role: .series(recurrence),
      day: series.start.date,
      times: times(master, clock),
      zone: clock.name
    )
  }
}
