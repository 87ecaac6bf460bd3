import Calendar
import Testing

/// The zones of the machine whose clocks differ from a time on: most names share theirs with others.
func distinctZones(since start: Instant) throws -> [Zone] {
  let database = ZoneDatabase()
  var seen: Set<[LocalTimeType: [ZoneTransition]]> = []
  var zones: [Zone] = []
  for name in database.names() {
    let zone = try #require(try database.zone(named: name))
    let clocks = [zone.localTimeType(at: start): zone.knownChanges(since: start)]
    if seen.insert(clocks).inserted { zones.append(zone) }
  }
  return zones
}

extension Zone {
  /// The changes from a time on to the year 2150.
  func knownChanges(since start: Instant) -> [ZoneTransition] {
    var changes: [ZoneTransition] = []
    while let change = nextTransition(after: changes.last?.instant ?? start),
      change.instant.seconds < 5_680_000_000
    {
      changes.append(change)
    }
    return changes
  }
}
