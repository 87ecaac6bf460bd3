import Testing

private let night = """
  ---
  start: 2026-06-09 19:00
  repeat: every tuesday
  except: 2026-06-23
  ---

  """

/// A file that changes an occurrence of a weekly series, and what is said of it.
private func change(_ rule: String, _ lines: String, says said: String) -> BadInput {
  BadInput(
    rule,
    ["content/events/night.md": night, "content/events/x.md": "---\n\(lines)\n---\n"],
    says: said
  )
}

/// An event in New York.
private func event(_ rule: String, _ lines: String, says said: String) -> BadInput {
  BadInput(
    rule,
    "content/events/e.md",
    "---\ntimezone: America/New_York\n\(lines)\n---\n",
    says: said
  )
}

private let rules: [BadInput] = [
  event(
    "a rule's words are unknown",
    "start: 2026-06-09 19:00\nrepeat: every tuseday",
    says: """
      content/events/e.md:4:15: error: `repeat`: a period or a weekday is expected here, not `tuseday`
        |
      4 | repeat: every tuseday
        |               ^^^^^^^
        = help: did you mean `tuesday`?

      """
  ),
  event(
    "a rule's part is unknown",
    "start: 2026-06-09 19:00\nrepeat: FREQ=WEEKLY;BYDAY=XX",
    says: """
      content/events/e.md:4:27: error: `repeat`: unknown weekday `XX`
        |
      4 | repeat: FREQ=WEEKLY;BYDAY=XX
        |                           ^^
        = help: known here: `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`

      """
  ),
  event(
    "a start isn't the rule's",
    "start: 2026-06-10 19:00\nrepeat: every 2nd tuesday",
    says: """
      content/events/e.md:3:8: error: `start` must be a time that `repeat` gives
        |
      3 | start: 2026-06-10 19:00
        |        ^^^^^^^^^^^^^^^^ a Wednesday
        = help: the nearest it gives: `2026-06-09` and `2026-07-14`

      """
  ),
  event(
    "a start isn't at the rule's time",
    "start: 2026-06-10 19:00\nrepeat: FREQ=DAILY;BYHOUR=18;BYMINUTE=30",
    says: """
      content/events/e.md:3:8: error: `start` must be a time that `repeat` gives
        |
      3 | start: 2026-06-10 19:00
        |        ^^^^^^^^^^^^^^^^ a Wednesday
        = help: the nearest it gives: `2026-06-10 18:30` and `2026-06-11 18:30`

      """
  ),
  event(
    "a rule ends before it begins",
    "start: 2026-06-09 19:00\nrepeat: every week until 2026-06-08",
    says: """
      content/events/e.md:4:9: error: a series must not end before it begins
        |
      4 | repeat: every week until 2026-06-08
        |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ begins on 2026-06-09

      """
  ),
  event(
    "an exception has nothing to except from",
    "start: 2026-06-09 19:00\nexcept: 2026-06-16",
    says: """
      content/events/e.md:4:1: error: `except` needs a `repeat`
        |
      4 | except: 2026-06-16
        | ^^^^^^

      """
  ),
  event(
    "an addition falls into a gap of the clocks",
    "start: 2026-06-09 19:00\nalso: 2027-03-14 02:30",
    says: """
      content/events/e.md:4:7: error: `also`: `2027-03-14 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00
        |
      4 | also: 2027-03-14 02:30
        |       ^^^^^^^^^^^^^^^^
        = help: write `01:59` or `03:00`

      """
  ),
  event(
    "an addition's offset is wrong",
    "start: 2026-06-09 19:00\nalso: 2026-06-10 19:00-05:00",
    says: """
      content/events/e.md:4:7: error: `also`: the offset in America/New_York is then `-04:00`
        |
      4 | also: 2026-06-10 19:00-05:00
        |       ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, and the zone decides

      """
  ),
  event(
    "an all-day series has a time of day",
    "start: 2026-06-09\nrepeat: every week\nexcept: 2026-06-16 19:00",
    says: """
      content/events/e.md:5:9: error: `except` of an all-day series must be dates alone
        |
      5 | except: 2026-06-16 19:00
        |         ^^^^^^^^^^^^^^^^
        = help: write `2026-06-16`

      """
  ),
]

