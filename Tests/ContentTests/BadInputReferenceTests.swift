import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a post has no date",
    "content/posts/tea.md",
    """
    ---
    title: Tea
    ---

    """,
    says: """
      content/posts/tea.md: error: a post must have a `date`
       = help: write `date: 2010-03-24`, or name the file `2010-03-24-tea.md`

      """
  ),
  BadInput(
    "a file name's date does not exist",
    "content/posts/2026-02-30-tea.md",
    "",
    says: """
      content/posts/2026-02-30-tea.md: error: the date in the file's name must exist: February 2026 has 28 days
       = help: the name begins with `2026-02-30`

      """
  ),
  BadInput(
    "a post's date is of a month with one digit",
    "content/posts/2026-05-01-a.md",
    """
    ---
    date: 2026-5-1
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:7: error: `date`: months and days have two digits
        |
      2 | date: 2026-5-1
        |       ^^^^^^^^
        = help: write `2026-05-01`

      """
  ),
  BadInput(
    "a community is unknown and near",
    [
      "content/communities/boston.md": "",
      "content/posts/2026-05-01-a.md": """
      ---
      community: bosten
      ---

      """,
    ],
    says: """
      content/posts/2026-05-01-a.md:2:12: error: unknown community `bosten`
        |
      2 | community: bosten
        |            ^^^^^^
        = help: did you mean `boston`?

      """
  ),
  BadInput(
    "a community is unknown among few",
    [
      "content/communities/boston.md": "",
      "content/posts/2026-05-01-a.md": """
      ---
      community: oslo
      ---

      """,
    ],
    says: """
      content/posts/2026-05-01-a.md:2:12: error: unknown community `oslo`
        |
      2 | community: oslo
        |            ^^^^
        = help: known here: `boston`

      """
  ),
  BadInput(
    "an event is unknown",
    [
      "content/events/e.md": """
      ---
      start: 2026-06-09 18:00
      ---

      """,
      "content/posts/2026-05-01-a.md": """
      ---
      event: tea
      ---

      """,
    ],
    says: """
      content/posts/2026-05-01-a.md:2:8: error: unknown event `tea`
        |
      2 | event: tea
        |        ^^^
        = help: known here: `e`

      """
  ),
  BadInput(
    "a venue is unknown",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    venue: hall
    ---

    """,
    says: """
      content/events/e.md:3:8: error: unknown venue `hall`
        |
      3 | venue: hall
        |        ^^^^
        = help: its file would be `content/venues/hall.md`

      """
  ),
  BadInput(
    "a name fits two events",
    [
      "content/events/2025-06-01-tea.md": """
      ---
      start: 2026-06-09 18:00
      ---

      """,
      "content/events/2026-06-01-tea.md": """
      ---
      start: 2026-06-09 18:00
      ---

      """,
      "content/posts/2026-05-01-a.md": """
      ---
      event: tea
      ---

      """,
    ],
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `tea` must name one event
        |
      2 | event: tea
        |        ^^^ fits 2 files
        = note: it fits `content/events/2025-06-01-tea.md` and `content/events/2026-06-01-tea.md`
        = help: name one of them with its date

      """
  ),
  BadInput(
    "a name is a list",
    "content/posts/2026-05-01-a.md",
    """
    ---
    event: [a, b]
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `event` must be a text
        |
      2 | event: [a, b]
        |        ^^^^^^ this is a list

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with dates and names is said where it stands`(input: BadInput) {
  input.check()
}
