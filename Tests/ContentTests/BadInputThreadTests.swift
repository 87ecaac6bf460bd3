import Testing

private let inputs: [BadInput] = [
  BadInput(
    "threads have YAML's longer ending",
    [
      "content/a.md": "x", "content/a.comments.yaml": "x", "content/b/index.md": "x",
      "content/b/comments.yaml": "x", "content/data/comments.yaml": "x",
    ],
    says: """
      content/a.comments.yaml: error: a thread's file ends in `.yml`
       = help: name it `a.comments.yml`
      content/b/comments.yaml: error: a thread's file ends in `.yml`
       = help: name it `comments.yml`

      """
  ),
  BadInput(
    "a thread is a map",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      id: 1

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:1:1: error: a thread must be a list of comments
        |
      1 | id: 1
        | ^^^^^ this is a map
        = help: begin each comment with `- id:`

      """
  ),
  BadInput(
    "a comment is a text",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - hello

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:1:3: error: each comment must be a map
        |
      1 | - hello
        |   ^^^^^ this is a text

      """
  ),
  BadInput(
    "a comment has neither id nor date",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - body: x

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:1:3: error: a comment must have a `date`
        |
      1 | - body: x
        |   ^^^^^^^
      content/posts/2026-05-01-a.comments.yml:1:3: error: a comment must have an `id`
        |
      1 | - body: x
        |   ^^^^^^^

      """
  ),
  BadInput(
    "an id has a blank",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: a b
        date: 2026-05-02
        body: x

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:1:7: error: `id` must be letters, digits, `-` and `_`
        |
      1 | - id: a b
        |       ^^^

      """
  ),
  BadInput(
    "two comments have one id",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x
      - id: 1
        date: 2026-05-02
        body: x

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:7: error: each comment of a thread must have an `id` of its own
        |
      4 | - id: 1
        |       ^ line 1 has it, too

      """
  ),
  BadInput(
    "a comment keeps an address of its writer",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x
        email: a@b.example
        author_ip: 10.0.0.1

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:3: error: unknown key `email` in a comment
        |
      4 |   email: a@b.example
        |   ^^^^^ not a key of a comment
        = help: a commenter's e-mail and IP address, and hashes of them, are never kept: delete it
      content/posts/2026-05-01-a.comments.yml:5:3: error: unknown key `author_ip` in a comment
        |
      5 |   author_ip: 10.0.0.1
        |   ^^^^^^^^^ not a key of a comment
        = help: a commenter's e-mail and IP address, and hashes of them, are never kept: delete it

      """
  ),
  BadInput(
    "a comment has an author and a person",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x
        author: J
        person: jess

      """,
      "content/people/jess.md": "",
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:3: error: a comment must have an `author` or a `person`, not both
        |
      4 |   author: J
        |   ^^^^^^

      """
  ),
  BadInput(
    "a person is unknown",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x
        person: jess

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:11: error: unknown person `jess`
        |
      4 |   person: jess
        |           ^^^^
        = help: its file would be `content/people/jess.md`

      """
  ),
  BadInput(
    "a date does not exist",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-02-29
        body: x

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:2:17: error: `date`: February 2026 has 28 days
        |
      2 |   date: 2026-02-29
        |                 ^^

      """
  ),
  BadInput(
    "a status is misspelt",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x
        status: aproved

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:11: error: `status` must be `approved`, `pending`, `spam` or `deleted`
        |
      4 |   status: aproved
        |           ^^^^^^^
        = help: did you mean `approved`?

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with a thread is said where it stands`(input: BadInput) {
  input.check()
}
