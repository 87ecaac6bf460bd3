import Diagnostics
import HTML
import Templates
import Testing

/// What a profile says of renderings.
struct ProfileTests {
  private static let templates = [
    (
      "page.html",
      "{% extends 'base' %}{% block a %}{% include 'part' %}{% include 'part' %}{% endblock %}"
    ),
    ("base", "<{% block a %}{% endblock %}>"),
    (
      "part",
      "{% from 'lib' import twice, down %}{{ twice('ab') }}{{ down(2) }}{% set x %}{{ twice('c') }}{% endset %}"
    ),
    (
      "lib",
      "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
        + "{% macro down(n) %}{{ n }}{% if n %}{{ down(n - 1) }}{% endif %}{% endmacro %}"
    ),
    ("bad", "{% from 'lib' import twice %}{{ twice(gone) }}"),
  ]

  private func set() -> TemplateSet {
    var log = DiagnosticLog()
    let sources = Self.templates.map {
      TemplateSet.Source(name: $0.0, file: SourceFile(path: $0.0, text: $0.1))
    }
    return TemplateSet(sources, environment: Environment(escaping: .jinja), log: &log)
  }

  @Test func `templates and macros are counted with the bytes that they wrote`() throws {
    var profile: RenderProfile? = RenderProfile()
    var output = OutputBuffer()
    output.append("before")
    var renderer = TemplateRenderer(for: set())
    try renderer.render("page.html", [], profile: &profile, into: &output)
    #expect(String(decoding: output.bytes(), as: UTF8.self) == "before<abab210abab210>")
    let entries = try #require(profile).entries
    let rows = entries.map { "\($0.name) \($0.count) \($0.bytes)" }.sorted()
    #expect(
      rows == [
        "base 1 16", "lib 1 0", "lib:down() 6 6", "lib:twice() 4 12", "page.html 1 16", "part 2 14",
      ]
    )
    #expect(entries.allSatisfy { $0.longest <= $0.total && $0.longest > .zero })
  }

  @Test func `what an error ended isn't counted, and what follows is`() throws {
    var profile: RenderProfile? = RenderProfile()
    var output = OutputBuffer()
    var renderer = TemplateRenderer(for: set())
    do {
      try renderer.render("bad", [], profile: &profile, into: &output)
      Issue.record("a template that fails throws")
    } catch {}
    try renderer.render("page.html", [], profile: &profile, into: &output)
    let entries = try #require(profile).entries
    #expect(!entries.contains { $0.name == "bad" })
    #expect(entries.first { $0.name == "lib:twice()" }?.bytes == 12)
  }

  @Test func `without a profile none is made`() throws {
    var profile: RenderProfile?
    var output = OutputBuffer()
    var renderer = TemplateRenderer(for: set())
    try renderer.render("page.html", [], profile: &profile, into: &output)
    #expect(profile == nil)
  }
}
