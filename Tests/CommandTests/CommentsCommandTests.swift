import Foundation
import Testing

/// A site with two threads, one beside its page and one inside a page that is a folder.
private func site() throws -> Scratch {
  try Scratch([
    "site.yml": "title: Harbor\nbase_url: https://harbor.example/\n",
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "content/posts/2026-03-24-tea.md": "---\ntitle: Tea\n---\nText.\n",
    "content/posts/2026-03-24-tea.comments.yml": """
    # What was said.
    - id: 1   # keep
      author: Robin
      url: https://robin.example
      date: 2026-03-25 08:12
      body: |
        First *words*.
    - {id: b, reply_to: 1, date: 2026-03-26, status: pending, body: "x\\e[31m"}
    """,
    "content/events/2026-04-01-walk/index.md": "---\ntitle: Walk\nstart: 2026-04-01\n---\n",
    "content/events/2026-04-01-walk/comments.yml": "- id: 7\n  date: 2026-04-02\n  body: Rain.\n",
    "content/about.md": "---\ntitle: About\n---\n",
  ])
}

private func run(_ scratch: Scratch, _ arguments: [String], input: String = "") throws
  -> Command.Result
{
  try Command.run(["comments"] + arguments, in: scratch.url, input: input)
}

private func text(_ scratch: Scratch, _ name: String) throws -> String {
  try String(contentsOf: scratch.url.appendingPathComponent(name), encoding: .utf8)
}

private let tea = "content/posts/2026-03-24-tea.comments.yml"

@Test func `comments list names each comment, with nothing that commands a terminal`() throws {
  let scratch = try site()
  let all = try run(scratch, ["list"])
  #expect(all.errors == "" && all.status == 0)
  #expect(
    all.output == """
      content/events/2026-04-01-walk/index.md#7\tapproved\t2026-04-02\tAnonymous\tRain.
      content/posts/2026-03-24-tea.md#1\tapproved\t2026-03-25 08:12\tRobin\tFirst *words*.
      content/posts/2026-03-24-tea.md#b\tpending\t2026-03-26\tAnonymous\tx\u{FFFD}[31m

      """
  )
  let pending = try run(scratch, ["list", "--status", "pending", "--format", "json"])
  #expect(
    pending.output
      == #"{"page":"content/posts/2026-03-24-tea.md","id":"b","status":"pending","type":"comment","#
      + #""date":"2026-03-26","author":"Anonymous","reply_to":"1","body":"x\u001b[31m"}"# + "\n"
  )
  #expect(try run(scratch, ["list", "about"]).output == "")
}

@Test(arguments: [
  "posts/2026-03-24-tea", "content/posts/2026-03-24-tea.md", "./content/posts/2026-03-24-tea",
  "posts/2026-03-24-tea.md", "content/posts/2026-03-24-tea.comments.yml",
])
func `comments show finds a page by every way to call it`(page: String) throws {
  let shown = try run(try site(), ["show", "\(page)#1"])
  #expect(shown.errors == "")
  #expect(
    shown.output == """
      comment: content/posts/2026-03-24-tea.md#1
      status: approved
      type: comment
      date: 2026-03-25 08:12
      author: Robin
      url: https://robin.example

      First *words*.

      """
  )
}

@Test func `approve, spam and delete change one word of the file and keep its mode`() throws {
  let scratch = try site()
  let path = scratch.url.appendingPathComponent(tea).path
  try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
  let before = try text(scratch, tea)
  #expect(try run(scratch, ["approve", "posts/2026-03-24-tea#b"]).status == 0)
  let approved = before.replacing("status: pending", with: "status: approved")
  #expect(try text(scratch, tea) == approved)
  #expect(
    try run(scratch, ["spam", "posts/2026-03-24-tea#1", "posts/2026-03-24-tea#b"]).status == 0
  )
  let spam = approved.replacing("status: approved", with: "status: spam")
    .replacing("# keep\n", with: "# keep\n  status: spam\n")
  #expect(try text(scratch, tea) == spam)
  #expect(try run(scratch, ["delete", "events/2026-04-01-walk/#7"]).status == 0)
  #expect(
    try text(scratch, "content/events/2026-04-01-walk/comments.yml")
      == "- id: 7\n  status: deleted\n  date: 2026-04-02\n  body: Rain.\n"
  )
  let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  #expect(mode == 0o640)
  let folder = scratch.url.appendingPathComponent("content/posts").path
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
}

@Test func `one comment that isn't there keeps all of them from changing`() throws {
  let scratch = try site()
  let before = try text(scratch, tea)
  let result = try run(
    scratch,
    ["spam", "posts/2026-03-24-tea#b", "posts/2026-03-24-tea#3", "posts/2026-03-24-te#1"]
  )
  #expect(result.status == 1)
  #expect(
    result.errors == """
      error: there is no page `posts/2026-03-24-te` that takes comments
       = help: did you mean `posts/2026-03-24-tea`?
      content/posts/2026-03-24-tea.comments.yml: error: the thread has no comment `3`

      """
  )
  #expect(try text(scratch, tea) == before)
}

