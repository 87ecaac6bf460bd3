/// The local times that a rule gives from a start on, in order, made one after another.
///
/// The rule works on the clock on the wall: an hour that the clocks skip or repeat counts as any
/// other (RFC 5545 §3.3.10). A start that the rule doesn't give isn't among them. The sequence ends
/// with the rule, with the year 9999, or when the rule gave nothing for 100,000 periods: no
/// calendar makes one wait so long, and no file shall keep us busy.
public struct RecurrenceExpansion: Sequence, IteratorProtocol, Sendable {
  private let rule: RecurrenceRule
  private let start: CivilDateTime
  private let until: RecurrenceLimit?
  private var remaining: Int
  private var periods: RecurrencePeriods
  private var period: RecurrencePeriod?
  private var index = 0

  /// Begins to expand a rule.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - start: the local time from which it goes, which gives what the rule leaves open.
  ///   - isAllDay: whether the start is a day alone; the rule then has no times of day.
  ///   - zone: the zone in which an end given as a moment is understood.
  public init(_ rule: RecurrenceRule, from start: CivilDateTime, isAllDay: Bool, in zone: Zone) {
    self.rule = rule
    self.start = start
    remaining = .max
    var until: RecurrenceLimit?
    switch rule.end {
    case .never: break
    case .count(let count): remaining = count
    case .until(let time): until = RecurrenceLimit(time, isAllDay: isAllDay, zone: zone)
    }
    self.until = until
    periods = RecurrencePeriods(rule, from: start, until: until?.horizon, isAllDay: isAllDay)
  }

  /// The next occurrence.
  public mutating func next() -> CivilDateTime? {
    while remaining > 0 {
      guard let occurrence = nextInPeriod() else {
        guard let next = periods.next() else { break }
        period = next
        index = 0
        continue
      }
      guard occurrence >= start else { continue }
      guard until?.includes(occurrence) ?? true else { break }
      remaining -= 1
      return occurrence
    }
    remaining = 0
    return nil
  }

  private mutating func nextInPeriod() -> CivilDateTime? {
    guard let period, index < period.count else { return nil }
    defer { index += 1 }
    return period[index]
  }
}

/// The last moment of a rule, as it is compared with local times.
struct RecurrenceLimit: Sendable {
  private let last: CivilDateTime
  private let instant: Instant?
  private let zone: Zone

  init(_ time: RecurrenceTime, isAllDay: Bool, zone: Zone) {
    self.zone = zone
    let endOfDay = CivilTime(23, 59, 59)
    switch time {
    case .date(let date):
      last = CivilDateTime(date: date, time: endOfDay)
      instant = nil
    case .local(let local):
      last = isAllDay ? CivilDateTime(date: local.date, time: endOfDay) : local
      instant = nil
    case .instant(let moment):
      // Days have no zone, so that the day is meant that is written.
      let written = Zone.utc.civil(moment)
      last = isAllDay ? CivilDateTime(date: written.date, time: endOfDay) : zone.civil(moment)
      instant = isAllDay ? nil : moment
    }
  }

  /// A local time after which nothing is included, whatever zone and week it is in.
  var horizon: CivilDateTime { last.adding(seconds: 8 * 86_400) }

  func includes(_ local: CivilDateTime) -> Bool {
    guard let instant, abs(local.secondsAsUTC - last.secondsAsUTC) < 2 * 86_400 else {
      return local <= last
    }
    // Clocks set back make local times and moments differ in order.
    return zone.resolve(local).instant <= instant
  }
}
