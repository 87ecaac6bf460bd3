/// The days that a rule gives in its periods (the table of RFC 5545 §3.3.10).
struct RecurrenceDays: Sendable {
  let rule: RecurrenceRule
  private let start: CivilDate

  init(_ rule: RecurrenceRule, start: CivilDate) {
    self.rule = rule
    self.start = start
  }

  /// The days of a year, month, week or day, in order.
  func days(inPeriod number: Int) -> [CivilDate] {
    switch rule.frequency {
    case .yearly:
      return rule.weekNumbers.isEmpty ? days(inYear: number) : days(inWeekYear: number)
    case .monthly:
      let (year, month) = number.dividedFloor(by: 12)
      return days(inMonth: month + 1, year: year)
    case .weekly:
      return days(inWeek: number)
    case .daily, .hourly, .minutely, .secondly:
      let date = CivilDate(dayNumber: number)
      return allows(date) ? [date] : []
    }
  }

  /// Whether what the rule says of days lets a day pass, where it only limits.
  func allows(_ date: CivilDate) -> Bool {
    isInMonths(date) && isDayOfMonth(date) && isWeekday(date)
      && (rule.frequency == .daily || isDayOfYear(date))
  }
}

extension RecurrenceDays {
  private func days(inWeek number: Int) -> [CivilDate] {
    // Day 0 was a Thursday; weeks are numbered by the day that begins them.
    let offset = (rule.weekStart.rawValue - 1 + 7 - 3) % 7
    let first = CivilDate(dayNumber: number * 7 + offset)
    let weekdays = rule.daysOfWeek.isEmpty ? [start.weekday] : rule.daysOfWeek.map(\.weekday)
    return (0..<7).map { first.adding(days: $0) }
      .filter { weekdays.contains($0.weekday) && isInMonths($0) }
  }

  private func days(inMonth month: Int, year: Int) -> [CivilDate] {
    guard rule.months.isEmpty || rule.months.contains(month) else { return [] }
    let span = DaySpan(first: CivilDate(year, month, 1), count: dayCount(month, year))
    if !rule.daysOfMonth.isEmpty {
      return span.days(rule.daysOfMonth).filter { isWeekday($0, in: span) }
    }
    guard rule.daysOfWeek.isEmpty else { return span.days(rule.daysOfWeek) }
    return span.days([start.day])
  }

  private func days(inYear year: Int) -> [CivilDate] {
    let span = DaySpan(first: CivilDate(year, 1, 1), count: CivilDate.dayCount(ofYear: year))
    if !rule.daysOfYear.isEmpty {
      return span.days(rule.daysOfYear).filter { date in
        isInMonths(date) && isDayOfMonth(date)
          && isWeekday(date, in: rule.months.isEmpty ? span : monthSpan(of: date))
      }
    }
    // The start's month is meant where nothing says which.
    let isYearOfWeekdays = rule.months.isEmpty && rule.daysOfMonth.isEmpty
    if isYearOfWeekdays, !rule.daysOfWeek.isEmpty { return span.days(rule.daysOfWeek) }
    let months = rule.months.isEmpty ? [start.month] : rule.months.sortedUniquely()
    return months.flatMap { days(inMonth: $0, year: year) }
  }

  /// The days of the weeks that belong to a year: they may lie outside of it.
  private func days(inWeekYear year: Int) -> [CivilDate] {
    let first = firstWeek(of: year)
    let count = (firstWeek(of: year + 1).dayNumber - first.dayNumber) / 7
    let weeks = rule.weekNumbers.map { $0 > 0 ? $0 - 1 : count + $0 }
      .filter { (0..<count).contains($0) }.sortedUniquely()
    let isOpen = rule.daysOfWeek.isEmpty && rule.daysOfMonth.isEmpty && rule.daysOfYear.isEmpty
    return weeks.flatMap { week in (0..<7).map { first.adding(days: week * 7 + $0) } }
      .filter { date in
        isInMonths(date) && isDayOfMonth(date) && isDayOfYear(date)
          && (isOpen ? date.weekday == start.weekday : isWeekday(date))
      }
  }
}

