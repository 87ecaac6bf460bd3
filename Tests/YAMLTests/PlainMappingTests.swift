import Diagnostics
import Testing

@testable import YAML

private let event = """
  title: "Tea #7: Swift on Linux"
  start: 2026-03-10T18:00:00-05:00
  tags: [swift, "server side", 'a: b', Übung 2.0 (new)]
  aliases: []
  community: rust-new-york
  empty:
  venue:
    name: Café “Zoë”

    address: '148 Day Street, Brooklyn'
    lat: -73.92282
  speakers:
    - name: Олена
      talk: Why, and [how]?
      links:
        a-b: https://x.example/?a=b#c
        c:
    - Noor
    - "Jo: x"
  organizers:
  - ana
  - name: jo
    none:

  rsvp: /rsvp

  """

private let post = """
  title: Steady Group and New Grammar
  date: 2012-01-09T05:05:58-05:00
  author: "Maya Novák"
  tags: [postgres]
  summary: "They sent of the community?"
  draft: no
  """ + "\n"

/// A node with all that it holds and where, to compare.
private func description(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .scalar(let scalar): return "\(scalar.style) \(scalar.text.debugDescription) \(node.range)"
  case .sequence(let items): return "[\(items.map(description))] \(node.range)"
  case .mapping(let pairs):
    return "{"
      + pairs.map { "\($0.key) \($0.keyRange): \(description($0.value))" }.joined(separator: ", ")
      + "} \(node.range)"
  }
}

/// What each reader makes of a text; the plain one, `nil` where it leaves the text to libyaml.
private func read(_ bytes: [UInt8]) -> (plain: String?, libyaml: String) {
  // Something stands around front matter.
  let file = SourceFile(path: "a.md", bytes: Array("---\n".utf8) + bytes + Array("---\nx".utf8))
  let range = 4..<4 + bytes.count
  let limits = YAMLLimits()
  let plain = PlainMappingReader.read(file, in: range, limits: limits)
  var faults = FaultLog(file: file, limit: 1)
  let node = readAny(file, in: range, limits: limits, faults: &faults)
  let libyaml =
    faults.diagnostics.isEmpty ? description(node) : "a fault: \(faults.diagnostics[0].message)"
  return (plain.map(description), libyaml)
}

@Test(arguments: [
  event, post, "a:\n", "a:\nb:\n", "a: -1\n", "a:\n- b\n", "a:\n  - b: c\n    d:\n    - e\n",
  "a:\n     b:\n       c: d\ne: f\n", "a: []\n", "a: [b,c]\n", "a: ['', \"\" ]\n", "a: x, y:z\n",
  "a: b\n\n\n", "0: 1\n", "a-b_c: d\n",
])
func `front matter in plain words is read without libyaml, and as libyaml reads it`(text: String) {
  let (plain, libyaml) = read(Array(text.utf8))
  #expect(plain == libyaml)
}

@Test(arguments: [
  "a: b: c\n", "a: b:\n", "a: b #c\n", "a: b\n  c\n", "a: |\n  x\n", "a: >\n  x\n", "a: \"x\\n\"\n",
  "a: 'x''y'\n", "a: b", "a: b\r\n", "a: b\n# c\n", "# c\na: b\n", "a: b\u{2028}\n", "a: b\u{85}\n",
  "a: \tb\n", "a: b \n", "a: \n", "a: *b\n", "a: &b c\n", "a: !b c\n", "a: {b: c}\n", "a: [b: c]\n",
  "a: [b, [c]]\n", "a: [b, ]\n", "a: [b\n", "a: [b,\n c]\n", "a: [b] c\n", "a: [\"b\"c]\n",
  "a: [b #c]\n", "a: \"b\" c\n", "a: \"b\": c\n", "a: b\n b: c\n", "a:\n  b: c\n d: e\n",
  "a:\n  text\n", "a:\n  \"text\"\n", "a:\n  - b\n c: d\n", "a:\n  - b\n  c: d\n", "a:\n  - - b\n",
  "a:\n  -\n", "a:\n  -  b: c\n", "a:\n  - b\n    c\n", "a: b\na: c\n", "a:\n  b: c\n  b: d\n",
  "é: b\n", "<<: b\n", "? a\n", " a: b\n", "a:b\n", "a : b\n", "- a\n", "text\n", "\n", "",
  "a: b\n...\n", "a: b\n---\n", "a: %b\n", "a: @b\n", "a: - b\n", "a: -\n", "a:\n   \n",
])
func `what isn't plain front matter is left to libyaml`(text: String) {
  #expect(read(Array(text.utf8)).plain == nil)
}

@Test func `front matter that nests deeper than it may is left to libyaml`() {
  let deep = (0..<20).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
  #expect(read(Array(deep.utf8)).plain == nil)
  let file = SourceFile(path: "a.md", text: "a:\n  b: [c]\n")
  for (depth, isRead) in [(2, false), (3, true)] {
    let limits = YAMLLimits(depth: depth)
    let node = PlainMappingReader.read(file, in: 0..<file.bytes.count, limits: limits)
    #expect((node != nil) == isRead)
  }
  let limits = YAMLLimits(nodes: 5)
  #expect(PlainMappingReader.read(file, in: 0..<file.bytes.count, limits: limits) == nil)
}

@Test(arguments: [event, post])
func `front matter with anything changed is read as libyaml reads it`(text: String) {
  var random = SplitMix()
  let pieces = [
    "\n", " ", "  ", "- ", ":", ": ", "#", " #", "|", "\"", "'", "\\", "a", "é", "-", "---\n",
    "...\n", "\t", "\r", "\u{85}", "\u{2029}", "\u{FEFF}", "[", "]", "{", "}", "&", "*", "!", "%",
    "?", ",", ">", "@", "`", "~", "/", "", "", ", ", "\n    ", "\n  b: c\n", "\n- a: b\n",
    "\n  - a", "\n      b: c\n", "tags:", "name:",
    "[a, b]", "\n  ", "\n\n",
  ].map { Array($0.utf8) }
  var plain = 0
  for _ in 0..<8_000 {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...2, using: &random))
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.replaceSubrange(start..<end, with: piece)
    }
    let read = read(bytes)
    guard let its = read.plain else { continue }
    plain += 1
    if its != read.libyaml {
      Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(its)\n\(read.libyaml)")
    }
  }
  #expect(plain > 1_000)
}

/// Numbers that look random and are the same each time (Steele, Vigna).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64 = 23

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
