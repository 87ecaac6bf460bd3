import Diagnostics
import HTML
import Synchronization
import Templates
import Testing

/// A thing that counts how often it is asked for its name.
private final class Card: TemplateObject {
  static let type = ObjectType(name: "card", id: 0, attributes: ["name", "self"])
  let objectType = Card.type
  let identity: Int?
  let text: [UInt8] = Array("card".utf8)
  private let name: String
  private let asked = Atomic(0)

  init(_ name: String, identity: Int?) {
    self.name = name
    self.identity = identity
  }

  var count: Int { asked.load(ordering: .relaxed) }

  func attribute(_ index: Int) -> Value {
    if index == 1 { return .object(self) }
    asked.add(1, ordering: .relaxed)
    return Value(name)
  }
}

/// A set of templates of a build, with `card` and `site` that last, and `page` that doesn't.
private func set(_ templates: [(String, String)]) throws -> TemplateSet {
  var log = DiagnosticLog()
  let environment = Environment(
    escaping: .page,
    types: [Card.type],
    names: ["site", "page"],
    lastingNames: ["site"]
  )
  let sources = templates.map {
    TemplateSet.Source(name: $0.0, file: SourceFile(path: $0.0, text: $0.1))
  }
  let set = TemplateSet(sources, environment: environment, log: &log)
  try #require(log.diagnostics.isEmpty, "\(log.diagnostics)")
  return set
}

extension TemplateRenderer {
  /// What a page becomes, or the message of why it can't.
  fileprivate mutating func text(_ name: String, _ context: [(String, Value)] = []) -> String {
    var profile: RenderProfile?
    var output = OutputBuffer()
    do throws(Diagnostic) {
      try render(name, context, profile: &profile, into: &output)
      return String(decoding: output.bytes(), as: UTF8.self)
    } catch {
      return error.message
    }
  }
}

@Test func `what an include wrote of a thing is written again`() throws {
  let templates = [
    ("page", "{% for c in page %}{% include 'card' %}{% endfor %}"),
    ("card", "({{ site }}:{{ c.name }}{{ level|default(3) }})"),
  ]
  var renderer = TemplateRenderer(try set(templates))
  let (first, second) = (Card("a", identity: 1), Card("b", identity: 2))
  let cards = Value.list([.object(first), .object(second), .object(first)])
  #expect(renderer.text("page", [("site", .int(7)), ("page", cards)]) == "(7:a3)(7:b3)(7:a3)")
  #expect(renderer.text("page", [("site", .int(7)), ("page", cards)]) == "(7:a3)(7:b3)(7:a3)")
  #expect(first.count == 1)
  #expect(second.count == 1)
  #expect(renderer.text("page", [("site", .int(8)), ("page", cards)]) == "(8:a3)(8:b3)(8:a3)")
  #expect(first.count == 2)
}

@Test func `what else an include reads makes another text`() throws {
  let templates = [
    ("page", "{% set level = page %}{% for c in site %}{% include 'card' %}{% endfor %}"),
    ("card", "{% from 'macros' import name %}{% include 'inner' %}{{ name(c) }}"),
    ("inner", "{{ level }}"), ("macros", "{% macro name(c) %}{{ c.name }}{% endmacro %}"),
  ]
  var renderer = TemplateRenderer(try set(templates))
  let card = Card("a", identity: 1)
  let cards = Value.list([.object(card), .object(card)])
  #expect(renderer.text("page", [("site", cards), ("page", .int(1))]) == "1a1a")
  #expect(renderer.text("page", [("site", cards), ("page", .int(2))]) == "2a2a")
  #expect(renderer.text("page", [("site", cards), ("page", .int(1))]) == "1a1a")
  #expect(card.count == 2)
}

@Test(arguments: [
  // The page's own name, also by way of another include.
  ("{{ page.name }}{{ c.name }}", 2), ("{% include 'inner' %}{{ c.name }}", 2),
  // Chance, blocks, and macros made on the spot.
  ("{{ [1, 2]|random }}{{ c.name }}", 2), ("{% block b %}{{ c.name }}{% endblock %}", 2),
  ("{% macro m() %}{{ c.name }}{% endmacro %}{{ m() }}", 2),
  // A template whose name isn't known before.
  ("{% include c.name ~ '' %}{{ c.name }}", 4),
])
func `an include that may differ from page to page is not remembered`(
  card text: String,
  count: Int
) throws {
  let templates = [
    ("page", "{% set c = site %}{% include 'card' %}"), ("card", text),
    ("inner", "{{ page.name }}"),
    ("a", ""),
  ]
  var renderer = TemplateRenderer(try set(templates))
  let card = Card("a", identity: 1)
  let context = [("site", Value.object(card)), ("page", .object(Card("p", identity: 2)))]
  #expect(renderer.text("page", context) == renderer.text("page", context))
  #expect(card.count == count)
}

@Test func `a thing without an identity is not remembered`() throws {
  let templates = [("page", "{% set c = site %}{% include 'card' %}"), ("card", "{{ c.name }}")]
  var renderer = TemplateRenderer(try set(templates))
  for name in ["a", "b"] {
    #expect(renderer.text("page", [("site", .object(Card(name, identity: nil)))]) == name)
  }
}

