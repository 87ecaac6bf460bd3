internal import Calendar

/// An event, a series or a changed occurrence, as a file will say it.
struct ImportedHappening: Sendable {
  /// What of a series it is.
  enum Role: Sendable {
    /// An event that takes place once.
    case single
    /// The series.
    case series(Recurrence)
    /// One of its occurrences: the UID of the series, and its original start.
    case occurrence(of: String, original: String)
  }

  /// When a series takes place.
  struct Recurrence: Sendable {
    var rule: String?
    var except: [String] = []
    var also: [String] = []
    /// Whether there are more than `also` lists.
    var isCut = false
  }

  /// What the calendar says.
  var event: CalendarEvent
  /// The UID that it is given.
  var uid: String
  /// What of a series it is.
  var role: Role
  /// Its series, of which only what differs is written.
  var series: CalendarEvent?
  /// The day on which it begins.
  var day: CivilDate
  /// Its times as front matter.
  var times: [(key: String, text: String)]
  /// The name of its zone; `nil` where the site's is meant.
  var zone: String?
}
