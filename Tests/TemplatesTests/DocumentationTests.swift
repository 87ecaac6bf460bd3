import Foundation
import Templates
import Testing

struct DocumentationTests {
  /// The examples of docs/templates-language.md: `` - `name`: what. `template` → `output` ``.
  private func examples() throws -> [(template: String, output: String)] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "docs/templates-language.md"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.hasPrefix("- `") && $0.contains("` → `") }.map { line in
      let sides = line.components(separatedBy: "` → `")
      let template = sides[0].components(separatedBy: ". `").dropFirst().joined(separator: ". `")
      return (template, String(sides[1].dropLast()))
    }
  }

  @Test func `every example of the documentation prints what it says`() throws {
    let examples = try examples()
    #expect(examples.count >= 88)
    for example in examples {
      #expect(rendered(example.template) == example.output)
    }
  }
}
