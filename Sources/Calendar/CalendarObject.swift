/// A calendar as programs exchange it: a `VCALENDAR` (RFC 5545 §3.4, RFC 7986).
public struct CalendarObject: Hashable, Sendable {
  /// What made it: `-//Example//Site//EN`.
  public var productID: String

  /// Its name, as programs show it.
  public var name: String?

  /// What it holds.
  public var description: String?

  /// The zone that times without one are in (`X-WR-TIMEZONE`).
  public var zoneName: String?

  /// The address at which it is published.
  public var source: String?

  /// How often programs should look for changes.
  public var refreshInterval: EventDuration?

  /// Its events in the order in which they are written.
  public var events: [CalendarEvent]

  /// Creates a calendar.
  public init(
    productID: String,
    name: String? = nil,
    description: String? = nil,
    zoneName: String? = nil,
    source: String? = nil,
    refreshInterval: EventDuration? = nil,
    events: [CalendarEvent] = []
  ) {
    self.productID = productID
    self.name = name
    self.description = description
    self.zoneName = zoneName
    self.source = source
    self.refreshInterval = refreshInterval
    self.events = events
  }
}
