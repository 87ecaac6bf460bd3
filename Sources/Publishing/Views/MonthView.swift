import Calendar
import Content
import Templates

/// A day in a month's calendar.
struct DayOfEvents: Sendable, Equatable {
  let date: CivilDate
  /// Whether it is one of the month's, and not one that fills its first or last week.
  let isInMonth: Bool
  /// Its events, by start; none outside of the month.
  let events: [Int]
}

extension MonthOfEvents {
  /// The month's weeks, filled up with days of the months around it.
  func weeks(from firstWeekday: Weekday) -> [[DayOfEvents]] {
    let lead = (first.weekday.rawValue - firstWeekday.rawValue + 7) % 7
    let count = (lead + days.count + 6) / 7
    return (0..<count).map { week in
      (0..<7).map { weekday in
        let number = week * 7 + weekday - lead
        let isInMonth = days.indices.contains(number)
        return DayOfEvents(
          date: first.adding(days: number),
          isInMonth: isInMonth,
          events: isInMonth ? days[number] : []
        )
      }
    }
  }
}

extension Weekday {
  /// The day with which people who write a language begin their weeks, by its region: `en-US`.
  ///
  /// Monday without a region, as ISO 8601 has it; the others are those of Unicode's CLDR.
  init(firstInLanguage language: String) {
    let parts = language.split { $0 == "-" || $0 == "_" }
    let region = parts.dropFirst().first { $0.utf8.count == 2 }?.uppercased() ?? ""
    if Weekday.sundayRegions.contains(region) {
      self = .sunday
    } else if Weekday.saturdayRegions.contains(region) {
      self = .saturday
    } else {
      self = .monday
    }
  }

  private static let sundayRegions: Set<String> = [
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK",
    "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ",
    "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PY", "SA", "SG", "SV", "TH", "TT", "TW", "UM", "US",
    "VE", "VI", "WS", "YE", "ZA", "ZW",
  ]
  private static let saturdayRegions: Set<String> = [
    "AE", "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
  ]
}

extension Schema where Subject == DayOfEvents {
  /// A day of a month's calendar.
  static let day: Schema<DayOfEvents> = Schema(
    .day,
    text: { _, day in Array(day.date.iso.utf8) },
    order: { $0.date < $1.date },
    [
      Field("number") { _, day in .int(day.date.day) },
      Field("date") { model, day in model.value(model.moment(day.date)) },
      Field("in_month") { _, day in .bool(day.isInMonth) },
      Field("events") { model, day in model.pages(day.events) { .event($0) } },
    ]
  )
}

extension SiteModel {
  /// The day that it is at the site.
  var today: CivilDate { site.settings.zone.civil(site.now).date }

  /// A day at the site.
  fileprivate func moment(_ date: CivilDate) -> Moment {
    let zone = site.settings.zone
    let time = ZonedTime(zone.startOfDay(date), in: zone)
    return Moment(time, zone: zone.identifier, isDateOnly: true)
  }

  fileprivate func month(_ page: PageReference) -> MonthOfEvents {
    guard case .month(let index) = page.subject else { preconditionFailure("a month's field") }
    return lists.months[index]
  }

  fileprivate func neighbour(_ page: PageReference, by step: Int) -> Value {
    guard case .month(let index) = page.subject, lists.months.indices.contains(index + step) else {
      return .none
    }
    return self.page(.month(index + step))
  }
}

let monthFields: [PageField] = [
  PageField("year") { model, page in .int(model.month(page).year) },
  PageField("month") { model, page in .int(model.month(page).month) },
  PageField("start") { model, page in model.value(model.moment(model.month(page).first)) },
  PageField("event_count") { model, page in .int(model.month(page).events.count) },
  PageField("newer") { model, page in model.neighbour(page, by: 1) },
  PageField("older") { model, page in model.neighbour(page, by: -1) },
]
