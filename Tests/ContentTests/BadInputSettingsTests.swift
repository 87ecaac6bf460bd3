import Testing

private let inputs: [BadInput] = [
  BadInput(
    "there is no title",
    settings: """
      base_url: https://x.example/

      """,
    says: """
      site.yml:1:1: error: site.yml must have a `title`
        |
      1 | base_url: https://x.example/
        | ^

      """
  ),
  BadInput(
    "there is no address",
    settings: """
      title: T

      """,
    says: """
      site.yml: warning: site.yml should have a `base_url`
       = help: without one, feeds and calendars lead to http://localhost:8080/

      """
  ),
  BadInput(
    "the file is empty",
    settings: "",
    says: """
      site.yml: warning: site.yml should have a `base_url`
       = help: without one, feeds and calendars lead to http://localhost:8080/
      site.yml:1:1: error: site.yml must have a `title`
        |
      1 | 
        | ^

      """
  ),
  BadInput(
    "the file is a list",
    settings: """
      - T

      """,
    says: """
      site.yml:1:1: error: site.yml must be keys with values
        |
      1 | - T
        | ^
        = help: write `title: …`

      """
  ),
  BadInput(
    "a setting is misspelt",
    settings: """
      title: T
      base_url: https://x.example/
      per_pgae: 5

      """,
    says: """
      site.yml:3:1: error: unknown key `per_pgae` in site.yml
        |
      3 | per_pgae: 5
        | ^^^^^^^^ not a key of site.yml
        = help: did you mean `per_page`?

      """
  ),
  BadInput(
    "the address has no scheme",
    settings: """
      title: T
      base_url: x.example

      """,
    says: """
      site.yml:2:11: error: `base_url` must be an address such as `https://meetups.example.org/`
        |
      2 | base_url: x.example
        |           ^^^^^^^^^ doesn't begin with `https://` or `http://`

      """
  ),
  BadInput(
    "the address has a bad port",
    settings: """
      title: T
      base_url: https://x.example:port/

      """,
    says: """
      site.yml:2:11: error: `base_url` must be an address such as `https://meetups.example.org/`
        |
      2 | base_url: https://x.example:port/
        |           ^^^^^^^^^^^^^^^^^^^^^^^ has a port that is no number from 1 to 65535

      """
  ),
  BadInput(
    "the zone is unknown",
    settings: """
      title: T
      base_url: https://x.example/
      timezone: Mars/Olympus

      """,
    says: """
      site.yml:3:11: error: unknown time zone `Mars/Olympus`
        |
      3 | timezone: Mars/Olympus
        |           ^^^^^^^^^^^^
        = help: write a name such as `America/New_York`

      """
  ),
  BadInput(
    "the language is no tag",
    settings: """
      title: T
      base_url: https://x.example/
      language: English please

      """,
    says: """
      site.yml:3:11: error: `language` must be a tag such as `en` or `pt-BR`
        |
      3 | language: English please
        |           ^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "the accent could end the style",
    settings: """
      title: T
      base_url: https://x.example/
      accent: "red;}"

      """,
    says: """
      site.yml:3:9: error: `accent` must be a CSS colour such as `"#0a6"`
        |
      3 | accent: "red;}"
        |         ^^^^^^^

      """
  ),
  BadInput(
    "a page has no entries",
    settings: """
      title: T
      base_url: https://x.example/
      per_page: 0

      """,
    says: """
      site.yml:3:11: error: `per_page` must be a whole number from 1 to 1000
        |
      3 | per_page: 0
        |           ^

      """
  ),
  BadInput(
    "a permalink has an unknown word",
    settings: """
      title: T
      base_url: https://x.example/
      permalinks: {posts: '/:yaer/:slug/'}

      """,
    says: """
      site.yml:3:23: error: unknown word `:yaer` in the permalinks of posts
        |
      3 | permalinks: {posts: '/:yaer/:slug/'}
        |                       ^^^^^
        = help: did you mean `:year`?

      """
  ),
  BadInput(
    "a tag has no year",
    settings: """
      title: T
      base_url: https://x.example/
      permalinks: {tags: '/:year/:slug/'}

      """,
    says: """
      site.yml:3:22: error: unknown word `:year` in the permalinks of tags
        |
      3 | permalinks: {tags: '/:year/:slug/'}
        |                      ^^^^^
        = help: known here: `:slug`, `:title`

      """
  ),
  BadInput(
    "a menu entry has no address",
    settings: """
      title: T
      base_url: https://x.example/
      menu: [{title: Events}]

      """,
    says: """
      site.yml:3:8: error: an entry of `menu` must have a `url`
        |
      3 | menu: [{title: Events}]
        |        ^^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "a feed has neither",
    settings: """
      title: T
      base_url: https://x.example/
      feeds: {content: some}

      """,
    says: """
      site.yml:3:18: error: `content` must be `full` or `summary`
        |
      3 | feeds: {content: some}
        |                  ^^^^

      """
  ),
  BadInput(
    "a form has two ways",
    settings: """
      title: T
      base_url: https://x.example/
      comments: {form: {action: 'https://x.example/c', mailto: a@x.example}}

      """,
    says: """
      site.yml:3:50: error: `comments.form` must have one of `action`, `mailto` and `repository`
        |
      3 | comments: {form: {action: 'https://x.example/c', mailto: a@x.example}}
        |                                                  ^^^^^^

      """
  ),
  BadInput(
    "a form has no way",
    settings: """
      title: T
      base_url: https://x.example/
      comments: {form: {branch: main}}

      """,
    says: """
      site.yml:3:18: error: `comments.form` must have one of `action`, `mailto` and `repository`
        |
      3 | comments: {form: {branch: main}}
        |                  ^^^^^^^^^^^^^^

      """
  ),
  BadInput(
    "fields belong to another way",
    settings: """
      title: T
      base_url: https://x.example/
      comments: {form: {mailto: a@x.example, fields: {a: b}}}

      """,
    says: """
      site.yml:3:40: error: `fields` belongs to `action`
        |
      3 | comments: {form: {mailto: a@x.example, fields: {a: b}}}
        |                                        ^^^^^^ the form has `mailto`

      """
  ),
  BadInput(
    "an output is unknown",
    settings: """
      title: T
      base_url: https://x.example/
      outputs: {atom: true}

      """,
    says: """
      site.yml:3:11: error: unknown key `atom` in `outputs`
        |
      3 | outputs: {atom: true}
        |           ^^^^ not a key of `outputs`

      """
  ),
  BadInput(
    "an output is neither on nor off",
    settings: """
      title: T
      base_url: https://x.example/
      outputs: {rss: 2}

      """,
    says: """
      site.yml:3:16: error: `rss` must be `true` or `false`
        |
      3 | outputs: {rss: 2}
        |                ^

      """
  ),
  BadInput(
    "the clock has no date",
    settings: """
      title: T
      base_url: https://x.example/
      now: 12:00

      """,
    says: """
      site.yml:3:6: error: `now`: `12:00` has no date
        |
      3 | now: 12:00
        |      ^^^^^
        = help: write the date before it: `2026-03-10 12:00`

      """
  ),
]

@Test(arguments: inputs)
func `what is wrong with site.yml is said where it stands`(input: BadInput) {
  input.check()
}
