/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  /// The first day of an ISO week.
  case monday = 1
  /// The second day.
  case tuesday
  /// The third day.
  case wednesday
  /// The fourth day.
  case thursday
  /// The fifth day.
  case friday
  /// The sixth day.
  case saturday
  /// The last day of an ISO week.
  case sunday

  /// The day in English: `Tuesday`.
  public var name: String { EnglishNames.weekday(self) }
}

/// A day of the proleptic Gregorian calendar, in no zone.
///
/// What authors write lies in the years 1 to 9999; arithmetic may lead outside.
@frozen
public struct CivilDate: BitwiseCopyable, Hashable, Sendable {
  /// The year; 0 is the year before year 1.
  public let year: Int

  // Every moment of a site holds a day and a time: in bytes, they take a third.
  @usableFromInline let storedMonth: UInt8
  @usableFromInline let storedDay: UInt8

  /// The month, 1 to 12.
  @inlinable public var month: Int { Int(storedMonth) }

  /// The day of the month, from 1.
  @inlinable public var day: Int { Int(storedDay) }

  /// Creates a day, or `nil` when there is no such day or its year isn't 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(year, month, day)
  }

  /// Creates a day that is known to exist.
  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    storedMonth = UInt8(month)
    storedDay = UInt8(day)
  }

  /// How many days a month has; `month` is 1 to 12.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29th of February.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a year has.
  public static func dayCount(ofYear year: Int) -> Int { isLeap(year: year) ? 366 : 365 }
}

extension CivilDate: Comparable {
  /// Whether one day comes before another.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate {
  /// Days since 1970-01-01.
  ///
  /// The year is counted from March, so that the leap day is its last: then the days before a month
  /// are a linear function of it, rounded.
  public var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = shifted.dividedFloor(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01.
  ///
  /// Farther than a hundred billion years it stops, so that seconds can still be counted.
  public init(dayNumber: Int) {
    let limit = 100_000_000_000_000
    let (era, dayOfEra) = (min(max(dayNumber, -limit), limit) + 719_468).dividedFloor(by: 146_097)
    let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber.addingSaturated(days))
  }

  /// The same day so many months later, or the last of that month when it is shorter.
  public func adding(months: Int) -> CivilDate {
    let number = (year * 12 + month - 1).addingSaturated(months).dividedFloor(by: 12)
    let (year, month) = (number.quotient, number.remainder + 1)
    return CivilDate(year, month, min(day, CivilDate.dayCount(ofMonth: month, year: year)))
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    guard let weekday = Weekday(rawValue: (dayNumber + 3).dividedFloor(by: 7).remainder + 1) else {
      preconditionFailure("a remainder by 7 is 0 to 6")
    }
    return weekday
  }

  /// The month in English: `November`.
  public var monthName: String { EnglishNames.month(month) }

  /// The day's number in its year, from 1.
  public var dayOfYear: Int { dayNumber - CivilDate(year, 1, 1).dayNumber + 1 }

  /// The week and the year that it belongs to: weeks begin on Monday, and the first one holds the
  /// year's first Thursday (ISO 8601).
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday.rawValue)
    return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  /// The day as `2026-03-10`.
  public var iso: String {
    var bytes: [UInt8] = []
    bytes.append(iso: self)
    return String(decoding: bytes, as: UTF8.self)
  }
}
