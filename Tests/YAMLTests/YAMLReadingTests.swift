import Diagnostics
import Testing
import YAML

/// Reads a text that has no faults.
private func read(
  _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> (node: YAMLNode, file: SourceFile) {
  let file = SourceFile(path: "a.yml", text: text)
  var log = DiagnosticLog()
  let node = readYAML(file, in: 0..<file.bytes.count, log: &log)
  #expect(log.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
  return (try #require(node, sourceLocation: sourceLocation), file)
}

private typealias SourceLocation = Testing.SourceLocation

/// A tree with, for each value, the text of its place: what was typed, in `<…>`.
private func outline(_ node: YAMLNode, _ file: SourceFile) -> String {
  let place = "<\(file.text(in: node.range))>"
  switch node.content {
  case .scalar(let scalar): return "\(scalar.style) \(scalar.text.debugDescription) \(place)"
  case .sequence(let items):
    return "[" + items.map { outline($0, file) }.joined(separator: ", ") + "] \(place)"
  case .mapping(let pairs):
    let members = pairs.map {
      "\($0.key)<\(file.text(in: $0.keyRange))>: \(outline($0.value, file))"
    }
    return "{" + members.joined(separator: ", ") + "} \(place)"
  }
}

/// The ranges of a tree's nodes, a collection before what it holds.
private func outlineOfRanges(_ node: YAMLNode) -> [Range<Int>] {
  switch node.content {
  case .scalar: [node.range]
  case .sequence(let items): [node.range] + items.flatMap(outlineOfRanges)
  case .mapping(let pairs): [node.range] + pairs.flatMap { outlineOfRanges($0.value) }
  }
}

private func outline(of text: String) throws -> String {
  let (node, file) = try read(text)
  return outline(node, file)
}

@Test func `keys and values know where they stand`() throws {
  #expect(
    try outline(of: "title: Swift night   # loud\n\"due\": 'it''s'\n")
      == #"{title<title>: plain "Swift night" <Swift night>, due<"due">: quoted "it\'s" <'it''s'>} "#
      + "<title: Swift night   # loud\n\"due\": 'it''s'>"
  )
}

@Test func `a list in lines ends with its last item`() throws {
  #expect(
    try outline(of: "tags:\n- a\n- b c\n\n\nnext: x\n")
      == #"{tags<tags>: [plain "a" <a>, plain "b c" <b c>] "# + "<- a\n- b c>, "
      + #"next<next>: plain "x" <x>} "# + "<tags:\n- a\n- b c\n\n\nnext: x>"
  )
}

@Test func `a list in brackets ends with its bracket`() throws {
  #expect(
    try outline(of: "[a, {b: c}, [], d: e]\n")
      == #"[plain "a" <a>, {b<b>: plain "c" <c>} <{b: c}>, [] <[]>, "#
      + #"{d<d>: plain "e" <e>} <d: e>] <[a, {b: c}, [], d: e]>"#
  )
}

@Test func `places are right behind characters of several bytes`() throws {
  #expect(
    try outline(of: "\u{FEFF}🎉: é 🎉\nnaïve: [日本, \"ü\"]\n")
      == #"{🎉<🎉>: plain "é 🎉" <é 🎉>, naïve<naïve>: [plain "日本" <日本>, quoted "ü" <"ü">] "#
      + "<[日本, \"ü\"]>} <🎉: é 🎉\nnaïve: [日本, \"ü\"]>"
  )
}

@Test func `places are right in a file with CR LF`() throws {
  #expect(
    try outline(of: "a: é\r\nb:\r\n  - c\r\n")
      == #"{a<a>: plain "é" <é>, b<b>: [plain "c" <c>] <- c>} "# + "<a: é\r\nb:\r\n  - c>"
  )
}

@Test func `a block of a longer file is read alone, with offsets of the file`() throws {
  let file = SourceFile(path: "a.md", text: "---\nä: ö\n---\n[ text\n")
  var log = DiagnosticLog()
  let node = try #require(readYAML(file, in: 4..<11, log: &log))
  #expect(node.range == 4..<10)
  #expect(outline(node, file) == #"{ä<ä>: plain "ö" <ö>} <ä: ö>"#)
}

@Test func `a literal text keeps its lines, and its place has no line break behind it`() throws {
  #expect(
    try outline(of: "- body: |\n    one\n\n    two\n\n- body: >-\n    a\n    b\n")
      == #"[{body<body>: block "one\n\ntwo\n" "# + "<|\n    one\n\n    two>} "
      + "<body: |\n    one\n\n    two>, " + #"{body<body>: block "a b" "#
      + "<>-\n    a\n    b>} <body: >-\n    a\n    b>] "
      + "<- body: |\n    one\n\n    two\n\n- body: >-\n    a\n    b>"
  )
}

@Test(arguments: [
  "no", "yes", "true", "0123", "1_000", "12:30", "1e3", "0x1F", "2026-03-10", "~", "null", ".5",
  "2026-03-10 18:00", "https://a.example/#b", "-1", "<b>", "a, b", "=",
]) func `a scalar stays the text typed`(text: String) throws {
  let (node, file) = try read("key: \(text)\n")
  #expect(
    outline(node, file)
      == "{key<key>: plain \(text.debugDescription) <\(text)>} <key: \(text)>"
  )
}

@Test(arguments: [
  ("", true, true), ("~", false, true), ("null", false, true), ("''", false, false),
  ("'~'", false, false), ("\"null\"", false, false), ("Null", false, false), ("|", false, false),
]) func `only a plain value can be empty or null`(
  typed: String,
  isEmpty: Bool,
  isNull: Bool
) throws {
  let (node, _) = try read("key: \(typed)\n")
  guard case .mapping(let pairs) = node.content, case .scalar(let scalar) = pairs[0].value.content
  else {
    Issue.record("not a mapping of a scalar")
    return
  }
  #expect(scalar.isEmptyValue == isEmpty)
  #expect(scalar.isNull == isNull)
  #expect(scalar.bytes == Array(scalar.text.utf8))
}

@Test func `an empty value is a place behind its colon`() throws {
  #expect(
    try outline(of: "a:\nb:   \nc: [x]\n")
      == #"{a<a>: plain "" <>, b<b>: plain "" <>, c<c>: [plain "x" <x>] <[x]>} "#
      + "<a:\nb:   \nc: [x]>"
  )
}

@Test func `the place of an empty value is no wider than nothing`() throws {
  let (node, _) = try read("- ab:\n")
  #expect(node.range == 0..<5)
  #expect(outlineOfRanges(node) == [0..<5, 2..<5, 5..<5])
}

@Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}", "---\n# x\n...\n"])
func `a block without a value is nothing`(text: String) {
  let file = SourceFile(path: "a.yml", text: text)
  var log = DiagnosticLog()
  #expect(readYAML(file, in: 0..<file.bytes.count, log: &log) == nil)
  #expect(log.diagnostics.isEmpty)
}

@Test func `one document may have its markers`() throws {
  #expect(try outline(of: "---\na: b\n...\n") == #"{a<a>: plain "b" <b>} <a: b>"#)
}

@Test func `escapes in double quotes are resolved`() throws {
  #expect(
    try outline(of: #"["\u00e9\n\0", "a\"b"]"#)
      == #"[quoted "é\n\0" <"\u00e9\n\0">, quoted "a\"b" <"a\"b">] <["\u00e9\n\0", "a\"b"]>"#
  )
}
