import Testing

private let advice: [BadInput] = [
  BadInput(
    "it was moved, without what it was moved from",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nstatus: rescheduled\n---\n",
    says: """
      content/events/e.md:3:9: warning: an event that was moved should have `updated` or `sequence`
        |
      3 | status: rescheduled
        |         ^^^^^^^^^^^
        = help: write `sequence: 1`, so that calendars which hold the event take its new time over
      content/events/e.md:3:9: warning: an event that was rescheduled should say when it was to begin
        |
      3 | status: rescheduled
        |         ^^^^^^^^^^^
        = help: write `previous_start: 2026-06-02 18:00`

      """
  ),
  BadInput(
    "it is all-day and was moved",
    "content/events/e.md",
    "---\nstart: 2026-06-09\nstatus: rescheduled\nsequence: 1\n---\n",
    says: """
      content/events/e.md:3:9: warning: an event that was rescheduled should say when it was to begin
        |
      3 | status: rescheduled
        |         ^^^^^^^^^^^
        = help: write `previous_start: 2026-06-02`

      """
  ),
  BadInput(
    "it was moved, without saying so",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nprevious_start: 2026-06-02 18:00\n---\n",
    says: """
      content/events/e.md:3:17: warning: an event that was moved should have `updated` or `sequence`
        |
      3 | previous_start: 2026-06-02 18:00
        |                 ^^^^^^^^^^^^^^^^
        = help: write `sequence: 1`, so that calendars which hold the event take its new time over
      content/events/e.md:3:17: warning: an event with `previous_start` should say what became of it
        |
      3 | previous_start: 2026-06-02 18:00
        |                 ^^^^^^^^^^^^^^^^
        = help: write `status: rescheduled`

      """
  ),
  BadInput(
    "it was moved from where it is",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nprevious_start: 2026-06-09 18:00\nstatus: rescheduled\nupdated: 2026-05-30\n---\n",
    says: """
      content/events/e.md:3:17: warning: `previous_start` should be another time than `start`
        |
      3 | previous_start: 2026-06-09 18:00
        |                 ^^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "it was moved online, nobody knows where",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nstatus: moved-online\n---\n",
    says: """
      content/events/e.md:3:9: warning: an event that was moved online should say where it is
        |
      3 | status: moved-online
        |         ^^^^^^^^^^^^
        = help: write `online: https://meet.example.org/tea`

      """
  ),
  BadInput(
    "an occurrence has an identity of its own",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/events/x.md": "---\nseries: e\noccurrence: 2026-06-16\nuid: foo@bar\n---\n",
    ],
    says: """
      content/events/x.md:4:6: warning: a file that changes one occurrence has no effect with `uid`
        |
      4 | uid: foo@bar
        |      ^^^^^^^ an occurrence has its series' identity
        = help: leave it out, or write it into the series' own file

      """
  ),
  BadInput(
    "an occurrence was moved nowhere",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/events/x.md": "---\nseries: e\noccurrence: 2026-06-16\nstatus: rescheduled\n---\n",
    ],
    says: """
      content/events/x.md:4:9: warning: an occurrence that was rescheduled should have another start
        |
      4 | status: rescheduled
        |         ^^^^^^^^^^^
        = help: write its new `start`

      """
  ),
  BadInput(
    "an occurrence was moved online, nobody knows where",
    [
      "content/communities/nyc.md": "---\ntimezone: America/New_York\n---\n",
      "content/events/e.md":
        "---\nstart: 2026-06-09 18:00\nrepeat: every week\ncommunity: nyc\n---\n",
      "content/events/x.md": "---\nseries: e\noccurrence: 2026-06-16\nstatus: moved-online\n---\n",
    ],
    says: """
      content/events/x.md:4:9: warning: an event that was moved online should say where it is
        |
      4 | status: moved-online
        |         ^^^^^^^^^^^^
        = help: write `online: https://meet.example.org/tea`

      """
  ),
  BadInput(
    "it has another's identity",
    [
      "content/events/a.md": "---\nstart: 2026-06-09\nuid: tea@x\n---\n",
      "content/events/b.md": "---\nstart: 2026-06-10\nuid: tea@x\n---\n",
    ],
    says: """
      content/events/b.md:3:6: warning: two events should not have one `uid`: calendars show one of them
        |
      3 | uid: tea@x
        |      ^^^^^ that of `content/events/a.md` too
        = help: give each its own, or leave `uid` out

      """
  ),
  BadInput(
    "it has the identity that another has by its path",
    [
      "content/events/a.md": "---\nstart: 2026-06-09\nuid: b@x.example\n---\n",
      "content/events/b.md": "---\nstart: 2026-06-10\n---\n",
    ],
    says: """
      content/events/a.md:3:6: warning: two events should not have one `uid`: calendars show one of them
        |
      3 | uid: b@x.example
        |      ^^^^^^^^^^^ that of `content/events/b.md` too
        = help: give each its own, or leave `uid` out

      """
  ),
  BadInput(
    "its zone is a city",
    "content/events/e.md",
    "---\nstart: 2026-06-09\ntimezone: berlin\n---\n",
    says: """
      content/events/e.md:3:11: error: unknown time zone `berlin`
        |
      3 | timezone: berlin
        |           ^^^^^^
        = help: did you mean `Europe/Berlin`?

      """
  ),
  BadInput(
    "it has an original start, but no series",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\noccurrence: 2026-06-09\n---\n",
    says: """
      content/events/e.md:3:1: error: `occurrence` needs a `series`
        |
      3 | occurrence: 2026-06-09
        | ^^^^^^^^^^

      """
  ),
]

private let exceptions: [BadInput] = [
  BadInput(
    "a day is another",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nrepeat: every week\nexcept: [2026-06-16, 2026-06-24, 2026-07-06]\n---\n",
    says: """
      content/events/e.md:4:22: warning: `except` should name an occurrence: the series doesn't take place on `2026-06-24`
        |
      4 | except: [2026-06-16, 2026-06-24, 2026-07-06]
        |                      ^^^^^^^^^^ a Wednesday
        = help: did you mean `2026-06-23`?
      content/events/e.md:4:34: warning: `except` should name an occurrence: the series doesn't take place on `2026-07-06`
        |
      4 | except: [2026-06-16, 2026-06-24, 2026-07-06]
        |                                  ^^^^^^^^^^ a Monday
        = help: did you mean `2026-07-07`?

      """
  ),
  BadInput(
    "a time is another",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nrepeat: every week\nexcept: 2026-06-16 17:00\n---\n",
    says: """
      content/events/e.md:4:9: warning: `except` should name an occurrence: the series doesn't take place on `2026-06-16 17:00`
        |
      4 | except: 2026-06-16 17:00
        |         ^^^^^^^^^^^^^^^^ a Tuesday
        = help: did you mean `2026-06-16 18:00`?

      """
  ),
  BadInput(
    "it is past the series' end",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nrepeat: every week 3 times\nexcept: 2027-06-29\n---\n",
    says: """
      content/events/e.md:4:9: warning: `except` should name an occurrence: the series doesn't take place on `2027-06-29`
        |
      4 | except: 2027-06-29
        |         ^^^^^^^^^^ a Tuesday
        = help: did you mean `2026-06-23`?

      """
  ),
  BadInput(
    "it is before the series' start",
    "content/events/e.md",
    "---\nstart: 2026-06-09\nrepeat: every week\nexcept: 2026-06-02\n---\n",
    says: """
      content/events/e.md:4:9: warning: `except` should name an occurrence: the series doesn't take place on `2026-06-02`
        |
      4 | except: 2026-06-02
        |         ^^^^^^^^^^ a Tuesday
        = help: did you mean `2026-06-09`?

      """
  ),
  BadInput(
    "nothing is left",
    "content/events/e.md",
    "---\nstart: 2026-06-09 18:00\nrepeat: every week 2 times\nexcept: [2026-06-09, 2026-06-16]\n---\n",
    says: """
      content/events/e.md:4:10: warning: a series should take place: `except` leaves nothing of it
        |
      4 | except: [2026-06-09, 2026-06-16]
        |          ^^^^^^^^^^
        = help: delete the file, or write `status: cancelled`

      """
  ),
]

@Test(arguments: advice)
func `what readers and calendars miss of an event is said`(input: BadInput) {
  input.check()
}

@Test(arguments: exceptions)
func `an exception that leaves nothing out, or all, is a warning`(input: BadInput) {
  input.check()
}

@Test(arguments: [
  "start: 2026-06-09 18:00\nstatus: cancelled",
  "start: 2026-06-09 18:00\nstatus: postponed",
  "start: 2026-06-09 18:00\nrepeat: every week\nstatus: cancelled",
  "start: 2026-06-09 18:00\nstatus: rescheduled\nprevious_start: 2026-06-02 18:00\nsequence: 1",
  "start: 2026-06-09 18:00\nstatus: rescheduled\nprevious_start: 2026-06-02 18:00\nupdated: 2026-05-30",
  "start: 2026-05-09 18:00\nstatus: rescheduled\nprevious_start: 2026-05-02 18:00",
  "start: 2026-06-09 18:00\nstatus: moved-online\nonline: https://meet.example/",
  "start: 2026-06-09 18:00\nrepeat: every week\nexcept: [2026-06-16, 2026-06-23 18:00]",
  "start: 2026-06-09 18:00\nrepeat: every week\nexcept: 2026-06-16T18:00:00Z",
])
func `nothing is missed of an event that says all`(lines: String) {
  #expect(Reading(["content/events/e.md": "---\n\(lines)\n---\n"]).said == "")
}
