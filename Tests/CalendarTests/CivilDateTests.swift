import Calendar
import Testing

@Test(arguments: [
  (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
  (0, 1, 1), (10_000, 1, 1), (2026, 1, .max), (.min, 1, 1),
]) func `a day that doesn't exist can't be made`(year: Int, month: Int, day: Int) {
  #expect(CivilDate(year: year, month: month, day: day) == nil)
}

@Test func `every day of four centuries follows the one before`() throws {
  var date = try #require(CivilDate(year: 1800, month: 1, day: 1))
  var weekday = Weekday.wednesday
  for number in date.dayNumber..<date.dayNumber + 146_097 {
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == date)
    #expect(date.weekday == weekday)
    let next = date.adding(days: 1)
    #expect(next > date)
    #expect(next.day == date.day + 1 || next.day == 1)
    date = next
    weekday = try #require(Weekday(rawValue: weekday.rawValue % 7 + 1))
  }
  #expect(date.iso == "2200-01-01")
}

@Test(arguments: [
  ("2026-01-01", 1, Weekday.thursday, 2026, 1), ("2026-12-31", 365, .thursday, 2026, 53),
  ("2024-12-30", 365, .monday, 2025, 1), ("2027-01-03", 3, .sunday, 2026, 53),
  ("0001-01-01", 1, .monday, 1, 1), ("9999-12-31", 365, .friday, 9999, 52),
])
func `a day knows its weekday, its number in the year and its ISO week`(
  text: String,
  dayOfYear: Int,
  weekday: Weekday,
  weekYear: Int,
  week: Int
) throws {
  let date = try WrittenTime(text).date
  #expect(date.iso == text)
  #expect(date.dayOfYear == dayOfYear)
  #expect(date.weekday == weekday)
  #expect(date.isoWeek == (weekYear, week))
}

@Test func `arithmetic leads outside of four-digit years and never overflows`() throws {
  let last = try WrittenTime("9999-12-31").date
  #expect(last.adding(days: 1).iso == "+10000-01-01")
  #expect(try WrittenTime("0001-01-01").date.adding(days: -1).iso == "0000-12-31")
  #expect(last.adding(days: .max) > last)
  #expect(last.adding(days: .min) < last)
  #expect(Zone.utc.civil(Instant(seconds: .max)) > Zone.utc.civil(Instant(seconds: .min)))
  #expect(Instant(seconds: .max).adding(seconds: 1) == Instant(seconds: .max))
}

@Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, 0, 60), (0, -1, 0)])
func `a time of day that no clock shows can't be made`(hour: Int, minute: Int, second: Int) {
  #expect(CivilTime(hour: hour, minute: minute, second: second) == nil)
}
