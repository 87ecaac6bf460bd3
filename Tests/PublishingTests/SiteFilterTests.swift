import Foundation
import Testing

/// The rows of docs/templates.md's table of filters: an example and what it gives.
private let examples: [(example: String, result: String)] = {
  let path = "docs/templates.md"
  guard let data = FileManager.default.contents(atPath: path) else { return [] }
  let text = String(decoding: data, as: UTF8.self)
  let rest = text.components(separatedBy: "| filter | example | gives |").last ?? ""
  let table = rest.components(separatedBy: "\n## ")[0]
  return table.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { row in
    let cells = row.replacing("\\|", with: "\u{1}").split(separator: "|").map { cell in
      cell.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces)
    }
    let code = cells.suffix(2).map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "`")) }
    return (code[0], code[1])
  }
}()

@Test func `every example of the site's own filters gives what docs/templates.md says`() throws {
  try #require(examples.count == 12)
  let lines = examples.map { "{{ \($0.example) | string | safe }}\u{2}" }
  let build = try TestBuild([
    "site.yml": """
    title: Harbor
    base_url: https://harbor.example/club/
    timezone: America/New_York
    now: 2026-11-01
    """,
    "content/essay.md": post(
      "Essay",
      "A few words.",
      keys: "date: 2010-03-24 18:30\nextra: {note: Bring *cake*}"
    ),
    "templates/page.html": lines.joined(),
    "templates/assets/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ])
  #expect(build.diagnostics == [])
  let results = try build.file("essay/index.html").split(separator: "\u{2}")
  for (example, result) in zip(examples, results) {
    #expect(
      result.trimmingCharacters(in: .newlines) == example.result,
      "\(example.example)"
    )
  }
}
