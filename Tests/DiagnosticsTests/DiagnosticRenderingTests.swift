import Diagnostics
import Testing

private func span(_ text: String, _ words: String) throws -> SourceSpan {
  let file = SourceFile(path: "content/a.md", text: text)
  let bytes = Array(words.utf8)
  let starts = file.bytes.indices.filter { file.bytes[$0...].starts(with: bytes) }
  let start = try #require(starts.first)
  return SourceSpan(file, start..<start + bytes.count)
}

@Test func `a diagnostic shows the place, the line, a caret and a hint`() throws {
  let diagnostic = Diagnostic(
    "unknown key `tilte` in an event",
    at: try span("---\ndate: 2026-06-01\ntilte: Swift on Linux\n---\n", "tilte"),
    label: "not a key of an event",
    help: "did you mean `title`?"
  )
  #expect(
    diagnostic.rendered() == """
      content/a.md:3:1: error: unknown key `tilte` in an event
        |
      3 | tilte: Swift on Linux
        | ^^^^^ not a key of an event
        = help: did you mean `title`?

      """
  )
}

@Test func `carets stand under wide characters, combining marks and behind tabs`() throws {
  let wide = Diagnostic("wrong", at: try span("\t日本e\u{301} x", "x"))
  #expect(wide.location?.column == 7)
  #expect(wide.rendered().contains("  | \t      ^\n"))
}

@Test(arguments: ["a\nb\nxy", "a\r\nb\r\nxy", "a\rb\rxy"])
func `a line ends with LF, CR LF or CR`(text: String) throws {
  let location = SourceLocation(try span(text, "y"))
  #expect(location.line == 3)
  #expect(location.column == 2)
  #expect(location.excerpt == "xy")
}

@Test func `a byte order mark takes no column`() throws {
  #expect(SourceLocation(try span("\u{FEFF}ab", "b")).column == 2)
}

@Test func `a terminal can't be commanded by what a file holds`() {
  let diagnostic = Diagnostic("bad name `\u{1B}[2J`", path: "a\u{202E}b.md")
  #expect(diagnostic.rendered() == "a\u{FFFD}b.md: error: bad name `\u{FFFD}[2J`\n")
}

@Test func `JSON has every key on one line`() throws {
  let diagnostic = Diagnostic("odd \"x\"\n", severity: .warning, at: try span("ab", "b"))
  #expect(
    diagnostic.json
      == #"{"severity": "warning", "file": "content/a.md", "line": 1, "column": 2, "message": "odd \"x\"\n", "help": null}"#
  )
}

@Test func `a log says each thing once, in the order of the files`() throws {
  var log = DiagnosticLog()
  log.append(Diagnostic("second", path: "b"))
  log.append(Diagnostic("first", at: try span("ab", "b")))
  log.append(Diagnostic("second", path: "b"))
  #expect(log.sorted.map(\.message) == ["second", "first"])
}

@Test func `a strict log has no warnings`() {
  var log = DiagnosticLog(isStrict: true)
  log.append(Diagnostic("odd", severity: .warning, path: "a"))
  #expect(log.hasErrors)
}

@Test func `a refusal gives the system's reason`() {
  let diagnostic = Diagnostic(SystemError("can't be read", path: "a.md", errno: 13))
  #expect(diagnostic.rendered() == "a.md: error: can't be read: Permission denied\n")
}

@Test(arguments: [
  ("tilte", "title"), ("titel", "title"), ("dat", "date"), ("TITLE", "title"), ("zzz", nil),
]) func `the nearest word is suggested`(word: String, expected: String?) {
  #expect(nearest(to: word, among: ["title", "date", "tags"]) == expected)
}
