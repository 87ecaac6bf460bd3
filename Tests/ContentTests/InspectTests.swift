import Calendar
import Content
import Diagnostics
import Testing

/// A value as indented lines.
private func lines(_ value: DataValue, _ indent: String = "") -> String {
  switch value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .int(let value): "\(value)"
  case .double(let value): "\(value)"
  case .text(let value): value
  case .list(let values): values.map { "\n\(indent)- \(lines($0, indent + "  "))" }.joined()
  case .map(let entries):
    entries.map { "\n\(indent)\($0.key): \(lines($0.value, indent + "  "))" }.joined()
  }
}

private func inspect(_ path: String, _ more: [String: String] = [:]) -> String? {
  let files = [
    "site.yml": "title: T\nbase_url: https://x.example/\ntimezone: America/New_York\n",
    "content/posts/2026-05-01-tea.md": """
    ---
    draft: true
    event: e
    tags: [Tea]
    extra: {mood: fine}
    ---
    Body
    """,
    "content/posts/2026-05-01-tea.comments.yml": """
    - {id: 1, date: 2026-05-02, body: Hi}
    - {id: 2, date: 2026-05-03, body: Ho, reply_to: 1}
    """,
    "content/events/e.md": "---\nstart: 2026-06-01 18:00\n---\n",
  ]
  let tree = SourceTree(files.merging(more) { $1 })
  var log = DiagnosticLog()
  let reader = SiteReader(tree: tree, options: Reading.options(), zones: ZoneDatabase())
  return reader.inspect(path, log: &log).map { lines($0) }
}

@Test(arguments: [
  "content/posts/2026-05-01-tea.md", "posts/2026-05-01-tea", "./content/posts/2026-05-01-tea",
])
func `inspecting a post shows each value with its type, drafts too`(path: String) {
  #expect(
    inspect(path) == """

      path: content/posts/2026-05-01-tea.md
      kind: post
      name: 2026-05-01-tea
      slug: tea
      title: Tea
      date: 
        time: 2026-05-01
        zone: America/New_York
        instant: 1777608000
      draft: true
      tags: 
        - Tea
      comments: open
      noindex: false
      extra: 
        mood: fine
      thread: content/posts/2026-05-01-tea.comments.yml
      body_bytes: 4
      event: e
      """
  )
}

@Test func `inspecting a thread shows who answers whom`() {
  #expect(
    inspect("content/posts/2026-05-01-tea.comments.yml") == """

      path: content/posts/2026-05-01-tea.comments.yml
      kind: thread
      comments: 
        - 
          id: 1
          author: Anonymous
          date: 
            time: 2026-05-02
            zone: America/New_York
            instant: 1777694400
          status: approved
          type: comment
          body: Hi
        - 
          id: 2
          reply_to: 1
          author: Anonymous
          date: 
            time: 2026-05-03
            zone: America/New_York
            instant: 1777780800
          status: approved
          type: comment
          body: Ho
      """
  )
}

@Test func `inspecting an event shows when it is over`() throws {
  let text = try #require(inspect("events/e"))
  #expect(text.contains("\nstart: \n  time: 2026-06-01T18:00:00-04:00\n"))
  #expect(text.contains("\nover: 1780372800\n"))
}

@Test func `inspecting a series shows its rule and its occurrences`() throws {
  let files = [
    "content/events/night.md": "---\nstart: 2026-06-02\nrepeat: every week 2 times\n---\n",
    "content/events/x.md": "---\nseries: night\noccurrence: 2026-06-09\ncapacity: 5\n---\n",
  ]
  let text = try #require(inspect("events/night", files))
  #expect(
    text.replacing(" \n", with: "\n").hasSuffix(
      """

      rule: FREQ=WEEKLY;COUNT=2
      occurrences:
        -
          name: 2026-06-02
          start:
            time: 2026-06-02
            zone: America/New_York
            instant: 1780372800
        -
          name: 2026-06-09
          start:
            time: 2026-06-09
            zone: America/New_York
            instant: 1780977600
          path: content/events/x.md
      """
    )
  )
  let change = try #require(inspect("events/x", files))
  #expect(change.contains("\nseries: night\noccurrence: 2026-06-09\n"))
  #expect(change.contains("\ncapacity: 5"))
}

@Test func `inspecting the settings shows defaults`() throws {
  let text = try #require(inspect("site.yml"))
  #expect(text.contains("\nper_page: 10\n"))
  #expect(text.contains("\n  posts: /:year/:month/:day/:slug/\n"))
}

@Test func `a file that isn't there can't be inspected`() {
  #expect(inspect("content/nothing.md") == nil)
}
