/// Why a text isn't a time, and which part of it is at fault.
public struct WrittenTimeError: Error, Hashable, Sendable {
  /// What is wrong with a part of the text.
  public enum Reason: Hashable, Sendable {
    /// It doesn't begin with a year, a month and a day.
    case noDate(String)
    /// It is a time of day alone.
    case timeAlone(String)
    /// A month or a day is written with one digit; the text says how it is written with two.
    case oneDigit(padded: String)
    /// There is no year 0.
    case noSuchYear
    /// No month has the number.
    case noSuchMonth(Int)
    /// The month has fewer days.
    case noSuchDay(year: Int, month: Int)
    /// What follows the day isn't a time of day.
    case noTime(String)
    /// An hour, a minute or a second is too large.
    case noSuchTime(unit: String, value: Int, limit: Int)
    /// What follows the time is a zone's name.
    case zoneName(String)
    /// What follows the time isn't an offset.
    case noOffset(String)
    /// No place is so far from UTC.
    case noSuchOffset(String)
  }

  /// What is wrong.
  public let reason: Reason

  /// The part that is at fault, as offsets into the text's UTF-8.
  public let range: Range<Int>

  /// The rule that the part breaks.
  public var message: String {
    switch reason {
    case .noDate: "a time begins with a date such as `2026-03-10`"
    case .timeAlone(let time): "`\(time)` has no date"
    case .oneDigit: "months and days have two digits"
    case .noSuchYear: "a year is 0001 to 9999"
    case .noSuchMonth: "a month is 01 to 12"
    case .noSuchDay(let year, let month):
      "\(EnglishNames.month(month)) \(year) has"
        + " \(CivilDate.dayCount(ofMonth: month, year: year)) days"
    case .noTime: "a time of day is written as `18:00`"
    case .noSuchTime(let unit, _, let limit): "\(unit) is 00 to \(limit)"
    case .zoneName(let name): "a zone's name isn't read: `\(name)`"
    case .noOffset: "an offset is written as `Z` or `-04:00`"
    case .noSuchOffset: "an offset is less than a day"
    }
  }

  /// How to mend it.
  public var help: String? {
    switch reason {
    case .timeAlone(let time): "write the date before it: `2026-03-10 \(time)`"
    case .oneDigit(let padded): "write `\(padded)`"
    case .noDate(let text):
      switch ForeignTime.dates(text) {
      case let dates where dates.count == 1: "write `\(dates[0])`"
      case let dates where dates.count == 2: "write `\(dates[0])` or `\(dates[1])`"
      default: nil
      }
    case .noTime(let text): ForeignTime.time(text).map { "write `\($0)`" }
    case .noSuchTime("an hour", 24, _): "midnight at a day's end is `00:00` of the next"
    case .zoneName: "give the offset, such as `-04:00`, or a `timezone` such as `America/New_York`"
    case .noSuchYear, .noSuchMonth, .noSuchDay, .noSuchTime, .noOffset, .noSuchOffset:
      nil
    }
  }
}
