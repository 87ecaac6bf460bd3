import Testing

@testable import Calendar

@Test(arguments: ["1975-06-01", "2080-07-01"])
func `every zone of the machine is read back from its VTIMEZONE`(start: String) throws {
  let since = try WrittenTime(start).instant(in: .utc)
  var differences: [String] = []
  for zone in try distinctZones(since: since) {
    var lines = ContentLineWriter()
    zone.write(&lines, since: since)
    let component = try #require(CalendarComponent.tree(of: lines.bytes).top.first)
    let read = try #require(Zone(identifier: zone.identifier, component))
    let moments = zone.knownChanges(since: since).map(\.instant)
      .flatMap { [$0.adding(seconds: -1), $0] }
    let wrong = ([since] + moments).first {
      zone.localTimeType(at: $0) != read.localTimeType(at: $0)
    }
    if let wrong {
      differences.append("\(zone.identifier) at \(ZonedTime(wrong, in: zone).rfc3339)")
    }
  }
  #expect(differences == [])
}

@Test func `a rule outside of its day becomes days of a month`() throws {
  let jerusalem = try #require(try ZoneDatabase().zone(named: "Asia/Jerusalem"))
  let rules = jerusalem.observances(since: Instant(seconds: 1_800_000_000)).compactMap(\.rule?.text)
  #expect(
    rules == [
      "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "FREQ=YEARLY;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3;BYDAY=FR",
    ]
  )
}
