extension RecurrenceRule {
  /// What people call the rule: `every 2nd Tuesday`, `every 2 weeks on Thursday, 10 times`; `nil` for one
  /// that only its RRULE says well.
  public var words: String? {
    guard let period = periodWords, isPlain else { return nil }
    switch end {
    case .never: return period
    case .count(let count): return "\(period), \(count == 1 ? "once" : "\(count) times")"
    case .until(let time): return "\(period) until \(time.day.inWords)"
    }
  }

  /// Monday to Friday.
  static let workdays = Weekday.allCases.prefix(5).map { DayOfWeek($0) }

  /// Whether weekdays are all that it says besides its period.
  private var isPlain: Bool {
    let limits = [seconds, minutes, hours, daysOfMonth, daysOfYear, weekNumbers, months]
    return limits.allSatisfy(\.isEmpty) && (positions.isEmpty || frequency == .monthly)
  }

  private var periodWords: String? {
    let unit: String
    switch frequency {
    case .daily: unit = "day"
    case .weekly: unit = "week"
    case .monthly: unit = "month"
    case .yearly: unit = "year"
    case .hourly, .minutely, .secondly: return nil
    }
    let every = interval == 1 ? "every \(unit)" : "every \(interval) \(unit)s"
    guard !daysOfWeek.isEmpty else { return positions.isEmpty ? every : nil }
    switch frequency {
    case .weekly:
      guard daysOfWeek.allSatisfy({ $0.ordinal == nil }) else { return nil }
      if interval == 1, daysOfWeek == RecurrenceRule.workdays { return "every weekday" }
      let days = daysOfWeek.map(\.weekday.name).joinedWithAnd
      return interval == 1 ? "every \(days)" : "\(every) on \(days)"
    case .monthly:
      guard let days = numberedDays?.joinedWithAnd else { return nil }
      return interval == 1 ? "every \(days)" : "\(every) on the \(days)"
    default: return nil
    }
  }

  /// `2nd Tuesday`, each of the month's; `nil` when some weekday stands without a number.
  private var numberedDays: [String]? {
    if positions.isEmpty {
      let days = daysOfWeek.map { day in
        day.ordinal.flatMap(RecurrenceRule.ordinal).map { "\($0) \(day.weekday.name)" }
      }
      return days.contains(nil) ? nil : days.compactMap { $0 }
    }
    // `BYDAY=TU;BYSETPOS=2` is another way to say `BYDAY=2TU`.
    guard daysOfWeek.count == 1, let day = daysOfWeek.first, day.ordinal == nil else { return nil }
    let days = positions.map { RecurrenceRule.ordinal($0).map { "\($0) \(day.weekday.name)" } }
    return days.contains(nil) ? nil : days.compactMap { $0 }
  }

  private static func ordinal(_ number: Int) -> String? {
    switch number {
    case 1: "1st"
    case 2: "2nd"
    case 3: "3rd"
    case 4, 5: "\(number)th"
    case -1: "last"
    default: nil
    }
  }
}

extension RecurrenceTime {
  /// The day that is written.
  fileprivate var day: CivilDate {
    switch self {
    case .date(let date): date
    case .local(let local): local.date
    case .instant(let instant): Zone.utc.civil(instant).date
    }
  }
}

extension CivilDate {
  /// `March 10, 2026`.
  fileprivate var inWords: String { "\(monthName) \(day), \(year)" }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  fileprivate var joinedWithAnd: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
