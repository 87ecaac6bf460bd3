import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a community is unknown",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      community: bostn
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:12: error: unknown community `bostn`
        |
      3 | community: bostn
        |            ^^^^^
        = help: did you mean `boston`?

      """
  ),
  BadInput(
    "a recap's event is unknown",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      event: met
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: unknown event `met`
        |
      3 | event: met
        |        ^^^
        = help: did you mean `meet`?

      """
  ),
  BadInput(
    "an event's name fits two files",
    [
      "content/events/2026-04-14-meet.md": """
      ---
      title: Tea
      start: 2026-04-14
      ---
      Text.

      """,
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      event: meet
      ---
      Text.

      """,
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: `meet` must name one event
        |
      3 | event: meet
        |        ^^^^ fits 2 files
        = note: it fits `content/events/2026-04-13-meet.md` and `content/events/2026-04-14-meet.md`
        = help: name one of them with its date

      """
  ),
  BadInput(
    "a venue is unknown",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05
      venue: hal
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:4:8: error: unknown venue `hal`
        |
      4 | venue: hal
        |        ^^^
        = help: did you mean `hall`?

      """
  ),
  BadInput(
    "a template is unknown",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      template: psot.html
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:11: error: there is no template `psot.html`
        |
      3 | template: psot.html
        |           ^^^^^^^^^
        = help: did you mean `post.html`?

      """
  ),
  BadInput(
    "a link's file isn't there",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      ---
      See [us](../abuot.md).

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:10: error: the link `../abuot.md` leads nowhere
        |
      4 | See [us](../abuot.md).
        |          ^^^^^^^^^^^
        = help: did you mean `@/about.md`?

      """
  ),
  BadInput(
    "a link from content's root leads nowhere",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      ---
      See
      [us](@/nobody.md).

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:5:6: error: the link `@/nobody.md` leads nowhere
        |
      5 | [us](@/nobody.md).
        |      ^^^^^^^^^^^
        = help: there is no `content/nobody.md`; an address on the site itself begins with `/`

      """
  ),
  BadInput(
    "a picture isn't there",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      ---
      ![Cup](cup.jpg)

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:8: error: the image `cup.jpg` leads nowhere
        |
      4 | ![Cup](cup.jpg)
        |        ^^^^^^^
        = help: there is no `content/posts/cup.jpg`; an address on the site itself begins with `/`

      """
  ),
  BadInput(
    "a link leaves content/",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      ---
      [x](../../site.yml)

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:5: error: the link `../../site.yml` leads out of content/
        |
      4 | [x](../../site.yml)
        |     ^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a link leads to a draft",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      ---
      [x](2026-05-02-b.md)

      """,
      "content/posts/2026-05-02-b.md": """
      ---
      title: Tea
      draft: true
      ---
      Text.

      """,
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:5: error: the link `2026-05-02-b.md` leads to a page that isn't published: draft
        |
      4 | [x](2026-05-02-b.md)
        |     ^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a page's image isn't there",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      image: cup.jpg
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: the image `cup.jpg` leads nowhere
        |
      3 | image: cup.jpg
        |        ^^^^^^^
        = help: there is no `content/posts/cup.jpg`; an address on the site itself begins with `/`

      """
  ),
  BadInput(
    "an avatar isn't there",
    [
      "content/people/jess.md": """
      ---
      name: Jess
      avatar: jess.jpg
      ---

      """
    ],
    says: """
      content/people/jess.md:3:9: error: the image `jess.jpg` leads nowhere
        |
      3 | avatar: jess.jpg
        |         ^^^^^^^^
        = help: there is no `content/people/jess.jpg`; an address on the site itself begins with `/`

      """
  ),
]

@Test(arguments: inputs)
func `a reference that leads nowhere fails the build and leaves the last one`(input: BadInput)
  throws
{
  try input.check()
}
