import Foundation
import TestSupport
import Testing

/// The post that started it: WordPress's page as somebody copied it, turned into content files.
private struct SourcePost {
  let title: String
  let paragraphs: [String]
  /// The comments' paragraphs; the last comment answers the third.
  let comments: [[String]]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    title = try #require(lines.first)
    let thread = try #require(lines.firstIndex { $0.contains("thoughts on") })
    let form = try #require(lines.firstIndex { $0.hasPrefix("Leave a Reply") })
    paragraphs = Array(lines[1..<thread])
    var comments: [[String]] = []
    for line in lines[(thread + 1)..<form] {
      let words = line.trimmingCharacters(in: .whitespaces)
      if let dot = words.firstIndex(of: "."), Int(words[..<dot]) != nil {
        comments.append([String(words[words.index(dot, offsetBy: 2)...])])
      } else {
        comments[comments.count - 1].append(words)
      }
    }
    self.comments = comments
  }

  /// The content files: the post, its author, and the thread beside it.
  var files: [String: String] {
    let names = ["Robin", "Sam", "Marcus", "Jess"]
    let entries = comments.enumerated().map { index, paragraphs in
      let who = index == 3 ? "person: jess\n  reply_to: 3" : "author: \(names[index])"
      let body = paragraphs.map { "    " + $0.replacing("*", with: "\\*") }
      return """
        - id: \(index + 1)
          \(who)
          date: 2010-03-2\(index + 5)T09:00:00-04:00
          body: |
        \(body.joined(separator: "\n\n"))
        """
    }
    return [
      "site.yml": "title: Jess\nbase_url: https://jess.example/\nmarkdown: {smart: false}\n",
      "content/people/jess.md": "---\nname: Jess\n---\n",
      "content/posts/2010-03-24-tanking.md":
        "---\ntitle: \(title)\nauthor: jess\n---\n" + paragraphs.joined(separator: "\n\n") + "\n",
      "content/posts/2010-03-24-tanking.comments.yml": entries.joined(separator: "\n") + "\n",
    ]
  }
}

/// What an HTML page says, element by element, for an eye that only looks for text and nesting.
private struct PageText {
  /// The text of the page with white space folded.
  let text: String
  /// For each comment's id, how many `<ol>` stand around it.
  let depths: [String: Int]

  init(_ html: String) throws {
    var depths: [String: Int] = [:]
    var depth = 0
    for tag in html.matches(of: try Regex(#"<(/?)(ol|article)\b([^>]*)>"#)) {
      let whole = html[tag.range]
      if whole.hasPrefix("<ol") { depth += 1 }
      if whole.hasPrefix("</ol") { depth -= 1 }
      if let id = try Regex(#"id="(comment-[^"]*)""#).firstMatch(in: String(whole)) {
        depths[String(try #require(id[1].substring))] = depth
      }
    }
    self.depths = depths
    let plain = html.replacing(try Regex("<[^>]*>"), with: " ")
    text = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#34;": "\"", "&#39;": "'"]
      .reduce(plain) { $0.replacing($1.key, with: $1.value) }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

private let isThere = SharedSets.includes("reference")

@Test(.enabled(if: isThere))
func `the post that started it builds with every paragraph and its four comments as they nest`()
  throws
{
  let bytes = try SharedSets.bytes("reference/source-post.txt")
  let source = try SourcePost(String(decoding: bytes, as: UTF8.self))
  try #require(source.paragraphs.count == 4)
  try #require(source.comments.map(\.count) == [2, 1, 2, 4])
  let site = try Scratch(source.files)
  let result = try Command.run(["build", "--source", site.url.path, "--strict"])
  try #require(result.status == 0, "\(result.errors)")
  let files = try site.files(in: "public")
  let html = try #require(files["2010/03/24/tanking/index.html"])
  let page = try PageText(String(decoding: html, as: UTF8.self))
  for paragraph in source.paragraphs + source.comments.joined() {
    #expect(
      page.text.contains(paragraph.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    )
  }
  #expect(page.text.contains("4 thoughts on “\(source.title)”"))
  let depths = page.depths
  #expect(Set(depths.keys) == ["comment-1", "comment-2", "comment-3", "comment-4"])
  #expect(depths["comment-1"] == depths["comment-3"])
  #expect(depths["comment-4"] == (depths["comment-3"] ?? 0) + 1)
}
