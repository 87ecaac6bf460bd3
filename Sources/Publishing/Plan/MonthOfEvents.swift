import Calendar
import Content

/// A month with the events of each of its days.
struct MonthOfEvents: Sendable, Equatable {
  let year: Int
  let month: Int
  /// The events of each day, by start, the first day's first.
  private(set) var days: [[Int]]
  /// The month's events, each once, by start.
  private(set) var events: [Int] = []

  /// How many days of one event are shown: nobody meets longer.
  private static let longest = 366

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
    days = Array(repeating: [], count: CivilDate.dayCount(ofMonth: month, year: year))
  }

  /// The months that have an event, earliest first.
  ///
  /// An event stands on the days that calendars at its place show meanwhile.
  ///
  /// - Parameter events: the site's events, by start.
  /// - Returns: the months.
  static func gather(_ events: [Event]) -> [MonthOfEvents] {
    var months: [MonthOfEvents] = []
    var places: [Int: Int] = [:]
    for (index, event) in events.enumerated() {
      let first = event.start.time.local.date
      let last = min(event.lastDay, first.adding(days: longest - 1))
      var day = first
      while day <= last {
        let key = day.year * 12 + day.month
        let place = places[key] ?? months.count
        if place == months.count {
          places[key] = place
          months.append(MonthOfEvents(year: day.year, month: day.month))
        }
        months[place].add(index, on: day)
        day = day.adding(days: 1)
      }
    }
    return months.sorted { ($0.year, $0.month) < ($1.year, $1.month) }
  }

  private mutating func add(_ event: Int, on day: CivilDate) {
    days[day.day - 1].append(event)
    if events.last != event { events.append(event) }
  }

  /// The first day.
  var first: CivilDate {
    guard let date = CivilDate(year: year, month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    return date
  }

  /// What a calendar calls it: `November 2026`.
  var title: String { "\(first.monthName) \(year)" }
}

extension Event {
  /// The last day on which it takes place; one that ends at midnight doesn't on the day that begins.
  fileprivate var lastDay: CivilDate {
    let first = start.time.local.date
    guard let end else { return first }
    let last = ZonedTime(end.instant.adding(seconds: -1), in: zone).local.date
    return max(first, last)
  }
}
