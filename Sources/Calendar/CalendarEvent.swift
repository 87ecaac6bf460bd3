/// An event as calendar programs exchange it: a `VEVENT` (RFC 5545 §3.6.1).
public struct CalendarEvent: Hashable, Sendable {
  /// Whether it takes place.
  public enum Status: String, Hashable, Sendable {
    /// Perhaps.
    case tentative = "TENTATIVE"
    /// Surely.
    case confirmed = "CONFIRMED"
    /// It doesn't.
    case cancelled = "CANCELLED"
  }

  /// Who holds it.
  public struct Organizer: Hashable, Sendable {
    /// The name.
    public var name: String?

    /// A URI, by custom `mailto:`.
    public var address: String

    /// Creates an organizer.
    public init(name: String?, address: String) {
      self.name = name
      self.address = address
    }
  }

  /// What names the event, or the series, for ever.
  public var uid: String

  /// How often it was changed in a way that matters.
  public var sequence = 0

  /// When this text of it was made: `DTSTAMP`.
  public var stamp: Instant

  /// When it begins.
  public var start: EventTime

  /// The moment, or the day, with which it is over: an all-day event doesn't take in that day.
  public var end: EventTime?

  /// How long it lasts, where that is given in place of an end.
  public var duration: EventDuration?

  /// The rules by which it comes again.
  public var rules: [RecurrenceRule] = []

  /// Times that are added to what the rules give.
  public var additions: [EventTime] = []

  /// Times that the rules give and at which it doesn't take place.
  public var exclusions: [EventTime] = []

  /// The original start of the occurrence of a series that this event stands for.
  public var recurrenceID: EventTime?

  /// Its title.
  public var summary: String?

  /// What it is about, as plain text.
  public var description: String?

  /// Where it is.
  public var location: String?

  /// Degrees north and east.
  public var coordinates: Coordinates?

  /// The address of its page.
  public var url: String?

  /// The address at which one takes part from afar (RFC 7986 §5.11).
  public var conference: String?

  /// The address of a picture (RFC 7986 §5.10).
  public var image: String?

  /// Whether it takes place.
  public var status: Status?

  /// Who holds it.
  public var organizer: Organizer?

  /// What it is about, in words for sorting.
  public var categories: [String] = []

  /// When its content was last changed.
  public var lastModified: Instant?

  /// Who may see it: `PUBLIC`, `PRIVATE`, `CONFIDENTIAL` (RFC 5545 §3.8.1.3).
  public var classification: String?

  /// Properties of some program's own, in order (RFC 5545 §3.8.8.2).
  public var extensions: [CalendarExtension] = []

  /// Creates an event.
  public init(uid: String, stamp: Instant, start: EventTime) {
    self.uid = uid
    self.stamp = stamp
    self.start = start
  }
}

/// A property that no standard names: `X-EXAMPLE-COLOR:blue`.
public struct CalendarExtension: Hashable, Sendable {
  /// The name in capitals, which begins with `X-`.
  public var name: String

  /// The value, read and written as text.
  public var value: String

  /// Creates a property.
  public init(name: String, value: String) {
    precondition(name.hasPrefix("X-"), "only names with `X-` are free")
    self.name = name
    self.value = value
  }
}

/// A place on Earth.
public struct Coordinates: Hashable, Sendable {
  /// Degrees north.
  public var latitude: Double

  /// Degrees east.
  public var longitude: Double

  /// Creates a place, or `nil` when there is none such.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

extension CalendarEvent {
  /// All times at which it takes place.
  ///
  /// - Parameter zone: the zone in which times without one are understood.
  /// - Returns: the set; of an event in UTC its local times are UTC's.
  public func recurrenceSet(in zone: Zone) -> RecurrenceSet {
    var isAllDay = false
    var own = zone
    switch start {
    case .date: isAllDay = true
    case .zoned(_, let given): own = given
    case .instant: own = .utc
    case .floating: break
    }
    return RecurrenceSet(
      start: start.local,
      isAllDay: isAllDay,
      zone: own,
      rules: rules,
      additions: additions.map { $0.recurrenceTime(in: own) },
      exclusions: exclusions.map { $0.recurrenceTime(in: own) }
    )
  }
}
