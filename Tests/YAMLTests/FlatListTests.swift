import Diagnostics
import Testing

@testable import YAML

private let thread = """
  - id: c0-0
    author: "Олена Moreau"
    url: https://moreau.example.com/?a=b#c
    date: 2012-01-09T05:21:19-05:00
    body: |
      Every “one” [used](x): a # time.

        - indented
      ~ and | more

  - id: 2
    author: 'Noor #1'

    reply_to: c0-0
    body: |
          deep
           er

  """

/// A node with all that it holds and where, to compare.
private func description(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .scalar(let scalar): return "\(scalar.style) \(scalar.text.debugDescription) \(node.range)"
  case .sequence(let items): return "[\(items.map(description))] \(node.range)"
  case .mapping(let pairs):
    return pairs.map { "\($0.key) \($0.keyRange): \(description($0.value))" }.joined(
      separator: ", "
    )
      + " \(node.range)"
  }
}

/// What each reader makes of a text; the plain one, `nil` where it leaves the text to libyaml.
private func read(_ bytes: [UInt8]) -> (plain: String?, libyaml: String) {
  let file = SourceFile(path: "a.comments.yml", bytes: bytes)
  let range = 0..<bytes.count
  let list = FlatList(file, in: range, limits: YAMLLimits())
  var faults = FaultLog(file: file, limit: 1)
  let node = readAny(file, in: range, limits: YAMLLimits(), faults: &faults)
  let libyaml =
    faults.diagnostics.isEmpty ? description(node) : "a fault: \(faults.diagnostics[0].message)"
  return (list.map { description($0.node) }, libyaml)
}

@Test func `a thread in plain words is read without libyaml, and as libyaml reads it`() {
  let (plain, libyaml) = read(Array(thread.utf8))
  #expect(plain == libyaml)
}

@Test(arguments: [
  "- a: b\n  a: c\n", "- a: b: c\n", "- a: b #c\n", "- a: b\n   c\n", "- a: |\n  x\n", "- a: |\n",
  "- a: |2\n    x\n", "- a: \"x\\n\"\n", "- a: 'x''y'\n", "- a:\n", "- a: b", "- a: [b]\n",
  "-  a: b\n",
  "- a: b\r\n", "- a: b\n# c\n", "- a: b\u{2028}\n", "- a: b\u{FEFF}\n", "- a: b\u{85}\n",
  "- a: b\u{FFFE}\n",
  "- a: |\n     x\n   y\n", "- a: |\n\n     x\n", "- a: b\n...\n", "- a: *b\n", "- a: b\n-\n",
  "a: b\n", "",
])
func `what isn't as plain is left to libyaml`(text: String) {
  #expect(read(Array(text.utf8)).plain == nil)
}

/// Numbers that look random and are the same each time (Steele, Vigna).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64 = 7

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Test func `a thread with anything changed is read as libyaml reads it, or left to it`() {
  var random = SplitMix()
  let pieces = [
    "\n", " ", "  ", "- ", ":", ": ", "#", " #", "|", "\"", "'", "\\", "a", "é", "-", "---\n",
    "...\n", "\t", "\r",
    "\u{85}", "\u{2029}", "\u{FEFF}", "[", "{", "&", "*", "!", "%", "?", ",", ">", "@", "`", "~",
    "/", "",
    "\n    ", "\n  b: c\n", "\n- a: b\n",
  ].map { Array($0.utf8) }
  var plain = 0
  for _ in 0..<4_000 {
    var bytes = Array(thread.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...2, using: &random))
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.replaceSubrange(start..<end, with: piece)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { continue }
    let read = read(bytes)
    if let its = read.plain {
      plain += 1
      if its != read.libyaml {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(its)\n\(read.libyaml)")
      }
    }
  }
  #expect(plain > 500)
}
