import Calendar
import Content
import Diagnostics
import Testing

@Test func `any number of jobs reads the same site and says the same`() throws {
  var files: [String: String] = ["content/events/e.md": "---\nstart: 2026-01-01\n---\n"]
  for index in 1...300 {
    let name = "content/posts/2026-01-01-p\(index)"
    let fault = index.isMultiple(of: 7) ? "evnt: e\n" : ""
    files["\(name).md"] = "---\nevent: e\ntags: [t\(index % 5)]\n\(fault)---\nText \(index)\n"
    files["\(name).comments.yml"] = "- {id: 1, date: 2026-01-02, body: x, reply_to: \(index)}\n"
  }
  let one = Reading(files)
  let eight = Reading(files) { $0.jobs = 8 }
  #expect(one.said == eight.said)
  #expect(one.log.diagnostics == eight.log.diagnostics)
  let sites = try [one, eight].map { try #require($0.site) }
  #expect(sites[0].posts.map(\.document.file.path) == sites[1].posts.map(\.document.file.path))
  #expect(sites[0].tags.map(\.posts) == sites[1].tags.map(\.posts))
  #expect(sites[0].events.map(\.recaps) == sites[1].events.map(\.recaps))
  #expect(sites[0].posts.count == 300)
}
