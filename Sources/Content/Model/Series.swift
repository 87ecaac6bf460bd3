public import Calendar

/// An event that takes place again and again: what its file says, and when.
///
/// Each of its occurrences that has a page is an ``Event`` of its own in ``Site/events``, with an
/// ``Event/occurrence`` that leads back here; the series itself isn't among them.
public struct Series: Sendable {
  /// What its file says; its times are those of the first occurrence that the file speaks of.
  public var event: Event
  /// The times at which it takes place, by its rule, `also` and `except`; it may be endless.
  public var recurrence: RecurrenceSet
  /// How long each occurrence takes.
  public var length: EventLength
  /// Its occurrences that have a page, indices into ``Site/events``, by their original start.
  ///
  /// Those with a file of their own are all among them; of the others the 1,000 nearest to now, and
  /// of a series without end those up to `events.horizon`.
  public var occurrences: [Int] = []

  /// Creates a series that has no pages yet.
  public init(event: Event, recurrence: RecurrenceSet, length: EventLength) {
    self.event = event
    self.recurrence = recurrence
    self.length = length
  }
}

/// Which occurrence of a series an event is.
public struct SeriesOccurrence: Sendable, Hashable {
  /// The series, an index into ``Site/series``.
  public var series: Int
  /// When it was to begin, in the series' zone: what names it (RFC 5545's `RECURRENCE-ID`).
  public var original: Occurrence
  /// The last part of its address: `2026-03-10`, from the second on a day on `2026-03-10T1500`.
  public var name: String
  /// Whether a file of its own changes it.
  public var isChanged: Bool

  /// Creates the place of an event in a series.
  public init(series: Int, original: Occurrence, name: String, isChanged: Bool) {
    self.series = series
    self.original = original
    self.name = name
    self.isChanged = isChanged
  }
}

/// How long each occurrence of a series takes (RFC 5545 §3.8.5.3).
public enum EventLength: Sendable, Hashable {
  /// Nobody said.
  case open
  /// As many seconds as the first one, by its `end`, whatever the clocks do meanwhile.
  case exact(seconds: Int)
  /// By `duration`: days by the calendar, then seconds by the clock.
  case nominal(EventDuration)
  /// So many whole days.
  case days(Int)
}
