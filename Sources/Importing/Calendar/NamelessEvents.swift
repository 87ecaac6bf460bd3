internal import Calendar
internal import Content

/// Names events that have no UID, though RFC 5545 §3.8.4.7 asks for one, by their start and title: an event
/// that is imported again shall be found.
struct NamelessEvents {
  /// How many there were.
  private(set) var count = 0
  private var given: [String: Int] = [:]

  /// A title counts up to so many letters.
  private static let titleLimit = 60

  /// Gives the events of a calendar that have no UID one, each its own.
  mutating func name(_ events: inout [CalendarEvent]) {
    for index in events.indices where events[index].uid.isEmpty {
      events[index].uid = uid(of: events[index])
    }
  }

  private mutating func uid(of event: CalendarEvent) -> String {
    count += 1
    let moment = RecurrenceTime.local(event.start.local).basicText
    let title = tagSlug(PlainText.line(event.summary) ?? "").prefix(Self.titleLimit)
    let uid = "\(moment)-\(title)"
    let number = given[uid, default: 0] + 1
    given[uid] = number
    return number == 1 ? uid : "\(uid)-\(number)"
  }
}
