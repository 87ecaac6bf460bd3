import Calendar
import Testing

@Test(arguments: [
  ("every day", "FREQ=DAILY"), ("every week", "FREQ=WEEKLY"), ("Every Month", "FREQ=MONTHLY"),
  ("every year", "FREQ=YEARLY"), ("every tuesday", "FREQ=WEEKLY;BYDAY=TU"),
  ("every monday and thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
  ("every monday, wednesday and friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
  ("every monday, wednesday, and friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
  ("every 3 days", "FREQ=DAILY;INTERVAL=3"), ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
  ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
  ("every other tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
  ("every other monday and friday 4 times", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=MO,FR"),
  ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
  ("every week on tuesday", "FREQ=WEEKLY;BYDAY=TU"),
  ("every 2 weeks on Monday and Wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
  ("every 3 months on the last Friday, 2 times", "FREQ=MONTHLY;INTERVAL=3;COUNT=2;BYDAY=-1FR"),
  ("every Tuesday and Thursday, 10 times", "FREQ=WEEKLY;COUNT=10;BYDAY=TU,TH"),
  ("every other month on the 1st and 3rd monday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,3MO"),
  ("every 6 months", "FREQ=MONTHLY;INTERVAL=6"), ("every 1 week", "FREQ=WEEKLY"),
  ("every 2nd tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
  ("2nd tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"),
  ("last thursday of the month", "FREQ=MONTHLY;BYDAY=-1TH"),
  ("every 1st and 3rd wednesday", "FREQ=MONTHLY;BYDAY=1WE,3WE"),
  ("1st, 3rd and 5th wednesday of the month", "FREQ=MONTHLY;BYDAY=1WE,3WE,5WE"),
  ("every 2nd tuesday and last friday of the month", "FREQ=MONTHLY;BYDAY=2TU,-1FR"),
  ("every week until 2026-12-31", "FREQ=WEEKLY;UNTIL=20261231"),
  ("every week until 2026-12-31 18:00", "FREQ=WEEKLY;UNTIL=20261231T180000"),
  ("every week until 2026-12-31T18:00-05:00", "FREQ=WEEKLY;UNTIL=20261231T230000Z"),
  ("every 4th monday 10 times", "FREQ=MONTHLY;COUNT=10;BYDAY=4MO"),
  ("every day 1 time", "FREQ=DAILY;COUNT=1"), (" every  day ", "FREQ=DAILY"),
  ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
  ("rrule:freq=weekly;byday=tu;", "FREQ=WEEKLY;BYDAY=TU"),
  (
    "FREQ=YEARLY;INTERVAL=2;UNTIL=20300101T000000Z;BYSECOND=0;BYMINUTE=5;BYHOUR=9;BYMONTHDAY=-1;BYYEARDAY=366;BYWEEKNO=-53;BYMONTH=1,12;BYDAY=-1SU,MO;BYSETPOS=-1;WKST=SU",
    "FREQ=YEARLY;INTERVAL=2;UNTIL=20300101T000000Z;BYSECOND=0;BYMINUTE=5;BYHOUR=9;BYMONTHDAY=-1;BYYEARDAY=366;BYWEEKNO=-53;BYMONTH=1,12;BYDAY=-1SU,MO;BYSETPOS=-1;WKST=SU"
  ),
]) func `a rule is read in words and in RFC 5545's form`(text: String, rule: String) throws {
  #expect(try RecurrenceRule(written: text).text == rule)
}

/// What is said of a text that isn't a rule: `part: message (help)`.
private func complaint(_ text: String) -> String? {
  do {
    _ = try RecurrenceRule(written: text)
    return nil
  } catch {
    let part = String(decoding: Array(text.utf8)[error.range], as: UTF8.self)
    return "\(part): \(error.message)" + (error.help.map { " (\($0))" } ?? "")
  }
}

@Test(arguments: [
  (
    "",
    ": a rule is expected here (write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`)"
  ),
  (
    "every tusday",
    "tusday: a period or a weekday is expected here, not `tusday` (did you mean `tuesday`?)"
  ),
  (
    "evry tuesday",
    "evry: a period or a weekday is expected here, not `evry` (did you mean `every`?)"
  ),
  (
    "every",
    ": a period or a weekday is expected here (write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`)"
  ),
  (
    "last day of the month",
    "day: a weekday is expected here, not `day`"
      + " (write `FREQ=MONTHLY;BYMONTHDAY=-1` for that day of each month)"
  ),
  (
    "every month on the 31st",
    "31st: a weekday is expected here, not `31st`"
      + " (write `FREQ=MONTHLY;BYMONTHDAY=31` for that day of each month)"
  ),
  (
    "every weekdya",
    "weekdya: a period or a weekday is expected here, not `weekdya` (did you mean `weekday`?)"
  ),
  ("weekly", "weekly: `every` is expected here, not `weekly` (write `every week`)"),
  (
    "every fortnight",
    "fortnight: a period or a weekday is expected here, not `fortnight` (write `every 2 weeks`)"
  ),
  (
    "every weekend",
    "weekend: a period or a weekday is expected here, not `weekend` (write `every saturday and sunday`)"
  ),
  (
    "every second tuesday",
    "second: a period or a weekday is expected here, not `second` (write `every other tuesday`, or `every 2nd tuesday` for that of each month)"
  ),
  (
    "first tuesday of the month",
    "first: `every` is expected here, not `first` (write `1st`)"
  ),
  (
    "every other",
    ": a period or a weekday is expected here (write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`)"
  ),
  (
    "every other 2 weeks",
    "2: a period or a weekday is expected here, not `2` (write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`)"
  ),
  (
    "every other 2nd tuesday",
    "every other 2nd tuesday: `other` stands before a period or a weekday without a number (write `every 2 months on the` before the number)"
  ),
  (
    "every 2 tuesdays",
    "tuesdays: `weeks` is expected here, not `tuesdays` (write `every 2 weeks on tuesday`)"
  ),
  (
    "every day on tuesday",
    "on: `until` or a number of times is expected here, not `on` (only weeks and months have weekdays)"
  ),
  (
    "every 2 weeks on the 2nd tuesday",
    "2nd: a week has each weekday once (leave the number out)"
  ),
  (
    "every 2 months on tuesday",
    "tuesday: a month has each weekday more than once (write `1st`, `2nd` or `last` before it)"
  ),
  ("every 0 weeks", "0: an interval is 1 to 1000"),
  (
    "every 2 wekes",
    "wekes: `days`, `weeks`, `months` or `years` is expected here, not `wekes` (did you mean `weeks`?)"
  ),
  ("tuesday", "tuesday: `every` is expected before a weekday (write `every tuesday`)"),
  (
    "2nd tuesday",
    "2nd: a rule begins with `every` or ends with `of the month` (write `every` before it)"
  ),
  (
    "every 2nd tuesday of the year",
    "year: `of the month` is expected here, not `year` (write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`)"
  ),
  (
    "every 1st monday and friday",
    "every 1st monday and friday: a rule has numbered weekdays or plain ones, not both: `friday` (write `1st friday`, or leave the numbers out)"
  ),
  (
    "every week until 2026-02-30",
    "2026-02-30: February 2026 has 28 days"
  ),
  ("every week until", ": a date is expected here (write `until 2026-12-31`)"),
  ("every week 10", ": `times` is expected here (end with `until 2026-12-31` or `10 times`)"),
  ("every week 0 times", "0: a number of times is 1 to 1000000"),
  (
    "every week 3 times until 2026-12-31",
    "until: nothing more is expected here, not `until` (a rule has one end)"
  ),
  (
    "FREQ=WEEKLI",
    "WEEKLI: unknown frequency `WEEKLI` (did you mean `WEEKLY`?)"
  ),
  ("BYDAY=TU", "BYDAY=TU: a rule has a frequency (begin with `FREQ=WEEKLY`)"),
  ("FREQ=WEEKLY;BYDY=TU", "BYDY: unknown part `BYDY` of a rule (did you mean `BYDAY`?)"),
  ("FREQ=WEEKLY;COUNT", "COUNT: a part of a rule is written as `NAME=VALUE`"),
  ("FREQ=WEEKLY;freq=DAILY", "freq: `FREQ` is given twice"),
  ("FREQ=WEEKLY;COUNT=3;UNTIL=20261231", "UNTIL=20261231: a rule has `COUNT` or `UNTIL`, not both"),
  ("FREQ=WEEKLY;INTERVAL=0", "0: an interval of a rule is 1 to 100000"),
  (
    "FREQ=WEEKLY;COUNT=99999999999999999999",
    "99999999999999999999: a count of a rule is 1 to 1000000"
  ),
  ("FREQ=WEEKLY;UNTIL=20260230", "20260230: an end is written as `20261231` or `20261231T235959Z`"),
  (
    "FREQ=WEEKLY;BYDAY=TU,XX",
    "XX: unknown weekday `XX` (known here: `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`)"
  ),
  (
    "FREQ=MONTHLY;BYDAY=0TU",
    "0TU: a weekday's number of a rule is 1 to 53, or negative from the end"
  ),
  ("FREQ=MONTHLY;BYMONTHDAY=1,,2", ": a day of a rule is 1 to 31, or negative from the end"),
  ("FREQ=MONTHLY;BYMONTHDAY=-32", "-32: a day of a rule is 1 to 31, or negative from the end"),
]) func `a text that isn't a rule says which part is wrong`(text: String, expected: String) {
  #expect(complaint(text) == expected)
}
