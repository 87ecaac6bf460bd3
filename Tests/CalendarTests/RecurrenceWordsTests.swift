import Calendar
import Testing

@Test(arguments: [
  ("every day", "every day"), ("every 2 weeks", "every 2 weeks"), ("every year", "every year"),
  ("every tuesday and thursday 10 times", "every Tuesday and Thursday, 10 times"),
  ("every 2nd tuesday", "every 2nd Tuesday"), ("every weekday", "every weekday"),
  ("every other tuesday", "every 2 weeks on Tuesday"),
  ("1st, 3rd and last friday of the month", "every 1st Friday, 3rd Friday and last Friday"),
  ("every month until 2026-12-31", "every month until December 31, 2026"),
  ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "every 2 weeks on Monday and Wednesday"),
  ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;COUNT=1", "every 3 months on the last Friday, once"),
  ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "every 2nd Tuesday"),
  ("FREQ=DAILY;UNTIL=20260310T230000Z", "every day until March 10, 2026"),
  ("FREQ=MONTHLY;BYMONTHDAY=13", nil), ("FREQ=MONTHLY;BYDAY=TU", nil),
  ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", nil), ("FREQ=YEARLY;BYDAY=20MO", nil),
  ("FREQ=MONTHLY;BYDAY=-2TU", nil), ("FREQ=HOURLY", nil), ("FREQ=WEEKLY;BYMONTH=1", nil),
]) func `a rule is said in words, unless it is hard to say`(rule: String, words: String?) throws {
  #expect(try RecurrenceRule(written: rule).words == words)
}
