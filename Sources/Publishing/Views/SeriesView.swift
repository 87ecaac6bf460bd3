import Calendar
import Content
import Templates

/// What series have besides what events do.
let seriesFields: [PageField] = [
  PageField("repeat") { model, page in Value(model.writtenSeries(page).recurrence.words) },
  PageField("rule") { model, page in Value(model.writtenSeries(page).recurrence.rules.first?.text)
  },
  PageField("event_count") { model, page in
    .int(model.writtenSeries(page).occurrences.count)
  },
  PageField("next_event") { model, page in
    guard case .series(let index) = page.subject else { return .none }
    return model.lists.series(index).next(model.site).map { model.page(.event($0)) } ?? .none
  },
]

extension RecurrenceSet {
  /// What people call its rule; `nil` where there isn't one, or one that is hard to say.
  fileprivate var words: String? { rules.first?.words }
}

extension SiteModel {
  fileprivate func writtenSeries(_ page: PageReference) -> Series {
    guard case .series(let index) = page.subject else { preconditionFailure("a series' field") }
    return site.series[index]
  }

  /// The series that an event is an occurrence of, as a template's value.
  func series(of subject: PageSubject) -> Value {
    guard case .event(let index) = subject, let occurrence = site.events[index].occurrence else {
      return .none
    }
    return page(.series(occurrence.series))
  }

  /// When an occurrence was to begin by its series.
  func originalStart(_ subject: PageSubject) -> Moment? {
    guard case .event(let index) = subject, let occurrence = site.events[index].occurrence else {
      return nil
    }
    let event = site.series[occurrence.series].event
    let time = ZonedTime(occurrence.original.instant, in: event.zone)
    return Moment(time, zone: event.zone.identifier, isDateOnly: event.isAllDay)
  }

  /// Whether an event, or all of a series that has pages, is over.
  func isPast(_ subject: PageSubject) -> Bool {
    switch subject {
    case .event(let index): site.events[index].over <= site.now
    case .series(let index): lists.series(index).upcoming.isEmpty
    default: false
    }
  }

  /// Whether an event, or one of a series, has begun and isn't over.
  func isNow(_ subject: PageSubject) -> Bool {
    switch subject {
    case .event(let index):
      site.events[index].start.instant <= site.now && site.events[index].over > site.now
    case .series(let index):
      lists.series(index).upcoming.contains { isNow(.event($0)) }
    default: false
    }
  }
}

// By an event's number: to ask an event itself would copy it, and count each of its parts.
extension SiteModel {
  /// When an event is over, as a template's time.
  func over(_ index: Int) -> Moment {
    let zone = events[index].zone
    return Moment(ZonedTime(events[index].over, in: zone), zone: zone.identifier, isDateOnly: false)
  }

  /// Its end as people say it.
  func shownEnd(_ index: Int) -> Moment? {
    Event.shownEnd(events[index].end, isAllDay: events[index].isAllDay, in: events[index].zone)
  }

  /// Whether it ends on another day than it begins.
  func lastsDays(_ index: Int) -> Bool {
    Event.lastsDays(
      from: events[index].start,
      to: shownEnd(index),
      isAllDay: events[index].isAllDay
    )
  }
}
