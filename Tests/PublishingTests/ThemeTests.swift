import Foundation
import Testing

@testable import Publishing

/// The files of templates/ with their texts, by name; tests run in the package's root.
private func files(_ folder: String, _ isWanted: (String) -> Bool) throws -> [String: String] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter(isWanted)
  return try Dictionary(
    uniqueKeysWithValues: names.map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      return (name, String(decoding: data, as: UTF8.self))
    }
  )
}

@Test func `the built-in theme is templates/ as it stands (or run make theme)`() throws {
  let templates = Dictionary(
    uniqueKeysWithValues: BuiltInTheme.templates.map { ($0.name, $0.text) }
  )
  #expect(try files("templates") { $0.hasSuffix(".html") } == templates)
  let assets = Dictionary(uniqueKeysWithValues: BuiltInTheme.assets.map { ($0.name, $0.text) })
  #expect(try files("templates/assets") { !$0.hasPrefix(".") } == assets)
}

@Test func `a site's template wins over the built-in one, which the others still use`() throws {
  let build = try TestBuild([
    "content/posts/2026-03-24-tea.md": post("Tea"),
    "content/about.md": post("About"),
    "templates/base.html": "[{{ page.title }}]{% block main %}{% endblock %}",
    "templates/page.html": "{% extends 'base.html' %}{% block main %}!{% endblock %}",
    "templates/assets/style.css": "mine",
    "templates/assets/more.txt": "more",
  ])
  #expect(build.diagnostics == [])
  #expect(try build.file("about/index.html") == "[About]!")
  #expect(try build.file("2026/03/24/tea/index.html").hasPrefix("[Tea]<article"))
  #expect(try build.file("assets/style.css") == "mine")
  #expect(try build.file("assets/more.txt") == "more")
}

@Test func `what a site's own templates call so the theme leaves alone`() throws {
  let names = ["authors", "comments", "community", "date", "event", "feed", "json_feed", "toc"]
  let set = names.map { "{% set \($0) = '\($0) of mine' %}" }.joined()
  let build = try TestBuild([
    "content/posts/2026-03-24-tea.md": post("Tea"),
    "content/about.md": post("About"),
    "templates/page.html":
      "{% extends 'base.html' %}\(set){% block main %}\(names.map { "[{{ \($0) }}]" }.joined()){% endblock %}",
    "templates/_comments.html": "[theirs:\(names.map { "{{ \($0)|default }}" }.joined())]",
  ])
  #expect(build.diagnostics == [])
  let mine = names.map { "[\($0) of mine]" }.joined()
  #expect(try build.file("about/index.html").contains("<main id=\"main\">\n\(mine)"))
  #expect(try build.file("2026/03/24/tea/index.html").contains("[theirs:]"))
}

@Test(arguments: [
  ["page.html": "{% extends 'a.html' %}", "a.html": "{% extends 'page.html' %}"],
  ["page.html": "{% extends 'page.html' %}"],
  ["page.html": "{% include 'page.html' %}"],
  ["page.html": "{% include 'a.html' %}", "a.html": "{% include 'page.html' %}"],
  ["page.html": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
  [
    "page.html":
      "{% macro m() %}{{ caller() }}{% call m() %}{% endcall %}{% endmacro %}{% call m() %}{% endcall %}"
  ],
])
func `templates that never end are an error, not a crash`(templates: [String: String]) throws {
  var files = ["content/about.md": post("About")]
  for (name, text) in templates { files["templates/\(name)"] = text }
  let build = try TestBuild(files)
  #expect(build.report == nil)
  #expect(build.diagnostics.count == 1)
  #expect(build.diagnostics.first?.hasPrefix("templates/") == true)
  #expect(try build.files() == [:])
}
