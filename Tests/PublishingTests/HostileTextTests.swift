import TestSupport
import Testing

/// Messages of a build, without the lines that quote: a hostile line may be a megabyte long.
private func headlines(_ build: TestBuild) -> [String] {
  build.diagnostics.map { String($0.prefix { $0 != "\n" }) }
}

/// What is said of the texts that aren't built, by archive; the numbers are theirs.
private let refusals = [
  "cmark": [
    "p10.md: error: a text with this many `![` and links would take minutes to read",
    "p11.md:4:15: error: the link `d` leads nowhere",
    "p13.md:4:1: error: quotes and lists stand at most 128 deep in one another",
    "p14.md:132:1: error: quotes and lists stand at most 128 deep in one another",
    "p15.md:4:4: error: a text must not hold a NUL byte",
    "p20.md:4:1: error: quotes and lists stand at most 128 deep in one another",
    "p21.md:4:1: error: quotes and lists stand at most 128 deep in one another",
    "p22.md:4:1: error: quotes and lists stand at most 128 deep in one another",
  ],
  "cmark-gfm": [
    "p11.md:4:1: error: quotes and lists stand at most 128 deep in one another",
    "p12.md:132:1: error: quotes and lists stand at most 128 deep in one another",
    "p13.md:4:4: error: a text must not hold a NUL byte",
    "p14.md: error: a text must have at most 8 MiB",
    "p9.md:4:15: error: the link `d` leads nowhere",
  ],
]

@Test(
  .enabled(
    if: SharedSets.includes("real/markdown/cmark_pathological_inputs.tar.gz")
      && Oracle.has(module: "tarfile")
  ),
  .timeLimit(.minutes(10)),
  arguments: ["cmark", "cmark-gfm"]
)
func `hostile texts are built as posts and as comments, or refused with the reason`(
  name: String
) throws {
  let inputs = try SharedSets.hostileInputs(name).map { String(decoding: $0, as: UTF8.self) }
  var files: [String: String] = [:]
  var thread = ""
  for (number, input) in inputs.enumerated() {
    files["content/posts/2026-01-01-p\(number).md"] = post("P", input)
    let comment = String(decoding: Array(input.utf8.prefix(16_384)), as: UTF8.self)
    thread += "- id: c\(number)\n  date: 2026-01-02\n  body: \(comment.yaml)\n"
  }
  files["content/posts/2026-01-02-thread.md"] = post("Thread")
  files["content/posts/2026-01-02-thread.comments.yml"] = thread
  let refused = try #require(refusals[name])
  let all = try TestBuild(files)
  #expect(all.report == nil)
  #expect(headlines(all) == refused.map { "content/posts/2026-01-01-\($0)" })
  for refusal in refused {
    files["content/posts/2026-01-01-\(refusal.prefix { $0 != ":" })"] = nil
  }
  let rest = try TestBuild(files)
  #expect(headlines(rest) == [])
  let pages = try rest.files().keys.filter { $0.hasPrefix("2026/") && $0.hasSuffix(".html") }
  #expect(pages.count == inputs.count - refused.count + 1)
  let page = try rest.file("2026/01/02/thread/index.html")
  for number in inputs.indices { #expect(page.contains("id=\"comment-c\(number)\"")) }
}
