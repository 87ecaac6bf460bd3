/// Documents as a blog has them, made from a few sentences and a seed: the same in every run.
struct Corpus {
  let documents: [[UInt8]]

  init(count: Int) {
    var random = SplitMix64(state: 2010)
    documents = (0..<count).map { index in
      var text = ""
      var part = 0
      while text.utf8.count < 3200 {
        text += Self.block(part, document: index, &random)
        part += 1
      }
      return Array(text.utf8)
    }
  }

  /// A block of a document.
  ///
  /// Headings, lists, code, quotes and images are in every document; a table is in every fourth,
  /// footnotes in every eighth, alerts in every tenth.
  private static func block(_ part: Int, document: Int, _ random: inout SplitMix64) -> String {
    switch part % 9 {
    case 1: "## \(sentence(&random).prefix(40))\n\n"
    case 3: "- \(sentence(&random))\n- \(sentence(&random))\n- [x] \(sentence(&random))\n\n"
    case 5: "```swift\nlet talks = events.filter { $0.year == 2010 && $0.isOpen }\n```\n\n"
    case 6 where document.isMultiple(of: 4):
      "| Talk | Speaker | Minutes |\n|---|:-:|--:|\n"
        + "| [Spans](talk.md) | *Jess* | 20 |\n| `~Copyable` | Robin | 45 |\n\n"
    case 7 where document.isMultiple(of: 8) && part < 9:
      "\(sentence(&random))[^room]\n\n[^room]: \(sentence(&random))\n\n"
    case 7 where document.isMultiple(of: 10): "> [!NOTE]\n> \(sentence(&random))\n\n"
    case 8:
      "![Everybody at the hall](group.jpg \"The first evening\")\n\n> \(sentence(&random))\n\n"
    default: paragraph(&random)
    }
  }

  private static func paragraph(_ random: inout SplitMix64) -> String {
    (0..<5).map { _ in sentence(&random) }.joined(separator: " ") + "\n\n"
  }

  private static func sentence(_ random: inout SplitMix64) -> String {
    sentences[Int(random.next() % UInt64(sentences.count))]
  }

  private static let sentences = [
    "We met on the third floor, above the *bakery*, and nobody was late.",
    "The code is on [the server](https://git.example.org/talks/spans), with `make test` to try it.",
    "It took \"three evenings\" -- and a lot of coffee -- until **everything** worked.",
    "Write to hall@example.org if you want to speak, or just come by...",
    "The slides are at https://slides.example.org/2010/spans.html now.",
    "Most of us had never seen a parser that doesn't allocate, which is what the talk was about.",
    "Ask for the key at the desk; the lift stops at nine.",
    "Somebody ~~lost~~ found an umbrella, it's in the cupboard.",
  ]
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
