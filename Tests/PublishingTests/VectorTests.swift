import Content
import TestSupport
import Testing

@Test(
  .enabled(if: SharedSets.includes("real/xss/blns.json") && Oracle.has(module: "html5lib")),
  arguments: SharedSets.vectorFiles
)
func `no vector changes what a page is made of, wherever it is typed`(file: String) throws {
  let vectors = VectorSite(try SharedSets.vectors(of: file))
  let (site, found) = try vectors.built()
  let harmless = VectorSite(["one two", "three", "https://a.example/"])
  let known = try harmless.built().1.findings
  #expect(known.keys.contains("page h1"))
  for (finding, page) in found.findings {
    let isExpected =
      if finding.hasPrefix("body ") {
        CommentMarkup.allows(String(finding.dropFirst("body ".count)))
      } else {
        finding.hasPrefix("page ") && known[finding] != nil
      }
    #expect(isExpected, "\(finding) in \(page)")
  }
  #expect(found.threads == vectors.threads)
  #expect(found.feeds > 2)
  // The vectors were where they should be, byte for byte.
  #expect(bytes(site.events.map(\.document.title)) == bytes(vectors.lines.map(\.bare)))
  let titles = site.posts.filter { $0.document.slug.hasPrefix("p") }.map(\.document.title)
  #expect(bytes(titles) == bytes(vectors.lines.map(\.bare)))
  let comments = site.posts.compactMap(\.document.thread).flatMap { thread in
    thread.comments.filter { thread.text($0.id).hasPrefix("a") }.map {
      (author: thread.text($0.author), body: thread.body(of: $0))
    }
  }
  #expect(Set(comments.map(\.body)) == Set(vectors.vectors.map { Array($0.utf8) }))
  #expect(Set(comments.map(\.author)).count > vectors.lines.count / 2)
}

/// Pieces that mean something to a browser, to Markdown, to Jinja, to YAML or to JSON.
private let pieces = [
  "<", ">", "\"", "'", "&", "`", "\\", "]", "](", ")", "[a](", "!", "\n", "\n\n", "    ", "*", "_",
  "~~",
  "</script>", "<script>alert(1)</script>", "<!--", "-->", "<![CDATA[", "]]>",
  "</p></div></article></li></ol>",
  "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)",
  "data:text/html,x",
  "https://x.example/\"onmouseover=alert(1)", "&lt;", "&#x3c;", "&quot;", "\\u003c", "{{ 7*7 }}",
  "{% raw %}",
  "{#", " id=\"comment-a0\"", "<a href=\"#x\">", "<input form=reply-form>", "</textarea>",
  "\u{2028}", "\u{202E}",
  "\u{FEFF}", "Ünï", "🫖", "word", " ", "# ", "- ", "> ", "1. ", "```\n", "www.x.example",
  "a@b.example", "---",
]

/// Texts put together of pieces, the same each time (a linear congruential generator).
private func attacks(_ count: Int, seed: UInt64) -> [String] {
  var state = seed
  func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
  return (0..<count).map { _ in
    (0...below(7)).map { _ in pieces[below(pieces.count)] }.joined()
  }
}

@Test(.enabled(if: Oracle.has(module: "html5lib")), arguments: [1])
func `whatever a visitor puts together, a page stays what it is`(seed: UInt64) throws {
  let texts = VectorSite(attacks(80, seed: seed))
  let (_, found) = try texts.built()
  let known = try VectorSite(["one two", "three", "https://a.example/"]).built().1.findings
  #expect(known.keys.contains("page form") && known.keys.contains("page textarea"))
  for (finding, page) in found.findings {
    let isExpected =
      finding.hasPrefix("body ")
      ? CommentMarkup.allows(String(finding.dropFirst("body ".count))) : known[finding] != nil
    #expect(isExpected, "\(finding) in \(page)")
  }
  #expect(found.threads == texts.threads)
}

/// The texts' bytes: strings are equal when only their normalization differs.
private func bytes(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }
