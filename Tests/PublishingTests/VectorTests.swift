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
  let comments = site.posts.flatMap { $0.document.thread?.comments ?? [] }
  let bodies = comments.filter { $0.id.hasPrefix("a") }.map(\.body)
  #expect(Set(bodies) == Set(vectors.vectors.map { Array($0.utf8) }))
  #expect(
    Set(comments.filter { $0.id.hasPrefix("a") }.map(\.author)).count > vectors.lines.count / 2
  )
}

/// The texts' bytes: strings are equal when only their normalization differs.
private func bytes(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }
