import Testing

private let offsets: [BadInput] = [
  BadInput(
    "a whole day was left out",
    [
      "content/events/e.md": "---\nstart: 2011-12-30\ntimezone: Pacific/Apia\n---\n"
    ],
    says: """
      content/events/e.md:2:8: error: `start`: `2011-12-30 00:00` doesn't exist in Pacific/Apia: clocks go from 2011-12-30 00:00 to 2011-12-31 00:00
        |
      2 | start: 2011-12-30
        |        ^^^^^^^^^^
        = help: write `2011-12-29 23:59` or `2011-12-31 00:00`

      """
  ),
  BadInput(
    "it isn't the community's",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md": "---\nstart: 2026-06-09 18:00+02:00\ncommunity: nyc\n---\n",
    ],
    says: """
      content/events/e.md:2:8: error: `start`: the offset in America/New_York is then `-04:00`
        |
      2 | start: 2026-06-09 18:00+02:00
        |        ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "the time that it was moved from has another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00-04:00\nprevious_start: 2026-06-02 18:00-05:00\nstatus: rescheduled\nsequence: 1\ncommunity: nyc\n---\n",
    ],
    says: """
      content/events/e.md:3:17: error: `previous_start`: the offset in America/New_York is then `-04:00`
        |
      3 | previous_start: 2026-06-02 18:00-05:00
        |                 ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "an end has another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nend: 2026-06-09 20:00+02:00\ncommunity: nyc\n---\n",
    ],
    says: """
      content/events/e.md:3:6: error: `end`: the offset in America/New_York is then `-04:00`
        |
      3 | end: 2026-06-09 20:00+02:00
        |      ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "an addition and an exception have another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\nalso: 2026-06-10 18:00+02:00\nexcept: 2026-06-16 18:00+02:00\ncommunity: nyc\n---\n",
    ],
    says: """
      content/events/e.md:4:7: error: `also`: the offset in America/New_York is then `-04:00`
        |
      4 | also: 2026-06-10 18:00+02:00
        |       ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`
      content/events/e.md:5:9: error: `except`: the offset in America/New_York is then `-04:00`
        |
      5 | except: 2026-06-16 18:00+02:00
        |         ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "the name of an occurrence has another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/events/x.md": "---\nseries: e\noccurrence: 2026-06-16 18:00+02:00\n---\n",
    ],
    says: """
      content/events/x.md:3:13: error: `occurrence`: the offset in America/New_York is then `-04:00`
        |
      3 | occurrence: 2026-06-16 18:00+02:00
        |             ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "a changed occurrence's start has another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/events/x.md":
        "---\nseries: e\noccurrence: 2026-06-16\nstart: 2026-06-17 18:00+02:00\n---\n",
    ],
    says: """
      content/events/x.md:4:8: error: `start`: the offset in America/New_York is then `-04:00`
        |
      4 | start: 2026-06-17 18:00+02:00
        |        ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "a recap names an occurrence with another",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/posts/2026-05-01-x.md": "---\nevent: e/2026-06-16 18:00+02:00\n---\n",
    ],
    says: """
      content/posts/2026-05-01-x.md:2:8: error: `event`: the offset in America/New_York is then `-04:00`
        |
      2 | event: e/2026-06-16 18:00+02:00
        |        ^^^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, or name the event's own `timezone`

      """
  ),
  BadInput(
    "an occurrence that the clocks skip isn't named with the one before",
    [
      "content/events/e.md":
        "---\nstart: 2026-03-22 02:30\nrepeat: every week\ntimezone: Europe/Berlin\n---\n",
      "content/events/x.md": "---\nseries: e\noccurrence: 2026-03-29 02:30+02:00\n---\n",
    ],
    says: """
      content/events/x.md:3:13: error: `occurrence`: the offset in Europe/Berlin is then `+01:00`
        |
      3 | occurrence: 2026-03-29 02:30+02:00
        |             ^^^^^^^^^^^^^^^^^^^^^^
        = help: leave the offset out, and the zone decides

      """
  ),
]

private let years: [BadInput] = [
  BadInput(
    "it begins in the year 10000 of UTC",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md": "---\nstart: 9999-12-31 23:00\ncommunity: nyc\n---\n",
    ],
    says: """
      content/events/e.md:2:8: error: `start`: a time must be in the years 1 to 9999, in UTC too
        |
      2 | start: 9999-12-31 23:00
        |        ^^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "it lasts a day too long",
    "content/events/e.md",
    "---\nstart: 9999-12-31\n---\n",
    says: """
      content/events/e.md:2:8: error: an event must be over before the year 10000, in UTC too
        |
      2 | start: 9999-12-31
        |        ^^^^^^^^^^

      """
  ),
  BadInput(
    "it ends too late by its end",
    "content/events/e.md",
    "---\nstart: 2026-06-09\nend: 9999-12-31\n---\n",
    says: """
      content/events/e.md:3:6: error: an event must be over before the year 10000, in UTC too
        |
      3 | end: 9999-12-31
        |      ^^^^^^^^^^

      """
  ),
  BadInput(
    "it ends too late by its duration",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nduration: 2920000d\n---\n",
    says: """
      content/events/e.md:3:11: error: an event must be over before the year 10000, in UTC too
        |
      3 | duration: 2920000d
        |           ^^^^^^^^

      """
  ),
  BadInput(
    "it begins before the year 1 of UTC",
    "content/events/e.md",
    "---\nstart: 0001-01-01 00:30\ntimezone: Europe/Berlin\n---\n",
    says: """
      content/events/e.md:2:8: error: `start`: a time must be in the years 1 to 9999, in UTC too
        |
      2 | start: 0001-01-01 00:30
        |        ^^^^^^^^^^^^^^^^

      """
  ),
]

@Test(arguments: offsets)
func `an offset must be the zone's, whoever named the zone`(input: BadInput) {
  input.check()
}

@Test(arguments: years)
func `an event must lie in years of four digits`(input: BadInput) {
  input.check()
}
