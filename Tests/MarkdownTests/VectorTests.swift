import Foundation
import Markdown
import TestSupport
import Testing

@Test(
  .enabled(if: SharedSets.includes("real/xss/blns.json") && Oracle.has(module: "html5lib")),
  arguments: SharedSets.vectorFiles
)
func `no vector leaves the closed set of a comment's tags`(file: String) throws {
  let vectors = try SharedSets.vectors(of: file)
  #expect(!vectors.isEmpty)
  // As it is, in a paragraph, as an address, in code, and in a quote.
  let texts = vectors.flatMap { vector in
    [
      vector, "a \(vector) b", "[a](\(vector))", "[a](<\(vector)>)", "![a](\(vector))",
      "<\(vector)>",
      "```\(vector)\n\(vector)\n```", "> \(vector)\n\n- \(vector)", "[r]\n\n[r]: \(vector)",
    ]
  }
  let input = try JSONEncoder().encode(texts.map { comment($0) })
  let output = try Oracle.output(of: "comment_markup.py", input: Array(input))
  let findings = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
  #expect(findings.count == texts.count)
  for (text, found) in zip(texts, findings) {
    #expect(found.allSatisfy(CommentMarkup.allows), "\(text)")
  }
}
