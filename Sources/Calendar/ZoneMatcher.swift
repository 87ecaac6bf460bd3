/// Finds names in the zone database for zones that calendar files define themselves.
///
/// Reads the whole database once somebody asks, and keeps it.
public struct ZoneMatcher: Sendable {
  private let database: ZoneDatabase
  private var candidates: [Zone]?

  /// Creates a matcher; nothing is read yet.
  public init(_ database: ZoneDatabase) {
    self.database = database
  }

  /// The zone of the database whose clocks show the same as another's between two moments.
  ///
  /// Of several the one that Windows means by the other's name, then one of the cities that stand
  /// for a zone in Unicode's table, then the first by name.
  ///
  /// Complexity: O(zones of the database).
  public mutating func zone(like zone: Zone, from start: Instant, until end: Instant) -> Zone? {
    let known = candidates ?? load()
    candidates = known
    let clocks = Clocks(zone, from: start, until: end)
    let name = WindowsZones.names[zone.identifier]
    let hinted = known.first { $0.identifier == name }
    let order = (hinted.map { [$0] } ?? []) + known
    return order.first { Clocks($0, from: start, until: end) == clocks }
  }

  private func load() -> [Zone] {
    var seen: Set<String> = []
    let cities = WindowsZones.names.values.sorted()
    return (cities + database.names()).compactMap { name in
      guard seen.insert(name).inserted else { return nil }
      do {
        return try database.zone(named: name)
      } catch {
        // A broken file is the machine's; another zone may do as well.
        return nil
      }
    }
  }
}

/// What clocks show for a while: the offset at its begin, and each change of it.
private struct Clocks: Equatable {
  private let first: Int
  private var changes: [Change] = []

  private struct Change: Equatable {
    let instant: Instant
    let offset: Int
  }

  init(_ zone: Zone, from start: Instant, until end: Instant) {
    first = zone.localTimeType(at: start).offset
    var previous = start
    var offset = first
    while let change = zone.nextTransition(after: previous), change.instant <= end {
      previous = change.instant
      guard change.after.offset != offset else { continue }
      offset = change.after.offset
      changes.append(Change(instant: change.instant, offset: offset))
    }
  }
}
