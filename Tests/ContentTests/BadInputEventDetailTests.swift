import Testing

private let inputs: [BadInput] = [
  BadInput(
    "an exception is no date",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    repeat: every week
    except: [2026-06-16, June]
    ---

    """,
    says: """
      content/events/e.md:4:22: error: `except`: a time begins with a date such as `2026-03-10`
        |
      4 | except: [2026-06-16, June]
        |                      ^^^^

      """
  ),
  BadInput(
    "a series has no occurrence",
    [
      "content/events/e.md": """
      ---
      start: 2026-06-09 18:00
      repeat: every week
      ---

      """,
      "content/events/x.md": """
      ---
      start: 2026-06-16 19:00
      series: e
      ---

      """,
    ],
    says: """
      content/events/x.md:3:1: error: `series` needs an `occurrence`
        |
      3 | series: e
        | ^^^^^^

      """
  ),
  BadInput(
    "a series is unknown",
    "content/events/e.md",
    """
    ---
    series: swft
    occurrence: 2026-06-16
    ---

    """,
    says: """
      content/events/e.md:2:9: error: unknown event `swft`
        |
      2 | series: swft
        |         ^^^^
        = help: its file would be `content/events/swft.md`

      """
  ),
  BadInput(
    "a capacity is none",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    capacity: 0
    ---

    """,
    says: """
      content/events/e.md:3:11: error: `capacity` must be a whole number from 1 to 1000000
        |
      3 | capacity: 0
        |           ^

      """
  ),
  BadInput(
    "a sequence is no number",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    sequence: 1.5
    ---

    """,
    says: """
      content/events/e.md:3:11: error: `sequence` must be a whole number of at least 0
        |
      3 | sequence: 1.5
        |           ^^^

      """
  ),
  BadInput(
    "a price has its currency in it",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    price: $5
    ---

    """,
    says: """
      content/events/e.md:3:8: error: `price` must be a number such as `5` or `12.50`
        |
      3 | price: $5
        |        ^^
        = help: its `currency` stands in a key of its own

      """
  ),
  BadInput(
    "a price has no currency",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    price: 5
    ---

    """,
    says: """
      content/events/e.md:3:1: error: `price` needs a `currency`
        |
      3 | price: 5
        | ^^^^^
        = help: write `currency: EUR`

      """
  ),
  BadInput(
    "a currency is a sign",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    price: 5
    currency: €
    ---

    """,
    says: """
      content/events/e.md:4:11: error: `currency` must be three capital letters such as `EUR` (ISO 4217)
        |
      4 | currency: €
        |           ^

      """
  ),
  BadInput(
    "a place to join has no host",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    online: 'https://'
    ---

    """,
    says: """
      content/events/e.md:3:9: error: `online` must be an address that begins with `https://` or `http://`
        |
      3 | online: 'https://'
        |         ^^^^^^^^^^ has no host

      """
  ),
  BadInput(
    "a venue in place has no name",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    venue: {city: Boston}
    ---

    """,
    says: """
      content/events/e.md:3:8: error: an event's `venue` must have a `name`
        |
      3 | venue: {city: Boston}
        |        ^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a venue in place has an unknown key",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    venue: {name: Hall, adress: Street 1}
    ---

    """,
    says: """
      content/events/e.md:3:21: error: unknown key `adress` in an event's `venue`
        |
      3 | venue: {name: Hall, adress: Street 1}
        |                     ^^^^^^ not a key of an event's `venue`
        = help: did you mean `address`?

      """
  ),
  BadInput(
    "a speaker has no name",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    speakers: [{talk: Tea}]
    ---

    """,
    says: """
      content/events/e.md:3:12: error: a speaker must have a `name`
        |
      3 | speakers: [{talk: Tea}]
        |            ^^^^^^^^^^^

      """
  ),
  BadInput(
    "a schedule is a text",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    schedule: at six
    ---

    """,
    says: """
      content/events/e.md:3:11: error: `schedule` must be a list
        |
      3 | schedule: at six
        |           ^^^^^^ this is a text

      """
  ),
  BadInput(
    "a line of a schedule has no title",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    schedule: [{at: 18:30}]
    ---

    """,
    says: """
      content/events/e.md:3:12: error: a line of a schedule must have a `title`
        |
      3 | schedule: [{at: 18:30}]
        |            ^^^^^^^^^^^

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with an event is said where it stands`(input: BadInput) {
  input.check()
}
