import Calendar
import Testing

@Test(arguments: [
  ("2h", "PT2H"), ("90m", "PT1H30M"), ("1h30m", "PT1H30M"), ("1H 30M", "PT1H30M"), ("3d", "P3D"),
  ("45s", "PT45S"), ("PT1H30M", "PT1H30M"), ("P3D", "P3D"), ("P1W", "P7D"), ("2w", "P14D"),
  ("P1DT2H", "P1DT2H"), ("pt0s", "PT0S"), ("+P1D", "P1D"), ("1d2h", "P1DT2H"),
]) func `a duration is read in plain and ISO form`(text: String, iso: String) throws {
  #expect(try EventDuration(text).iso == iso)
  #expect(try EventDuration(iso) == EventDuration(text))
}

@Test(arguments: [
  ("", EventDurationError.malformed), ("2", .malformed), ("h", .malformed), ("2h2h", .malformed),
  ("30m1h", .malformed), ("P", .malformed), ("P1DT", .malformed), ("P1H", .malformed),
  ("PT1D", .malformed), ("2 hours", .malformed), ("1.5h", .malformed), ("P1M", .monthsOrYears),
  ("P1Y", .monthsOrYears), ("1y", .monthsOrYears), ("-1h", .negative), ("-PT1H", .negative),
  ("9999999999999h", .tooLong), ("4000000d", .tooLong), ("99999999999999999999999s", .tooLong),
]) func `a text that isn't a duration says why`(text: String, expected: EventDurationError) {
  #expect(throws: expected) { try EventDuration(text) }
}

@Test func `a day is as long as the place's clocks make it`() throws {
  let zone = try #require(try ZoneDatabase().zone(named: "America/New_York"))
  let start = try WrittenTime("2026-03-07 18:00").instant(in: zone)
  let byCalendar = zone.end(of: EventDuration(days: 1, seconds: 3600), from: start)
  #expect(ZonedTime(byCalendar, in: zone).local.text == "2026-03-08 19:00")
  let byClock = zone.end(of: EventDuration(seconds: 86_400), from: start)
  #expect(ZonedTime(byClock, in: zone).local.text == "2026-03-08 19:00")
  #expect(byCalendar == byClock, "the day had 23 hours, and the first end has one more")
}
