import Templates
import Testing

/// Where Python shows through Jinja; every expectation is what Jinja 3.1 gives.
struct JinjaDetailTests {
  @Test func `striptags reads every character reference of HTML`() {
    let text = """
      <p>a &nbsp; b</p> &copy; &hearts; &notit; &amp &#x41; &#65 &#128; &#1;&#xD800; &bogus; \
      &CounterClockwiseContourIntegral; &nvlt; &fjlig;
      """
    #expect(
      rendered("{{ text|striptags }}", [("text", Value(text))])
        == "a \u{A0} b © ♥ ¬it; &amp; A A € \u{FFFD} &amp;bogus; ∳ &lt;\u{20D2} fj"
    )
  }

  @Test func `an address that hides its colon in a character reference is unsafe`() {
    let page = Environment(escaping: .page)
    let template = "<a href=\"{{ address }}\">x</a>"
    for address in ["javascript&colon;alert(1)", "java&Tab;script:x", "java&NewLine;script:x"] {
      let said = rendered(template, [("address", .markup(Array(address.utf8)))], environment: page)
      #expect(said == "<a href=\"#\">x</a>")
    }
  }

  @Test func `an undefined name in a list of includes is one that isn't there`() {
    #expect(rendered("{% include ['no', nothing] ignore missing %}ok") == "ok")
  }

  @Test(arguments: [
    ("'a,b,c'.split(',', 1)", "['a', 'b,c']"), ("'a,b'.split(sep=',')", "['a', 'b']"),
    ("' a b  c '.split(none, 1)", "['a', 'b  c ']"), ("'  '.split()", "[]"),
    ("'it\\'s o\\'neil'.title()", "It'S O'Neil"), ("'aaa'.replace('a', 'b', 2)", "bba"),
    ("' a '.strip(none)", "a"), ("'xax'.lstrip('x')", "ax"), ("'xax'.rstrip('x')", "xa"),
    ("'abc'.startswith(('x', 'a'))", "True"), ("'abc'.startswith('b', 1)", "True"),
    ("'abc'.endswith('b', 0, -1)", "True"), ("'abc'.startswith('', 4)", "False"),
    ("{'a': 1}.get('b', 2)", "2"), ("{'a': 1}.get('b')", "None"),
  ])
  func `a method does what Python's does`(call: (text: String, result: String)) {
    #expect(rendered("{{ (\(call.text)) | safe }}") == call.result)
  }

  @Test(arguments: [
    ("'a'.upper(1)", "`upper` takes no arguments, not 1"),
    ("'aba'.strip('a', 'b')", "`strip` takes 1 at most, not 2"),
    (
      "'a'.replace('a', 'b', count=2)",
      "`replace` takes no argument by its name, and `count` is one"
    ),
    ("'a'.split(by=',')", "`split` has no parameter `by`"),
    ("{'a': 1}.get()", "`get` needs the argument `key`"),
    ("{'a': 1}.get([])", "a list can't be a key of a dictionary or a set"),
    ("'abc'.startswith(1)", "`prefix` is text, not a whole number"),
  ])
  func `a method takes what Python's takes`(call: (text: String, fault: String)) {
    #expect(rendered("{{ \(call.text) }}").contains("error: \(call.fault)\n"))
  }

  @Test func `self names its template`() {
    #expect(rendered("{{ self }}") == "&lt;TemplateReference &#39;page.html&#39;&gt;")
  }

  @Test func `what a block leaves that isn't text is found where the block is joined`() {
    let child =
      "{% extends 'base' %}{% block a %}{{ super() }}{{ undefined_name }}{% endblock %}"
    let base = "{% block a %}{% filter wordcount %}a b{% endfilter %}{% endblock %}"
    #expect(
      rendered([("page.html", child), ("base", base)]).contains(
        "error: only text can be printed here, not a whole number"
      )
    )
  }

  @Test func `the keys of many are sorted`() {
    let pairs = (0..<2000).reversed().map { ("k\(10_000 + $0)", Value.int($0)) }
    let sorted = (0..<2000).map { "\"k\(10_000 + $0)\": \($0)" }
    #expect(
      rendered("{{ map|tojson }}", [("map", .map(ValueMap(pairs)))])
        == "{" + sorted.joined(separator: ", ") + "}"
    )
  }

  @Test(arguments: [
    "{{ list[1]|abs }}", "{{ '%x'|format(list[1]) }}", "{{ '%o'|format(list[1]) }}",
  ])
  func `what needs a number and asks for none is no use of an undefined value`(template: String) {
    let said = rendered(template, [("list", .list([.int(1)]))])
    #expect(
      said.contains("number: a list has no element `1`\n")
        || said.contains("needed here: a list has no element `1`\n")
    )
  }

  @Test func `pprint breaks long text at its lines and words`() {
    let words = Array(repeating: "it's", count: 18).joined(separator: " ")
    let list = Value.list([Value(words + " end"), Value("short")])
    #expect(
      rendered(
        "{% autoescape false %}{{ text|pprint }}\n{{ list|pprint }}\n{{ one|pprint }}{% endautoescape %}",
        [
          ("text", Value("first line\n\n" + words + " end")), ("list", list),
          ("one", Value(String(repeating: "x", count: 90))),
        ]
      ) == """
        ('first line\\n'
         '\\n'
         "it's it's it's it's it's it's it's it's it's it's it's it's it's it's it's "
         "it's it's it's end")
        ["it's it's it's it's it's it's it's it's it's it's it's it's it's it's it's "
         "it's it's it's end",
         'short']
        'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
        """
    )
  }

  @Test(arguments: [
    ("{{ '%o' % gone }}", "a number is needed here: `gone` is undefined"),
    ("{{ '%X' % (gone,) }}", "a number is needed here: `gone` is undefined"),
    ("{{ '%d' % gone }}", "`gone` is undefined"),
    ("{{ '%(a)s' % gone }}", "`gone` is undefined"),
    ("{{ ('%x'|safe) % 5 }}", "`%x` can't be used in a format that is markup"),
    ("{{ ('%c'|safe) % 'a' }}", "`%c` can't be used in a format that is markup"),
    ("{{ ('%*d'|safe) % (5, 3) }}", "`*` can't be used in a format that is markup"),
    ("{{ '%5%' % [4] }}", "`%%` means nothing in a format"),
    ("{{ '%(a)s %s' % {'a': 1} }}", "there are fewer values than places in the format"),
  ])
  func `a place in a format refuses what Python's refuses`(template: String, message: String) {
    #expect(rendered(template).contains("error: \(message)\n"))
  }

  @Test(arguments: [
    ("{{ 'abc' % gone }}", "abc"), ("{{ 'abc' % range(3) }}", "abc"),
    ("{{ '%r' % gone }}", "Undefined"), ("{{ ('%d'|safe) % '42' }}", "42"),
    ("{{ ('%.1f'|safe) % '3.5' }}", "3.5"), ("{{ '%(a)5s' % {'a': 1} }}", "    1"),
    ("{{ '%a' % 'é<😀' }}", "&#39;\\xe9&lt;\\U0001f600&#39;"),
  ])
  func `a place in a format takes what Python's takes`(template: String, output: String) {
    #expect(rendered(template) == output)
  }

  @Test(arguments: [
    ("{{ 0 // -2.5 }} {{ -(3 % 0.5) // 0.5 }} {{ 0.0 // 2 }}", "-0.0 -0.0 0.0"),
    (
      "{% autoescape n %}{% autoescape true %}{{ ['<'|safe ~ n] }}{% endautoescape %}{% endautoescape %}",
      "[&#39;&lt;1&#39;]"
    ),
    ("{{ '<'|safe ~ (1 if not false else n) ~ ('y' or n) }}", "&lt;1y"),
    ("{{ 'm-p-/-l-e-.-c-o-m'|wordwrap(8) }}", "m-p-/-l-\ne-.-c-o-\nm"),
    ("{{ ['<'|safe ~ 'x', '<'|safe ~ n] }}", "[&#39;&lt;x&#39;, Markup(&#39;&lt;1&#39;)]"),
  ])
  func `what the long comparison with Jinja found stays mended`(template: String, output: String) {
    #expect(rendered(template, [("n", .int(1))]) == output)
  }

  @Test func `an inline if without else is a key, a sequence, and a name of nothing`() {
    let template = """
      {% set x = 1 if n > 5 %}{{ x is sequence }} {{ x is filter }} {{ x in {1: 2} }} \
      {{ {x: 1} }} [{{ x|urlencode }}]
      """
    #expect(rendered(template, [("n", .int(1))]) == "True False False {Undefined: 1} []")
  }

  @Test func `what could be a key is a name of which there is no template`() {
    #expect(
      rendered("{% include [1, none] ignore missing %}{% include 0 ignore missing %}ok") == "ok"
    )
    #expect(
      rendered("{% extends 5 %}").contains("error: a template's name is text, not a whole number\n")
    )
  }

  @Test func `a fault in what a parent block writes shows before one behind it`() {
    let base = """
      {% filter length %}x{% endfilter %}{% block one %}{% filter wordcount %}a b{% endfilter %}\
      {% endblock %}{{ gone }}
      """
    let child = "{% extends 'base' %}{% block one %}{{ super() }}{% endblock %}"
    #expect(
      rendered([("page.html", child), ("base", base)]).contains(
        "error: only text can be printed here, not a whole number"
      )
    )
  }

  @Test(arguments: ["macro m(a, a)", "call(a, a=1) m()"])
  func `a parameter's name stands once`(tag: String) {
    let end = tag.hasPrefix("macro") ? "endmacro" : "endcall"
    #expect(
      rendered("{% \(tag) %}{% \(end) %}").contains("error: there are two parameters called `a`\n")
    )
  }
}
