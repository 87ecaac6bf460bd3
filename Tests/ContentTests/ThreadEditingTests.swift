import Content
import Diagnostics
import Testing

/// The text of a thread after one comment got another status.
private func edited(
  _ text: String,
  _ id: String,
  _ status: Content.Comment.Status,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> String {
  let file = try thread(text, sourceLocation: sourceLocation)
  return String(decoding: try file.setting(status, of: id), as: UTF8.self)
}

private func thread(
  _ text: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> ThreadFile {
  var log = DiagnosticLog()
  let file = ThreadFile(SourceFile(path: "a.comments.yml", text: text), log: &log)
  return try #require(file, "\(log.sorted.map { $0.rendered() })", sourceLocation: sourceLocation)
}

@Test(arguments: [
  (
    "- id: 1\n  date: 2026-01-02\n  body: x\n",
    "- id: 1\n  status: spam\n  date: 2026-01-02\n  body: x\n"
  ),
  // The value is replaced, its quotes and what stands behind it stay.
  (
    "- id: 1\n  status: \"pending\" # look\n  date: 2026-01-02\n",
    "- id: 1\n  status: \"spam\" # look\n  date: 2026-01-02\n"
  ),
  ("- id: 1\n  date: 2026-01-02\n  status:\n", "- id: 1\n  date: 2026-01-02\n  status: spam\n"),
  (
    "- id: 1\n  date: 2026-01-02\n  status: ~   # none\n",
    "- id: 1\n  date: 2026-01-02\n  status: spam   # none\n"
  ),
  (
    "- id: 1\n  date: 2026-01-02\n  status: |\n    pending\n\n# end\n",
    "- id: 1\n  date: 2026-01-02\n  status: spam\n\n# end\n"
  ),
  // Line ends, a missing one, a byte order mark.
  ("- id: 1\r\n  date: 2026-01-02\r\n", "- id: 1\r\n  status: spam\r\n  date: 2026-01-02\r\n"),
  ("- date: 2026-01-02\n  id: 1", "- date: 2026-01-02\n  id: 1\n  status: spam"),
  ("- date: 2026-01-02\r\n  id: 1", "- date: 2026-01-02\r\n  id: 1\r\n  status: spam"),
  (
    "\u{FEFF}- id: 1\n  date: 2026-01-02\n", "\u{FEFF}- id: 1\n  status: spam\n  date: 2026-01-02\n"
  ),
  // Indentation as the file has it, quoted keys and ids, an id in a block.
  (
    "  -   id: 1\n      date: 2026-01-02\n",
    "  -   id: 1\n      status: spam\n      date: 2026-01-02\n"
  ),
  (
    "-\n  id: 1 # first\n  date: 2026-01-02\n",
    "-\n  id: 1 # first\n  status: spam\n  date: 2026-01-02\n"
  ),
  ("- \"id\": '1'\n  date: 2026-01-02\n", "- \"id\": '1'\n  status: spam\n  date: 2026-01-02\n"),
  ("- id: |\n    1\n  date: 2026-01-02\n", "- id: |\n    1\n  status: spam\n  date: 2026-01-02\n"),
  ("- id:\n    1\n  date: 2026-01-02\n", "- id:\n    1\n  status: spam\n  date: 2026-01-02\n"),
  // In braces.
  ("- {id: 1, date: 2026-01-02}\n", "- {id: 1, status: spam, date: 2026-01-02}\n"),
  ("- {date: 2026-01-02, id: '1'}\n", "- {date: 2026-01-02, id: '1', status: spam}\n"),
  ("[{id: 1, date: 2026-01-02}]\n", "[{id: 1, status: spam, date: 2026-01-02}]\n"),
  (
    "- {\"id\":\"1\",\"status\":\"pending\",\"date\":\"2026-01-02\"}\n",
    "- {\"id\":\"1\",\"status\":\"spam\",\"date\":\"2026-01-02\"}\n"
  ),
  (
    "- {\n    id: 1, # first\n    date: 2026-01-02,\n  }\n",
    "- {\n    id: 1, status: spam, # first\n    date: 2026-01-02,\n  }\n"
  ),
])
func `a status is put into a comment however it is written`(before: String, after: String) throws {
  #expect(try edited(before, "1", .spam) == after)
  // And back: the same place, one word.
  #expect(try edited(after, "1", .deleted) == after.replacingStatus("deleted"))
}

extension String {
  /// The text with its only `spam` replaced.
  fileprivate func replacingStatus(_ word: String) -> String {
    split(separator: "spam", omittingEmptySubsequences: false).joined(separator: word)
  }
}

@Test func `a comment that has the status already is left as it is`() throws {
  let text = "- id: 1\n  date: 2026-01-02\n- {id: 2, date: 2026-01-02, status: spam}"
  #expect(try edited(text, "1", .approved) == text)
  #expect(try edited(text, "2", .spam) == text)
}

@Test func `only the comment that is named changes`() throws {
  let text = """
    # Tea, and what was said of it.
    - id: 10   # the first
      date: 2026-01-02
      body: |
        status: pending

    - id: a-1
      reply_to: 10
      status: pending   # ask Jess
      date: 2026-01-02
      body: "- id: 10"
    """
  #expect(
    try edited(text, "a-1", .approved)
      == text.replacing("status: pending   # ask", with: "status: approved   # ask")
  )
  #expect(
    try edited(text, "10", .deleted)
      == text.replacing("# the first\n", with: "# the first\n  status: deleted\n")
  )
}

