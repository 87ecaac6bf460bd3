import Testing

/// The files that the examples name.
private let named = [
  "content/communities/boston.md": "", "content/people/jess.md": "", "content/venues/hall.md": "",
  "content/events/2010-04-13-tea.md": "---\nstart: 2010-04-13\n---\n",
  "content/events/swift-night.md": "---\nstart: 2026-05-12\nrepeat: every month\n---\n",
]

private func said(_ path: String, _ lines: String) -> String {
  Reading(named.merging([path: "---\n\(lines)---\n"]) { $1 }).said
}

@Test func `the documented examples of a page are right`() throws {
  #expect(said("content/a.md", try examples(below: "Every page")) == "")
}

@Test func `the documented examples of a post are right`() throws {
  let path = "content/posts/2026-05-01-a.md"
  #expect(said(path, try examples(below: "Posts", without: ["author"])) == "")
  #expect(said(path, try examples(below: "Posts", without: ["authors"])) == "")
}

@Test func `the documented examples of an event are right`() throws {
  let path = "content/events/a.md"
  let change = ["series", "occurrence"]
  let series = ["repeat", "except", "also"]
  let ended = try examples(below: "Events", without: ["duration", "all_day"] + change)
  #expect(said(path, ended) == "")
  let lasting = try examples(below: "Events", without: ["end", "all_day"] + change)
  #expect(said(path, lasting) == "")
  let changing = try examples(below: "Events", without: ["end", "all_day", "uid"] + series)
  #expect(said(path, changing) == "")
  #expect(said(path, "start: 2026-03-10\nall_day: true\n") == "")
}

@Test(arguments: [
  ("Communities", "content/communities/a.md"), ("People", "content/people/a.md"),
  ("Venues", "content/venues/a.md"),
]) func `the documented examples of the others are right`(heading: String, path: String) throws {
  #expect(said(path, try examples(below: heading)) == "")
}

@Test(arguments: ["author", "person"])
func `the documented examples of a comment are right`(other: String) throws {
  let lines = try examples(below: "Threads", without: [other]).split(separator: "\n")
  let comment = lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  let parent = "- {id: 1, date: 2026-05-01, body: x}\n"
  let files = ["content/a.md": "", "content/a.comments.yml": parent + comment]
  #expect(Reading(named.merging(files) { $1 }).said == "")
}

@Test func `the documented examples of settings are right`() throws {
  #expect(Reading(named, settings: try examples(below: "Settings: site.yml")).said == "")
}
