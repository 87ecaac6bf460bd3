internal import Calendar

/// How an event's times are written: the zone, and whether days alone count.
struct EventClock {
  let zone: Zone
  /// The zone's name for `timezone`; `nil` where the site's is meant.
  let name: String?
  var isAllDay = false

  /// The same for times of day.
  var timed: EventClock { EventClock(zone: zone, name: name) }

  /// A time as it is in the zone; `floating` is where times without a zone are.
  func local(_ time: EventTime, floating: Zone) -> CivilDateTime {
    switch time {
    case .date(let date): CivilDateTime(date: date, time: .midnight)
    case .floating(let local) where floating.identifier == zone.identifier: local
    case .zoned(let local, let own) where own.identifier == zone.identifier: local
    default: zone.civil(time.instant(in: floating))
    }
  }

  /// A time as front matter.
  ///
  /// An offset stands where the clocks show the time twice and the second is meant; a time that they
  /// skip is written as they show it (RFC 5545 §3.3.5).
  func text(_ time: EventTime, floating: Zone) -> String {
    guard !isAllDay else { return local(time, floating: floating).date.iso }
    let local = local(time, floating: floating)
    let instant: Instant
    switch time {
    case .date: instant = zone.startOfDay(local.date)
    case .zoned(_, let own) where own.identifier == zone.identifier:
      instant = zone.resolve(local).instant
    default: instant = time.instant(in: floating)
    }
    return text(instant)
  }

  /// A moment as front matter.
  func text(_ instant: Instant) -> String {
    let shown = ZonedTime(instant, in: zone)
    guard zone.resolve(shown.local).instant != instant else { return shown.local.text }
    return shown.rfc3339
  }

  /// An original start as front matter, which may stand in a gap.
  func text(local: CivilDateTime) -> String { isAllDay ? local.date.iso : local.text }
}

extension CalendarEvent {
  /// Whether it takes place more than once.
  var repeats: Bool { !rules.isEmpty || additions.contains { $0 != start } }

  /// The event without what repeats it.
  var once: CalendarEvent {
    var event = self
    event.rules = []
    event.additions = []
    event.exclusions = []
    return event
  }

  /// The value of a program's own property.
  func extensionValue(_ name: String) -> String? {
    extensions.first { $0.name == name }?.value
  }
}

extension EventTime {
  /// Whether it is a day.
  var isDate: Bool {
    if case .date = self { return true }
    return false
  }
}

extension EventDuration {
  /// The duration as people write it: `1d`, `2h30m`.
  var words: String {
    let parts = [
      (days, "d"), (seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return words.isEmpty ? "0m" : words.joined()
  }
}
