import Content
import Testing

/// A thread of so many comments, each of which answers the one that `parent` says.
private func thread(_ count: Int, answering parent: (Int) -> Int?) -> String {
  (1...count).map { number in
    "- {id: \(number), \(parent(number).map { "reply_to: \($0), " } ?? "")author: A\(number % 50), "
      + "date: 2026-03-24, body: \"*Text* \(number)\"}\n"
  }.joined()
}

@Test(arguments: [1, 5, 64])
func `long chains and long lists are built, every comment once and in order`(depth: Int) throws {
  let count = 3_000
  let shapes: [(String, (Int) -> Int?)] = [
    ("chain", { $0 == 1 ? nil : $0 - 1 }),
    // Replies stand before what they answer.
    ("upward", { $0 == count ? nil : $0 + 1 }),
    ("flat", { _ in nil }),
    ("star", { $0 == 1 ? nil : 1 }),
  ]
  var files = ["site.yml": TestBuild.settings + "\ncomments: {max_depth: \(depth)}\n"]
  for (name, parent) in shapes {
    files["content/posts/2026-03-24-\(name).md"] = post(name)
    files["content/posts/2026-03-24-\(name).comments.yml"] = thread(count, answering: parent)
  }
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  for (name, _) in shapes {
    let page = try build.file("2026/03/24/\(name)/index.html")
    let ids = page.components(between: "id=\"comment-", and: "\"").compactMap { Int($0) }
    #expect(ids == (name == "upward" ? (1...count).reversed() : Array(1...count)))
    #expect(page.occurrences(of: "<ol") == page.occurrences(of: "</ol>"))
    #expect(page.occurrences(of: "<li>") == page.occurrences(of: "</li>"))
  }
}

extension String {
  /// What stands behind each start, up to the next end.
  fileprivate func components(between start: String, and end: Character) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != end }) }
  }

  fileprivate func occurrences(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
