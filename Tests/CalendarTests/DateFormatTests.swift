import Calendar
import Testing

private func time(_ text: String, _ zone: String = "America/New_York") throws -> ZonedTime {
  let zone = try #require(try ZoneDatabase().zone(named: zone))
  return ZonedTime(try WrittenTime(text).instant(in: zone), in: zone)
}

@Test func `standards' forms`() throws {
  let time = try time("2010-03-24 08:12")
  #expect(time.rfc3339 == "2010-03-24T08:12:00-04:00")
  #expect(time.rfc2822 == "Wed, 24 Mar 2010 08:12:00 -0400")
  let utc = ZonedTime(time.instant, in: .utc)
  #expect(utc.rfc3339 == "2010-03-24T12:12:00Z")
  #expect(utc.rfc2822 == "Wed, 24 Mar 2010 12:12:00 +0000")
}

@Test func `an offset with seconds is written in whole minutes of the same moment`() throws {
  let time = try time("1800-01-01 12:00")
  #expect(time.type.offset == -17_762)
  #expect(time.rfc3339 == "1800-01-01T12:00:02-04:56")
  #expect(try DateFormat("%:z %z").text(time) == "-04:56:02 -045602")
}

@Test(arguments: [
  ("%a %A %b %B", "Sun Sunday Jan January"), ("%d %-d|%e|%-e", "05 5| 5|5"),
  ("%m %-m %Y %y %-y", "01 1 2025 25 25"), ("%H %-H %I %-I %M %-M %S", "00 0 12 12 07 7 09"),
  ("%p %P", "AM am"), ("%Z %z %:z", "EST -0500 -05:00"), ("%j %-j", "005 5"),
  ("%F %T %D %R", "2025-01-05 00:07:09 01/05/25 00:07"), ("%s", "1736053629"),
  ("%u %w", "7 0"), ("%G-W%V", "2025-W01"), ("%%d", "%d"), ("", ""), ("né à %Hh", "né à 00h"),
]) func `a directive is what strftime writes`(pattern: String, expected: String) throws {
  #expect(try DateFormat(pattern).text(try time("2025-01-05 00:07:09")) == expected)
}

@Test func `noon and midnight are twelve`() throws {
  let format = try DateFormat("%-I:%M %p")
  #expect(format.text(try time("2026-03-10 12:30")) == "12:30 PM")
  #expect(format.text(try time("2026-03-10 13:30")) == "1:30 PM")
  #expect(format.text(try time("2026-03-10 00:30")) == "12:30 AM")
}

@Test(arguments: [
  ("%Q", "%Q"), ("at %", "%"), ("%-", "%-"), ("%-A", "%-A"), ("%:H", "%:H"), ("%é!", "%é"),
  ("%-%", "%-%"), ("%E", "%E"),
]) func `an unknown directive is an error`(pattern: String, directive: String) {
  let error = #expect(throws: DateFormatError.self) { try DateFormat(pattern) }
  #expect(error?.directive == directive)
  #expect(error?.message == "unknown directive `\(directive)` in a date's format")
}
