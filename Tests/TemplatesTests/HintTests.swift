import Templates
import Testing

/// What an error proposes to those who come from other template languages, or who mistyped a name.
struct HintTests {
  @Test(arguments: [
    ("{% if a && b %}x{% endif %}", "write `and`"),
    ("{% if a || b %}x{% endif %}", "write `or`"),
    ("{% if !a %}x{% endif %}", "write `not`"),
    ("{% if a = 1 %}x{% endif %}", "compare with `==`"),
    ("{% if 1 %}x{% else if 2 %}y{% endif %}", "write `elif`"),
    ("{% if 1 %}x{% elsif 2 %}y{% endif %}", "write `elif`"),
    ("{{ a ? b : c }}", "write `a if condition else b`"),
    ("{{ $x }}", "a name has no `$` in front"),
    ("{{ .Title }}", "names have no dot in front: `page.title`"),
    ("{{ if x }}", "statements stand in `{% … %}`"),
    ("{{ partial 'x' }}", "arguments stand in parentheses: `partial(…)`"),
    ("{{ 'x' | where: 'a' }}", "arguments stand in parentheses: `| where(…)`"),
    ("{% for x in [1] %}{% endfor x %}", "`endfor` stands alone"),
    ("{% unless x %}{% endunless %}", "write `{% if not … %}`"),
    ("{% assign x = 1 %}", "write `{% set name = … %}`"),
    (
      "{% include 'x' with y=1 %}",
      "an include sees the variables around it: set them with `{% with … %}`"
    ),
    ("{{ null }}", "write `none`"),
    ("{{ 'x' | upcase }}", "did you mean `upper`?"),
    ("{{ 'x'.length }}", "write `… | length`"),
    ("{{ [1].first }}", "`first` is a filter: write `… | first`"),
    (
      "{{ [1].append(2) }}",
      "no value can be changed by calling it: write `{% set … = … + […] %}`"
    ),
    ("{{ 'a' + 1 }}", "`~` joins text with anything"),
  ])
  func `other languages' words`(template: String, help: String) {
    #expect(rendered(template).contains("\n  = help: \(help)\n"))
  }

  @Test(arguments: [
    ("{% import 'm.html' as m %}{{ m.crd(1) }}", "card"),
    ("{% block main %}{% endblock %}{{ self.maain() }}", "main"),
    ("{% for i in [1] %}{{ loop.indx }}{% endfor %}", "index"),
    ("{% set ns = namespace(count=1) %}{{ ns.cuont }}", "count"),
    ("{% block main %}{{ supper() }}{% endblock %}", "super"),
    ("{% from 'm.html' import crd %}{{ crd(1) }}", "card"),
  ])
  func `mistyped names of the template's own things`(template: String, name: String) {
    let said = rendered([
      ("page.html", template), ("m.html", "{% macro card(x) %}{{ x }}{% endmacro %}"),
    ])
    #expect(said.contains("did you mean `\(name)`?"))
  }

  @Test func `a mistyped block is a warning of the build`() {
    let base = "<main>{% block main %}{% endblock %}</main>"
    let child = "{% extends 'base.html' %}{% block mian %}x{% endblock %}"
    let said = rendered(
      [("base.html", base), ("page.html", child)],
      environment: Environment(escaping: .page)
    )
    #expect(
      said == """
        templates/page.html:1:35: warning: no template that this one extends has a block `mian`
          |
        1 | \(child)
          |                                   ^^^^
          = help: did you mean `main`?

        """
    )
  }

  @Test func `a block for which there is nothing like it may be meant so`() {
    let templates = [
      ("base.html", "{% block main %}{% endblock %}"),
      ("page.html", "{% extends 'base.html' %}{% block sidebar %}x{% endblock %}"),
    ]
    #expect(rendered(templates, environment: Environment(escaping: .page)) == "")
  }
}