@Test func `an id that isn't there is said with the nearest one`() throws {
  let file = try thread("- id: tea-1\n  date: 2026-01-02\n")
  #expect(throws: Diagnostic.self) { try file.setting(.spam, of: "7") }
  do throws(Diagnostic) {
    _ = try file.setting(.spam, of: "tea-2")
    Issue.record("there is no tea-2")
  } catch {
    #expect(
      error.rendered() == """
        a.comments.yml: error: the thread has no comment `tea-2`
         = help: did you mean `tea-1`?

        """
    )
  }
}

@Test func `a file with errors is not edited`() {
  var log = DiagnosticLog()
  let source = SourceFile(path: "a.comments.yml", text: "- id: 1\n  dat: 2026-01-02\n")
  #expect(ThreadFile(source, log: &log) == nil)
  #expect(
    log.diagnostics.map(\.message) == [
      "unknown key `dat` in a comment", "a comment must have a `date`",
    ]
  )
}

@Test func `what can't be changed in place is refused, not broken`() throws {
  let file = try thread("- ? status\n  ? id\n  : 1\n  ? date\n  : 2026-01-02\n")
  do throws(Diagnostic) {
    _ = try file.setting(.spam, of: "1")
    Issue.record("a key without a colon has no place for a value")
  } catch {
    #expect(
      error.rendered() == """
        a.comments.yml:1:3: error: what stands here can't be changed without touching the rest
          |
        1 | - ? status
          |   ^^^^^^^^
          = help: write each key of the comment on a line of its own

        """
    )
  }
}

private func added(_ text: String, _ change: (inout NewComment) -> Void = { _ in }) throws -> String
{
  var comment = NewComment(
    writer: .visitor(name: "Robin", url: nil),
    date: "2026-01-03T10:00:00Z",
    body: Array("Hello.\n".utf8)
  )
  change(&comment)
  return String(decoding: try thread(text).adding(comment).bytes, as: UTF8.self)
}

@Test(arguments: [
  ("", ""), ("# Nothing yet.\n", "# Nothing yet.\n"), ("\u{FEFF}", "\u{FEFF}"),
  ("- id: 1\n  date: 2026-01-02\n", "- id: 1\n  date: 2026-01-02\n"),
  (
    "- id: 1\n  date: 2026-01-02\n  body: |\n    x",
    "- id: 1\n  date: 2026-01-02\n  body: |\n    x\n"
  ),
])
func `a comment is put behind all others`(before: String, kept: String) throws {
  let id = before.contains("id: 1") ? "2" : "1"
  let entry = """
    - id: \(id)
      author: Robin
      date: 2026-01-03T10:00:00Z
      body: |
        Hello.

    """
  #expect(try added(before) == kept + entry)
}

@Test func `a comment is put into a list as the list is written`() throws {
  #expect(
    try added("  - id: 7\r\n    date: 2026-01-02\r\n") { $0.replyTo = "7" }
      == "  - id: 7\r\n    date: 2026-01-02\r\n  - id: 8\r\n    reply_to: 7\r\n    author: Robin\r\n"
      + "    date: 2026-01-03T10:00:00Z\r\n    body: |\r\n      Hello.\r\n"
  )
  let flow = #"{id: 1, author: Robin, date: 2026-01-03T10:00:00Z, body: "Hello."}"#
  #expect(try added("[]") == "[\(flow)]")
  #expect(
    try added("[{id: 0, date: 2026-01-02},]\n") == "[{id: 0, date: 2026-01-02}, \(flow),]\n"
  )
  #expect(
    try added("- id: 1\n  date: 2026-01-02\n...\n").hasSuffix("    Hello.\n...\n")
  )
}

@Test(arguments: [
  "Two\n\nparagraphs", "  begins with blanks", "\n\nbegins with lines", "a: b # c", "\t",
  "- x\n\ty",
  "nul\u{1}bell\u{7}", "one\u{2028}line\u{85}of\u{FEFF}odd ends", "carriage\rreturn\r\nand both",
  "", "   ", "\"quoted\" and \\", "名前 🫖", "trailing blanks  \nx   ", "#", "|", "...", "---",
])
func `a body comes back as it was given`(body: String) throws {
  for start in ["", "[]", "  - id: 4\n    date: 2026-01-02"] {
    let text = try added(start) { $0.body = Array(body.utf8) }
    let read = try #require(try thread(text).comments.last)
    let given = body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    #expect(String(decoding: read.body, as: UTF8.self).trimmedEnd == given.trimmedEnd)
  }
}

@Test(arguments: [
  "Robin Field", "null", "no", "O'Neil", "1", "- dash", "a: b", "a #b", "{x}", "[x]", "*x", "&x",
  "!x", "@x", "`x", "%x", "\"x\"", "'x'", "x,y", "?", "名前", "~", "=", "<<", "a\u{2028}b", "x:",
])
func `a name comes back as it was given`(name: String) throws {
  for start in ["", "[]"] {
    let text = try added(start) {
      $0.writer = .visitor(name: name, url: "https://x.example/?a=1#b")
    }
    let read = try #require(try thread(text).comments.last)
    #expect(read.author == name)
    #expect(read.url == "https://x.example/?a=1#b")
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
