import Testing

private let inputs: [BadInput] = [
  BadInput(
    "two pages at one address",
    [
      "content/a.md": """
      ---
      permalink: /about/
      ---

      """
    ],
    says: """
      content/a.md:2:12: error: the address `/about/` is taken by `content/about.md`
        |
      2 | permalink: /about/
        |            ^^^^^^^
        = help: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "an alias at a page's address",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      aliases: [/about/]
      ---
      Text.

      """
    ],
    says: """
      content/posts/2026-05-01-tea.md:3:11: error: the address `/about/` is taken by `content/about.md`
        |
      3 | aliases: [/about/]
        |           ^^^^^^^
        = help: remove the alias, or write another

      """
  ),
  BadInput(
    "two aliases are one",
    [
      "content/posts/2026-05-01-tea.md": """
      ---
      title: Tea
      aliases: [/old/]
      ---
      Text.

      """,
      "content/about.md": """
      ---
      title: About
      aliases: [/old]
      ---

      """,
    ],
    says: """
      content/about.md:3:11: error: the address `/old/` is taken by `content/posts/2026-05-01-tea.md`
        |
      3 | aliases: [/old]
        |           ^^^^
        = help: remove the alias, or write another

      """
  ),
  BadInput(
    "addresses differ in case",
    [
      "content/About.md": "x\n"
    ],
    says: """
      content/about.md: error: the address `/about/` is too like `/About/` of `content/About.md`
       = help: only case differs, which some disks and servers ignore: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "addresses differ in normalisation",
    [
      "content/caf\u{E9}.md": "x\n",
      "content/cafe\u{301}.md": "x\n",
    ],
    says: """
      content/caf\u{E9}.md: error: the address `/caf\u{E9}/` is too like `/cafe\u{301}/` of `content/cafe\u{301}.md`
       = help: only Unicode normalisation differs, which some disks and servers ignore: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "a page at a tag's address",
    [
      "content/swift.md": """
      ---
      permalink: /tags/swift/
      ---

      """
    ],
    says: """
      content/swift.md:2:12: error: the address `/tags/swift/` is taken by the page of the tag `swift`
        |
      2 | permalink: /tags/swift/
        |            ^^^^^^^^^^^^
        = help: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "a page at a list's address",
    [
      "content/a.md": """
      ---
      permalink: /archive/
      ---

      """
    ],
    says: """
      content/a.md:2:12: error: the address `/archive/` is taken by the archive
        |
      2 | permalink: /archive/
        |            ^^^^^^^^^
        = help: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "a page and a folder's index",
    [
      "content/about/index.md": "x\n"
    ],
    says: """
      content/about/index.md: error: the address `/about/` is taken by `content/about.md`
       = help: give one of them another `slug` or `permalink`

      """
  ),
  BadInput(
    "a file at a feed's address",
    [
      "content/feed.xml": "x\n"
    ],
    says: """
      content/feed.xml: error: the address `/feed.xml` is taken by the feed beside `/`
       = help: give the file another name, or turn ours off in site.yml with `outputs: {rss: false}`

      """
  ),
  BadInput(
    "a file of the author's own where we make one",
    [
      "content/robots.txt": "x\n", "content/sitemap.xml": "x\n", "content/_redirects": "x\n",
      "content/404.html": "x\n", "content/a.md": "---\naliases: [/b/]\n---\n",
    ],
    says: """
      content/404.html: error: the address `/404.html` is taken by the page for missing addresses
       = help: give the file another name, or turn ours off in site.yml with `outputs: {not_found: false}`
      content/_redirects: error: the address `/_redirects` is taken by the table of aliases
       = help: give the file another name, or turn ours off in site.yml with `outputs: {redirects: false}`
      content/robots.txt: error: the address `/robots.txt` is taken by the build's robots.txt
       = help: give the file another name, or turn ours off in site.yml with `outputs: {robots: false}`
      content/sitemap.xml: error: the address `/sitemap.xml` is taken by the sitemap
       = help: give the file another name, or turn ours off in site.yml with `outputs: {sitemap: false}`

      """
  ),
  BadInput(
    "four things at one address",
    [
      "content/same.md": "x\n",
      "content/same/index.html": "x\n",
      "content/q.md": "---\npermalink: /same/\n---\n",
      "content/r.md": "---\naliases: [/same/]\n---\n",
    ],
    says: """
      content/q.md:2:12: error: the address `/same/` is taken by `content/r.md`, `content/same.md` and `content/same/index.html`
        |
      2 | permalink: /same/
        |            ^^^^^^
        = help: give one of them another `slug` or `permalink`
      content/r.md:2:11: error: the address `/same/` is taken by `content/q.md`, `content/same.md` and `content/same/index.html`
        |
      2 | aliases: [/same/]
        |           ^^^^^^
        = help: remove the alias, or write another
      content/same/index.html: error: the address `/same/index.html` is taken by `content/q.md`, `content/r.md` and `content/same.md`
       = help: give the file another name

      """
  ),
  BadInput(
    "a file where a folder is needed",
    [
      "content/events/2026-05-05-talk.md": """
      ---
      title: Tea
      start: 2026-05-05
      permalink: /a.txt
      ---
      Text.

      """,
      "content/about.md": """
      ---
      title: About
      permalink: /a.txt/b/
      ---

      """,
    ],
    says: """
      content/events/2026-05-05-talk.md:4:12: error: the file `/a.txt` of `content/events/2026-05-05-talk.md` stands where `/a.txt/b/` of `content/about.md` needs a folder
        |
      4 | permalink: /a.txt
        |            ^^^^^^
        = help: give one of them another address

      """
  ),
  BadInput(
    "a post's files beside it and another page's",
    [
      "content/x/index.md": "x\n",
      "content/x/feed.txt": "a\n",
      "content/about.md": """
      ---
      title: About
      permalink: /x/feed.txt
      ---

      """,
    ],
    says: """
      content/about.md:3:12: error: the address `/x/feed.txt` is taken by `content/x/feed.txt`
        |
      3 | permalink: /x/feed.txt
        |            ^^^^^^^^^^^
        = help: give one of them another `slug` or `permalink`

      """
  ),
]

@Test(arguments: inputs)
func `two things that want one address fails the build and leaves the last one`(input: BadInput)
  throws
{
  try input.check()
}
