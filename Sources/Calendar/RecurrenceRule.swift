/// A rule by which an event comes again (RFC 5545 §3.3.10, `RRULE`).
public struct RecurrenceRule: Hashable, Sendable {
  /// The kind of period that the rule goes through, one after another.
  public enum Frequency: Int, Hashable, Sendable, CaseIterable {
    /// Every second.
    case secondly
    /// Every minute.
    case minutely
    /// Every hour.
    case hourly
    /// Every day.
    case daily
    /// Every week.
    case weekly
    /// Every month.
    case monthly
    /// Every year.
    case yearly
  }

  /// A day of the week, or one of them in a month or a year.
  public struct DayOfWeek: Hashable, Sendable {
    /// Which one: 2 the second, -1 the last; `nil` means every one.
    public var ordinal: Int?

    /// The day of the week.
    public var weekday: Weekday

    /// Creates a day of the week.
    public init(_ weekday: Weekday, ordinal: Int? = nil) {
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  /// When the rule ends.
  public enum End: Hashable, Sendable {
    /// Never.
    case never
    /// After so many occurrences.
    case count(Int)
    /// With the last occurrence that isn't later.
    case until(RecurrenceTime)
  }

  /// The kind of period.
  public var frequency: Frequency

  /// Every how many periods; at least 1.
  public var interval = 1

  /// When it ends.
  public var end = End.never

  /// `BYSECOND`: 0 to 60.
  public var seconds: [Int] = []

  /// `BYMINUTE`: 0 to 59.
  public var minutes: [Int] = []

  /// `BYHOUR`: 0 to 23.
  public var hours: [Int] = []

  /// `BYDAY`.
  public var daysOfWeek: [DayOfWeek] = []

  /// `BYMONTHDAY`: 1 to 31, or -31 to -1 counted from the month's end.
  public var daysOfMonth: [Int] = []

  /// `BYYEARDAY`: 1 to 366, or -366 to -1 counted from the year's end.
  public var daysOfYear: [Int] = []

  /// `BYWEEKNO`: 1 to 53, or -53 to -1 counted from the year's end.
  public var weekNumbers: [Int] = []

  /// `BYMONTH`: 1 to 12.
  public var months: [Int] = []

  /// `BYSETPOS`: which ones of a period's occurrences, from 1 or, from the end, from -1.
  public var positions: [Int] = []

  /// `WKST`: the day with which weeks begin.
  public var weekStart = Weekday.monday

  /// Creates a rule of a frequency, the rest as it is when nothing is said.
  public init(_ frequency: Frequency) {
    self.frequency = frequency
  }
}

/// A time as recurrences name it.
public enum RecurrenceTime: Hashable, Sendable {
  /// A day: of an all-day event, or whatever happens on it.
  case date(CivilDate)
  /// A local time in the event's own zone.
  case local(CivilDateTime)
  /// A moment.
  case instant(Instant)
}
