import Diagnostics
import Foundation
import Templates
import Testing

/// What ends a template that would never end, or that is nested too deep.
struct LimitTests {
  /// Frames without optimization are many times as large as those of a release.
  #if DEBUG
  private static let stackSize = 8 << 20
  #else
  private static let stackSize = 512 << 10
  #endif

  /// Renders on a thread with little stack.
  private func renderedWithLittleStack(
    _ templates: [(String, String)],
    _ json: String = "null",
    escaping: Environment.Escaping = .jinja
  ) async -> String {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        var context: [(String, Value)] = []
        do {
          context = [("data", try Value(json: SourceFile(path: "data.json", text: json)))]
        } catch {
          return continuation.resume(returning: "\(error)")
        }
        let environment = Environment(escaping: escaping)
        continuation.resume(returning: rendered(templates, context, environment: environment))
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{1: ", "}"), ("not (", ")"), ("a(", ")"), ("a[", "]"),
  ])
  func `brackets nested too deep are an error on little stack`(
    brackets: (String, String)
  ) async {
    let (open, close) = brackets
    let text = "{{ \(repeated(open, 5000))1\(repeated(close, 5000)) }}"
    let said = await renderedWithLittleStack([("page.html", text)])
    #expect(said.contains("tags and brackets can be nested 60 deep at most\n"))
    #expect(said.hasPrefix("templates/page.html:1:"))
  }

  @Test(arguments: [
    ("{% if 1 %}", "{% endif %}"), ("{% for x in [1] %}", "{% endfor %}"),
    ("{% with %}", "{% endwith %}"), ("{% filter upper %}", "{% endfilter %}"),
    ("{% set x %}", "{% endset %}"), ("{% macro m() %}", "{% endmacro %}"),
  ])
  func `tags nested too deep are an error on little stack`(tags: (String, String)) async {
    let text = repeated(tags.0, 5000) + "x" + repeated(tags.1, 5000)
    let said = await renderedWithLittleStack([("page.html", text)])
    #expect(said.contains("tags and brackets can be nested 60 deep at most\n"))
  }

  @Test(arguments: ["1 + ", "1 ~ ", "1 and ", "not ", "- ", "a."])
  func `an expression of very many parts is an error on little stack`(part: String) async {
    let text = "{{ \(repeated(part, 20_000))a }}"
    let said = await renderedWithLittleStack([("page.html", text)])
    #expect(said.hasPrefix("templates/page.html:1:"))
    #expect(said.contains(": error: "))
  }

  @Test func `what is nested as deep as allowed renders on little stack`() async {
    let brackets = "{{ \(repeated("(", 50))1\(repeated(")", 50)) }}"
    let tags = repeated("{% if 1 %}", 50) + "x" + repeated("{% endif %}", 50)
    let written = await renderedWithLittleStack([("page.html", brackets + tags)])
    #expect(written == "1x")
  }

  @Test func `data nested deep is compared, printed and sorted on little stack`() async {
    let json = repeated("[", 250) + repeated("]", 250)
    let template =
      "{{ data | string | length }} {{ [data, data] | sort | length }} {{ data == data }}"
      + " {{ data | tojson | length }} {{ data | pprint | length }}"
    let said = await renderedWithLittleStack([("page.html", template)], json)
    #expect(said == "500 2 True 500 500")
  }

  @Test(arguments: [
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls"),
    ("{% macro m() %}{{ '' ~ m() }}{% endmacro %}{{ m() }}", "calls"),
    ("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}", "calls"),
    ("{% block b %}{{ self.b() }}{% endblock %}", "calls"),
    ("{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}", "calls"),
    ("{% include 'page.html' %}", "templates"),
    ("{% extends 'page.html' %}", "templates"),
    ("{% import 'page.html' as p with context %}", "templates"),
  ])
  func `what calls itself for ever ends on little stack`(
    template: (text: String, what: String)
  ) async {
    let said = await renderedWithLittleStack([("page.html", template.text)])
    #expect(said.contains("error: \(template.what) are nested deeper than 400\n"))
  }

  @Test func `a template that imports itself`() async {
    let said = await renderedWithLittleStack(
      [("page.html", "{% import 'page.html' as p %}{{ p }}")]
    )
    #expect(
      said == """
        templates/page.html:1:11: error: `page.html` imports itself
          |
        1 | {% import 'page.html' as p %}{{ p }}
          |           ^^^^^^^^^^^
          = note: imported at templates/page.html:1:11

        """
    )
  }

  @Test func `a value that grows too large`() {
    #expect(
      rendered("{{ 'x' * 99999999 }}").hasPrefix(
        "templates/page.html:1:4: error: repeating it 99999999 times would be too large\n"
      )
    )
    #expect(
      rendered("{% set x = 'x' * 9999999 %}{{ x ~ x }}").hasPrefix(
        "templates/page.html:1:31: error: a text is larger than 16 MiB\n"
      )
    )
  }

  @Test(arguments: [
    "{% set ns.s = [ns.s] %}", "{% set ns.s = (ns.s,) %}", "{% set ns.s = {'a': ns.s} %}",
    "{% set ns.s = dict(a=ns.s) %}", "{% set ns.s = ns.s | batch(1) | list %}",
    "{% set ns.s = [ns.s].nothing %}", "{% set ns.s = {'a': ns.s}['b'] %}",
  ])
  func `values that nest without bound`(step: String) async {
    let template = "{% set ns = namespace(s=[1]) %}{% for i in range(100000) %}\(step){% endfor %}x"
    let said = await renderedWithLittleStack([("page.html", template)])
    #expect(said.contains("error: values are nested deeper than 400\n"))
  }

  @Test func `filters chained without bound`() async {
    let said = await renderedWithLittleStack([
      (
        "page.html",
        "{% set ns = namespace(s=[1]) %}{% for i in range(100000) %}"
          + "{% set ns.s = ns.s | map('string') %}{% endfor %}{{ ns.s | list }}"
      )
    ])
    #expect(said.contains("error: filters that give their items one by one are chained too long\n"))
  }

  @Test(arguments: [
    ("{{ ns.s | string | length }}", "a value's text is larger than 16 MiB"),
    ("{{ {ns.s: 1} }}", "a tuple of more than 4096 parts can't be a key of a dictionary or a set"),
    ("{{ {}[ns.s] }}", "a dictionary has no element `(((("),
  ])
  func `a value that shares its parts with itself`(use: (text: String, fault: String)) {
    let said = rendered(
      "{% set ns = namespace(s=()) %}{% for i in range(22) %}{% set ns.s = (ns.s, ns.s) %}"
        + "{% endfor %}" + use.text
    )
    #expect(said.contains("error: \(use.fault)"))
  }

  @Test func `a value that doubles without bound`() {
    let said = rendered(
      "{% set ns = namespace(s=[]) %}{% for i in range(60) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}"
    )
    #expect(said.contains("error: a value has more than 16 million items\n"))
  }

  @Test(arguments: [
    "{% set x %}{{ t }}{% endset %}", "{% if t == t %}{% endif %}", "{% if t ~ '' %}{% endif %}",
    "{% if t is string %}{% endif %}",
  ])
  func `work on a large value that is done again and again`(step: String) {
    let said = rendered(
      "{% set t = 'a' * 16000000 %}{% for i in range(9000000) %}\(step){% endfor %}"
    )
    #expect(
      said.contains("error: the template goes through too much text, or through too many items\n")
    )
  }

  @Test(arguments: [
    ("{{ (-2**127) // -1 }}", "the result is too large: whole numbers have 128 bits here"),
    ("{{ 'a' | center(10**12) }}", "`center` makes a text larger than 16 MiB"),
    ("{{ 'a' | indent(10**12) }}", "`width` is 10000 at most, not 1000000000000"),
    ("{{ [1] | tojson(indent=10**12) }}", "`indent` is 10000 at most, not 1000000000000"),
    ("{{ 1.5 | round(-400, 'ceil') }}", "division by zero"),
  ])
  func `a number that is too large`(use: (text: String, fault: String)) {
    #expect(rendered(use.text).contains("error: \(use.fault)\n"))
  }

  @Test func `a call or a macro with very many names`() {
    let names = (0..<256).map { "a\($0)=1" }.joined(separator: ", ")
    #expect(
      rendered("{{ dict(\(names)) }}").contains("error: a call names 255 arguments at most\n")
    )
    #expect(
      rendered("{% macro m(\(names)) %}{% endmacro %}").contains(
        "error: there are 255 parameters at most\n"
      )
    )
  }

  @Test func `numbers that are large and no trouble`() {
    #expect(rendered("{{ (-2**127) in range(1, 5) }}") == "False")
    #expect(rendered("{{ 'a b' | truncate(2**63 - 1) }}") == "a b")
    #expect(rendered("{{ range(10**18)[1:] | length }}") == "999999999999999999")
  }

  @Test func `a page that grows too large`() {
    let text =
      "{% set x = ('x' * 16000000) | safe %}{% for i in range(99) %}{{ x }}{% endfor %}"
    #expect(
      rendered(text) == """
        templates/page.html:1:50: error: the page is larger than 256 MiB
          |
        1 | \(text)
          |                                                  ^^^^^^^^^

        """
    )
  }

  @Test func `a template that takes too many steps`() {
    let text = "{% for a in range(99999999) %}{% endfor %}"
    #expect(
      rendered(text) == """
        templates/page.html:1:13: error: the template takes more than 10000000 steps
          |
        1 | \(text)
          |             ^^^^^^^^^^^^^^^

        """
    )
  }

  @Test func `one set renders on several threads at once with the same bytes`() async throws {
    var log = DiagnosticLog()
    let sources = [
      ("base.html", "<main>{% block body %}{% endblock %}</main>"),
      ("m.html", "{% macro item(x) %}<li>{{ x.name }}{{ x.n | round(1) }}</li>{% endmacro %}"),
      (
        "page.html",
        "{% extends 'base.html' %}{% from 'm.html' import item %}{% block body %}"
          + "{% for x in data | sort(attribute='n') %}{{ item(x) }}{% endfor %}{{ data | random }}"
          + "{% endblock %}"
      ),
    ]
    let set = TemplateSet(
      sources.map {
        TemplateSet.Source(name: $0.0, file: SourceFile(path: $0.0, text: $0.1))
      },
      environment: Environment(escaping: .jinja),
      log: &log
    )
    #expect(log.diagnostics.isEmpty)
    let json = (0..<50).map { "{\"name\": \"<\($0)>\", \"n\": \($0 * 37 % 50).5}" }
    let file = SourceFile(path: "data.json", text: "[\(json.joined(separator: ","))]")
    let data = try Value(json: file)
    let pages = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<32 {
        group.addTask {
          var output: [UInt8] = []
          try set.render("page.html", [("data", data)], into: &output)
          return output
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pages.count == 32)
    #expect(Set(pages).count == 1)
    #expect(String(decoding: pages[0], as: UTF8.self).hasPrefix("<main><li>&lt;0&gt;0.5</li>"))
  }
}
