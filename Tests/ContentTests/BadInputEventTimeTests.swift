import Testing

private let inputs: [BadInput] = [
  BadInput(
    "an event has no start",
    "content/events/e.md",
    """
    ---
    title: Tea
    ---

    """,
    says: """
      content/events/e.md:1:1: error: an event must have a `start`
        |
      1 | ---
        | ^^^
        = help: write `start: 2026-03-10 18:00`

      """
  ),
  BadInput(
    "an event's start is empty",
    "content/events/e.md",
    """
    ---
    start:
    ---

    """,
    says: """
      content/events/e.md:2:1: error: an event must have a `start`
        |
      2 | start:
        | ^^^^^ has no value
        = help: write `start: 2026-03-10 18:00`

      """
  ),
  BadInput(
    "a start is a time alone",
    "content/events/e.md",
    """
    ---
    start: 18:00
    ---

    """,
    says: """
      content/events/e.md:2:8: error: `start`: `18:00` has no date
        |
      2 | start: 18:00
        |        ^^^^^
        = help: write the date before it: `2026-03-10 18:00`

      """
  ),
  BadInput(
    "a start is words",
    "content/events/e.md",
    """
    ---
    start: next Tuesday
    ---

    """,
    says: """
      content/events/e.md:2:8: error: `start`: a time begins with a date such as `2026-03-10`
        |
      2 | start: next Tuesday
        |        ^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a start is on a day that does not exist",
    "content/events/e.md",
    """
    ---
    start: 2026-02-30 18:00
    ---

    """,
    says: """
      content/events/e.md:2:16: error: `start`: February 2026 has 28 days
        |
      2 | start: 2026-02-30 18:00
        |                ^^

      """
  ),
  BadInput(
    "a start has an hour too many",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 24:30
    ---

    """,
    says: """
      content/events/e.md:2:19: error: `start`: an hour is 00 to 23
        |
      2 | start: 2026-06-09 24:30
        |                   ^^
        = help: midnight at a day's end is `00:00` of the next

      """
  ),
  BadInput(
    "a start is on a day that its zone never had",
    "content/events/e.md",
    """
    ---
    start: 2011-12-30 18:00
    timezone: Pacific/Apia
    ---

    """,
    says: """
      content/events/e.md:2:8: error: `start`: `2011-12-30 18:00` doesn't exist in Pacific/Apia: clocks go from 2011-12-30 00:00 to 2011-12-31 00:00
        |
      2 | start: 2011-12-30 18:00
        |        ^^^^^^^^^^^^^^^^
        = help: write `2011-12-29 23:59` or `2011-12-31 00:00`

      """
  ),
  BadInput(
    "a start is in the gap of its zone",
    "content/events/e.md",
    """
    ---
    start: 2026-03-08 02:30
    timezone: America/New_York
    ---

    """,
    says: """
      content/events/e.md:2:8: error: `start`: `2026-03-08 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00
        |
      2 | start: 2026-03-08 02:30
        |        ^^^^^^^^^^^^^^^^
        = help: write `01:59` or `03:00`

      """
  ),
  BadInput(
    "an offset is wrong in the named zone",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09T18:00:00-05:00
    timezone: America/New_York
    ---

    """,
    says: """
      content/events/e.md:2:8: error: `start`: the offset in America/New_York is then `-04:00`
        |
      2 | start: 2026-06-09T18:00:00-05:00
        |        ^^^^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, and the zone decides

      """
  ),
  BadInput(
    "an event ends before it begins",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    end: 2026-06-09 17:00
    ---

    """,
    says: """
      content/events/e.md:3:6: error: an event must not end before it begins
        |
      3 | end: 2026-06-09 17:00
        |      ^^^^^^^^^^^^^^^^ begins at 2026-06-09 18:00

      """
  ),
  BadInput(
    "an event has an end and a duration",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    end: 2026-06-09 19:00
    duration: 1h
    ---

    """,
    says: """
      content/events/e.md:4:1: error: an event must have an `end` or a `duration`, not both
        |
      4 | duration: 1h
        | ^^^^^^^^

      """
  ),
  BadInput(
    "an end has no start",
    "content/events/e.md",
    """
    ---
    end: 2026-06-09 19:00
    ---

    """,
    says: """
      content/events/e.md:1:1: error: an event must have a `start`
        |
      1 | ---
        | ^^^
        = help: write `start: 2026-03-10 18:00`

      """
  ),
  BadInput(
    "an end is a date alone",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    end: 2026-06-10
    ---

    """,
    says: """
      content/events/e.md:3:6: error: the `end` of an event that isn't all-day must have a time of day
        |
      3 | end: 2026-06-10
        |      ^^^^^^^^^^
        = help: write `2026-06-10 21:00`

      """
  ),
  BadInput(
    "a duration is words",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    duration: two hours
    ---

    """,
    says: """
      content/events/e.md:3:11: error: `duration`: a duration is written as `2h`, `90m`, `1h30m`, `3d` or `PT1H30M`
        |
      3 | duration: two hours
        |           ^^^^^^^^^

      """
  ),
  BadInput(
    "an all-day event has a time of day",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    all_day: true
    ---

    """,
    says: """
      content/events/e.md:2:8: error: the `start` of an all-day event must be a date alone
        |
      2 | start: 2026-06-09 18:00
        |        ^^^^^^^^^^^^^^^^
        = note: `all_day` stands in line 3
        = help: write `2026-06-09`, or leave out `all_day`

      """
  ),
  BadInput(
    "an all-day event ends at a time of day",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09
    end: 2026-06-10 12:00
    ---

    """,
    says: """
      content/events/e.md:3:6: error: the `end` of an all-day event must be a date alone, its last day
        |
      3 | end: 2026-06-10 12:00
        |      ^^^^^^^^^^^^^^^^
        = help: write `2026-06-10`

      """
  ),
  BadInput(
    "an all-day event ends before its day",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09
    end: 2026-06-08
    ---

    """,
    says: """
      content/events/e.md:3:6: error: an event must not end before it begins
        |
      3 | end: 2026-06-08
        |      ^^^^^^^^^^ begins on 2026-06-09

      """
  ),
  BadInput(
    "an all-day event lasts hours",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09
    duration: 24h
    ---

    """,
    says: """
      content/events/e.md:3:11: error: the `duration` of an all-day event must be days
        |
      3 | duration: 24h
        |           ^^^
        = help: write `1d`, or give `start` a time of day

      """
  ),
  BadInput(
    "an event with a date alone is not all-day",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09
    all_day: no
    ---

    """,
    says: """
      content/events/e.md:2:8: error: the `start` of an event that isn't all-day must have a time of day
        |
      2 | start: 2026-06-09
        |        ^^^^^^^^^^
        = help: write `2026-06-09 18:00`

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with an event's times is said where it stands`(input: BadInput) {
  input.check()
}
