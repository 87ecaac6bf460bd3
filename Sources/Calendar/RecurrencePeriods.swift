/// A rule's periods that have days, one after another.
struct RecurrencePeriods: Sendable {
  private let rule: RecurrenceRule
  private let days: RecurrenceDays
  private let isAllDay: Bool

  /// Seconds of the day (daily and longer periods), or from the period's begin (hours and shorter).
  private let times: [Int]

  /// The number of the next period; what it counts depends on the frequency.
  private var cursor: Int
  private let last: Int

  /// How many periods without an occurrence are gone through before the rule is given up.
  private static let patience = 100_000

  init(
    _ rule: RecurrenceRule,
    from start: CivilDateTime,
    until end: CivilDateTime?,
    isAllDay: Bool
  ) {
    self.rule = rule
    self.isAllDay = isAllDay
    days = RecurrenceDays(rule, start: start.date)
    times = RecurrencePeriods.times(rule, start.time, isAllDay: isAllDay)
    cursor = days.firstPeriod(of: start)
    let endOfTime = CivilDateTime(date: CivilDate(9999, 12, 31), time: CivilTime(23, 59, 59))
    last = days.periodNumber(of: min(end ?? endOfTime, endOfTime))
  }

  /// The next period that has an occurrence.
  mutating func next() -> RecurrencePeriod? {
    guard !(isAllDay && rule.frequency < .daily) else { return nil }
    for _ in 0..<RecurrencePeriods.patience {
      guard cursor <= last else { return nil }
      let period = rule.frequency < .daily ? timePeriod() : dayPeriod()
      if let period, period.count > 0 { return period }
    }
    return nil
  }

  private mutating func dayPeriod() -> RecurrencePeriod? {
    let days = days.days(inPeriod: cursor)
    cursor = cursor.addingSaturated(rule.interval)
    return days.isEmpty
      ? nil : RecurrencePeriod(days: days, times: times, positions: rule.positions)
  }

  /// An hour, a minute or a second; when its day or its hour is ruled out, all that follow in it are
  /// gone over at once.
  private mutating func timePeriod() -> RecurrencePeriod? {
    let length = rule.frequency.seconds
    let local = CivilDateTime(secondsAsUTC: Int64(cursor) * Int64(length))
    if !days.allows(local.date) {
      advance(to: (local.date.dayNumber + 1) * (86_400 / length))
      return nil
    }
    if !rule.hours.isEmpty, !rule.hours.contains(local.time.hour) {
      advance(to: (cursor * length / 3600 + 1) * (3600 / length))
      return nil
    }
    cursor = cursor.addingSaturated(rule.interval)
    if rule.frequency != .hourly, !rule.minutes.isEmpty, !rule.minutes.contains(local.time.minute) {
      return nil
    }
    if rule.frequency == .secondly, !rule.seconds.isEmpty, !rule.seconds.contains(local.time.second)
    {
      return nil
    }
    let start = local.time.secondOfDay
    return RecurrencePeriod(
      days: [local.date],
      times: times.map { start + $0 },
      positions: rule.positions
    )
  }

  /// Goes on to the first of the rule's periods that isn't before a number.
  private mutating func advance(to target: Int) {
    let (whole, rest) = (target - cursor).quotientAndRemainder(dividingBy: rule.interval)
    let steps = whole + (rest > 0 ? 1 : 0)
    cursor = cursor.addingSaturated(rule.interval.multipliedSaturated(by: steps))
  }

  private static func times(
    _ rule: RecurrenceRule,
    _ start: CivilTime,
    isAllDay: Bool
  ) -> [Int] {
    guard !isAllDay else { return [0] }
    func values(_ given: [Int], _ frequency: RecurrenceRule.Frequency, _ start: Int) -> [Int] {
      guard rule.frequency > frequency else { return [0] }
      return given.isEmpty ? [start] : given.sortedUniquely()
    }
    let hours = values(rule.hours, .hourly, start.hour)
    let minutes = values(rule.minutes, .minutely, start.minute)
    // Unix time has no second 60 (RFC 5545 §3.3.10).
    let seconds = values(rule.seconds.map { min($0, 59) }, .secondly, start.second).sortedUniquely()
    return hours.flatMap { hour in
      minutes.flatMap { minute in seconds.map { (hour * 60 + minute) * 60 + $0 } }
    }
  }
}

extension RecurrenceRule.Frequency: Comparable {
  /// Whether one frequency's periods are shorter than another's.
  public static func < (left: RecurrenceRule.Frequency, right: RecurrenceRule.Frequency) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The length of a period that is shorter than a day, and of a day.
  fileprivate var seconds: Int {
    switch self {
    case .secondly: 1
    case .minutely: 60
    case .hourly: 3600
    case .daily, .weekly, .monthly, .yearly: 86_400
    }
  }
}

extension RecurrenceDays {
  /// The period with which the rule begins.
  ///
  /// A start that its week's year doesn't give says nothing of that year, so every nth year is
  /// counted from its calendar year, as libical does.
  fileprivate func firstPeriod(of start: CivilDateTime) -> Int {
    let number = periodNumber(of: start)
    guard rule.frequency == .yearly, !rule.weekNumbers.isEmpty, rule.interval > 1 else {
      return number
    }
    return days(inPeriod: number).contains(start.date) ? number : start.date.year
  }

  /// The number of the period that a local time lies in.
  ///
  /// Years, months, weeks, days, hours, minutes and seconds are each counted through.
  fileprivate func periodNumber(of local: CivilDateTime) -> Int {
    let date = local.date
    switch rule.frequency {
    case .yearly: return rule.weekNumbers.isEmpty ? date.year : weekYear(of: date)
    case .monthly: return date.year * 12 + date.month - 1
    case .weekly: return weekStart(of: date).dayNumber.dividedFloor(by: 7).quotient
    case .daily: return date.dayNumber
    case .hourly, .minutely, .secondly:
      return Int(local.secondsAsUTC.dividedFloor(by: Int64(rule.frequency.seconds)).quotient)
    }
  }
}
