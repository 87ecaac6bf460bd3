/// A time as iCalendar gives it (RFC 5545 §3.3.4, §3.3.5).
public enum EventTime: Hashable, Sendable {
  /// A day.
  case date(CivilDate)
  /// A local time in a zone.
  case zoned(CivilDateTime, Zone)
  /// A moment, in UTC.
  case instant(Instant)
  /// A local time in whatever zone one is.
  case floating(CivilDateTime)

  /// The day and time of day as they are written.
  public var local: CivilDateTime {
    switch self {
    case .date(let date): CivilDateTime(date: date, time: .midnight)
    case .zoned(let local, _), .floating(let local): local
    case .instant(let instant): Zone.utc.civil(instant)
    }
  }

  /// The moment; of a day the first, and of what has no zone that in a zone given.
  public func instant(in zone: Zone) -> Instant {
    switch self {
    case .date(let date): zone.startOfDay(date)
    case .zoned(let local, let own): own.resolve(local).instant
    case .instant(let instant): instant
    case .floating(let local): zone.resolve(local).instant
    }
  }

  /// The time in a recurrence set whose local times are those of a zone.
  func recurrenceTime(in zone: Zone) -> RecurrenceTime {
    switch self {
    case .date(let date): .date(date)
    case .zoned(let local, let own) where own.identifier == zone.identifier: .local(local)
    case .zoned(let local, let own): .instant(own.resolve(local).instant)
    case .instant(let instant): .instant(instant)
    case .floating(let local): .local(local)
    }
  }
}
