import Calendar
import Testing

private func set(
  _ start: String,
  _ rule: String?,
  zone: Zone = .utc,
  also: [String] = [],
  except: [String] = []
) throws -> RecurrenceSet {
  let written = try WrittenTime(start)
  func times(_ texts: [String]) throws -> [RecurrenceTime] {
    try texts.map { text in
      let time = try WrittenTime(text)
      return time.time == nil ? .date(time.date) : .local(time.local)
    }
  }
  return RecurrenceSet(
    start: written.local,
    isAllDay: written.time == nil,
    zone: zone,
    rules: try rule.map { [try RecurrenceRule(written: $0)] } ?? [],
    additions: try times(also),
    exclusions: try times(except)
  )
}

private func texts(_ set: RecurrenceSet, _ count: Int = 6) -> [String] {
  set.prefix(count).map(\.local.text)
}

@Test func `an event without a rule takes place once`() throws {
  #expect(texts(try set("2026-03-10 18:00", nil)) == ["2026-03-10 18:00"])
}

@Test func `what is added has the series' time of day, and what is excluded is left out`() throws {
  let set = try set(
    "2026-03-10 18:00",
    "every week 4 times",
    also: ["2026-03-20", "2026-03-19 09:00", "2026-03-17"],
    except: ["2026-03-24", "2026-03-31 18:00", "2026-03-10 19:00"]
  )
  #expect(
    texts(set) == ["2026-03-10 18:00", "2026-03-17 18:00", "2026-03-19 09:00", "2026-03-20 18:00"]
  )
  #expect(
    set.occurrences(on: try WrittenTime("2026-03-20").date).map(\.local.text) == [
      "2026-03-20 18:00"
    ]
  )
  #expect(set.occurrences(on: try WrittenTime("2026-03-24").date).isEmpty)
}

@Test func `an all-day series goes by days`() throws {
  let set = try set("2026-01-31", "every month", except: ["2026-03-31"])
  #expect(texts(set, 3) == ["2026-01-31 00:00", "2026-05-31 00:00", "2026-07-31 00:00"])
  #expect(set.isEndless)
}

@Test func `an occurrence in a gap is moved as RFC 5545 says, and keeps its name`() throws {
  let zone = try #require(try ZoneDatabase().zone(named: "America/New_York"))
  let occurrences = Array(try set("2026-03-07 02:30", "every day 3 times", zone: zone))
  #expect(
    occurrences.map(\.local.text) == ["2026-03-07 02:30", "2026-03-08 02:30", "2026-03-09 02:30"]
  )
  #expect(
    occurrences.map { ZonedTime($0.instant, in: zone).rfc3339 } == [
      "2026-03-07T02:30:00-05:00", "2026-03-08T03:30:00-04:00", "2026-03-09T02:30:00-04:00",
    ]
  )
}

@Test func `an end given as a moment is understood in the event's zone`() throws {
  let zone = try #require(try ZoneDatabase().zone(named: "America/New_York"))
  let until = "FREQ=DAILY;UNTIL=20260312T220000Z"
  #expect(texts(try set("2026-03-10 18:00", until, zone: zone)).count == 3)
  #expect(texts(try set("2026-03-10 18:01", until, zone: zone)).count == 2)
  #expect(texts(try set("2026-03-10", until, zone: zone)).count == 3, "a day is compared as a day")
  #expect(texts(try set("2026-03-10 23:59", "every day until 2026-03-11", zone: zone)).count == 2)
}

@Test func `a start that the rule doesn't give is in the set, and the nearest are known`() throws {
  let start = try WrittenTime("2026-03-11 18:00").local
  let rule = try RecurrenceRule(written: "every 2nd tuesday")
  #expect(!rule.gives(start, isAllDay: false))
  let nearest = rule.nearest(to: start, isAllDay: false)
  #expect(nearest.before?.text == "2026-03-10 18:00")
  #expect(nearest.after?.text == "2026-04-14 18:00")
  #expect(texts(try set("2026-03-11 18:00", "every 2nd tuesday"), 2).first == "2026-03-11 18:00")
}

@Test func `the nearest leap day is years away`() throws {
  let start = try WrittenTime("2026-03-11").local
  let rule = try RecurrenceRule("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29")
  #expect(rule.nearest(to: start, isAllDay: true).before?.text == "2024-02-29 00:00")
  #expect(rule.nearest(to: start, isAllDay: true).after?.text == "2028-02-29 00:00")
}

@Test(arguments: [
  "FREQ=SECONDLY;INTERVAL=60;BYSECOND=59", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=100000;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=HOURLY;INTERVAL=24;BYHOUR=3", "FREQ=MINUTELY;INTERVAL=99999;BYMINUTE=1;BYHOUR=3",
  "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
]) func `a rule that gives nothing, or hardly anything, is given up`(rule: String) throws {
  let start = ContinuousClock.now
  let first = try set("2026-01-01 00:00", rule).prefix(3).map(\.local.text).first
  let time = ContinuousClock.now - start
  #expect(first == "2026-01-01 00:00")
  #expect(time < .seconds(5))
}

@Test func `a rule whose periods have millions of times is expanded one by one`() throws {
  let all = (0..<60).map(String.init).joined(separator: ",")
  let hours = (0..<24).map(String.init).joined(separator: ",")
  let rule =
    "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=\(hours);BYMINUTE=\(all);BYSECOND=\(all)"
  let set = try set("2026-01-01 00:00", rule)
  #expect(texts(set, 2) == ["2026-01-01 00:00", "2026-01-01 00:00:01"])
}

@Test func `a rule ends with the year 9999`() throws {
  let set = try set("9998-06-01", "every year")
  #expect(texts(set) == ["9998-06-01 00:00", "9999-06-01 00:00"])
}
