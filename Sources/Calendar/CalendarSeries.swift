/// The events of a calendar that have one UID: a series and the occurrences of it that differ.
public struct CalendarSeries: Hashable, Sendable {
  /// What names it.
  public let uid: String

  /// The series, or the single event; `nil` when a file has only some of its occurrences.
  public let master: CalendarEvent?

  /// Its occurrences that differ, by their original start, each once.
  public let overrides: [CalendarEvent]
}

extension CalendarObject {
  /// The events by UID, in the order in which a UID comes first.
  ///
  /// Of several texts of one event the one with the highest sequence counts, and of those the last
  /// (RFC 5546 §2.1.5). An event without a UID is on its own.
  ///
  /// - Parameter zone: the zone in which times without one are understood.
  /// - Returns: the series.
  public func series(in zone: Zone) -> [CalendarSeries] {
    var groups: [[CalendarEvent]] = []
    var places: [String: Int] = [:]
    for event in events {
      if !event.uid.isEmpty, let place = places[event.uid] {
        groups[place].append(event)
      } else {
        places[event.uid] = groups.count
        groups.append([event])
      }
    }
    return groups.map { CalendarSeries($0, in: zone) }
  }
}

extension CalendarSeries {
  fileprivate init(_ events: [CalendarEvent], in zone: Zone) {
    var master: CalendarEvent?
    var overrides: [Instant: CalendarEvent] = [:]
    for event in events {
      guard let original = event.recurrenceID?.instant(in: zone) else {
        if event.sequence >= master?.sequence ?? .min { master = event }
        continue
      }
      if event.sequence >= overrides[original]?.sequence ?? .min { overrides[original] = event }
    }
    uid = events[0].uid
    self.master = master
    self.overrides = overrides.sorted { $0.key < $1.key }.map(\.value)
  }
}