private let changes: [BadInput] = [
  change(
    "a series doesn't take place then",
    "series: night\noccurrence: 2026-06-17",
    says: """
      content/events/x.md:3:13: error: the series `night` doesn't take place on `2026-06-17`
        |
      3 | occurrence: 2026-06-17
        |             ^^^^^^^^^^ a Wednesday
        = help: the nearest are `2026-06-16` and `2026-06-30`

      """
  ),
  change(
    "an occurrence's time is wrong",
    "series: night\noccurrence: 2026-06-16 18:00",
    says: """
      content/events/x.md:3:13: error: the series `night` doesn't take place on `2026-06-16 18:00`
        |
      3 | occurrence: 2026-06-16 18:00
        |             ^^^^^^^^^^^^^^^^ a Tuesday
        = help: the nearest are `2026-06-16 19:00` and `2026-06-30 19:00`

      """
  ),
  change(
    "an occurrence is excluded",
    "series: night\noccurrence: 2026-06-23",
    says: """
      content/events/x.md:3:13: error: the series `night` has no occurrence on `2026-06-23`: `except` excludes it
        |
      3 | occurrence: 2026-06-23
        |             ^^^^^^^^^^ a Tuesday

      """
  ),
  change(
    "a change repeats itself",
    "series: night\noccurrence: 2026-06-16\nrepeat: every week",
    says: """
      content/events/x.md:4:1: error: a file that changes one occurrence must not have `repeat`
        |
      4 | repeat: every week
        | ^^^^^^
        = help: write it into the series' own file

      """
  ),
  change(
    "a series isn't found, but nearly",
    "series: nihgt\noccurrence: 2026-06-16",
    says: """
      content/events/x.md:2:9: error: unknown event `nihgt`
        |
      2 | series: nihgt
        |         ^^^^^
        = help: did you mean `night`?

      """
  ),
  BadInput(
    "a series takes place once",
    [
      "content/events/tea.md": "---\nstart: 2026-06-09 19:00\n---\n",
      "content/events/x.md": "---\nseries: tea\noccurrence: 2026-06-09\n---\n",
    ],
    says: """
      content/events/x.md:2:9: error: `series` must name an event with `repeat`
        |
      2 | series: tea
        |         ^^^ `content/events/tea.md` has none

      """
  ),
  BadInput(
    "an occurrence is changed twice",
    [
      "content/events/night.md": night,
      "content/events/x.md": "---\nseries: night\noccurrence: 2026-06-16\n---\n",
      "content/events/y.md": "---\nseries: night\noccurrence: 2026-06-16T19:00\n---\n",
    ],
    says: """
      content/events/y.md:3:13: error: an occurrence must be changed by one file
        |
      3 | occurrence: 2026-06-16T19:00
        |             ^^^^^^^^^^^^^^^^ changed by `content/events/x.md` too

      """
  ),
  BadInput(
    "a day has two occurrences",
    [
      "content/events/night.md":
        "---\nstart: 2026-06-09 19:00\nalso: 2026-06-09 21:00\n---\n",
      "content/events/x.md": "---\nseries: night\noccurrence: 2026-06-09\n---\n",
    ],
    says: """
      content/events/x.md:3:13: error: an occurrence must be named with its time where there are more on its day
        |
      3 | occurrence: 2026-06-09
        |             ^^^^^^^^^^ `night` takes place 2 times that day
        = help: write `2026-06-09 19:00` or `2026-06-09 21:00`

      """
  ),
  BadInput(
    "a recap names no occurrence",
    [
      "content/events/night.md": night,
      "content/posts/2026-06-11-recap.md": "---\nevent: night/2026-06-10\n---\n",
    ],
    says: """
      content/posts/2026-06-11-recap.md:2:8: error: the series `night` doesn't take place on `2026-06-10`
        |
      2 | event: night/2026-06-10
        |        ^^^^^^^^^^^^^^^^ a Wednesday
        = help: the nearest are `2026-06-09` and `2026-06-16`

      """
  ),
  BadInput(
    "a change's new start falls into a gap of the clocks",
    [
      "content/events/night.md":
        "---\ntimezone: America/New_York\nstart: 2027-03-07 02:30\nrepeat: every week 3 times\n---\n",
      "content/events/x.md":
        "---\nseries: night\noccurrence: 2027-03-21\nstart: 2027-03-14 02:30\n---\n",
    ],
    says: """
      content/events/x.md:4:8: error: `start`: `2027-03-14 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00
        |
      4 | start: 2027-03-14 02:30
        |        ^^^^^^^^^^^^^^^^
        = help: write `01:59` or `03:00`

      """
  ),
  BadInput(
    "a series can't be read, which is said once",
    [
      "content/events/night.md": "---\nstart: 2026-06-09 19:00\nrepeat: evry week\n---\n",
      "content/events/x.md": "---\nseries: night\noccurrence: 2026-06-16\n---\n",
      "content/posts/2026-06-11-recap.md": "---\nevent: night/2026-06-10\n---\n",
    ],
    says: """
      content/events/night.md:3:9: error: `repeat`: a period or a weekday is expected here, not `evry`
        |
      3 | repeat: evry week
        |         ^^^^
        = help: did you mean `every`?

      """
  ),
  BadInput(
    "what a series names is said once, however often it takes place",
    [
      "content/events/night.md":
        "---\nstart: 2026-06-09 19:00\nrepeat: every week\nvenue: hal\n---\n",
      "content/events/x.md": "---\nseries: night\noccurrence: 2026-06-16\n---\n",
    ],
    says: """
      content/events/night.md:4:8: error: unknown venue `hal`
        |
      4 | venue: hal
        |        ^^^
        = help: its file would be `content/venues/hal.md`

      """
  ),
]

@Test(arguments: rules) func `a series must be able to take place, thus not when`(input: BadInput) {
  input.check()
}

@Test(arguments: changes) func `a change must be one occurrence's, thus not when`(input: BadInput) {
  input.check()
}
