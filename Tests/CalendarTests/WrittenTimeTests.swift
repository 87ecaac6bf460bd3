import Calendar
import Testing

@Test(arguments: [
  ("2026-03-10", "2026-03-10 00:00", nil, false),
  (" 2026-03-10\n", "2026-03-10 00:00", nil, false),
  ("2026-03-10 18:00", "2026-03-10 18:00", nil, true),
  ("2026-03-10T18:00:30", "2026-03-10 18:00:30", nil, true),
  ("2026-03-10  18:00Z", "2026-03-10 18:00", 0, true),
  ("2026-03-10t18:00:30.123z", "2026-03-10 18:00:30", 0, true),
  ("2026-03-10T18:00:00-04:00", "2026-03-10 18:00", -14_400, true),
  ("2026-03-10 18:00:00 +0530", "2026-03-10 18:00", 19_800, true),
  ("0001-01-01 00:00", "0001-01-01 00:00", nil, true),
])
func `a time is read as an author writes it`(
  text: String,
  local: String,
  offset: Int?,
  hasTime: Bool
) throws {
  let time = try WrittenTime(text)
  #expect(time.local.text == local)
  #expect(time.offset?.seconds == offset)
  #expect((time.time != nil) == hasTime)
}

/// What is said of a text that isn't a time: `part: message (help)`.
private func complaint(_ text: String) -> String? {
  do {
    _ = try WrittenTime(text)
    return nil
  } catch {
    let part = String(decoding: Array(text.utf8)[error.range], as: UTF8.self)
    return "\(part): \(error.message)" + (error.help.map { " (\($0))" } ?? "")
  }
}

@Test(arguments: [
  ("2026-02-30", "30: February 2026 has 28 days"),
  ("2024-02-30", "30: February 2024 has 29 days"),
  ("2026-13-01", "13: a month is 01 to 12"),
  ("2026-00-01", "00: a month is 01 to 12"),
  ("0000-01-01", "0000: a year is 0001 to 9999"),
  ("2026-3-1", "2026-3-1: months and days have two digits (write `2026-03-01`)"),
  ("19:00", "19:00: `19:00` has no date (write the date before it: `2026-03-10 19:00`)"),
  ("", ": a time begins with a date such as `2026-03-10`"),
  ("tomorrow", "tomorrow: a time begins with a date such as `2026-03-10`"),
  (
    "03/10/2026",
    "03/10/2026: a time begins with a date such as `2026-03-10` (write `2026-03-10` or `2026-10-03`)"
  ),
  ("20260310", "20260310: a time begins with a date such as `2026-03-10`"),
  ("2026-03-100", "2026-03-100: a time begins with a date such as `2026-03-10`"),
  ("2026-03-10 24:00", "24: an hour is 00 to 23 (midnight at a day's end is `00:00` of the next)"),
  ("2026-03-10 18:60", "60: a minute is 00 to 59"),
  ("2026-03-10 18:00:60", "60: a second is 00 to 59"),
  ("2026-03-10 18", "18: a time of day is written as `18:00`"),
  ("2026-03-10 9:00", "9:00: a time of day is written as `18:00` (write `09:00`)"),
  ("2026-03-10 6pm", "6pm: a time of day is written as `18:00` (write `18:00`)"),
  ("2026-03-10 06:00 PM", "06:00 PM: a time of day is written as `18:00` (write `18:00`)"),
  ("2026-03-10 18:00:00.", "18:00:00.: a time of day is written as `18:00`"),
  ("2026-03-10x", "x: a time of day is written as `18:00`"),
  (
    "2022-04-14 13:00 EDT",
    "EDT: a zone's name isn't read: `EDT` (give the offset, such as `-04:00`, or a `timezone` such as `America/New_York`)"
  ),
  ("2026-03-10 18:00 +4", "+4: an offset is written as `Z` or `-04:00`"),
  ("2026-03-10 18:00 +04:00x", "+04:00x: an offset is written as `Z` or `-04:00`"),
  ("2026-03-10 18:00 +24:00", "+24:00: an offset is less than a day"),
  ("2026-03-10 18:00 -0460", "-0460: an offset is less than a day"),
  ("2026-03-10 18:00 ?", "?: an offset is written as `Z` or `-04:00`"),
  (
    "99999999999999999999-01-01",
    "99999999999999999999-01-01: a time begins with a date such as `2026-03-10`"
  ),
])
func `a text that isn't a time says which part is wrong`(text: String, expected: String) {
  #expect(complaint(text) == expected)
}

/// The moment of an author's time in New York, or what is said against it.
private func checked(_ text: String) throws -> String {
  let zone = try #require(try ZoneDatabase().zone(named: "America/New_York"))
  let time = try WrittenTime(text)
  do throws(LocalTimeError) {
    return ZonedTime(try time.instant(checkedIn: zone), in: .utc).rfc3339
  } catch {
    return error.message + (error.help.map { " (\($0))" } ?? "")
  }
}

@Test(arguments: [
  ("2026-07-01 12:00", "2026-07-01T16:00:00Z"),
  ("2026-07-01 12:00-04:00", "2026-07-01T16:00:00Z"),
  ("2026-07-01 12:00Z", "2026-07-01T12:00:00Z"),
  ("2026-11-01 01:30", "2026-11-01T05:30:00Z"),
  ("2026-11-01 01:30 -05:00", "2026-11-01T06:30:00Z"),
  (
    "2026-07-01 12:00 -05:00",
    "the offset in America/New_York is then `-04:00` (leave the offset out, and the zone decides)"
  ),
  (
    "2026-11-01 01:30 -06:00",
    "the offset in America/New_York is then `-04:00` or `-05:00` (leave the offset out, and the zone decides)"
  ),
  (
    "2026-03-08 02:30",
    "`2026-03-08 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00 (write `01:59` or `03:00`)"
  ),
])
func `an author's time is checked against its zone`(text: String, expected: String) throws {
  #expect(try checked(text) == expected)
}

@Test(arguments: [
  ("05/01/2026 19:00", "write `2026-05-01` or `2026-01-05`"), ("13/05/2026", "write `2026-05-13`"),
  ("5/5/2026", "write `2026-05-05`"), ("1.5.2026 19:00", "write `2026-05-01`"),
  ("2026/05/01", "write `2026-05-01`"), ("May 1, 2026 at 7pm", "write `2026-05-01`"),
  ("1st Sept 2026", "write `2026-09-01`"), ("31/02/2026", nil), ("tomorrow", nil),
  ("2026-05-01 7pm", "write `19:00`"), ("2026-05-01 12:30 a.m.", "write `00:30`"),
  ("2026-05-01 7:05 PM", "write `19:05`"), ("2026-05-01 19.30", "write `19:30`"),
  ("2026-05-01 1930", "write `19:30`"), ("2026-05-01 19h", "write `19:00`"),
  ("2026-05-01 13pm", nil), ("2026-05-01 noon", nil), ("2026-05-01 3", nil),
  ("2026-05-01 24:00", "midnight at a day's end is `00:00` of the next"),
])
func `times as they are written elsewhere`(text: String, help: String?) {
  do {
    _ = try WrittenTime(text)
    Issue.record("\(text) was read")
  } catch {
    #expect(error.help == help)
  }
}
