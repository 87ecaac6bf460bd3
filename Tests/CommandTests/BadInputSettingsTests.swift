import Testing

private let inputs: [BadInput] = [
  BadInput(
    "site.yml has no title",
    [
      "site.yml": "base_url: https://harbor.example/\n"
    ],
    says: """
      site.yml:1:1: error: site.yml must have a `title`
        |
      1 | base_url: https://harbor.example/
        | ^

      """
  ),
  BadInput(
    "a setting is unknown",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      per_pag: 5

      """
    ],
    says: """
      site.yml:4:1: error: unknown key `per_pag` in site.yml
        |
      4 | per_pag: 5
        | ^^^^^^^ not a key of site.yml
        = help: did you mean `per_page`?

      """
  ),
  BadInput(
    "pictures aren't there",
    [
      "content/images/harbour.png": "x",
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      logo: images/harbor.png?v=2
      favicon: favicon.ico
      image: /images/not-looked-at.png

      """,
    ],
    says: """
      site.yml:4:7: error: `logo` leads nowhere
        |
      4 | logo: images/harbor.png?v=2
        |       ^^^^^^^^^^^^^^^^^^^^^
        = help: did you mean `images/harbour.png`?
      site.yml:5:10: error: `favicon` leads nowhere
        |
      5 | favicon: favicon.ico
        |          ^^^^^^^^^^^
        = help: there is no `content/favicon.ico`

      """
  ),
  BadInput(
    "per_page is too small",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      per_page: 0

      """
    ],
    says: """
      site.yml:4:11: error: `per_page` must be a whole number from 1 to 1000
        |
      4 | per_page: 0
        |           ^

      """
  ),
  BadInput(
    "base_url is no address",
    [
      "site.yml": """
      title: Harbor
      base_url: harbor.example

      """
    ],
    says: """
      site.yml:2:11: error: `base_url` must be an address such as `https://meetups.example.org/`
        |
      2 | base_url: harbor.example
        |           ^^^^^^^^^^^^^^ doesn't begin with `https://` or `http://`

      """
  ),
  BadInput(
    "a permalink has an unknown word",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      permalinks: {posts: "/:yaer/:slug/"}

      """
    ],
    says: """
      site.yml:4:23: error: unknown word `:yaer` in the permalinks of posts
        |
      4 | permalinks: {posts: "/:yaer/:slug/"}
        |                       ^^^^^
        = help: did you mean `:year`?

      """
  ),
  BadInput(
    "an output is unknown",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      outputs: {archives: false}

      """
    ],
    says: """
      site.yml:4:11: error: unknown key `archives` in `outputs`
        |
      4 | outputs: {archives: false}
        |           ^^^^^^^^ not a key of `outputs`
        = help: did you mean `archive`?

      """
  ),
  BadInput(
    "the site's zone is unknown",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      timezone: Europe/Berln

      """
    ],
    says: """
      site.yml:4:11: error: unknown time zone `Europe/Berln`
        |
      4 | timezone: Europe/Berln
        |           ^^^^^^^^^^^^
        = help: did you mean `Europe/Berlin`?

      """
  ),
  BadInput(
    "a menu's entry has no address",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      menu: [{title: Events}]

      """
    ],
    says: """
      site.yml:4:8: error: an entry of `menu` must have a `url`
        |
      4 | menu: [{title: Events}]
        |        ^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "permalinks ask for a date that a page hasn't",
    [
      "site.yml": """
      title: Harbor
      base_url: https://harbor.example/
      now: 2026-11-01T00:00:00Z
      permalinks: {pages: "/:year/:slug/"}

      """
    ],
    says: """
      content/about.md: error: `permalinks` asks for a date in `/:year/:slug/`, which this page doesn't have
       = help: add `date:` or `permalink:` to the page

      """
  ),
]

@Test(arguments: inputs)
func `a setting that breaks a rule fails the build and leaves the last one`(input: BadInput) throws
{
  try input.check()
}
