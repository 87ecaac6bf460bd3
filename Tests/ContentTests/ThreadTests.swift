import Calendar
import Content
import Diagnostics
import Testing

private func thread(_ text: String) throws -> Content.Thread {
  let reading = Reading([
    "content/a.md": "", "content/a.comments.yml": text,
    "content/people/jess.md": "---\nname: J\n---",
  ])
  return try #require(reading.site?.pages.first?.document.thread)
}

@Test func `everything that a comment says is read`() throws {
  let thread = try thread(
    """
    - id: c-1_A
      author: null
      url: https://robin.example
      avatar: /images/robin.png
      date: 2010-03-25T08:12:00-04:00
      status: pending
      type: webmention
      body: |
        Some *text*

          indented
    """
  )
  let comment = try #require(thread.comments.first)
  #expect(thread.text(comment.id) == "c-1_A")
  #expect(thread.text(comment.author) == "null")
  #expect(comment.person == nil)
  #expect(thread.text(ifAny: comment.url) == "https://robin.example")
  #expect(thread.text(ifAny: comment.avatar) == "/images/robin.png")
  #expect(thread.date(of: comment).time.rfc3339 == "2010-03-25T08:12:00-04:00")
  #expect(comment.status == .pending)
  #expect(comment.kind == .webmention)
  #expect(thread.body(of: comment) == Array("Some *text*\n\n  indented".utf8))
  #expect(!comment.isVisible)
}

@Test(arguments: [
  ("", "Anonymous"), ("  author: jo@x.example\n", "jo"), ("  author: Jo @ home\n", "Jo @ home"),
  ("  author: '@jo'\n", "@jo"), ("  author: Jo <jo@x.example>\n", "Jo"),
  ("  author: <jo@x.example>\n", "jo"), ("  author: ask jo@x.example now\n", "ask jo now"),
  ("  author: \u{202E}kim\u{2069} “K”\n", "kim “K”"), ("  author: \u{202E}\n", "Anonymous"),
  ("  author: jess\n", "jess"), ("  person: jess\n", "J"),
]) func `a comment has a name`(line: String, name: String) throws {
  let thread = try thread("- id: 1\n  date: 2026-05-01\n  body: x\n\(line)")
  #expect(thread.comments.map { thread.text($0.author) } == [name])
  #expect(thread.comments.map(\.person) == [line.contains("person") ? 0 : nil])
}

@Test(
  arguments: [
    ([nil, "1", "2"], [nil, 0, 1]),
    (["3", nil, nil], [2, nil, nil]),
    (["9", "1", nil], [nil, 0, nil]),
    (["1", nil, nil], [nil, nil, nil]),
    (["2", "1", "2"], [nil, 0, 1]),
    (["2", "3", "1"], [nil, 2, 0]),
  ] as [([String?], [Int?])]
)
func `a comment answers another, and never itself in a circle`(
  replies: [String?],
  parents: [Int?]
) throws {
  let text = replies.enumerated().map { index, reply in
    "- id: \(index + 1)\n  date: 2026-05-01\n  body: x\n"
      + (reply.map { "  reply_to: \($0)\n" } ?? "")
  }
  #expect(try thread(text.joined()).comments.map(\.parent) == parents)
}

@Test func `a thread of any depth is read without recursion`() throws {
  let count = 20_000
  let text = (1...count).map { "- {id: \($0), date: 2026-05-01, body: x, reply_to: \($0 - 1)}\n" }
  let parents = try thread(text.joined()).comments.map(\.parent)
  #expect(parents.count == count)
  #expect(parents.last == count - 2)
}

@Test(arguments: [
  "content/posts/2026-05-01-tea.comments.yml", "content/posts/2026-05-01-tea/comments.yml",
]) func `a thread of a folder stands in it or beside it`(path: String) throws {
  let reading = Reading([
    "content/posts/2026-05-01-tea/index.md": "", path: "- {id: 1, date: 2026-05-01, body: x}",
  ])
  #expect(reading.said == "")
  #expect(reading.site?.posts.first?.document.thread?.comments.count == 1)
  #expect(reading.site?.posts.first?.document.files.isEmpty == true)
}

@Test func `the thread of a page that isn't published is no orphan`() {
  let reading = Reading([
    "content/a.md": "---\ndraft: true\n---\n",
    "content/a.comments.yml": "- {id: 1, date: 2026-05-01, body: x}",
  ])
  #expect(reading.said == "")
}

@Test func `people, communities and venues have threads, too`() throws {
  let comment = "- {id: 1, date: 2026-05-01, body: x, person: jess}"
  let site = try #require(
    Reading([
      "content/people/jess.md": "", "content/people/jess.comments.yml": comment,
      "content/venues/hall.md": "", "content/venues/hall.comments.yml": comment,
      "content/communities/b.md": "", "content/communities/b.comments.yml": comment,
    ]).site
  )
  #expect(site.people[0].document.thread?.comments.first?.person == 0)
  let hall = try #require(site.venues[0].document.thread)
  #expect(hall.comments.map { hall.text($0.author) } == ["Jess"])
  #expect(site.communities[0].document.thread?.comments.count == 1)
}

@Test func `a thread of thousands of faults is told in time`() throws {
  let text = String(repeating: "- {id: a b, date: never, body: x, reply_to: q}\n", count: 20_000)
  let reading = Reading(["content/a.md": "", "content/a.comments.yml": text])
  #expect(reading.log.diagnostics.count == 200)
}

@Test(arguments: [
  ("https://bank.example@x.example/", "has a user name before its host"),
  ("https://x.example/\u{202E}a", "holds a character that turns the text round"),
]) func `an address that hides where it leads isn't linked`(url: String, reason: String) throws {
  let reading = Reading([
    "content/a.md": "",
    "content/a.comments.yml": "- id: 1\n  date: 2026-05-01\n  body: x\n  url: \(url)\n",
  ])
  let thread = try #require(reading.site?.pages.first?.document.thread)
  #expect(thread.text(ifAny: try #require(thread.comments.first).url) == nil)
  #expect(reading.said.contains("\(reason), so it isn't shown"))
}

@Test func `an address whose path names somebody is linked`() throws {
  let thread = try thread("- id: 1\n  date: 2026-05-01\n  body: x\n  url: https://x.example/@jo\n")
  let comment = try #require(thread.comments.first)
  #expect(thread.text(ifAny: comment.url) == "https://x.example/@jo")
}
