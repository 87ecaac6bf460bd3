import Calendar
import Content

extension CalendarEvent {
  /// An event that takes place once, or an occurrence of a series, which its original start names.
  init(_ event: Event, _ text: EventText) {
    let site = text.model.site
    if let occurrence = event.occurrence {
      let form = SeriesForm(site.series[occurrence.series])
      self.init(uid: site.uid(of: event), stamp: event.stamp, start: form.time(event.start, event))
      end = event.end.map { form.time($0, event) }
      recurrenceID = form.time(occurrence.original.local)
    } else {
      self.init(uid: site.uid(of: event), stamp: event.stamp, start: event.time(event.start))
      end = event.end.map(event.time)
    }
    describe(event, text)
  }

  /// A series, with its rule and what is added and left out.
  init(_ series: Series, _ text: EventText) {
    let form = SeriesForm(series)
    let set = series.recurrence
    let event = series.event
    self.init(
      uid: text.model.site.uid(of: event),
      stamp: event.stamp,
      start: form.time(set.start)
    )
    switch series.length {
    case .open: break
    case .nominal(let length): duration = length
    case .days(let count): end = .date(set.start.date.adding(days: count))
    case .exact(let seconds):
      let start = set.zone.resolve(set.start).instant
      end = form.time(set.zone.civil(start.adding(seconds: seconds)))
    }
    rules = set.rules.map { $0.explicit(from: set.start, isAllDay: set.isAllDay, in: set.zone) }
    additions = form.additions
    exclusions = form.exclusions
    describe(event, text)
  }

  private mutating func describe(_ event: Event, _ text: EventText) {
    sequence = event.sequence
    summary = text.title
    let about = text.summary.map { [$0, text.permalink] } ?? [text.permalink]
    description = about.joined(separator: "\n\n")
    location = text.location
    coordinates = text.place?.coordinates
    url = text.permalink
    conference = event.online
    image = text.image
    status = event.status.inCalendars
    categories = text.tags
    lastModified = event.document.updated?.instant
    if start.isWithoutZone {
      extensions.append(.init(name: CalendarExtension.zoneName, value: event.zone.identifier))
    }
    if event.status.hasNoWord {
      extensions.append(.init(name: CalendarExtension.status, value: event.status.rawValue))
    }
  }
}

extension Event {
  /// When this text of it was made: never the clock's time, so that a build can be repeated.
  fileprivate var stamp: Instant {
    (document.updated ?? document.date)?.instant ?? start.instant
  }

  /// A time of an event that takes place once: a day, or a moment, for which no rules are needed.
  fileprivate func time(_ moment: Moment) -> EventTime {
    isAllDay ? .date(moment.time.local.date) : .instant(moment.instant)
  }
}

extension EventTime {
  /// Whether the zone can't be seen from it.
  fileprivate var isWithoutZone: Bool {
    if case .zoned = self { return false }
    return true
  }
}

extension EventStatus {
  /// The nearest of RFC 5545's words; what they can't say stands in a property of our own.
  fileprivate var inCalendars: CalendarEvent.Status {
    switch self {
    case .cancelled: .cancelled
    // Whoever comes at that time finds nobody, but it isn't called off.
    case .postponed: .tentative
    case .scheduled, .movedOnline, .rescheduled: .confirmed
    }
  }

  /// Whether iCalendar has no word for it.
  fileprivate var hasNoWord: Bool {
    switch self {
    case .scheduled, .cancelled: false
    case .postponed, .movedOnline, .rescheduled: true
    }
  }
}

/// The one form that all times of a series have in a calendar (RFC 5545 §3.8.4.4, §3.8.5.1).
private struct SeriesForm {
  let recurrence: RecurrenceSet

  init(_ series: Series) { recurrence = series.recurrence }

  /// One of the set's local times.
  func time(_ local: CivilDateTime) -> EventTime {
    if recurrence.isAllDay { return .date(local.date) }
    return recurrence.zone.isUTC
      ? .instant(Instant(seconds: local.secondsAsUTC)) : .zoned(local, recurrence.zone)
  }

  /// A time of an occurrence, which may have become a day or have its own zone.
  func time(_ moment: Moment, _ event: Event) -> EventTime {
    if event.isAllDay { return .date(moment.time.local.date) }
    guard !recurrence.isAllDay, !recurrence.zone.isUTC else { return .instant(moment.instant) }
    let local = recurrence.zone.civil(moment.instant)
    // What clocks show twice means the first; the second is said as a moment.
    guard recurrence.zone.resolve(local).instant == moment.instant else {
      return .instant(moment.instant)
    }
    return .zoned(local, recurrence.zone)
  }

  /// `RDATE`, but for a start that is in the series anyhow.
  var additions: [EventTime] {
    recurrence.additions.map(recurrence.local).filter { $0 != recurrence.start }.map(time)
  }

  /// `EXDATE`, which names each occurrence of a day that is left out.
  var exclusions: [EventTime] {
    guard !recurrence.isAllDay else {
      return recurrence.exclusions.map { time(recurrence.local($0)) }
    }
    var days: Set<CivilDate> = []
    var times: Set<CivilDateTime> = []
    for exclusion in recurrence.exclusions {
      switch exclusion {
      case .date(let date): days.insert(date)
      case .local, .instant: times.insert(recurrence.local(exclusion))
      }
    }
    if let last = days.max() {
      var whole = recurrence
      whole.exclusions = []
      for occurrence in whole.prefix(SeriesForm.reach) {
        guard occurrence.local.date <= last else { break }
        if days.contains(occurrence.local.date) { times.insert(occurrence.local) }
      }
    }
    return times.sorted().map(time)
  }

  /// No author's series has more occurrences before one that is left out.
  private static let reach = 1_000_000
}

extension Zone {
  /// Whether its clocks show UTC, for which calendars need no rules.
  fileprivate var isUTC: Bool { identifier == "UTC" || identifier == "Etc/UTC" }
}
