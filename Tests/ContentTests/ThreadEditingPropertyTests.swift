import Content
import Diagnostics
import Testing

/// Threads written in every way that comes to mind, the same for the same seed.
private struct ThreadWriter {
  var random: Generator
  let ending: String

  init(seed: UInt64) {
    random = Generator(state: seed)
    ending = ["\n", "\r\n", "\r"][Int(seed % 3)]
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int(random.next() % UInt64(items.count))]
  }

  mutating func text() -> (text: String, ids: [String]) {
    let ids = (0..<Int(random.next() % 6 + 1)).map { "\(["", "a-", "x_"][$0 % 3])\($0 + 1)" }
    let dash = String(repeating: " ", count: Int(random.next() % 3))
    var text = pick(["", "\u{FEFF}", "# A thread.\(ending)", "---\(ending)", ending])
    for id in ids {
      text += pick(["", "", ending, "# note: id: 1\(ending)"])
      text += random.next() % 4 == 0 ? dash + "- " + flow(id) + ending : block(id, dash)
    }
    if random.next() % 3 == 0 { text.removeLast(text.hasSuffix("\r\n") ? 1 : 1) }
    return (text, ids)
  }

  private mutating func keys(_ id: String) -> [String] {
    var keys = [
      "\(pick(["id", "\"id\"", "'id'"])): \(pick([id, "\"\(id)\"", "'\(id)'"]))",
      "date: \(pick(["2026-01-02", "'2026-01-02 10:00'", "2026-01-02T10:00:00Z"]))",
    ]
    if random.next() % 2 == 0 {
      keys.append("status: \(pick(["pending", "spam", "\"deleted\"", "'approved'", "~", ""]))")
    }
    if random.next() % 2 == 0 {
      keys.append("author: \(pick(["Robin", "'status: spam'", "Ünï 🫖"]))")
    }
    return random.next() % 2 == 0 ? keys : keys.reversed()
  }

  private mutating func flow(_ id: String) -> String {
    let between = pick([", ", " , ", ",\(ending)      ", ", # id: 9\(ending)      "])
    return "{" + keys(id).joined(separator: between) + pick(["", ",", " ", ", "]) + "}"
  }

  private mutating func block(_ id: String, _ dash: String) -> String {
    let gap = pick([" ", "  ", "    "])
    let indentation = dash + String(repeating: " ", count: 1 + gap.count)
    var lines = keys(id).map { $0 + pick(["", "", " # status: spam"]) }
    if random.next() % 2 == 0 {
      lines.append("body: \(pick(["|", ">", "|+", "|-"]))")
      lines.append("  id: \(id)\(ending)\(ending)\(indentation)  status: spam")
    }
    return dash + "-" + gap + lines.joined(separator: ending + indentation) + ending
  }
}

/// Numbers that look like chance (splitmix64).
private struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

private func read(_ bytes: [UInt8]) -> (thread: ThreadFile?, faults: [String]) {
  var log = DiagnosticLog()
  let thread = ThreadFile(SourceFile(path: "t.comments.yml", bytes: bytes), log: &log)
  return (thread, log.diagnostics.map { $0.rendered() })
}

@Test(arguments: 0..<40)
func `an edit of a thread keeps every other byte and says what it should`(block: Int) throws {
  for seed in block * 25..<block * 25 + 25 {
    var writer = ThreadWriter(seed: UInt64(seed))
    let (text, ids) = writer.text()
    let bytes = Array(text.utf8)
    let (found, faults) = read(bytes)
    let thread = try #require(found, "\(text)\n\(faults)")
    let id = writer.pick(ids)
    let status = writer.pick(Content.Comment.Status.allCases)
    let changed = try thread.setting(status, of: id)
    var expected = thread.comments
    for index in expected.indices where expected[index].id == id { expected[index].status = status }
    let after = try #require(read(changed).thread)
    #expect(after.comments.map(\.id) == expected.map(\.id))
    #expect(after.comments.map(\.status) == expected.map(\.status), "\(text)")
    // What differs is one stretch that holds the status and nothing else of the old file.
    let start = zip(bytes, changed).prefix { $0 == $1 }.count
    let end = zip(bytes.reversed(), changed.reversed()).prefix { $0 == $1 }.count
    let rest = min(end, min(bytes.count, changed.count) - start)
    let old = String(decoding: bytes[start..<bytes.count - rest], as: UTF8.self)
    #expect(!old.contains { $0.isNewline || $0 == "#" || $0 == ":" }, "\(text)")
    #expect("pending spam deleted approved ~".contains(old), "\(old) of \(text)")
  }
}

@Test(arguments: 0..<10)
func `a comment that is added changes no byte of the others`(block: Int) throws {
  for seed in block * 25..<block * 25 + 25 {
    var writer = ThreadWriter(seed: UInt64(seed) &+ 7_000)
    let (text, ids) = writer.text()
    let bytes = Array(text.utf8)
    let thread = try #require(read(bytes).thread, "\(text)")
    var comment = NewComment(
      writer: .visitor(name: "- new: #", url: nil),
      date: "2026-02-03",
      body: Array("# id: 1\n\n- {".utf8)
    )
    comment.replyTo = writer.pick(ids)
    let added = try thread.adding(comment)
    #expect(added.bytes.starts(with: bytes), "\(text)")
    let after = try #require(read(added.bytes).thread)
    #expect(after.comments.dropLast().map(\.id) == ids)
    #expect(after.comments.last?.replyTo == comment.replyTo)
    #expect(after.comments.last?.author == "- new: #")
  }
}
