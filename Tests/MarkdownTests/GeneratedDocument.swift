/// Documents made from real sentences with all of Markdown mixed in: the same for the same seed.
struct GeneratedDocument {
  private var random: SplitMix64
  private let words: [String]
  private var notes: [String] = []

  /// Makes a document.
  ///
  /// - Parameters:
  ///   - seed: which one.
  ///   - words: of some text, in their order.
  /// - Returns: Markdown.
  static func text(seed: UInt64, words: [String]) -> String {
    var document = GeneratedDocument(random: SplitMix64(state: seed), words: words)
    var text = (0..<document.pick(8) + 2).map { _ in document.block() }.joined(separator: "\n\n")
    for note in document.notes { text += "\n\n" + note }
    return text + "\n\n[ref]: /somewhere \"Title\"\n"
  }

  private init(random: SplitMix64, words: [String]) {
    self.random = random
    self.words = words
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func oneOf(_ choices: [String]) -> String { choices[pick(choices.count)] }

  private mutating func block() -> String {
    switch pick(14) {
    case 0: "\(oneOf(["#", "##", "###"])) \(inline(4))"
    case 1: "\(inline(3))\n\(oneOf(["===", "---"]))"
    case 2: list(marker: oneOf(["-", "*", "+"]))
    case 3: list(marker: "1.")
    case 4: (0..<2).map { _ in "> \(inline(7))" }.joined(separator: "\n")
    case 5: "```\(oneOf(["", "swift", "c x"]))\n\(plain(5))\n~~\(plain(1))~~ [^a] | x |\n```"
    case 6: "    \(plain(4))"
    case 7: table()
    case 8: "\(inline(5))\n\(table())"
    case 9: table().split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
    case 10: oneOf(["---", "***", "<div>\n\(plain(2))\n</div>", "<!-- \(plain(2)) -->"])
    case 11: "- [ ] \(inline(3))\n- [x] \(inline(3))\n  - [ ] \(inline(2))"
    case 12: "- \(inline(3))\n\n  \(table().split(separator: "\n").joined(separator: "\n  "))"
    default:
      (0..<pick(3) + 1).map { _ in inline(10) }.joined(separator: oneOf(["\n", "  \n", "\\\n"]))
    }
  }

  private mutating func list(marker: String) -> String {
    let indent = String(repeating: " ", count: marker.count + 1)
    let gap = oneOf(["\n", "\n\n"])
    return (0..<pick(3) + 1).map { _ in
      let item = "\(marker) \(inline(5))"
      return pick(3) == 0 ? "\(item)\(gap)\(indent)- \(inline(3))" : item
    }.joined(separator: gap)
  }

  private mutating func table() -> String {
    let columns = pick(3) + 1
    var rows = [row(columns), delimiters(columns)]
    for _ in 0..<pick(4) { rows.append(row(max(1, columns + pick(3) - 1))) }
    return rows.joined(separator: "\n")
  }

  private mutating func row(_ columns: Int) -> String {
    let cells = (0..<columns).map { _ in
      pick(6) == 0 ? oneOf(["`a\\|b`", "x \\| y", "", "**\\|**"]) : inline(2)
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private mutating func delimiters(_ columns: Int) -> String {
    "|"
      + (0..<columns).map { _ in oneOf(["---", ":--", "--:", ":-:", " - "]) }
      .joined(separator: "|") + "|"
  }

  private mutating func plain(_ count: Int) -> String {
    let start = pick(words.count - count)
    return words[start..<start + count].joined(separator: " ")
  }

  private mutating func inline(_ parts: Int) -> String {
    (0..<parts).map { _ in part() }.joined(separator: " ")
  }

  private mutating func part() -> String {
    switch pick(31) {
    case 0: "*\(plain(2))*"
    case 1: "**\(plain(2))**"
    case 2: "~~\(plain(2))~~"
    case 3: "~\(plain(1))~"
    case 4: "`\(plain(1))`"
    case 5: "[\(plain(2))](/\(plain(1)))"
    case 6: "[\(plain(1))][ref]"
    case 7: "![\(plain(1))](a.png)"
    case 8: oneOf(["<https://example.org/a?b=c&d>", "<me@example.org>"])
    case 9:
      "https://example.org/\(pick(9))\(oneOf(["", ".", ",", ")", "/a_b_c", "?a=b&c=d", "--x", "/(y)"]))"
    case 10: "www.example.org\(oneOf(["", ".", "/a--b", "/x_y_"]))"
    case 11: "a.b+c@example.org\(oneOf(["", ".", "!"]))"
    case 12: oneOf(["\\~\\~no\\~\\~", "\\*no\\*", "\\[^no]", "www\\.example.org", "https\\://x.y"])
    case 13: oneOf(["&amp;", "&copy;", "<b>\(plain(1))</b>", "<br>"])
    case 14: footnote()
    case 15: "*\(plain(1)) ~~\(plain(1))~~ \(plain(1))*"
    case 16: "~~\(plain(1)) **\(plain(1))** `x`~~"
    case 17:
      oneOf([
        "\"https://example.org/\"", "'https://example.org/a'", "(\"http://x.org/b.\")",
        "http://x.org/...",
        "\"\(plain(2))\" -- '\(plain(1))'...",
      ])
    default: plain(1 + pick(5))
    }
  }

  private mutating func footnote() -> String {
    guard notes.count < 4 else { return "[^n1]" }
    let label = "n\(notes.count + 1)"
    notes.append("")
    let index = notes.count - 1
    notes[index] =
      "[^\(label)]: \(plain(4))\(oneOf(["", "\n\n    \(plain(3))", "\n    \(plain(2))"]))"
    return "[^\(label)]"
  }
}

/// Sebastiano Vigna's SplitMix64.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
