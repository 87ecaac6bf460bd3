import Templates
import Testing

/// Templates that no page can come to the end of, found before a page is rendered.
struct CycleTests {
  private let page = Environment(escaping: .page)

  @Test func `templates that extend each other are said once`() {
    let templates = [
      ("page.html", "{% extends 'b.html' %}"), ("b.html", "{% extends 'page.html' %}"),
    ]
    #expect(
      rendered(templates, environment: page) == """
        templates/page.html:1:12: error: `page.html` extends itself by way of `b.html`
          |
        1 | {% extends 'b.html' %}
          |            ^^^^^^^^
          = help: one of them must extend nothing

        """
    )
  }

  @Test func `a template that includes itself, unless a condition may end it`() {
    #expect(
      rendered("{% include 'page.html' %}", environment: page) == """
        templates/page.html:1:12: error: `page.html` includes itself without an end
          |
        1 | {% include 'page.html' %}
          |            ^^^^^^^^^^^
          = help: put the `include` into an `if` that is false at some time

        """
    )
    let tree =
      "{{ n }}{% if n > 0 %}{% with n = n - 1 %}{% include 'page.html' %}{% endwith %}{% endif %}"
    #expect(rendered(tree, [("n", .int(3))], environment: page) == "3210")
  }

  @Test func `a circle of includes through others says how deep it came`() {
    let templates = [
      ("page.html", "{% include 'b.html' %}"), ("b.html", "{% include 'page.html' %}"),
    ]
    let said = rendered(templates, environment: page)
    #expect(
      said.hasPrefix(
        """
        templates/b.html:1:12: error: templates are nested deeper than 400
          |
        1 | {% include 'page.html' %}
          |            ^^^^^^^^^^^
          = note: included at templates/page.html:1:12
          = note: included at templates/b.html:1:12

        """
      )
    )
    #expect(
      said.hasSuffix("  = help: a template includes, imports or extends itself without an end\n")
    )
  }

  @Test func `an expression that markup follows lacks its end`() {
    #expect(
      rendered("<p>{{ title </p>") == """
        templates/page.html:1:14: error: expected a value, found `/`
          |
        1 | <p>{{ title </p>
          |              ^
          = help: an expression ends with `}}`

        """
    )
  }
}
