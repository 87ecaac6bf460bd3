import Calendar
import TestSupport
import Testing

/// One thing that Python's zoneinfo says otherwise than we do.
private struct Difference: CustomStringConvertible {
  let zone: String
  let line: Substring
  let ours: String

  var description: String { "\(zone): \(line) but \(ours)" }
}

@Test(.enabled(if: Oracle.has(module: "zoneinfo")))
func `all zones of the machine agree with Python's zoneinfo`() throws {
  let text = try Oracle.output(of: "zones.py")
  let database = ZoneDatabase()
  var zone = Zone.utc
  var zones = 0
  var lines = 0
  var differences: [Difference] = []
  for line in text.split(separator: "\n") {
    let fields = line.split(separator: " ")
    if fields[0] == "Z" {
      zone = try #require(try database.zone(named: String(fields[1])))
      zones += 1
      continue
    }
    let ours = try answer(fields, zone)
    lines += 1
    if ours != fields.dropFirst(2).joined(separator: " ") {
      differences.append(Difference(zone: zone.identifier, line: line, ours: ours))
    }
  }
  #expect(zones > 400)
  #expect(lines > 100_000)
  #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
}

private func answer(_ fields: [Substring], _ zone: Zone) throws -> String {
  let seconds = try #require(Int64(fields[1]))
  if fields[0] == "U" {
    let type = zone.localTimeType(at: Instant(seconds: seconds))
    return "\(type.offset) \(type.isDaylight ? 1 : 0) \(type.abbreviation)"
  }
  switch zone.resolve(CivilDateTime(secondsAsUTC: seconds)) {
  case .unique(let instant):
    return "\(instant.seconds) \(instant.seconds)"
  case .ambiguous(let first, let second):
    return "\(first.seconds) \(second.seconds)"
  case .gap(let gap):
    // Python reads a missing time with the offset before (fold 0) and after the gap (fold 1).
    let length = gap.end.secondsAsUTC - gap.start.secondsAsUTC
    return "\(gap.instant.seconds) \(gap.instant.seconds - length)"
  }
}
