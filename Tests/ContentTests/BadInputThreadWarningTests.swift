import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a parent is missing",
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
        reply_to: 7

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:13: warning: `reply_to` must be the `id` of a comment in this thread
        |
      4 |   reply_to: 7
        |             ^ no such comment, so this one is shown as a root

      """
  ),
  BadInput(
    "comments answer each other",
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
        reply_to: 2
      - id: 2
        reply_to: 1
        date: 2026-05-02
        body: x

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:13: warning: comments must not answer each other in a circle
        |
      4 |   reply_to: 2
        |             ^ leads back here, so this comment is shown as a root

      """
  ),
  BadInput(
    "a comment's address is dangerous",
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
        url: "javascript:alert(1)"

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:8: warning: a comment's `url` must be an address that begins with `https://` or `http://`
        |
      4 |   url: "javascript:alert(1)"
        |        ^^^^^^^^^^^^^^^^^^^^^ has the scheme `javascript`, so it isn't shown

      """
  ),
  BadInput(
    "a comment's avatar is elsewhere",
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
        avatar: https://x.example/a.png

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:4:11: warning: a comment's `avatar` must be a path on this site
        |
      4 |   avatar: https://x.example/a.png
        |           ^^^^^^^^^^^^^^^^^^^^^^^ doesn't begin with `/`, so it isn't shown

      """
  ),
  BadInput(
    "an approved comment has no body",
    [
      "content/posts/2026-05-01-a.md": """
      ---
      title: A
      ---

      """,
      "content/posts/2026-05-01-a.comments.yml": """
      - id: 1
        date: 2026-05-02

      """,
    ],
    says: """
      content/posts/2026-05-01-a.comments.yml:1:3: warning: an approved comment should have a `body`
        |
      1 | - id: 1
        |   ^^

      """
  ),
  BadInput(
    "a thread has no page",
    [
      "content/posts/tea.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x

      """
    ],
    says: """
      content/posts/tea.comments.yml: warning: a thread should have a page
       = help: its page would be `content/posts/tea.md`

      """
  ),
  BadInput(
    "a list has a thread",
    [
      "content/index.md": "",
      "content/comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x

      """,
    ],
    says: """
      content/comments.yml: warning: a thread should have a page
       = help: `content/index.md` is a list, which has no comments

      """
  ),
  BadInput(
    "a page has two threads",
    [
      "content/tea/index.md": "",
      "content/tea/comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x

      """,
      "content/tea.comments.yml": """
      - id: 1
        date: 2026-05-02
        body: x

      """,
    ],
    says: """
      content/tea/comments.yml: error: a page must have one thread
       = help: move its comments to `content/tea.comments.yml`

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with comments that are shown all the same is said where it stands`(
  input: BadInput
) {
  input.check()
}
