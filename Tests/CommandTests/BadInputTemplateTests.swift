import Testing

private let inputs: [BadInput] = [
  BadInput(
    "a script holds a bare expression",
    ["templates/post.html": "<script>var t = {{ page.title }};</script>\n"],
    says: """
      templates/post.html:1:20: error: an expression in a `script` element must end with the filter `json`
        |
      1 | <script>var t = {{ page.title }};</script>
        |                    ^^^^^^^^^^
        = help: write `{{ … | json }}`

      """
  ),
  BadInput(
    "a tag is unknown",
    [
      "templates/post.html": "{% fro x in y %}\n"
    ],
    says: """
      templates/post.html:1:4: error: unknown tag `fro`
        |
      1 | {% fro x in y %}
        |    ^^^
        = help: did you mean `for`?

      """
  ),
  BadInput(
    "a string isn't closed",
    [
      "templates/post.html": "{{ 'tea }}\n"
    ],
    says: """
      templates/post.html:1:4: error: a string has no end
        |
      1 | {{ 'tea }}
        |    ^
        = help: end it with `'`

      """
  ),
  BadInput(
    "a filter is unknown",
    [
      "templates/post.html": "{{ page.title|uper }}\n"
    ],
    says: """
      templates/post.html:1:15: error: unknown filter `uper`
        |
      1 | {{ page.title|uper }}
        |               ^^^^
        = help: did you mean `upper`?

      """
  ),
  BadInput(
    "a test is unknown",
    [
      "templates/post.html": "{% if page is evn %}{% endif %}\n"
    ],
    says: """
      templates/post.html:1:15: error: unknown test `evn`
        |
      1 | {% if page is evn %}{% endif %}
        |               ^^^
        = help: did you mean `even`?

      """
  ),
  BadInput(
    "a variable isn't defined",
    [
      "templates/post.html": "{{ pgae.title }}\n"
    ],
    says: """
      templates/post.html:1:4: error: `pgae` is undefined
        |
      1 | {{ pgae.title }}
        |    ^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/
        = help: did you mean `page`?

      """
  ),
  BadInput(
    "an attribute isn't defined",
    [
      "templates/post.html": "<h1>{{ page.titel }}</h1>\n"
    ],
    says: """
      templates/post.html:1:8: error: `post` has no attribute `titel`
        |
      1 | <h1>{{ page.titel }}</h1>
        |        ^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/
        = help: did you mean `title`?

      """
  ),
  BadInput(
    "an included template has the fault",
    [
      "templates/post.html": """
      <p>
      {% include 'part.html' %}

      """,
      "templates/part.html": "{% include 'deep.html' %}\n",
      "templates/deep.html": """

      {{ page.nothing }}

      """,
    ],
    says: """
      templates/deep.html:2:4: error: `post` has no attribute `nothing`
        |
      2 | {{ page.nothing }}
        |    ^^^^^^^^^^^^
        = note: included at templates/part.html:1:12
        = note: included at templates/post.html:2:12
        = note: while rendering /2026/03/24/cake/

      """
  ),
  BadInput(
    "an included template isn't there",
    [
      "templates/post.html": "{% include 'prat.html' %}\n",
      "templates/part.html": "x\n",
    ],
    says: """
      templates/post.html:1:12: error: there is no template `prat.html`
        |
      1 | {% include 'prat.html' %}
        |            ^^^^^^^^^^^
        = help: did you mean `part.html`?

      """
  ),
  BadInput(
    "an extended template isn't there",
    [
      "templates/post.html": "{% extends 'bsae.html' %}\n"
    ],
    says: """
      templates/post.html:1:12: error: there is no template `bsae.html`
        |
      1 | {% extends 'bsae.html' %}
        |            ^^^^^^^^^^^
        = help: did you mean `base.html`?

      """
  ),
  BadInput(
    "an asset isn't there",
    [
      "templates/post.html": "{{ 'stlye.css'|asset }}\n"
    ],
    says: """
      templates/post.html:1:4: error: the theme has no asset `stlye.css`
        |
      1 | {{ 'stlye.css'|asset }}
        |    ^^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/
        = help: did you mean `style.css`?

      """
  ),
  BadInput(
    "a date's format is unknown",
    [
      "templates/post.html": "{{ page.date|date('%Q') }}\n"
    ],
    says: """
      templates/post.html:1:14: error: unknown directive `%Q` in a date's format
        |
      1 | {{ page.date|date('%Q') }}
        |              ^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/
        = help: a percent sign itself is `%%`

      """
  ),
  BadInput(
    "a zone of a date is unknown",
    [
      "templates/post.html": "{{ page.date|date('%H', 'Mars/Base') }}\n"
    ],
    says: """
      templates/post.html:1:14: error: there is no time zone `Mars/Base`
        |
      1 | {{ page.date|date('%H', 'Mars/Base') }}
        |              ^^^^^^^^^^^^^^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/

      """
  ),
  BadInput(
    "a division by zero",
    [
      "templates/post.html": "{{ 1 // 0 }}\n"
    ],
    says: """
      templates/post.html:1:4: error: division by zero
        |
      1 | {{ 1 // 0 }}
        |    ^^^^^^
        = note: while rendering /2026/03/24/cake/

      """
  ),
  BadInput(
    "a list is asked for a key",
    [
      "templates/post.html": "{{ page.title.foo }}\n"
    ],
    says: """
      templates/post.html:1:4: error: text has no attribute `foo`
        |
      1 | {{ page.title.foo }}
        |    ^^^^^^^^^^^^^^
        = note: while rendering /2026/03/24/cake/

      """
  ),
]

@Test(arguments: inputs)
func `a template that breaks a rule fails the build and leaves the last one`(input: BadInput) throws
{
  try input.check()
}
