import Calendar
import Content

/// Links by which a visitor adds an event to a calendar on the web.
///
/// Their makers document neither form; both are what they are known to take.
struct CalendarLinks {
  let title: String
  let start: Moment
  let end: Moment?
  let isAllDay: Bool
  /// Where the event takes place, in one line.
  let place: String?
  /// The event's page.
  let permalink: String

  /// Opens a new event in Google Calendar.
  var google: String {
    let first = isAllDay ? RecurrenceTime.date(start.time.local.date) : .instant(start.instant)
    let last: RecurrenceTime =
      isAllDay ? .date(dayAfter) : .instant(end?.instant ?? start.instant)
    return link(
      "https://calendar.google.com/calendar/render?action=TEMPLATE",
      [
        ("text", title), ("dates", "\(first.basicText)/\(last.basicText)"), ("details", permalink),
        ("location", place), ("ctz", isAllDay || start.zone.isEmpty ? nil : start.zone),
      ]
    )
  }

  /// Opens a new event in Outlook on the web.
  var outlook: String {
    let first = isAllDay ? start.time.local.date.iso : start.utc
    let last = isAllDay ? dayAfter.iso : end?.utc
    return link(
      "https://outlook.live.com/calendar/action/compose?rru=addevent",
      [
        ("subject", title), ("startdt", first), ("enddt", last),
        ("allday", isAllDay ? "true" : nil), ("body", permalink), ("location", place),
      ]
    )
  }

  /// The day after the last of an all-day event.
  private var dayAfter: CivilDate {
    end?.time.local.date ?? start.time.local.date.adding(days: 1)
  }

  private func link(_ base: String, _ parameters: [(name: String, value: String?)]) -> String {
    parameters.reduce(into: base) { link, parameter in
      guard let value = parameter.value else { return }
      link += "&\(parameter.name)=\(value.percentEncodedValue)"
    }
  }
}

extension SiteModel {
  /// The links of an event that people can still come to; `nil` for a series, which takes place more
  /// often than such a link can say.
  func calendarLinks(_ subject: PageSubject) -> CalendarLinks? {
    guard case .event(let index) = subject, site.events[index].over > site.now,
      site.events[index].status.isOn
    else { return nil }
    let event = site.events[index]
    return CalendarLinks(
      title: title(subject),
      start: event.start,
      end: event.end,
      isAllDay: event.isAllDay,
      place: place(of: event),
      permalink: permalink(addresses[subject])
    )
  }

  /// A venue with its address, else where to join.
  private func place(of event: Event) -> String? {
    let place: Place
    switch event.venue {
    case .known(let index) where event.status != .movedOnline: place = site.venues[index].place
    case .described(let described) where event.status != .movedOnline: place = described
    default: return event.online
    }
    let parts = [
      place.name, place.address, place.postcode, place.city, place.region, place.country,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Moment {
  /// The moment in UTC: `2026-03-10T22:00:00Z`.
  var utc: String { ZonedTime(instant, in: .utc).rfc3339 }
}
