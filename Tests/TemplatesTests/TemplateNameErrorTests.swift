import Templates
import Testing

/// Errors about other templates: names, the way through them, and what they promise.
struct TemplateNameErrorTests {
  @Test func `a template that isn't there`() {
    let said = rendered(
      [("page.html", "{% include 'foter.html' %}"), ("footer.html", "x")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:12: error: there is no template `foter.html`
          |
        1 | {% include 'foter.html' %}
          |            ^^^^^^^^^^^^
          = note: while rendering /about/
          = help: did you mean `footer.html`?

        """
    )
  }

  @Test func `none of several templates`() {
    let said = rendered([("page.html", "{% include ['a', 'b'] %}")], page: "/about/")
    #expect(
      said == """
        templates/page.html:1:12: error: there is none of the templates `a`, `b`
          |
        1 | {% include ['a', 'b'] %}
          |            ^^^^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `the way through includes and macros`() {
    let said = rendered(
      [
        (
          "page.html",
          "{% extends 'base.html' %}\n{% block main %}{% include 'part.html' %}{% endblock %}"
        ), ("base.html", "<main>\n  {% block main %}{% endblock %}\n</main>"),
        ("part.html", "{% import 'lib.html' as lib %}\n{{ lib.show(1) }}"),
        ("lib.html", "{% macro show(x) %}\n{{ x.name }}\n{% endmacro %}"),
      ],
      page: "/about/"
    )
    #expect(
      said == """
        templates/lib.html:2:4: error: a whole number has no attribute `name`
          |
        2 | {{ x.name }}
          |    ^^^^^^
          = note: in the macro `show`, called at templates/part.html:2:4
          = note: included at templates/page.html:2:28
          = note: in the block `main`, shown at templates/base.html:2:12
          = note: in the template that templates/page.html extends
          = note: while rendering /about/

        """
    )
  }

  @Test func `a name that a template doesn't export`() {
    let said = rendered(
      [
        ("page.html", "{% from 'lib.html' import shout %}{{ shout() }}"),
        ("lib.html", "{% macro show() %}{% endmacro %}"),
      ],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:38: error: the template `lib.html` has no name `shout` to import
          |
        1 | {% from 'lib.html' import shout %}{{ shout() }}
          |                                      ^^^^^^^
          = note: while rendering /about/

        """
    )
  }

  @Test func `a required block that nobody fills`() {
    let said = rendered(
      [
        ("page.html", "{% extends 'base.html' %}"),
        ("base.html", "{% block main required %}{% endblock %}"),
      ],
      page: "/about/"
    )
    #expect(
      said == """
        templates/base.html:1:10: error: the required block `main` is not filled in
          |
        1 | {% block main required %}{% endblock %}
          |          ^^^^
          = note: in the template that templates/page.html extends
          = note: while rendering /about/

        """
    )
  }

  @Test func `a second extends`() {
    let said = rendered(
      [("page.html", "{% extends 'a' %}{% extends 'a' %}"), ("a", "")],
      page: "/about/"
    )
    #expect(
      said == """
        templates/page.html:1:21: error: a template can extend only one other
          |
        1 | {% extends 'a' %}{% extends 'a' %}
          |                     ^^^^^^^
          = note: while rendering /about/

        """
    )
  }
}
