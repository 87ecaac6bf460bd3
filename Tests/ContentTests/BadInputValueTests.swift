import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a slug has a slash",
    "content/posts/2026-05-01-a.md",
    """
    ---
    slug: a/b
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:7: error: `slug` must be one part of an address
        |
      2 | slug: a/b
        |       ^^^ holds `/`

      """
  ),
  BadInput(
    "a slug leads up",
    "content/posts/2026-05-01-a.md",
    """
    ---
    slug: ..
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:7: error: `slug` must be one part of an address
        |
      2 | slug: ..
        |       ^^ leads elsewhere

      """
  ),
  BadInput(
    "a permalink is relative",
    "content/posts/2026-05-01-a.md",
    """
    ---
    permalink: tea/
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:12: error: `permalink` must be a path on this site
        |
      2 | permalink: tea/
        |            ^^^^ doesn't begin with `/`

      """
  ),
  BadInput(
    "a permalink leads up",
    "content/posts/2026-05-01-a.md",
    """
    ---
    permalink: /a/../b/
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:12: error: `permalink` must be a path on this site
        |
      2 | permalink: /a/../b/
        |            ^^^^^^^^ holds `.` or `..` as a part

      """
  ),
  BadInput(
    "a permalink has a query",
    "content/posts/2026-05-01-a.md",
    """
    ---
    permalink: /a?b
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:12: error: `permalink` must be a path on this site
        |
      2 | permalink: /a?b
        |            ^^^^ holds `?`

      """
  ),
  BadInput(
    "a permalink names a host",
    "content/posts/2026-05-01-a.md",
    """
    ---
    permalink: //evil.example/
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:12: error: `permalink` must be a path on this site
        |
      2 | permalink: //evil.example/
        |            ^^^^^^^^^^^^^^^ begins with `//`, which names a host

      """
  ),
  BadInput(
    "an alias has a backslash",
    "content/posts/2026-05-01-a.md",
    #"""
    ---
    aliases: [/ok/, '/a\b']
    ---

    """#,
    says: #"""
      content/posts/2026-05-01-a.md:2:17: error: `aliases` must be a path on this site
        |
      2 | aliases: [/ok/, '/a\b']
        |                 ^^^^^^ holds `\`

      """#
  ),
  BadInput(
    "an image has a dangerous scheme",
    "content/posts/2026-05-01-a.md",
    """
    ---
    image: "javascript:alert(1)"
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `image` must be a path, or an address that begins with `https://` or `http://`
        |
      2 | image: "javascript:alert(1)"
        |        ^^^^^^^^^^^^^^^^^^^^^ has the scheme `javascript`

      """
  ),
  BadInput(
    "tags are a map",
    "content/posts/2026-05-01-a.md",
    """
    ---
    tags: {a: b}
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:7: error: `tags` must be a text or a list of texts
        |
      2 | tags: {a: b}
        |       ^^^^^^ this is a map

      """
  ),
  BadInput(
    "a tag is a list",
    "content/posts/2026-05-01-a.md",
    """
    ---
    tags: [a, [b]]
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:11: error: each of `tags` must be a text
        |
      2 | tags: [a, [b]]
        |           ^^^ this is a list

      """
  ),
  BadInput(
    "a tag has no letter or digit",
    "content/posts/2026-05-01-a.md",
    """
    ---
    tags: ['!?']
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: a tag must hold a letter or a digit
        |
      2 | tags: ['!?']
        |        ^^^^

      """
  ),
  BadInput(
    "a template is elsewhere",
    "content/posts/2026-05-01-a.md",
    """
    ---
    template: ../x.html
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:11: error: `template` must be the name of a file in templates/
        |
      2 | template: ../x.html
        |           ^^^^^^^^^

      """
  ),
  BadInput(
    "extra is a text",
    "content/posts/2026-05-01-a.md",
    """
    ---
    extra: more
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:2:8: error: `extra` must be a map
        |
      2 | extra: more
        |        ^^^^ this is a text

      """
  ),
  BadInput(
    "a post has author and authors",
    "content/posts/2026-05-01-a.md",
    """
    ---
    author: A
    authors: [B]
    ---

    """,
    says: """
      content/posts/2026-05-01-a.md:3:1: error: a post must have `author` or `authors`, not both
        |
      3 | authors: [B]
        | ^^^^^^^
        = help: put all names under `authors`

      """
  ),
  BadInput(
    "a person has an address without a scheme",
    "content/people/jess.md",
    """
    ---
    url: jess.example
    ---

    """,
    says: """
      content/people/jess.md:2:6: error: `url` must be an address that begins with `https://` or `http://`
        |
      2 | url: jess.example
        |      ^^^^^^^^^^^^ has no `https://`

      """
  ),
  BadInput(
    "a link has a dangerous scheme",
    "content/communities/b.md",
    """
    ---
    links: {Chat: "javascript:x"}
    ---

    """,
    says: """
      content/communities/b.md:2:15: error: `links.Chat` must be a path, or an address that begins with `https://`, `http://` or `mailto:`
        |
      2 | links: {Chat: "javascript:x"}
        |               ^^^^^^^^^^^^^^ has the scheme `javascript`

      """
  ),
  BadInput(
    "a community has an unknown zone",
    "content/communities/b.md",
    """
    ---
    timezone: America/New_Yrok
    ---

    """,
    says: """
      content/communities/b.md:2:11: error: unknown time zone `America/New_Yrok`
        |
      2 | timezone: America/New_Yrok
        |           ^^^^^^^^^^^^^^^^
        = help: did you mean `America/New_York`?

      """
  ),
  BadInput(
    "a hashtag has a blank",
    "content/communities/b.md",
    """
    ---
    hashtag: "#two words"
    ---

    """,
    says: """
      content/communities/b.md:2:10: error: `hashtag` must be one word of letters, digits and `_`
        |
      2 | hashtag: "#two words"
        |          ^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a hashtag is a comment",
    "content/communities/b.md",
    """
    ---
    hashtag: #SwiftBoston
    ---

    """,
    says: """
      content/communities/b.md:2:10: warning: `hashtag` should have a value
        |
      2 | hashtag: #SwiftBoston
        |          ^^^^^^^^^^^^ a comment, since it isn't quoted
        = help: write `hashtag: "#SwiftBoston"`

      """
  ),
  BadInput(
    "a latitude is too large",
    "content/venues/v.md",
    """
    ---
    lat: 91
    lon: 0
    ---

    """,
    says: """
      content/venues/v.md:2:6: error: `lat` must be a number from -90 to 90
        |
      2 | lat: 91
        |      ^^

      """
  ),
  BadInput(
    "a longitude is no number",
    "content/venues/v.md",
    """
    ---
    lat: 1
    lon: 1e3
    ---

    """,
    says: """
      content/venues/v.md:3:6: error: `lon` must be a number from -180 to 180
        |
      3 | lon: 1e3
        |      ^^^

      """
  ),
  BadInput(
    "a latitude stands alone",
    "content/venues/v.md",
    """
    ---
    lat: 1
    ---

    """,
    says: """
      content/venues/v.md:2:1: error: `lat` needs a `lon`
        |
      2 | lat: 1
        | ^^^

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with a value is said where it stands`(input: BadInput) {
  input.check()
}
