import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a comment has no id",
    [
      "content/about.comments.yml": """
      - date: 2026-01-01
        body: x

      """
    ],
    says: """
      content/about.comments.yml:1:3: error: a comment must have an `id`
        |
      1 | - date: 2026-01-01
        |   ^^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a comment has no date",
    [
      "content/about.comments.yml": """
      - id: 1
        body: x

      """
    ],
    says: """
      content/about.comments.yml:1:3: error: a comment must have a `date`
        |
      1 | - id: 1
        |   ^^^^^

      """
  ),
  BadInput(
    "two comments have one id",
    [
      "content/about.comments.yml": """
      - id: 1
        date: 2026-01-01
        body: x
      - id: 1
        date: 2026-01-02
        body: y

      """
    ],
    says: """
      content/about.comments.yml:4:7: error: each comment of a thread must have an `id` of its own
        |
      4 | - id: 1
        |       ^ line 1 has it, too

      """
  ),
  BadInput(
    "a comment's person is unknown",
    [
      "content/about.comments.yml": """
      - id: 1
        person: jes
        date: 2026-01-01
        body: x

      """
    ],
    says: """
      content/about.comments.yml:2:11: error: unknown person `jes`
        |
      2 |   person: jes
        |           ^^^
        = help: did you mean `jess`?

      """
  ),
  BadInput(
    "a comment has an e-mail address",
    [
      "content/about.comments.yml": """
      - id: 1
        email: a@b.example
        date: 2026-01-01
        body: x

      """
    ],
    says: """
      content/about.comments.yml:2:3: error: unknown key `email` in a comment
        |
      2 |   email: a@b.example
        |   ^^^^^ not a key of a comment
        = help: a commenter's e-mail and IP address, and hashes of them, are never kept: delete it

      """
  ),
  BadInput(
    "a comment's status is unknown",
    [
      "content/about.comments.yml": """
      - id: 1
        status: approvd
        date: 2026-01-01
        body: x

      """
    ],
    says: """
      content/about.comments.yml:2:11: error: `status` must be `approved`, `pending`, `spam` or `deleted`
        |
      2 |   status: approvd
        |           ^^^^^^^
        = help: did you mean `approved`?

      """
  ),
  BadInput(
    "a thread is a map",
    [
      "content/about.comments.yml": "id: 1\n"
    ],
    says: """
      content/about.comments.yml:1:1: error: a thread must be a list of comments
        |
      1 | id: 1
        | ^^^^^ this is a map
        = help: begin each comment with `- id:`

      """
  ),
  BadInput(
    "a thread isn't YAML",
    [
      "content/about.comments.yml": "- id: [1\n"
    ],
    says: """
      content/about.comments.yml:1:7: error: a `[` that opens is closed
        |
      1 | - id: [1
        |       ^ never closed
        = help: write `]` at its end, or put the value in quotes if it is meant as text

      """
  ),
]

@Test(arguments: inputs)
func `a thread that breaks a rule fails the build and leaves the last one`(input: BadInput) throws {
  try input.check()
}
