import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

private func author(_ text: [UInt8]) -> DiagnosticLog {
  var log = DiagnosticLog()
  var renderer = MarkdownRenderer()
  let file = SourceFile(path: "content/a.md", bytes: text)
  _ = renderer.render(file, body: 0..<text.count, log: &log)
  return log
}

private func repeated(_ text: String, _ count: Int) -> [UInt8] {
  Array(String(repeating: text, count: count).utf8)
}

@Test func `quotes and lists that nest too deep are an error that says why`() {
  let deep: [UInt8] = repeated("> ", 129)
  let log = author(Array("a\n\n".utf8) + deep + [UInt8(ascii: "b")])
  #expect(
    log.diagnostics.first?.rendered() == """
      content/a.md:3:1: error: quotes and lists stand at most 128 deep in one another
        |
      3 | \(String(repeating: "> ", count: 129))b
        | ^
        = help: the time to read deeper ones grows with the square of their depth

      """
  )
}

@Test(arguments: ["![[]()", "![`]`[]()", "![\\][]()", "![<a b=\"]\">[]()"])
func `images that cmark would take minutes for are an error that says why`(text: String) {
  #expect(
    author(repeated(text, 40_000)).diagnostics.map(\.message) == [
      "a text with this many `![` and links would take minutes to read"
    ]
  )
}

private let ordinaryTexts: [[UInt8]] = [
  repeated("> ", 128) + [0x61],
  repeated("![[]()", 2000),
  repeated("    ", 1000) + [0x61],
  repeated("- a\n", 10_000),
  repeated("![a](b) ", 10_000),
  repeated("![a](b)", 14_000) + repeated("[b](c)", 14_000),
]

@Test(arguments: ordinaryTexts) func `texts of ordinary shape aren't refused`(text: [UInt8]) {
  #expect(author(text).diagnostics.isEmpty)
}

/// Inputs on which a careless extension would take time that grows with the square of their length.
private let longInputs = [
  "~a ", "~~a~ ", "a~~ ", "*~~a ", "www._", "http://", "a@a.a ", "@", "[^1]", "[^", "[^1]: a\n",
  "| a ",
  "|a|\n|-|\n|b|\n\n", "# a\n", "- [ ] a\n", "> [!NOTE]\n", "\\~", "&#126;", "<b>", "<!--more-->",
  "```\n[^1]: a\n```\n", "https://a.b/_*", "(www.a.b", "a.", "1)  a\n",
]

@Test(.timeLimit(.minutes(10)), arguments: longInputs)
func `no extension takes time that grows with the square of a text`(text: String) {
  // Four times the text takes four times the time, or at a square's pace sixteen times. Even a thread's
  // own time has its accidents, so there are three attempts.
  let short = repeated(text, 25_000 / text.utf8.count)
  let long = repeated(text, 100_000 / text.utf8.count)
  var ratios: [Double] = []
  for _ in 0..<3 {
    ratios.append(cpuSeconds { renderBothWays(long) } / cpuSeconds { renderBothWays(short) })
    if ratios.contains(where: { $0 < 8 }) { return }
  }
  Issue.record("four times the text took \(ratios) times as long")
}

private func renderBothWays(_ text: [UInt8]) {
  #expect(author(text).diagnostics.isEmpty)
  var renderer = MarkdownRenderer()
  #expect(!renderer.renderUntrusted(text, maximumLength: .max).isEmpty)
}

@Test(
  .enabled(
    if: SharedSets.includes("real/markdown/cmark_pathological_inputs.tar.gz")
      && Oracle.has(module: "tarfile")
  ),
  .timeLimit(.minutes(10)),
  arguments: ["cmark", "cmark-gfm"]
)
func `hostile inputs end soon, as comments at the cap and as posts`(name: String) throws {
  let inputs = try SharedSets.hostileInputs(name)
  #expect(inputs.count == (name == "cmark" ? 25 : 19))
  var renderer = MarkdownRenderer()
  for (number, input) in inputs.enumerated() {
    let comment = Array(input.prefix(16_384))
    let asComment = cpuSeconds { #expect(!renderer.renderUntrusted(comment).isEmpty) }
    #expect(asComment < 0.050, "input \(number) as a comment")
    var faults = 0
    let asPost = cpuSeconds { faults = author(input).diagnostics.count }
    #expect(faults <= 1, "input \(number)")
    #expect(asPost < 2, "input \(number) as a post")
  }
}
