import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a post has no date",
    [
      "content/posts/tea.md": """
      ---
      title: Tea
      ---
      Text.

      """
    ],
    says: """
      content/posts/tea.md: error: a post must have a `date`
       = help: write `date: 2010-03-24`, or name the file `2010-03-24-tea.md`

      """
  ),
  BadInput(
    "a file's name has a day that doesn't exist",
    [
      "content/posts/2026-02-30-tea.md": """
      ---
      title: Tea
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-02-30-tea.md: error: the date in the file's name must exist: February 2026 has 28 days
       = help: the name begins with `2026-02-30`

      """
  ),
  BadInput(
    "a date has a month that doesn't exist",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      date: 2026-13-01
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:12: error: `date`: a month is 01 to 12
        |
      3 | date: 2026-13-01
        |            ^^

      """
  ),
  BadInput(
    "a date is in words",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      date: yesterday
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:7: error: `date`: a time begins with a date such as `2026-03-10`
        |
      3 | date: yesterday
        |       ^^^^^^^^^

      """
  ),
  BadInput(
    "an event has no start",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:1:1: error: an event must have a `start`
        |
      1 | ---
        | ^^^
        = help: write `start: 2026-03-10 18:00`

      """
  ),
  BadInput(
    "an event ends before it starts",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05 18:00
      end: 2026-05-05 17:00
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:4:6: error: an event must not end before it begins
        |
      4 | end: 2026-05-05 17:00
        |      ^^^^^^^^^^^^^^^^ begins at 2026-05-05 18:00

      """
  ),
  BadInput(
    "an event has an end and a duration",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05 18:00
      end: 2026-05-05 19:00
      duration: 1h
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:5:1: error: an event must have an `end` or a `duration`, not both
        |
      5 | duration: 1h
        | ^^^^^^^^

      """
  ),
  BadInput(
    "a duration isn't one",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05 18:00
      duration: two hours
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:4:11: error: `duration`: a duration is written as `2h`, `90m`, `1h30m`, `3d` or `PT1H30M`
        |
      4 | duration: two hours
        |           ^^^^^^^^^

      """
  ),
  BadInput(
    "clocks skip a time",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      community: boston
      start: 2026-03-08 02:30
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:4:8: error: `start`: `2026-03-08 02:30` doesn't exist in America/New_York: clocks go from 02:00 to 03:00
        |
      4 | start: 2026-03-08 02:30
        |        ^^^^^^^^^^^^^^^^
        = help: write `01:59` or `03:00`

      """
  ),
  BadInput(
    "a time zone is unknown",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      timezone: America/New_Yrok
      start: 2026-05-05 18:00
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:3:11: error: unknown time zone `America/New_Yrok`
        |
      3 | timezone: America/New_Yrok
        |           ^^^^^^^^^^^^^^^^
        = help: did you mean `America/New_York`?

      """
  ),
]

@Test(arguments: inputs)
func `a time that breaks a rule fails the build and leaves the last one`(input: BadInput) throws {
  try input.check()
}
