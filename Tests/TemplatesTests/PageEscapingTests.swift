import Templates
import Testing

struct PageEscapingTests {
  @Test(arguments: ["href", "src", "action", "formaction", "HREF"])
  func `an unsafe scheme at the start of an address becomes a number sign`(name: String) {
    let template = "<a \(name)=\"{{ u }}\" id=\"{{ u }}\">x</a>"
    let result = renderedInPage(template, [("u", Value("JavaScript:alert(1)"))])
    #expect(result == "<a \(name)=\"#\" id=\"JavaScript:alert(1)\">x</a>")
  }

  @Test func `an address is judged whole, however it is put together`() {
    let parts: [(String, Value)] = [("a", Value("java")), ("b", Value("script:alert(1)"))]
    #expect(renderedInPage("<a href='{{ a }}{{ b }}'>", parts) == "<a href='#'>")
    #expect(renderedInPage("<a href=' java{{ b }}'>", parts) == "<a href='#'>")
    #expect(
      renderedInPage("<a href='{% if a %}{{ a }}{% endif %}script:x'>", parts) == "<a href='#'>"
    )
    #expect(
      renderedInPage("<a href='/{{ a }}{{ b }}'>", parts) == "<a href='/javascript:alert(1)'>"
    )
    let encoded: [(String, Value)] = [("a", .markup(Array("javascript&#58;x".utf8)))]
    #expect(renderedInPage("<a href='{{ a }}'>", encoded) == "<a href='#'>")
  }

  @Test func `a safe address stays, escaped`() {
    let context: [(String, Value)] = [("u", Value("https://example.org/?a=1&b='2'"))]
    #expect(
      renderedInPage("<a href={{ u }}>x</a> <a href=\"{{ u }}\">", context)
        == "<a href=https://example.org/?a&#61;1&amp;b&#61;&#39;2&#39;>x</a> "
        + "<a href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\">"
    )
  }

  @Test func `a value without quotes can't begin another attribute`() {
    #expect(
      renderedInPage("<p id={{ u }} class=x>", [("u", Value("a onclick=b"))])
        == "<p id=a&#32;onclick&#61;b class=x>"
    )
  }

  @Test(arguments: [
    ("<a href={{ u }}>x</a>", "<a href=#>x</a>"),
    ("<a href={{ 'java' }}{{ u[4:] }} id=x>", "<a href=# id=x>"),
    ("<a href= {% if u %}{{ u }}{% else %}{{ w }}{% endif %}>", "<a href= #>"),
    ("<p id={{ w | safe }}>", "<p id=a&#32;onclick&#61;b>"),
    ("<object data='{{ u }}'>", "<object data='#'>"),
    ("<img src='{{ n }}'><a href={{ u }}>x</a>", "<img src='2'><a href=#>x</a>"),
    ("<img src={{ n }}><a href={{ u }}>x</a>", "<img src=2><a href=#>x</a>"),
    ("{% if n %}<img src={{ n }}>{% endif %}<a href={{ u }}>", "<img src=2><a href=#>"),
    ("<img src={{ n }}>{% block b %}<a href={{ u }}>{% endblock %}", "<img src=2><a href=#>"),
    (
      "<a{% for i in [1, 2] %} href={{ u }} data={{ u }} {% endfor %}>",
      "<a href=# data=#  href=# data=# >"
    ),
  ])
  func `an address without quotes is judged, too`(template: String, page: String) {
    #expect(renderedInPage(template, tagContext) == page)
  }

  @Test(arguments: [
    ("<h{{ n }}>", "<h2>"),
    ("<p {{ 'hidden' if n }}>", "<p hidden>"),
    ("<p {{ w | safe }}>", "<p a onclick=b>"),
    ("<p{{ {'href': u, 'id': w} | xmlattr }}>", "<p href=\"#\" id=\"a onclick=b\">"),
    (
      "{% macro m() %}id='{{ w }}' src='{{ u }}' hidden{% endmacro %}<p {{ m() }}>",
      "<p id='a onclick=b' src='#' hidden>"
    ),
  ])
  func `what is printed in a tag is names and whole attributes`(template: String, page: String) {
    #expect(renderedInPage(template, tagContext) == page)
  }

  @Test(arguments: [
    ("<p {{ w }}>", "`'a onclick=b'` can't stand in a tag"),
    ("<h{{ w }}>", "`'a onclick=b'` can't stand in a tag"),
    ("<p data-{{ w }}='x'>", "`'a onclick=b'` can't stand in a tag"),
    (
      "<p{{ {'onclick': w} | xmlattr }}>",
      "the attribute `onclick`, which is code, can't be printed in a tag"
    ),
    (
      "{% macro m() %}id={{ w }}{% endmacro %}<p {{ m() }}>",
      "the attribute `id` without quotes can't be printed in a tag"
    ),
    (
      "{% macro m() %}id='a{% endmacro %}<p {{ m() }}>",
      "the attribute `id`, whose quote is never closed, can't be printed in a tag"
    ),
    (
      "{% macro m() %}><b>{% endmacro %}<p {{ m() }}>",
      "markup other than attributes can't be printed in a tag"
    ),
    ("<p {% include 'x' ignore missing %}>", "`include` can't stand in a tag"),
    ("<p id={% include 'x' ignore missing %}>", "`include` can't stand in a tag"),
    ("<p {% filter upper %}x{% endfilter %}>", "a `filter` block can't stand in a tag"),
    (
      "<iframe srcdoc='{{ w }}'>",
      "an expression can't stand in `srcdoc`, whose text is a page of its own"
    ),
  ])
  func `what could begin an attribute of its own is refused`(template: String, fault: String) {
    #expect(renderedInPage(template, tagContext).contains("error: \(fault)\n"))
  }

  private var tagContext: [(String, Value)] {
    [("u", Value("javascript:x")), ("w", Value("a onclick=b")), ("n", .int(2))]
  }

  @Test func `JSON in a script can't end the script`() {
    let context: [(String, Value)] = [("x", Value("</script><!--&\u{2028}'\""))]
    #expect(
      renderedInPage("<script>let x = {{ x | json }};</script>", context)
        == #"<script>let x = "\u003c/script\u003e\u003c!--\u0026\u2028\u0027\"";</script>"#
    )
    #expect(
      renderedInPage("<p onclick=\"f({{ x | json }})\">", [("x", Value("a\" b"))])
        == "<p onclick=\"f(&#34;a\\&#34; b&#34;)\">"
    )
  }

  @Test func `an expression in a script, a style sheet or an event attribute ends with json`() {
    #expect(
      renderedInPage("<script>\n  let x = {{ x }};\n</script>{{ x }}") == """
        templates/page.html:2:14: error: an expression in a `script` element must end with the filter `json`
          |
        2 |   let x = {{ x }};
          |              ^
          = help: write `{{ … | json }}`

        """
    )
    #expect(
      renderedInPage("<STYLE>p { color: {{ x | json | upper }} }</STYLE>") == """
        templates/page.html:1:22: error: an expression in a `style` element must end with the filter `json`
          |
        1 | <STYLE>p { color: {{ x | json | upper }} }</STYLE>
          |                      ^^^^^^^^^^^^^^^^
          = help: write `{{ … | json }}`

        """
    )
    #expect(
      renderedInPage("<b onClick='f({{ x }})'>") == """
        templates/page.html:1:18: error: an expression in an `on…` attribute must end with the filter `json`
          |
        1 | <b onClick='f({{ x }})'>
          |                  ^
          = help: write `{{ … | json }}`

        """
    )
  }

  @Test func `the branches of a condition end in one place of the markup`() {
    #expect(
      renderedInPage("{% if x %}<a href=\"{% endif %}{{ x }}\">") == """
        templates/page.html:1:7: error: the branches of this statement end in different places of the markup
          |
        1 | {% if x %}<a href="{% endif %}{{ x }}">
          |       ^
          = help: close each tag, quote and script where it was opened

        """
    )
    #expect(
      renderedInPage("<option{% if x %} selected{% endif %}>", [("x", .bool(true))])
        == "<option selected>"
    )
  }

  @Test(arguments: [
    "<a href={{ n }}{% if n %} data={{ u }}{% endif %}>",
    "<a href={{ n }}{% for i in [1, 2] %} data={{ u }}{% endfor %}>",
  ])
  func `an address that a branch begins ends in it`(template: String) {
    #expect(
      renderedInPage(template, [("n", .int(2)), ("u", Value("javascript:x"))])
        .contains("end in different places of the markup")
    )
  }

  @Test func `a child's block is judged where its parent shows it`() {
    let templates = [
      ("base.html", "<script>{% block code %}{% endblock %}</script>"),
      (
        "page.html",
        "{% extends 'base.html' %}{% block code %}{{ super() }}f({{ x }}){% endblock %}"
      ),
    ]
    #expect(
      rendered(templates, environment: Environment(escaping: .page)) == """
        templates/page.html:1:60: error: an expression in a `script` element must end with the filter `json`
          |
        1 | {% extends 'base.html' %}{% block code %}{{ super() }}f({{ x }}){% endblock %}
          |                                                            ^
          = help: write `{{ … | json }}`

        """
    )
  }

  @Test func `rendering alone escapes as Jinja does`() {
    let context: [(String, Value)] = [("x", Value("javascript:\"1\""))]
    #expect(
      rendered("<a href=\"{{ x }}\" onclick={{ x }}><script>{{ x }}</script>", context)
        == "<a href=\"javascript:&#34;1&#34;\" onclick=javascript:&#34;1&#34;>"
        + "<script>javascript:&#34;1&#34;</script>"
    )
  }
}