extension RecurrenceDays {
  /// The day with which a day's week begins.
  func weekStart(of date: CivilDate) -> CivilDate {
    date.adding(days: -((date.weekday.rawValue - rule.weekStart.rawValue + 7) % 7))
  }

  /// The year that a day's week belongs to: the one that has most of its days.
  func weekYear(of date: CivilDate) -> Int {
    weekStart(of: date).adding(days: 3).year
  }

  /// The begin of a year's first week, which holds at least four of its days.
  private func firstWeek(of year: Int) -> CivilDate {
    weekStart(of: CivilDate(year, 1, 4))
  }

  private func dayCount(_ month: Int, _ year: Int) -> Int {
    CivilDate.dayCount(ofMonth: month, year: year)
  }

  private func monthSpan(of date: CivilDate) -> DaySpan {
    DaySpan(
      first: CivilDate(date.year, date.month, 1),
      count: dayCount(date.month, date.year)
    )
  }

  private func isInMonths(_ date: CivilDate) -> Bool {
    rule.months.isEmpty || rule.months.contains(date.month)
  }

  private func isDayOfMonth(_ date: CivilDate) -> Bool {
    guard !rule.daysOfMonth.isEmpty else { return true }
    let fromEnd = date.day - dayCount(date.month, date.year) - 1
    return rule.daysOfMonth.contains { $0 == date.day || $0 == fromEnd }
  }

  private func isDayOfYear(_ date: CivilDate) -> Bool {
    guard !rule.daysOfYear.isEmpty else { return true }
    let day = date.dayOfYear
    let fromEnd = day - CivilDate.dayCount(ofYear: date.year) - 1
    return rule.daysOfYear.contains { $0 == day || $0 == fromEnd }
  }

  private func isWeekday(_ date: CivilDate) -> Bool {
    guard !rule.daysOfWeek.isEmpty else { return true }
    let weekday = date.weekday
    return rule.daysOfWeek.contains { $0.weekday == weekday }
  }

  private func isWeekday(_ date: CivilDate, in span: DaySpan) -> Bool {
    rule.daysOfWeek.isEmpty || rule.daysOfWeek.contains { span.matches(date, $0) }
  }
}

/// A month or a year, in which days are counted from either end.
private struct DaySpan {
  let first: CivilDate
  let count: Int

  /// Days by number, in order.
  func days(_ numbers: [Int]) -> [CivilDate] {
    numbers.map { $0 > 0 ? $0 : count + 1 + $0 }.filter { (1...count).contains($0) }
      .sortedUniquely().map { first.adding(days: $0 - 1) }
  }

  /// Weekdays, every one or by ordinal, in order.
  func days(_ daysOfWeek: [RecurrenceRule.DayOfWeek]) -> [CivilDate] {
    let start = first.weekday.rawValue
    var offsets: Set<Int> = []
    for day in daysOfWeek {
      let all = Array(stride(from: (day.weekday.rawValue - start + 7) % 7, to: count, by: 7))
      guard let ordinal = day.ordinal else {
        offsets.formUnion(all)
        continue
      }
      let index = ordinal > 0 ? ordinal - 1 : all.count + ordinal
      if all.indices.contains(index) { offsets.insert(all[index]) }
    }
    return offsets.sorted().map { first.adding(days: $0) }
  }

  /// Whether a day of the span is a weekday, or the one of that ordinal.
  func matches(_ date: CivilDate, _ day: RecurrenceRule.DayOfWeek) -> Bool {
    guard date.weekday == day.weekday else { return false }
    guard let ordinal = day.ordinal else { return true }
    let offset = date.dayNumber - first.dayNumber
    return ordinal > 0 ? offset / 7 + 1 == ordinal : -((count - 1 - offset) / 7 + 1) == ordinal
  }
}
