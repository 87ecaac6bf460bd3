import Diagnostics
import Foundation
import Testing

@testable import Importing

@Suite struct HostileExportTests {
  private func thread(_ folder: ImportFolder) throws -> String {
    try #require(try folder.site()["content/posts/2012-01-05-tea.comments.yml"])
  }

  private func bodies(_ folder: ImportFolder) throws -> [String] {
    try thread(folder).matches(of: #/body: \|\n    (.*)/#).map { String($0.1) }
  }

  @Test func `CDATA that shows CDATA loses nothing that follows`() throws {
    let code = "<pre><![CDATA[ x ]]> and <![CDATA[</pre>"
    let export = wordPressExport(
      item(content: code, comment("1", "see <![CDATA[ this ]]> there") + comment("2", "]]>"))
        + item("Milk", id: 8, slug: "milk", comment("3"))
    )
    let folder = try ImportFolder(["export.xml": export])
    let report = try folder.importWordPress()
    #expect(report.log.diagnostics == [])
    #expect(report.ledgers.map(\.imported) == [2, 3])
    #expect(try folder.site()["content/posts/2012-01-05-milk.md"] != nil)
    #expect(try bodies(folder) == ["see \\<!\\[CDATA\\[ this \\]\\]> there", "\\]\\]>"])
  }

  @Test func `CDATA in two pieces is put together`() throws {
    let export = wordPressExport(post(comment("1", "a ]]]]><![CDATA[> b")))
    let folder = try ImportFolder(["export.xml": export])
    try folder.importWordPress()
    #expect(try bodies(folder) == ["a \\]\\]> b"])
  }

  @Test func `prefixes need no binding, and others than WordPress' are known by their namespace`()
    throws
  {
    let unbound = wordPressExport(post(comment("1"))).replacing(#/xmlns:\w+="[^"]*"/#, with: "")
    let folder = try ImportFolder(["export.xml": unbound])
    #expect(try folder.importWordPress().ledgers.map(\.imported) == [1, 1])

    let renamed = wordPressExport(post(comment("1"))).replacing("wp:", with: "w:")
      .replacing("xmlns:wp", with: "xmlns:w")
    let other = try ImportFolder(["export.xml": renamed])
    #expect(try other.importWordPress().ledgers.map(\.imported) == [1, 1])
  }

  @Test func `NUL and other control bytes are left out`() throws {
    let folder = try ImportFolder()
    let text = wordPressExport(item("T\u{0}ea\u{8}", comment("1", "a\u{0}b\u{B}c\u{1B}[2Jd")))
    try folder.write(Array(text.utf8), to: "export.xml")
    #expect(try folder.importWordPress().ledgers.map(\.imported) == [1, 1])
    #expect(try bodies(folder) == ["abc\\[2Jd"])
    #expect(try folder.site()["content/posts/2012-01-05-tea.md"]?.contains("title: Tea\n") == true)
  }

  @Test func `bytes that aren't UTF-8 are read as windows-1252`() throws {
    let folder = try ImportFolder()
    var bytes = Array(wordPressExport(post(comment("1", "it@s"))).utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") && bytes[index + 1] == 0x73 {
      bytes[index] = 0x92
    }
    try folder.write(bytes, to: "export.xml")
    try folder.importWordPress()
    #expect(try bodies(folder) == ["it’s"])
  }

  @Test(arguments: [
    ("ISO-8859-1", String.Encoding.windowsCP1252), ("windows-1251", .windowsCP1251),
    ("ISO-8859-2", .isoLatin2),
  ])
  func `a declared encoding is read`(name: String, encoding: String.Encoding) throws {
    let words = ["ISO-8859-1": "Grüße", "windows-1251": "Привет", "ISO-8859-2": "Žluť"]
    let word = try #require(words[name])
    let text = wordPressExport(post(comment("1", word)))
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
    let folder = try ImportFolder()
    try folder.write(Array(try #require(text.data(using: encoding))), to: "export.xml")
    try folder.importWordPress()
    #expect(try bodies(folder) == [word])
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `UTF-16 is read, with its mark or without`(encoding: String.Encoding) throws {
    for mark in ["", "\u{FEFF}"] {
      let text = mark + wordPressExport(post(comment("1", "Grüße 🍵")))
      let folder = try ImportFolder()
      try folder.write(Array(try #require(text.data(using: encoding))), to: "export.xml")
      try folder.importWordPress()
      #expect(try bodies(folder) == ["Grüße 🍵"])
    }
  }

  @Test func `no declared entity is ever expanded`() throws {
    let bomb = """
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;]>"> <!ENTITY c SYSTEM "file:///etc/passwd">]>
      """
    let export = wordPressExport(item("&b;&c;", comment("1", author: "&b;")))
      .replacing("<rss ", with: bomb + "<rss ")
    let folder = try ImportFolder(["export.xml": export])
    #expect(try folder.importWordPress().ledgers.map(\.imported) == [1, 1])
    #expect(
      try folder.site()["content/posts/2012-01-05-tea.md"]?.contains("title: \"&b;&c;\"") == true
    )
    #expect(try thread(folder).contains("author: \"&b;\""))
  }

  @Test func `of a file that is cut off what is whole is imported, and it is said`() throws {
    let whole = wordPressExport(
      post(comment("1") + comment("2")) + item("Milk", id: 8, slug: "milk")
    )
    let end = try #require(whole.range(of: "<wp:comment_id>2"))
    let folder = try ImportFolder(["export.xml": String(whole[..<end.upperBound])])
    let report = try folder.importWordPress()
    #expect(try bodies(folder) == ["Nice."])
    #expect(
      report.ledgers.map(\.summary) == [
        "1 items in the file: 1 imported (1 posts), 0 not",
        "2 comments in the file: 1 imported (1 comments), 1 not (1 cut off)",
      ]
    )
    #expect(
      report.log.sorted.map(\.message) == [
        "the file is cut off: it ends before `<rss>`, `<channel>` is closed"
      ]
    )
    #expect(report.log.hasErrors)
  }

  @Test func `a post whose status is cut off isn't published`() throws {
    let whole = wordPressExport(item("Secret", status: "private"))
    let end = try #require(whole.range(of: "<wp:status>"))
    let folder = try ImportFolder(["export.xml": String(whole[..<end.lowerBound])])
    let report = try folder.importWordPress()
    #expect(try folder.site() == [:])
    #expect(report.ledgers[0].summary == "1 items in the file: 0 imported, 1 not (1 cut off)")
  }

  @Test func `a missing end tag costs nobody else anything`() throws {
    let export = wordPressExport(
      post(comment("1").replacing("</wp:comment>", with: "") + comment("2")).replacing(
        "</item>",
        with: ""
      )
        + item("Milk", id: 8, slug: "milk", comment("3"))
    )
    let folder = try ImportFolder(["export.xml": export])
    let report = try folder.importWordPress()
    #expect(report.ledgers.map(\.imported) == [2, 3])
    #expect(report.log.sorted.map(\.message) == ["2 elements have no end tag"])
  }

  @Test func `an item that a post only shows isn't counted`() throws {
    let folder = try ImportFolder([
      "export.xml": wordPressExport(
        item(
          content: "<pre>&lt;item&gt; <item><wp:comment></wp:comment></item></pre>",
          comment("1")
        )
      )
    ])
    let report = try folder.importWordPress()
    #expect(
      report.ledgers.map { [$0.found, $0.imported, $0.skipped] } == [[1, 1, 0], [1, 1, 0]]
    )
  }

  @Test(arguments: [
    "", "x", "<", "<rss", "<html><body><p>Hi</p></body></html>", "<rss><channel></channel></rss>",
    "<![CDATA[", "<!--", "<?xml", "<!DOCTYPE x [", "\u{0}\u{0}", "<item", "<item>", "</item>",
  ])
  func `what is no export is an error`(text: String) throws {
    let folder = try ImportFolder(["export.xml": text])
    #expect(try folder.importWordPress().log.hasErrors)
    #expect(try folder.importDisqus(onto: [:]).log.hasErrors)
    #expect(try folder.site() == [:])
  }

  @Test(arguments: 0..<60)
  func `whatever is cut out or doubled, the sum is right and nothing falls over`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(
      wordPressExport(
        post(comment("1", "<b>x</b> [code]") + comment("2", parent: 1))
          + item("Milk", id: 8, slug: "milk", comment("3", approved: "0"))
      ).utf8
    )
    for _ in 0..<(seed % 6 + 1) {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = Int.random(in: start..<min(bytes.count, start + 60), using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
      default: bytes[start] = UInt8.random(in: 0...255, using: &random)
      }
    }
    let folder = try ImportFolder()
    try folder.write(bytes, to: "export.xml")
    for ledger in try folder.importWordPress().ledgers {
      #expect(ledger.found == ledger.imported + ledger.skipped)
    }
    let report = try folder.importDisqus(onto: [:])
    for ledger in report.ledgers { #expect(ledger.found == ledger.imported + ledger.skipped) }
  }
}

/// Numbers that are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
