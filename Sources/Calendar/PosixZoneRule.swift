/// A rule for all years, as the footer of a TZif file gives it (RFC 8536 §3.3, POSIX `TZ`).
struct PosixZoneRule: Hashable, Sendable {
  /// The day of a year on which clocks change.
  enum Day: Hashable, Sendable {
    /// `Jn`: day 1 to 365, the 29th of February never counted.
    case withoutLeapDay(Int)
    /// `n`: day 0 to 365.
    case zeroBased(Int)
    /// `Mm.w.d`: a weekday of a month, the fifth being the last; Sunday is 0.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// When clocks change in a year.
  struct Change: Hashable, Sendable {
    let day: Day
    /// Seconds from the day's midnight; they may lead into other days.
    let time: Int
  }

  /// The time that daylight saving adds, and from when to when.
  struct Daylight: Hashable, Sendable {
    let type: LocalTimeType
    let start: Change
    let end: Change
  }

  let standard: LocalTimeType
  let daylight: Daylight?
}

extension PosixZoneRule {
  /// What the clocks show at a moment.
  func localTimeType(at instant: Instant) -> LocalTimeType {
    guard let daylight else { return standard }
    let last = changes(around: instant).last { $0.instant <= instant.seconds }
    return last?.isDaylight == true ? daylight.type : standard
  }

  /// The next moment at which the clocks really change.
  func nextTransition(after instant: Instant) -> ZoneTransition? {
    guard let daylight else { return nil }
    let before = localTimeType(at: instant)
    for change in changes(around: instant) where change.instant > instant.seconds {
      let moment = Instant(seconds: change.instant)
      let after = localTimeType(at: moment)
      guard after != before else { continue }
      precondition(daylight.type != standard, "times that differ have two types")
      return ZoneTransition(instant: moment, before: before, after: after)
    }
    return nil
  }

  /// The changes of the years around a moment, in the order of time.
  ///
  /// A change's time may lead a week into a neighbouring year. Where one year's daylight time ends
  /// in the moment in which the next one's begins it never ends, so a beginning sorts last.
  private func changes(around instant: Instant) -> [(instant: Int64, isDaylight: Bool)] {
    guard let daylight else { return [] }
    let year = CivilDateTime(secondsAsUTC: instant.seconds).date.year
    var changes: [(instant: Int64, isDaylight: Bool)] = []
    for year in year - 1...year + 2 {
      let start = daylight.start.seconds(in: year).addingSaturated(-Int64(standard.offset))
      let end = daylight.end.seconds(in: year).addingSaturated(-Int64(daylight.type.offset))
      changes.append((start, true))
      changes.append((end, false))
    }
    return changes.sorted {
      ($0.instant, $0.isDaylight ? 1 : 0) < ($1.instant, $1.isDaylight ? 1 : 0)
    }
  }
}

extension PosixZoneRule.Change {
  /// The local time of the change in a year, as seconds of a clock that nobody moves.
  fileprivate func seconds(in year: Int) -> Int64 {
    Int64(day.date(in: year).dayNumber) * 86_400 + Int64(time)
  }
}

extension PosixZoneRule.Day {
  fileprivate func date(in year: Int) -> CivilDate {
    let newYear = CivilDate(year, 1, 1)
    switch self {
    case .withoutLeapDay(let day):
      return newYear.adding(days: CivilDate.isLeap(year: year) && day >= 60 ? day : day - 1)
    case .zeroBased(let day):
      return newYear.adding(days: day)
    case .weekday(let month, let week, let day):
      let first = CivilDate(year, month, 1)
      let until = (day - first.weekday.rawValue % 7 + 7) % 7
      let inMonth = until + 7 * (week - 1)
      let dayCount = CivilDate.dayCount(ofMonth: month, year: year)
      return first.adding(days: inMonth < dayCount ? inMonth : inMonth - 7)
    }
  }
}
