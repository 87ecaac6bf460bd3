import Diagnostics
import Testing
import YAML

private func bytes(_ text: String, times count: Int) -> [UInt8] {
  Array(String(repeating: text, count: count).utf8)
}

/// The first line of what is said.
private func firstFault(of bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
  String(faults(of: bytes, limits: limits).prefix { $0 != "\n" })
}

@Test(.timeLimit(.minutes(10)), arguments: ["[", "{a: ", "- ", "? "])
func `nesting deeper than the limit is refused`(opening: String) {
  let column = 64 * opening.utf8.count + 1
  #expect(
    firstFault(of: bytes(opening, times: 200_000))
      == "a.yml:1:\(column): error: lists and mappings nest 64 deep at most"
  )
}

@Test func `nesting as deep as the limit is read`() throws {
  let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
  let file = SourceFile(path: "a.yml", text: text)
  var log = DiagnosticLog()
  let node = try #require(readYAML(file, in: 0..<128, log: &log))
  #expect(node.range == 0..<128)
  #expect(log.diagnostics.isEmpty)
}

@Test(.timeLimit(.minutes(10))) func `half a million keys are refused`() {
  let text = (0..<500_000).map { "k\($0): v\n" }.joined()
  #expect(
    firstFault(of: Array(text.utf8))
      == "a.yml:200000:10: error: a YAML block may hold 400000 keys and values at most"
  )
}

@Test(.timeLimit(.minutes(10))) func `many faults are told up to a limit`() {
  let text = bytes("k: v\n", times: 100_000)
  #expect(faults(of: text).split(separator: "\n").filter { $0.contains("error:") }.count == 20)
}

@Test func `a billion laughs stop at the first anchor and alias`() {
  let text = "a: &a [x, x]\nb: &b [*a, *a]\n"
  #expect(
    faults(of: Array(text.utf8), limits: YAMLLimits(faults: 1))
      == """
      a.yml:1:4: error: anchors such as `&a` are not read
        |
      1 | a: &a [x, x]
        |    ^^
        = help: remove it, or put the value in quotes if it is meant as text

      """
  )
}

@Test(.timeLimit(.minutes(10)), arguments: ["", "a: b\n...\n", "a: b\n...\n...\n# x\n"])
func `many directives stop at the first`(before: String) {
  let text = before + (0..<50_000).map { "%TAG !a\($0)! b\n" }.joined() + "---\na: b\n"
  let line = before.split(separator: "\n").count + 1
  #expect(
    faults(of: text) == """
      a.yml:\(line):1: error: directives such as `%YAML` are not read
        |
      \(line) | %TAG !a0! b
        | ^^^^^^^^^^^
        = help: remove the line

      """
  )
}

@Test func `a key longer than libyaml looks is told`() {
  #expect(
    firstFault(of: bytes("x", times: 2_000) + Array(": a".utf8))
      == "a.yml:1:1: error: a key has 1024 characters at most"
  )
}

@Test func `a block over the limit of bytes is refused unread`() {
  #expect(
    firstFault(of: Array("title: [".utf8), limits: YAMLLimits(bytes: 7))
      == "a.yml:1:1: error: a YAML block may have 7 bytes at most"
  )
}

@Test func `malformed UTF-8 is told`() {
  #expect(
    faults(of: Array("a: b\nc: ".utf8) + [0xFF, 0x0A])
      == """
      a.yml:2:4: error: a file is UTF-8 text
        |
      2 | c: \u{FFFD}
        |    ^ not UTF-8
        = help: save the file as UTF-8

      """
  )
}

@Test func `whatever the bytes, reading ends in a tree, in faults or in nothing`() {
  let alphabet =
    Array(":-[]{}\"'|>#&*!%@`?,~\\ \n\r\tax0é🎉\u{FEFF}\u{85}\u{2028}\u{0}".utf8) + [0xFF]
  var state: UInt64 = 42
  for _ in 0..<20_000 {
    let text = (0..<24).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    let file = SourceFile(path: "a.yml", bytes: text)
    var log = DiagnosticLog()
    let node = readYAML(file, in: 0..<text.count, log: &log)
    #expect(node == nil || log.diagnostics.isEmpty)
    if let node { expectNested(node, in: 0..<text.count) }
  }
}

/// Every value lies inside its collection.
private func expectNested(_ node: YAMLNode, in outer: Range<Int>) {
  #expect(outer.lowerBound <= node.range.lowerBound && node.range.upperBound <= outer.upperBound)
  switch node.content {
  case .scalar: break
  case .sequence(let items): for item in items { expectNested(item, in: node.range) }
  case .mapping(let pairs): for pair in pairs { expectNested(pair.value, in: node.range) }
  }
}
