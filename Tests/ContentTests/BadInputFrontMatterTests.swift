import Testing

private let inputs: [BadInput] = [
  BadInput(
    "an unknown key has a near one",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    tilte: Tea
    ---

    """,
    says: """
      content/events/e.md:3:1: error: unknown key `tilte` in an event
        |
      3 | tilte: Tea
        | ^^^^^ not a key of an event
        = help: did you mean `title`?

      """
  ),
  BadInput(
    "an unknown key is one of another kind",
    "content/posts/2026-05-01-a.md",
    """
    ---
    start: 2026-06-09
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:1: error: unknown key `start` in a post
        |
      2 | start: 2026-06-09
        | ^^^^^ not a key of a post
        = help: `start` is a key of an event

      """
  ),
  BadInput(
    "an unknown key of a kind that is near one of its own, too",
    settings: """
      title: T
      base_url: https://x.example/
      event: tea

      """,
    says: """
      site.yml:3:1: error: unknown key `event` in site.yml
        |
      3 | event: tea
        | ^^^^^ not a key of site.yml
        = help: did you mean `events`? `event` is a key of a post

      """
  ),
  BadInput(
    "an unknown key is like nothing",
    "content/posts/2026-05-01-a.md",
    """
    ---
    zzz: 1
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:1: error: unknown key `zzz` in a post
        |
      2 | zzz: 1
        | ^^^ not a key of a post

      """
  ),
  BadInput(
    "front matter never ends",
    "content/posts/2026-05-01-a.md",
    """
    ---
    title: A
    Text

    """,
    says: """
      content/posts/2026-05-01-a.md:1:1: error: front matter must end with a line `---`
        |
      1 | ---
        | ^^^ begins here and never ends

      """
  ),
  BadInput(
    "front matter is a list",
    "content/posts/2026-05-01-a.md",
    """
    ---
    - title
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:1: error: front matter must be keys with values
        |
      2 | - title
        | ^^^^^^^ this is a list
        = help: write `title: …`

      """
  ),
  BadInput(
    "front matter is a text",
    "content/posts/2026-05-01-a.md",
    """
    ---
    Hello there
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:1: error: front matter must be keys with values
        |
      2 | Hello there
        | ^^^^^^^^^^^ this is a text
        = help: write `title: …`

      """
  ),
  BadInput(
    "a key stands twice",
    "content/posts/2026-05-01-a.md",
    """
    ---
    title: A
    title: B
    draft: perhaps
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:3:1: error: duplicate key `title`
        |
      3 | title: B
        | ^^^^^ first given on line 2
        = help: keep one of them
      content/posts/2026-05-01-a.md:4:8: error: `draft` must be `true` or `false`
        |
      4 | draft: perhaps
        |        ^^^^^^^

      """
  ),
  BadInput(
    "YAML has an anchor",
    "content/posts/2026-05-01-a.md",
    """
    ---
    title: &a A
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: anchors such as `&a` are not read
        |
      2 | title: &a A
        |        ^^
        = help: remove it, or put the value in quotes if it is meant as text

      """
  ),
  BadInput(
    "YAML is broken off",
    "content/posts/2026-05-01-a.md",
    """
    ---
    tags: [a, b
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:7: error: a `[` that opens is closed
        |
      2 | tags: [a, b
        |       ^ never closed
        = help: write `]` at its end, or put the value in quotes if it is meant as text

      """
  ),
  BadInput(
    "a title is a list",
    "content/posts/2026-05-01-a.md",
    """
    ---
    title: [A]
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `title` must be a text
        |
      2 | title: [A]
        |        ^^^ this is a list

      """
  ),
  BadInput(
    "a title has two lines",
    "content/posts/2026-05-01-a.md",
    """
    ---
    title: |
      A
      B
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `title` must be one line
        |
      2 | title: |
        |        ^

      """
  ),
  BadInput(
    "a title has a control character",
    "content/posts/2026-05-01-a.md",
    #"""
    ---
    title: "A\x07"
    ---

    """#,
    says: #"""
      content/posts/2026-05-01-a.md:2:8: error: `title` must not hold control characters
        |
      2 | title: "A\x07"
        |        ^^^^^^^

      """#
  ),
  BadInput(
    "a text is a map",
    "content/posts/2026-05-01-a.md",
    """
    ---
    summary: {a: b}
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:10: error: `summary` must be a text
        |
      2 | summary: {a: b}
        |          ^^^^^^ this is a map

      """
  ),
  BadInput(
    "a draft is neither true nor false",
    "content/posts/2026-05-01-a.md",
    """
    ---
    draft: maybe
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `draft` must be `true` or `false`
        |
      2 | draft: maybe
        |        ^^^^^

      """
  ),
  BadInput(
    "a word is near a known one",
    "content/posts/2026-05-01-a.md",
    """
    ---
    comments: close
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:11: error: `comments` must be `open`, `closed` or `off`
        |
      2 | comments: close
        |           ^^^^^
        = help: did you mean `closed`?

      """
  ),
  BadInput(
    "a word is like no known one",
    "content/events/e.md",
    """
    ---
    start: 2026-06-09 18:00
    status: happening
    ---

    """,
    says: """
      content/events/e.md:3:9: error: `status` must be `scheduled`, `cancelled`, `postponed`, `moved-online` or `rescheduled`
        |
      3 | status: happening
        |         ^^^^^^^^^

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with front matter is said where it stands`(input: BadInput) {
  input.check()
}
