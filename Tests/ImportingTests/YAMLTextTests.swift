import Diagnostics
import Testing
import YAML

@testable import Importing

@Suite struct YAMLTextTests {
  static let hostile = [
    "", " ", "a", "yes", "No", "null", "~", "123", "1.5", "2012-01-05", "12:30", "- a", "a: b",
    "a:",
    "a #b", "#a", "&a", "*a", "!a", "|", ">", "'a'", "\"a\"", "a\"b\\c", "[a]", "{a}", "a, b", "@a",
    "`a`",
    "%a", "? a", "---", "...", "a\nb", "\na", "a\n", "a\n\n\nb\n\n", "  a\n b", "\ta", "a\t", "a ",
    "é ü 🍵", "\u{85}a\u{2028}b\u{2029}", "\u{FEFF}a", "\u{A0}", "a\u{202E}b", "\u{200B}",
    "e\u{301}",
    "\u{10FFFF}", "\u{FFFD}", "=", "<<", "a\\nb", "C:\\x", "'", "it's", "a 'b' c", "on", "-", "-1",
    "+",
    String(repeating: "x y ", count: 200), "a: |\n  b", "--- a", "\u{E000}",
  ]

  /// What our YAML reader reads of a text.
  private func read(_ yaml: String) throws -> YAMLNode {
    var log = DiagnosticLog()
    let file = SourceFile(path: "t.yml", text: yaml)
    let node = readYAML(file, in: 0..<file.bytes.count, log: &log)
    #expect(log.diagnostics == [], "\(yaml)")
    return try #require(node)
  }

  @Test(arguments: hostile)
  func `any text reads back as it was written`(text: String) throws {
    let yaml =
      "k: \(YAMLText.scalar(text))\nl: \(YAMLText.list([text, "x", text]))\nm: 1\n"
    guard case .mapping(let pairs) = try read(yaml).content,
      case .scalar(let scalar) = pairs[0].value.content,
      case .sequence(let list) = pairs[1].value.content, case .scalar(let last) = list[2].content
    else {
      Issue.record("not a mapping: \(yaml)")
      return
    }
    #expect(Array(scalar.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(Array(last.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(!scalar.isNull)
  }

  @Test(arguments: hostile.filter { !$0.isEmpty })
  func `any text of lines reads back with one line end behind it`(text: String) throws {
    let block = YAMLText.block(Array(text.utf8), indent: 4)
    let yaml = "- id: 1\n  body: " + String(decoding: block, as: UTF8.self) + "  z: 1\n"
    guard case .sequence(let items) = try read(yaml).content,
      case .mapping(let pairs) = items[0].content, case .scalar(let scalar) = pairs[1].value.content
    else {
      Issue.record("not a thread: \(yaml)")
      return
    }
    let lines = String(text.reversed().drop { $0 == "\n" }.reversed())
    #expect(Array(scalar.text.unicodeScalars) == Array((lines + "\n").unicodeScalars), "\(yaml)")
    #expect(pairs[2].key == "z")
  }
}
