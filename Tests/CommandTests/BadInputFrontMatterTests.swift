import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a key is unknown",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      athor: jess
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:1: error: unknown key `athor` in a post
        |
      3 | athor: jess
        | ^^^^^ not a key of a post
        = help: did you mean `author`?

      """
  ),
  BadInput(
    "a key of another kind",
    [
      "content/about.md": """
      ---
      title: About
      venue: hall
      ---

      """
    ],
    says: """
      content/about.md:3:1: error: unknown key `venue` in a page
        |
      3 | venue: hall
        | ^^^^^ not a key of a page
        = help: `venue` is a key of an event

      """
  ),
  BadInput(
    "a key stands twice",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      title: Cake
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:1: error: duplicate key `title`
        |
      3 | title: Cake
        | ^^^^^ first given on line 2
        = help: keep one of them

      """
  ),
  BadInput(
    "the front matter never ends",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:1:1: error: front matter must end with a line `---`
        |
      1 | ---
        | ^^^ begins here and never ends

      """
  ),
  BadInput(
    "the front matter is a list",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      - a
      ---

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:2:1: error: front matter must be keys with values
        |
      2 | - a
        | ^^^ this is a list
        = help: write `title: …`

      """
  ),
  BadInput(
    "a value isn't closed",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: "Tea
      ---

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:2:8: error: a quote that opens is closed
        |
      2 | title: "Tea
        |        ^ never closed
        = help: write " at the end of the text too

      """
  ),
  BadInput(
    "a tab indents",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      extra:
      \tmood: fine
      ---

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:1: error: YAML is indented with spaces, never with TABs
        |
      4 | \tmood: fine
        | ^ a TAB
        = help: put spaces in its place

      """
  ),
  BadInput(
    "an anchor",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      summary: &a x
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:10: error: anchors such as `&a` are not read
        |
      3 | summary: &a x
        |          ^^
        = help: remove it, or put the value in quotes if it is meant as text

      """
  ),
  BadInput(
    "a tag of YAML",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      summary: !!str x
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:10: error: tags such as `!!str` are not read
        |
      3 | summary: !!str x
        |          ^^^^^
        = help: remove it, or put the value in quotes if it is meant as text

      """
  ),
  BadInput(
    "a yes or no is neither",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      draft: maybe
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: `draft` must be `true` or `false`
        |
      3 | draft: maybe
        |        ^^^^^

      """
  ),
  BadInput(
    "comments are neither open, closed nor off",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      comments: opened
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:11: error: `comments` must be `open`, `closed` or `off`
        |
      3 | comments: opened
        |           ^^^^^^
        = help: did you mean `open`?

      """
  ),
  BadInput(
    "an alias leaves the site",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      aliases: [../old]
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:11: error: `aliases` must be a path on this site
        |
      3 | aliases: [../old]
        |           ^^^^^^ doesn't begin with `/`

      """
  ),
  BadInput(
    "a permalink is no path",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      permalink: https://x.example/tea
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:12: error: `permalink` must be a path on this site
        |
      3 | permalink: https://x.example/tea
        |            ^^^^^^^^^^^^^^^^^^^^^ doesn't begin with `/`

      """
  ),
  BadInput(
    "an image's address is unsafe",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      image: javascript:alert(1)
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: `image` must be a path, or an address that begins with `https://` or `http://`
        |
      3 | image: javascript:alert(1)
        |        ^^^^^^^^^^^^^^^^^^^ has the scheme `javascript`

      """
  ),
  BadInput(
    "a tag has no letter",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      tags: ["!!"]
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:8: error: a tag must hold a letter or a digit
        |
      3 | tags: ["!!"]
        |        ^^^^

      """
  ),
  BadInput(
    "an author and authors",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      author: jess
      authors: [jess]
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:4:1: error: a post must have `author` or `authors`, not both
        |
      4 | authors: [jess]
        | ^^^^^^^
        = help: put all names under `authors`

      """
  ),
  BadInput(
    "a price without a currency",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05
      price: 5
      ---
      Text.

      """
    ],
    says: """
      content/events/2026-05-05-talk.md:4:1: error: `price` needs a `currency`
        |
      4 | price: 5
        | ^^^^^
        = help: write `currency: EUR`

      """
  ),
  BadInput(
    "a latitude is too large",
    [
      "content/venues/hall.md": """
      ---
      lat: 91
      lon: 0
      ---

      """
    ],
    says: """
      content/venues/hall.md:2:6: error: `lat` must be a number from -90 to 90
        |
      2 | lat: 91
        |      ^^

      """
  ),
]

@Test(arguments: inputs)
func `front matter that breaks a rule fails the build and leaves the last one`(input: BadInput)
  throws
{
  try input.check()
}
