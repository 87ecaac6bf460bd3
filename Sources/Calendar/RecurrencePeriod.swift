/// What a rule gives in one of its periods: the same times on each of some days, and of those the
/// ones that `BYSETPOS` picks.
///
/// The product of days and times, which may have millions, is never made.
struct RecurrencePeriod: Sendable {
  /// The days in order.
  private let days: [CivilDate]

  /// Seconds of each day in order.
  private let times: [Int]

  /// Positions in the product, in order; `nil` means all.
  private let picks: [Int]?

  init(days: [CivilDate], times: [Int], positions: [Int]) {
    self.days = days
    self.times = times
    let size = days.count * times.count
    guard !positions.isEmpty else {
      picks = nil
      return
    }
    picks = positions.map { $0 > 0 ? $0 - 1 : size + $0 }.filter { (0..<size).contains($0) }
      .sortedUniquely()
  }

  var count: Int { picks?.count ?? days.count * times.count }

  subscript(index: Int) -> CivilDateTime {
    let (day, time) = (picks?[index] ?? index).quotientAndRemainder(dividingBy: times.count)
    let (hour, inHour) = times[time].quotientAndRemainder(dividingBy: 3600)
    return CivilDateTime(date: days[day], time: CivilTime(hour, inHour / 60, inHour % 60))
  }
}

extension Sequence where Element: Comparable & Hashable {
  /// The elements in order, each once.
  func sortedUniquely() -> [Element] { Set(self).sorted() }
}