@Test func `comments add puts a comment where the page's thread stands, or begins one`() throws {
  let scratch = try site()
  let before = try text(scratch, tea)
  let added = try run(
    scratch,
    [
      "add", "posts/2026-03-24-tea", "--author", "Kim", "--url", "https://kim.example",
      "--reply-to", "b", "--date", "2026-03-27 10:00", "--status", "pending",
    ],
    input: "Hello\r\nthere: # no comment\r\n"
  )
  #expect(added.errors == "\(tea): comment 2 added\n" && added.status == 0)
  #expect(
    try text(scratch, tea) == before + "\n" + """
      - id: 2
        reply_to: b
        author: Kim
        url: "https://kim.example"
        date: 2026-03-27 10:00
        status: pending
        body: |
          Hello
          there: # no comment

      """
  )
  try scratch.write("By Jess.", to: "reply.md")
  let person = [
    "add", "about", "--person", "jess", "--id", "first", "--date", "2026-03-27", "--file",
    "reply.md",
  ]
  #expect(try run(scratch, person).status == 0)
  #expect(
    try text(scratch, "content/about.comments.yml")
      == "- id: first\n  person: jess\n  date: 2026-03-27\n  body: |\n    By Jess.\n"
  )
  let again = try run(scratch, person)
  #expect(again.status == 1)
  #expect(
    again.errors == "content/about.comments.yml: error: the thread has a comment `first` already\n"
  )
  #expect(try Command.run(["build", "--strict", "--quiet"], in: scratch.url).status == 0)
}

@Test(arguments: [
  (["add", "about"], 64, "a comment has an --author or a --person, not both"),
  (["add", "about", "--author", "A", "--person", "b"], 64, "an --author or a --person, not both"),
  (["add", "about", "--author", "A\nB"], 64, "--author takes a name in one line"),
  (
    ["add", "about", "--person", "jess", "--url", "https://x.example"], 64,
    "--url belongs to --author"
  ),
  (["add", "about", "--author", "A", "--url", "javascript:x"], 64, "--url takes an address"),
  (["add", "about", "--author", "A", "--date", "now"], 64, "--date: "),
  (
    ["add", "about", "--author", "A", "--reply-to", "a b"], 64, "an id is letters, digits, - and _"
  ),
  (
    ["add", "about", "--author", "A", "--status", "ham"], 64, "a status is one of approved, pending"
  ),
  (["add", "about", "--person", "jes"], 1, "did you mean `jess`?"),
  (["add", "about", "--author", "A", "--reply-to", "1"], 1, "the thread has no comment `1`"),
  (["add", "index", "--author", "A"], 1, "there is no page `index` that takes comments"),
  (["show", "about"], 64, "'about'"),
  (["approve", "#1"], 64, "'#1'"),
  (["list", "--source", "content"], 64, "there is no site.yml in content"),
])
func `a comments command that can't be done says why`(
  arguments: [String],
  status: Int32,
  message: String
) throws {
  let scratch = try site()
  let before = try scratch.files(in: "content")
  let result = try run(scratch, arguments, input: "Text.")
  #expect(result.status == status)
  #expect(result.errors.contains(message), "\(result.errors)")
  #expect(try scratch.files(in: "content") == before)
}

@Test func `a thread that is a symbolic link is changed where it leads`() throws {
  let scratch = try site()
  try scratch.write("- id: 1\n  date: 2026-01-02\n", to: "threads/about.yml")
  try scratch.write("- id: 1\n  date: 2026-01-02\n", to: "content/kept/about.txt")
  let link = scratch.url.appendingPathComponent("content/about.comments.yml").path
  try FileManager.default.createSymbolicLink(
    atPath: link,
    withDestinationPath: "kept/about.txt"
  )
  #expect(try run(scratch, ["delete", "about#1"]).status == 0)
  #expect(
    try text(scratch, "content/kept/about.txt")
      == "- id: 1\n  status: deleted\n  date: 2026-01-02\n"
  )
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "kept/about.txt")
}

@Test func `a folder that can't be written to is the machine's refusal`() throws {
  let scratch = try site()
  let folder = scratch.url.appendingPathComponent("content/posts").path
  try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
  defer {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
  }
  guard !FileManager.default.isWritableFile(atPath: folder) else { return }
  let result = try run(scratch, ["spam", "posts/2026-03-24-tea#1"])
  #expect(result.status == 74)
  #expect(result.errors == "\(tea): error: can't be written: Permission denied\n")
}
