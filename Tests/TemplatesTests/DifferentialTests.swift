import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

/// Compares what we make of templates with what Jinja makes of them.
struct DifferentialTests {
  @Test(.enabled(if: Oracle.has(module: "jinja2")))
  func `5000 generated templates give what Jinja gives`() throws {
    let json = try Oracle.output(of: "jinja_cases.py", ["1", "5000"])
    try compare(SourceFile(path: "generated.json", text: json), count: 5000)
  }

  /// A file of cases that was made before, as `scripts/compare-with-jinja` does for the long run.
  private static var prepared: String? {
    ProcessInfo.processInfo.environment["TWEETUP_JINJA_CASES"]
  }

  @Test(.enabled(if: prepared != nil))
  func `prepared templates give what Jinja gives`() throws {
    let path = try #require(Self.prepared)
    let json = try Data(contentsOf: URL(fileURLWithPath: path))
    try compare(SourceFile(path: path, bytes: Array(json)), count: nil)
  }

  private func compare(_ file: SourceFile, count: Int?) throws {
    let cases = try RecordedCase.all(file)
    if let count { #expect(cases.count == count) }
    var differences: [String] = []
    var tooLarge = 0
    for recorded in cases {
      let result = recorded.rendered()
      if result.message.hasSuffix("whole numbers have 128 bits here") {
        // Python's have no end, which docs/templates-language.md lists as left out.
        tooLarge += 1
      } else if result.output != recorded.output || result.error != recorded.error {
        let ours = result.output ?? "\(result.error ?? ""): \(result.message)"
        differences.append(
          "\(recorded.name) \(difference(recorded.output ?? recorded.error ?? "", ours))"
        )
      }
    }
    #expect(tooLarge <= 2 + cases.count / 5000)
    let shown = differences.prefix(40).joined(separator: "\n")
    #expect(differences.count == 0, "\(differences.count) of \(cases.count) differ:\n\(shown)")
  }

  /// The two texts from shortly before the place where they part.
  private func difference(_ theirs: String, _ ours: String) -> String {
    let same = zip(theirs, ours).prefix { $0 == $1 }.count
    func part(_ text: String) -> String { "\(text.dropFirst(max(0, same - 30)).prefix(90))" }
    return "Jinja: \(part(theirs).debugDescription) ours: \(part(ours).debugDescription)"
  }
}
