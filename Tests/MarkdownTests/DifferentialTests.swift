import Foundation
import Markdown
import TestSupport
import Testing

/// Real prose: the comments of a blog, without their markup.
private func prose() throws -> [String] {
  let export = String(
    decoding: try SharedSets.bytes("real/disqus/benbalter_1145.xml"),
    as: UTF8.self
  )
  return export.replacing(#/<[^>]*>|&[a-z#0-9]+;|CDATA/#, with: " ")
    .split(whereSeparator: \.isWhitespace)
    .filter { word in word.allSatisfy { $0.isLetter || $0 == "," || $0 == "." || $0 == "’" } }
    .map(String.init)
}

/// What cmark-gfm says in the words that docs/markdown.md chose instead.
private func inOurWords(_ html: String) -> String {
  html.replacing(
    "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
    with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">"
  )
  .replacing(
    "<input type=\"checkbox\" disabled=\"\" />",
    with: "<input disabled=\"\" type=\"checkbox\">"
  )
  // A box stands in its paragraph, not before it.
  .replacing(#/<li>(<input[^>]*>) \n<p>/#) { "<li>\n<p>\($0.output.1) " }
}

/// What the oracle reads.
private struct Input: Encodable {
  let smart: Bool
  let documents: [String]
}

/// Whether cmark-gfm took the backslash of a hard line break for the end of an address.
private func swallowsLineBreak(_ html: String) -> Bool { html.contains("%5C\">") }

@Test(
  .enabled(
    if: SharedSets.includes("real/disqus/benbalter_1145.xml") && Oracle.has(module: "cmarkgfm")
  ),
  arguments: [false, true]
)
func `3,000 documents come out as from cmark-gfm, but for what docs/markdown.md explains`(
  smart: Bool
) throws {
  var options = MarkdownOptions()
  options.smart = smart
  options.headingIDs = false
  options.figures = false
  options.alerts = false
  options.moreMarker = false
  options.tableAlignment = .attribute
  let words = try prose()
  let documents = (0..<3000).map { GeneratedDocument.text(seed: UInt64($0), words: words) }
  let input = try JSONEncoder().encode(Input(smart: smart, documents: documents))
  let output = try Oracle.output(of: "gfm.py", input: Array(input))
  let theirs = try JSONDecoder().decode([String].self, from: Data(output.utf8))
  for (document, theirs) in zip(documents, theirs) where !swallowsLineBreak(theirs) {
    #expect(html(document, options) == inOurWords(theirs), "\(document)")
  }
}
