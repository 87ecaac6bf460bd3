extension RecurrenceRule {
  /// The rule as a calendar file has to say it, with nothing left open.
  ///
  /// An end has the form that goes with the start (RFC 5545 §3.3.10): a day for days, else a moment.
  /// What comes from the start by the RFC, and other programs read otherwise, is written out: the
  /// weekday of a rule by weeks of the year, and the month of a yearly day.
  ///
  /// - Parameters:
  ///   - start: when the series begins.
  ///   - isAllDay: whether it has days alone.
  ///   - zone: the zone of its local times.
  /// - Returns: a rule that gives the same.
  public func explicit(from start: CivilDateTime, isAllDay: Bool, in zone: Zone) -> RecurrenceRule {
    var rule = self
    if case .until(let time) = end {
      rule.end = .until(RecurrenceRule.until(time, isAllDay: isAllDay, zone))
    }
    guard frequency == .yearly, daysOfYear.isEmpty, daysOfWeek.isEmpty else { return rule }
    if !weekNumbers.isEmpty, daysOfMonth.isEmpty {
      rule.daysOfWeek = [.init(start.date.weekday)]
    }
    if weekNumbers.isEmpty, !daysOfMonth.isEmpty, months.isEmpty {
      rule.months = [start.date.month]
    }
    return rule
  }

  private static func until(
    _ time: RecurrenceTime,
    isAllDay: Bool,
    _ zone: Zone
  ) -> RecurrenceTime {
    switch time {
    case .date(let date):
      let last = CivilDateTime(date: date, time: CivilTime(23, 59, 59))
      return isAllDay ? time : .instant(zone.resolve(last).instant)
    case .local(let local):
      return isAllDay ? .date(local.date) : .instant(zone.resolve(local).instant)
    case .instant(let instant):
      return isAllDay ? .date(Zone.utc.civil(instant).date) : time
    }
  }
}
