import Calendar
import Content
import Diagnostics
import Testing

/// What a thread's file gives: each comment with all that it says, and all that is said against it.
private func read(_ thread: String) -> String {
  let reading = Reading([
    "content/a.md": "", "content/a.comments.yml": thread,
    "content/people/jess.md": "---\nname: J\n---",
  ])
  let thread = reading.site?.pages.first?.document.thread
  let comments =
    thread.map { thread in thread.comments.map { description(of: $0, in: thread) } } ?? []
  let parents = (thread?.comments ?? []).map { $0.parent.map(String.init) ?? "-" }
  return (comments + [parents.joined(separator: " "), reading.said]).joined(separator: "\n")
}

/// All that a comment says.
private func description(of comment: Content.Comment, in thread: Content.Thread) -> String {
  let url = thread.text(ifAny: comment.url) ?? "-"
  let avatar = thread.text(ifAny: comment.avatar) ?? "-"
  let body = String(decoding: thread.body(of: comment), as: UTF8.self)
  return """
    \(thread.text(comment.id)) \(thread.text(comment.author)) \(comment.person.debugDescription) \(url) \
    \(avatar) \(thread.date(of: comment).time.rfc3339) \(comment.status) \(comment.kind) \
    \(body.debugDescription) \(thread.span(of: comment).range)
    """
}

/// Values for each key: fit, unfit, and fit in ways that need a second look.
private let values: [(key: String, values: [String])] = [
  ("id", ["1", "2", "c-3_A", "null", "\"null\"", "\" 4 \"", "a b", "5", "6", "7", "'8'", "9"]),
  ("reply_to", ["1", "2", "null", "\"c-3_A\"", "nobody", "' 1'", "é"]),
  ("author", ["Noor", "null", "jo@x.example", "Jo @ home", "\" Jo \"", "\"\"", "'@jo'", "Ö"]),
  ("person", ["jess", "null", "\"jess\"", "nobody"]),
  (
    "url",
    [
      "https://x.example/?a=b#c", "http://x", "https:///x", "https://:80/", "ftp://x", "/path",
      "HTTPS://x.example", "\"https://x.example/ y\"", "null", "https://", "x",
    ]
  ),
  ("avatar", ["/a.png", "//x/a.png", "a.png", "/../a.png", "null"]),
  (
    "date",
    [
      "2026-05-01", "2026-05-01T10:00:00Z", "\"2026-05-01 10:00 -04:00\"", "2026-13-01", "never",
      "' 2026-05-01'", "null",
    ]
  ),
  ("status", ["approved", "spam", "deleted", "pending", "approve", "null"]),
  ("type", ["comment", "pingback", "trackback", "mention"]),
  ("body", ["x", "\"\"", "' '", "null", "|\n    a\n\n      b\n\n", "|\n      long\n", "'a b'"]),
]

/// A thread of a few comments, most of which have nothing wrong.
private func thread(_ random: inout SplitMix) -> String {
  var text = ""
  for number in 1...3 {
    var lines = ["id: \(number)", "date: 2026-05-01", "body: x"]
    for (key, values) in values where Int.random(in: 0..<4, using: &random) == 0 {
      lines.removeAll { $0.hasPrefix("\(key):") }
      // The first value of each is fit.
      let isFit = Int.random(in: 0..<6, using: &random) > 0
      lines.append("\(key): \(isFit ? values[0] : values.randomElement(using: &random) ?? "")")
    }
    if Int.random(in: 0..<12, using: &random) == 0 { lines[0] = "email: a" }
    lines.shuffle(using: &random)
    text += "- " + lines.joined(separator: "\n  ") + "\n"
  }
  return text
}

@Test func `a thread in plain words says what it says when libyaml reads it`() {
  var random = SplitMix()
  var clean = 0
  for _ in 0..<400 {
    let text = thread(&random)
    // With a note behind it no file is plain, and every place stays what it was.
    let libyaml = read(text + "# a note\n")
    let plain = read(text)
    if plain != libyaml { Issue.record("\(text)\n\(plain)\n\(libyaml)") }
    clean += plain.contains("error:") ? 0 : 1
  }
  #expect((50...350).contains(clean))
}

/// Numbers that look random and are the same each time (Steele, Vigna).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64 = 11

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
