import Templates
import Testing

struct RenderingErrorTests {
  @Test func `an undefined name is named, with the nearest that is known`() {
    let said = rendered(
      [("page.html", "<h1>{{ titel }}</h1>")],
      [("title", Value("x"))],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:8: error: `titel` is undefined
          |
        1 | <h1>{{ titel }}</h1>
          |        ^^^^^
          = note: while rendering /about/
          = help: did you mean `title`?

        """
    )
  }

  @Test func `an undefined attribute is looked for in its owner`() {
    let said = rendered(
      [("page.html", "{{ page.tite }}")],
      [("page", .map(ValueMap([("title", Value("x"))])))],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:4: error: a dictionary has no attribute `tite`
          |
        1 | {{ page.tite }}
          |    ^^^^^^^^^
          = note: while rendering /about/
          = help: did you mean `title`?

        """
    )
  }

  @Test func `an attribute of an undefined value`() {
    let said = rendered([("page.html", "{{ a.b.c }}")], [("a", .map(ValueMap()))], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a dictionary has no attribute `b`
          |
        1 | {{ a.b.c }}
          |    ^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `an element that a list hasn't`() {
    let said = rendered([("page.html", "{{ a[3] }}")], [("a", .list([.int(1)]))], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a list has no element `3`
          |
        1 | {{ a[3] }}
          |    ^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `a division by zero`() {
    let said = rendered([("page.html", "{{ 1 // n }}")], [("n", .int(0))], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: division by zero
          |
        1 | {{ 1 // n }}
          |    ^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `text and a number`() {
    let said = rendered([("page.html", "{{ 'a' + 1 }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: `+` can't be used with text and a whole number
          |
        1 | {{ 'a' + 1 }}
          |    ^^^^^^^
          = note: while rendering /about/
          = help: `~` joins text with anything

        """
    )
  }

  @Test func `values without an order`() {
    let said = rendered([("page.html", "{{ [1] < 2 }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a list and a whole number have no order: `<` can't compare them
          |
        1 | {{ [1] < 2 }}
          |    ^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `values that don't fit the names`() {
    let said = rendered(
      [("page.html", "{% for a, b in [(1, 2, 3)] %}{% endfor %}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:4: error: there are 3 values for 2 names
          |
        1 | {% for a, b in [(1, 2, 3)] %}{% endfor %}
          |    ^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `what can't be looped over`() {
    let said = rendered([("page.html", "{% for a in 5 %}{% endfor %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a whole number can't be looped over
          |
        1 | {% for a in 5 %}{% endfor %}
          |    ^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `what can't be called`() {
    let said = rendered([("page.html", "{{ n() }}")], [("n", .int(0))], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a whole number can't be called
          |
        1 | {{ n() }}
          |    ^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `an argument that a filter doesn't know`() {
    let said = rendered([("page.html", "{{ 'x' | truncate(len=5) }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:10: error: `truncate` has no parameter `len`
          |
        1 | {{ 'x' | truncate(len=5) }}
          |          ^^^^^^^^^^^^^^^
          = note: while rendering /about/
          = help: known here: `length`, `killwords`, `end`, `leeway`

        """
    )
  }

  @Test func `too many arguments`() {
    let said = rendered([("page.html", "{{ 'x' | upper(1) }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:10: error: `upper` takes no arguments, not 1
          |
        1 | {{ 'x' | upper(1) }}
          |          ^^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `an argument that a macro doesn't know`() {
    let said = rendered(
      [("page.html", "{% macro link(url, text) %}{% endmacro %}\n{{ link(ulr='/') }}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:2:4: error: the macro `link` has no parameter `ulr`
          |
        2 | {{ link(ulr='/') }}
          |    ^^^^^^^^^^^^^
          = note: while rendering /about/
          = help: did you mean `url`?

        """
    )
  }

  @Test func `a parameter that wasn't given`() {
    let said = rendered(
      [("page.html", "{% macro link(url) %}{{ url }}{% endmacro %}{{ link() }}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:25: error: the parameter `url` was not given
          |
        1 | {% macro link(url) %}{{ url }}{% endmacro %}{{ link() }}
          |                         ^^^
          = note: in the macro `link`, called at templates/page.html:1:48
          = note: while rendering /about/

        """
    )
  }

  @Test func `an assignment to what isn't a namespace`() {
    let said = rendered(
      [("page.html", "{% set page.title = 1 %}")],
      [("page", .map(ValueMap()))],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:8: error: only an attribute of a namespace can be assigned to, not of a dictionary
          |
        1 | {% set page.title = 1 %}
          |        ^^^^^^^^^^
          = note: while rendering /about/
          = help: make one with `{% set ns = namespace(count=0) %}`

        """
    )
  }

  @Test func `a macro that calls itself for ever`() {
    let said = rendered(
      [("page.html", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:19: error: calls are nested deeper than 400
          |
        1 | {% macro a() %}{{ a() }}{% endmacro %}{{ a() }}
          |                   ^^^
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: … 389 more calls …
          = note: in the macro `a`, called at templates/page.html:1:19
          = note: in the macro `a`, called at templates/page.html:1:42
          = note: while rendering /about/
          = help: something calls itself without an end

        """
    )
  }

  @Test func `a list that is empty`() {
    let said = rendered([("page.html", "{{ [] | first }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: there is no first item: the list is empty
          |
        1 | {{ [] | first }}
          |    ^^^^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `an iterator where a list is needed`() {
    let said = rendered([("page.html", "{{ [1] | map('string') | length }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:26: error: an iterator has no length
          |
        1 | {{ [1] | map('string') | length }}
          |                          ^^^^^^
          = note: while rendering /about/
          = help: make a list of it first: `|list|length`

        """
    )
  }

  @Test func `a number too large`() {
    let said = rendered([("page.html", "{{ 2 ** 200 }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: the result is too large: whole numbers have 128 bits here
          |
        1 | {{ 2 ** 200 }}
          |    ^^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `a format without enough values`() {
    let said = rendered([("page.html", "{{ '%s %s' | format(1) }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:14: error: there are fewer values than places in the format
          |
        1 | {{ '%s %s' | format(1) }}
          |              ^^^^^^^^^
          = note: while rendering /about/

        """
    )
  }
}
