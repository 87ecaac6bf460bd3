import Calendar
import Content
import Diagnostics
import Foundation
import Templates
import Testing

@testable import Publishing
@testable import Templates

/// docs/templates.md, section by section; tests run in the package's root.
private struct TemplateDocumentation {
  private let sections: [String: [String]]

  init() throws {
    let url = URL(fileURLWithPath: "docs/templates.md")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var sections: [String: [String]] = [:]
    var heading = ""
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") {
        heading = String(line.dropFirst(3))
      } else {
        sections[heading, default: []].append(line)
      }
    }
    self.sections = sections
  }

  func lines(_ heading: String) throws -> [String] {
    try #require(sections[heading], "a section \(heading)")
  }

  /// The names in a section: the first column of its table, or the words in backticks of its text that
  /// don't stand between parentheses.
  func names(_ heading: String) throws -> Set<String> {
    var names: Set<String> = []
    for line in try lines(heading) where line != "| name | type | what |" {
      let cell = line.hasPrefix("|") ? line.split(separator: "|")[0] : line[...]
      names.formUnion(cell.outsideParentheses.inBackticks)
    }
    return names
  }

  /// The names in the last column of the row that begins with a name.
  func parts(of name: String, in heading: String) throws -> Set<String> {
    let row = try #require(try lines(heading).first { $0.hasPrefix("| `\(name)`") })
    let cell = try #require(row.split(separator: "|").filter { $0 != " " }.last)
    return Set(cell.outsideParentheses.inBackticks)
  }
}

extension StringProtocol {
  fileprivate var outsideParentheses: String {
    var depth = 0
    let kept = filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth == 0
    }
    return String(kept)
  }

  fileprivate var inBackticks: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

private func names(_ schema: Schema<PageReference>) -> Set<String> {
  Set(schema.fields.map(\.name)).subtracting(Schema<PageReference>.list.fields.map(\.name))
}

@Test func `what every page has is what docs/templates.md says`() throws {
  let documented = try TemplateDocumentation().names("`page`, whatever its kind")
  #expect(documented == Set(Schema<PageReference>.list.fields.map(\.name)))
  #expect(Schema<PageReference>.page.fields.map(\.name).count == documented.count)
}

@Test(arguments: [
  ("Post", Schema<PageReference>.post), ("Event", .event), ("Community", .community),
])
func `what a kind of page adds is what docs/templates.md says`(
  heading: String,
  schema: Schema<PageReference>
) throws {
  #expect(try TemplateDocumentation().names(heading) == names(schema))
}

@Test func `a person and a byline have the names that docs/templates.md gives`() throws {
  let documented = try TemplateDocumentation().names("Person and byline")
  #expect(documented == Set(Schema<Byline>.byline.fields.map(\.name)))
  let person = Set(Schema<PageReference>.person.fields.map(\.name))
  #expect(documented.isSubset(of: person))
  #expect(names(.person).isSubset(of: documented))
}

@Test func `a venue and a place have the names that docs/templates.md gives`() throws {
  let documented = try TemplateDocumentation().names("Venue and place")
  #expect(documented == Set(Schema<Place>.place.fields.map(\.name)))
  #expect(documented.isSubset(of: Set(Schema<PageReference>.venue.fields.map(\.name))))
  #expect(names(.venue).isSubset(of: documented))
}

@Test func `a tag has the names that docs/templates.md gives`() throws {
  let documented = try TemplateDocumentation().names("Tag")
  #expect(documented.isSubset(of: Set(Schema<PageReference>.tag.fields.map(\.name))))
  #expect(names(.tag).isSubset(of: documented))
}

@Test func `a series and a month have the names that docs/templates.md gives`() throws {
  let documentation = try TemplateDocumentation()
  #expect(try documentation.names("Series") == names(.series).subtracting(names(.event)))
  #expect(names(.event).isSubset(of: names(.series)))
  #expect(try documentation.names("Month") == names(.month))
  let day = Set(Schema<DayOfEvents>.day.fields.map(\.name))
  #expect(try documentation.names("Day of a month") == day)
}

@Test func `everything else has the names that docs/templates.md gives`() throws {
  let documentation = try TemplateDocumentation()
  let years = try documentation.names("Year of events, year of the archive")
  #expect(years == Set(Schema<YearOfEntries>.year.fields.map(\.name)))
  #expect(try documentation.names("Comment") == Set(CommentView.type.attributes))
  #expect(try documentation.names("Pager") == Set(Schema<PagerReference>.pager.fields.map(\.name)))
  #expect(try documentation.names("Site") == Set(SiteView.type.attributes))
  #expect(try documentation.names("Time") == Set(TimeView.type.attributes))
  #expect(
    try documentation.names("Form (`page.comments.form`)")
      == Set(Schema<CommentFormReference>.form.fields.map(\.name))
  )
  #expect(
    try documentation.names("Thread (`page.comments`)")
      == Set(Schema<PageReference>.thread.fields.map(\.name))
  )
  let speaker = Set(Schema<Speaker>.speaker.fields.map(\.name))
  #expect(try documentation.parts(of: "speakers", in: "Event") == speaker)
  let line = Set(Schema<ScheduleItem>.scheduleItem.fields.map(\.name))
  #expect(try documentation.parts(of: "schedule", in: "Event") == line)
}

@Test func `the names that templates are given are those of docs/templates.md`() throws {
  let text = try String(contentsOf: URL(fileURLWithPath: "docs/templates.md"), encoding: .utf8)
  var documented: Set<String> = []
  var templates: Set<String> = []
  for line in text.split(separator: "\n") where line.hasPrefix("| `") && line.contains(".html` |") {
    let cells = line.split(separator: "|")
    templates.formUnion(cells[0].inBackticks)
    documented.formUnion(cells[2].outsideParentheses.inBackticks)
  }
  #expect(documented.union(["site", "page", "now"]) == Set(PageContext.names))
  let pages = BuiltInTheme.templates.map(\.name).filter { !$0.hasPrefix("_") && $0 != "base.html" }
  #expect(templates == Set(pages))
}

@Test func `the site's filters are those of docs/templates.md`() throws {
  let lines = try TemplateDocumentation().lines("The site's own filters")
  let documented = lines.filter { $0.hasPrefix("| `") }.compactMap { line in
    line.inBackticks.first.map { String($0.prefix { $0 != "(" }) }
  }
  let filters = SiteFilters(
    base: try BaseURL("https://harbor.example/"),
    settings: Settings(file: SourceFile(path: "site.yml", text: ""), title: "T"),
    assetVersions: [:],
    zones: ZoneDatabase()
  )
  #expect(Set(documented) == Set(filters.all.map(\.name) + ["json"]))
}
