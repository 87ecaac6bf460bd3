import Calendar
import Testing

private let newYork = "America/New_York"

private func zone(_ name: String) throws -> Zone {
  try #require(try ZoneDatabase().zone(named: name))
}

private func local(_ text: String) throws -> CivilDateTime { try WrittenTime(text).local }

@Test func `a local time that the clocks skip is a gap`() throws {
  let zone = try zone(newYork)
  guard case .gap(let gap) = zone.resolve(try local("2026-03-08 02:30")) else {
    Issue.record("02:30 is skipped")
    return
  }
  #expect(gap.start == (try local("2026-03-08 02:00")))
  #expect(gap.end == (try local("2026-03-08 03:00")))
  #expect(zone.civil(gap.instant) == (try local("2026-03-08 03:30")))
  #expect(zone.civil(gap.transition) == gap.end)
  #expect(
    zone.resolve(gap.end) == .unique(gap.transition),
    "the gap's end is a time that there is"
  )
}

@Test func `a local time that the clocks show twice is ambiguous`() throws {
  let zone = try zone(newYork)
  let first = Instant(seconds: 1_793_511_000)
  let second = first.adding(seconds: 3600)
  let half = try local("2026-11-01 01:30")
  #expect(zone.resolve(half) == .ambiguous(first: first, second: second))
  #expect(zone.localTimeType(at: first).abbreviation == "EDT")
  #expect(zone.localTimeType(at: second).abbreviation == "EST")
}

@Test func `a day that a place skipped has no time at all`() throws {
  let apia = try zone("Pacific/Apia")
  guard case .gap(let gap) = apia.resolve(try local("2011-12-30 12:00")) else {
    Issue.record("Samoa had no 30 December 2011")
    return
  }
  #expect(gap.start.text == "2011-12-30 00:00")
  #expect(gap.end.text == "2011-12-31 00:00")
  #expect(apia.startOfDay(try local("2011-12-30").date) == gap.transition)
}

@Test func `the far future follows the footer's rule`() throws {
  let summer = try WrittenTime("2500-07-01 12:00").instant(in: try zone(newYork))
  #expect(ZonedTime(summer, in: try zone(newYork)).rfc3339 == "2500-07-01T12:00:00-04:00")
  let next = try #require(try zone(newYork).nextTransition(after: summer))
  #expect(ZonedTime(next.instant, in: try zone(newYork)).rfc3339 == "2500-11-07T01:00:00-05:00")
  #expect(next.before.abbreviation == "EDT")
  #expect(next.after.abbreviation == "EST")
  #expect(Zone.utc.nextTransition(after: summer) == nil)
}

@Test(arguments: ["US/Eastern", "Asia/Calcutta", "GMT0", "Etc/GMT+5", "America/Argentina/Ushuaia"])
func `old and long names are zones`(name: String) throws {
  #expect(try zone(name).identifier == name)
  #expect(ZoneDatabase().names().contains(name))
}

@Test(arguments: [
  "", "/etc/passwd", "../zoneinfo/UTC", "America/../UTC", "America/", "America", "localtime",
  "posixrules", "right/UTC", "posix/UTC", "zone.tab", "EDT", "UTC\0", "America//New_York", ".",
])
func `what isn't a zone's name finds none`(name: String) throws {
  #expect(try ZoneDatabase().zone(named: name) == nil)
  #expect(!ZoneDatabase().names().contains(name))
}

@Test func `UTC is known without a database`() throws {
  let nowhere = ZoneDatabase(directory: "/nonexistent")
  #expect(try nowhere.zone(named: "UTC") == .utc)
  #expect(try nowhere.zone(named: newYork) == nil)
  #expect(nowhere.names() == [])
}

@Test func `a fixed zone is named by its offset`() {
  #expect(Zone.fixed(offset: -16_200).identifier == "-04:30")
  #expect(Zone.fixed(offset: 0) == .utc)
}