@Test(arguments: [
  // What a variable of the including template is, and that hides a name outside.
  ("{{ v }}", #"{% for v in ["a", "b"] %}{% include "i" %}{% endfor %}"#),
  ("{{ v }}", #"{% for v in [1.0, 2.5, "x", [1], [2], none, 3] %}{% include "i" %}{% endfor %}"#),
  ("{{ site }}", #"{% for site in ["a", "b"] %}{% include "i" %}{% endfor %}"#),
  ("{{ v }}", #"{% with v = page.name %}{% include "i" %}{% endwith %}"#),
  ("{{ v }}", #"{% block m %}{% set v = page.name %}{% include "i" %}{% endblock %}"#),
  (#"{% include "k" %}"#, #"{% block m %}{% set v = page.name %}{% include "i" %}{% endblock %}"#),
  (
    #"{{ v|default("d") }}"#,
    #"{% block m %}{% include "i" %}{% set v = "a" %}{% include "i" %}{% endblock %}"#
  ),
  (
    "{{ j() }}x",
    #"{% block m %}{% set j = joiner() %}{% include "i" %}{% include "i" %}{% endblock %}"#
  ),
  (
    "{% set ns.n = ns.n + 1 %}{{ ns.n }}",
    #"{% block m %}{% set ns = namespace(n=0) %}{% include "i" %}{% include "i" %}{% endblock %}"#
  ),
  (
    "{{ fn() }}",
    #"{% block m %}{% macro fn() %}{{ page.name }}{% endmacro %}{% include "i" %}{% endblock %}"#
  ),
  ("{{ loop.index }}", #"{% for v in [1, 1, 1] %}{% include "i" %}{% endfor %}"#),
  ("{{ v + 1 }}", #"{% for v in [1.5, page.name] %}{% include "i" %}{% endfor %}"#),
  // Chance by another name.
  (
    #"{{ [[1, 2, 3, 4, 5, 6]]|map("random")|list }}"#,
    #"{% include "i" %}{% include "i" %}{% include "i" %}"#
  ),
  (
    #"{% set f = "random" %}{{ [[1, 2, 3, 4, 5, 6]]|map(f)|list }}"#,
    #"{% include "i" %}{% include "i" %}{% include "i" %}"#
  ),
  ("{{ lipsum(1, false, 5, 9) }}", #"{% include "i" %}{% include "i" %}"#),
])
func `pages come out as each does alone`(include: String, page: String) throws {
  let set = try set([("page", page), ("i", include), ("k", "{{ v }}")])
  var renderer = TemplateRenderer(set)
  for (name, identity) in [("a", 1), ("b", 2), ("a", 1), ("c", 3)] {
    let context = [
      ("site", Value.object(Card("s", identity: 0))),
      ("page", .object(Card(name, identity: identity))),
    ]
    var alone = TemplateRenderer(for: set)
    let expected = alone.text("page", context)
    #expect(renderer.text("page", context) == expected)
  }
}

@Test func `templates that include each other many times are looked through once`() throws {
  let many = { (name: String) in String(repeating: "{% include '\(name)' %}", count: 20) }
  let set = try set(
    [
      ("page", "{% include 'a0' %}"),
      ("tree", "{% if n %}\(many("tree"))\(many("a0")){% endif %}x"),
      ("a24", "y"),
    ] + (0..<24).map { ("a\($0)", "{% if n %}\(many("a\($0 + 1)")){% endif %}x") }
  )
  var renderer = TemplateRenderer(set)
  #expect(renderer.text("page") == "x")
}

@Test func `a page that fails leaves nothing behind`() throws {
  let templates = [
    (
      "page",
      "{% from 'macros' import wrap %}{% set ns = namespace(n=0) %}{% set c = site %}"
        + "{% for i in range(3) %}{% set ns.n = ns.n + 1 %}{{ wrap(ns.n) }}{% endfor %}"
        + "{% include 'card' %}"
    ),
    (
      "card",
      "{% set x %}{{ c.name }}{% if c.name == 'b' %}{{ c.nothing }}{% endif %}{% endset %}{{ x }}"
    ),
    ("macros", "{% macro wrap(n) %}({{ n }}){% endmacro %}"),
  ]
  let set = try set(templates)
  var renderer = TemplateRenderer(set)
  for (name, identity) in [("a", 1), ("b", 2), ("a", 1), ("b", 2), ("c", 3), ("a", 1)] {
    let context = [("site", Value.object(Card(name, identity: identity)))]
    var alone = TemplateRenderer(for: set)
    let expected = alone.text("page", context)
    #expect(renderer.text("page", context) == expected)
    #expect(expected == (name == "b" ? "`card` has no attribute `nothing`" : "(1)(2)(3)\(name)"))
  }
}

@Test(.enabled(if: TestSets.has("conformance/jinja.json")))
func `Jinja's cases come out alike however often they are rendered`() throws {
  for recorded in try RecordedCase.all(try TestSets.file("conformance/jinja.json")) {
    var log = DiagnosticLog()
    let sources = recorded.templates.map {
      TemplateSet.Source(name: $0.name, file: SourceFile(path: $0.name, text: $0.text))
    }
    let set = TemplateSet(sources, environment: Environment(escaping: .jinja), log: &log)
    var alone = TemplateRenderer(for: set)
    let expected = alone.text(recorded.main, recorded.context)
    var renderer = TemplateRenderer(set)
    for _ in 0..<3 {
      #expect(renderer.text(recorded.main, recorded.context) == expected, "\(recorded.name)")
    }
  }
}
