import Diagnostics
import Testing

@testable import Content

@Test func `every key that is read is documented`() throws {
  let text = try documentation()
  for table in KeyTable.all {
    let missing = table.keys.filter { !text.contains("`\($0)`") }
    #expect(missing.isEmpty, "keys of \(table.name)")
  }
}

@Test(arguments: [
  (KeyTable.page, "content/a.md"), (.post, "content/posts/2026-05-01-a.md"),
  (.event, "content/events/a.md"), (.community, "content/communities/a.md"),
  (.person, "content/people/a.md"), (.venue, "content/venues/a.md"),
]) func `every key of a page is read`(table: KeyTable, path: String) {
  for key in table.keys {
    // No key takes a list of lists, so each that is read says so.
    let reading = Reading([path: "---\n\(key): [[x]]\n---\n"])
    let lines = reading.log.diagnostics.filter { $0.location?.line == 2 }
    #expect(!lines.isEmpty, "`\(key)` of \(table.name)")
  }
}

@Test(arguments: KeyTable.settings.keys)
func `every setting is read`(key: String) {
  let others = ["title: T", "base_url: https://x.example/"].filter { !$0.hasPrefix("\(key):") }
  let settings = "\(key): [[x]]\n" + others.joined(separator: "\n")
  #expect(Reading([:], settings: settings).log.diagnostics.first?.location?.line == 1)
}

@Test(arguments: [
  (KeyTable.permalinks, "permalinks"), (.eventSettings, "events"), (.feeds, "feeds"),
  (.commentSettings, "comments"), (.markdown, "markdown"), (.outputs, "outputs"),
]) func `every key of a map in site.yml is read`(table: KeyTable, name: String) {
  for key in table.keys {
    let settings = "title: T\nbase_url: https://x.example/\n\(name): {\(key): [[x]]}\n"
    #expect(Reading([:], settings: settings).log.diagnostics.count == 1, "`\(key)` of \(name)")
  }
}

@Test(arguments: KeyTable.comment.keys)
func `every key of a comment is read`(key: String) {
  let thread = "- \(key): [[x]]\n"
  let reading = Reading(["content/a.md": "", "content/a.comments.yml": thread])
  #expect(reading.log.diagnostics.contains { $0.location?.column == key.utf8.count + 5 })
}

@Test(arguments: [
  (KeyTable.eventVenue, "venue: {", "}"), (.speaker, "speakers: [{", "}]"),
  (.scheduleItem, "schedule: [{", "}]"),
]) func `every key of a map in an event is read`(table: KeyTable, before: String, after: String) {
  for key in table.keys {
    let text = "---\nstart: 2026-06-09\n\(before)\(key): [[x]]\(after)\n---\n"
    let diagnostics = Reading(["content/events/a.md": text]).log.diagnostics
    let column = before.utf8.count + key.utf8.count + 3
    #expect(diagnostics.contains { $0.location?.column == column }, "`\(key)` of \(table.name)")
  }
}

@Test(arguments: [
  (KeyTable.post, "categories", "tags"), (.post, "lastmod", "updated"),
  (.post, "redirect_from", "aliases"), (.page, "layout", "template"),
  (.event, "location", "venue"), (.event, "rrule", "repeat"), (.settings, "url", "base_url"),
  (.settings, "paginate", "per_page"),
])
func `keys of other generators`(table: KeyTable, key: String, own: String) {
  #expect(table.help(for: key) == "it is `\(own)` here")
}
