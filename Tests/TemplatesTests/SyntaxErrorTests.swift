import Templates
import Testing

struct SyntaxErrorTests {
  @Test func `an unknown filter`() {
    let said = rendered([("page.html", "{{ x | uper }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:8: error: unknown filter `uper`
          |
        1 | {{ x | uper }}
          |        ^^^^
          = help: did you mean `upper`?

        """
    )
  }

  @Test func `an unknown test`() {
    let said = rendered([("page.html", "{{ 1 is evn }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:9: error: unknown test `evn`
          |
        1 | {{ 1 is evn }}
          |         ^^^
          = help: did you mean `even`?

        """
    )
  }

  @Test func `an unknown tag`() {
    let said = rendered([("page.html", "{% fro x in y %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: unknown tag `fro`
          |
        1 | {% fro x in y %}
          |    ^^^
          = help: did you mean `for`?

        """
    )
  }

  @Test func `a tag that nothing opened`() {
    let said = rendered([("page.html", "{% endfor %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: `endfor` ends nothing
          |
        1 | {% endfor %}
          |    ^^^^^^
          = help: there is no open `for` here

        """
    )
  }

  @Test func `a tag that ends another`() {
    let said = rendered(
      [("page.html", "{% if a %}\n{% for b in c %}\n{% endif %}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:3:4: error: `endif` stands where the end of `for` is due
          |
        3 | {% endif %}
          |    ^^^^^
          = help: expected `endfor` or `else`

        """
    )
  }

  @Test func `a tag without an end`() {
    let said = rendered([("page.html", "<ul>\n{% for item in items %}\n<li>")], page: "/about/")
    #expect(
      said == """
        templates/page.html:2:4: error: `for` has no end
          |
        2 | {% for item in items %}
          |    ^^^
          = help: end it with `{% endfor %}`

        """
    )
  }

  @Test func `a string without an end`() {
    let said = rendered([("page.html", "{{ 'abc }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: a string has no end
          |
        1 | {{ 'abc }}
          |    ^
          = help: end it with `'`

        """
    )
  }

  @Test func `a comment without an end`() {
    let said = rendered([("page.html", "text {# never")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:6: error: a comment has no end
          |
        1 | text {# never
          |      ^^
          = help: end it with `#}`

        """
    )
  }

  @Test func `a character that means nothing`() {
    let said = rendered([("page.html", "{{ a ? b }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:6: error: `?` means nothing in a tag
          |
        1 | {{ a ? b }}
          |      ^
          = help: write `a if condition else b`

        """
    )
  }

  @Test func `an operator of another language`() {
    let said = rendered([("page.html", "{{ !a }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: `!` means nothing in a tag
          |
        1 | {{ !a }}
          |    ^
          = help: write `not`

        """
    )
  }

  @Test func `a bracket that is closed by another`() {
    let said = rendered([("page.html", "{{ (a] }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:6: error: `]` stands where `)` is due
          |
        1 | {{ (a] }}
          |      ^

        """
    )
  }

  @Test func `a missing value`() {
    let said = rendered([("page.html", "{{ a + }}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:8: error: expected a value, found `}}`
          |
        1 | {{ a + }}
          |        ^^

        """
    )
  }

  @Test func `a missing word`() {
    let said = rendered([("page.html", "{% for x of y %}{% endfor %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:10: error: expected `in`, found `of`
          |
        1 | {% for x of y %}{% endfor %}
          |          ^^

        """
    )
  }

  @Test func `a constant that is assigned to`() {
    let said = rendered([("page.html", "{% set none = 1 %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:8: error: `none` can't be assigned to
          |
        1 | {% set none = 1 %}
          |        ^^^^

        """
    )
  }

  @Test func `a hyphen in a block's name`() {
    let said = rendered([("page.html", "{% block a-b %}{% endblock %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:11: error: a block's name can't have a hyphen
          |
        1 | {% block a-b %}{% endblock %}
          |           ^
          = help: use an underscore

        """
    )
  }

  @Test func `a block that is defined twice`() {
    let said = rendered(
      [("page.html", "{% block a %}{% endblock %}\n{% block a %}{% endblock %}")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:2:10: error: the block `a` is defined twice
          |
        2 | {% block a %}{% endblock %}
          |          ^
          = help: call it again with `self.a()`

        """
    )
  }

  @Test func `a required block with text`() {
    let said = rendered([("page.html", "{% block a required %}x{% endblock %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:23: error: a required block can hold nothing but white space and comments
          |
        1 | {% block a required %}x{% endblock %}
          |                       ^

        """
    )
  }

  @Test func `break outside a loop`() {
    let said = rendered([("page.html", "{% break %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:4: error: `break` stands outside a loop
          |
        1 | {% break %}
          |    ^^^^^

        """
    )
  }
}
