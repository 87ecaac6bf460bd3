internal import Diagnostics
internal import YAML

extension FieldReader {
  /// What stands under `permalinks` in site.yml.
  func permalinkPatterns() -> Permalinks {
    var patterns = Permalinks()
    guard let fields = map("permalinks", .permalinks) else { return patterns }
    let dated = permalinkDateWords + permalinkNameWords
    patterns.posts = fields.pattern("posts", dated + [":community"]) ?? patterns.posts
    patterns.events = fields.pattern("events", dated + [":community"]) ?? patterns.events
    patterns.pages = fields.pattern("pages", dated) ?? patterns.pages
    patterns.communities = fields.pattern("communities", permalinkNameWords) ?? patterns.communities
    patterns.people = fields.pattern("people", permalinkNameWords) ?? patterns.people
    patterns.venues = fields.pattern("venues", permalinkNameWords) ?? patterns.venues
    patterns.tags = fields.pattern("tags", [":slug", ":title"]) ?? patterns.tags
    return patterns
  }

  /// A path on this site in which the words of a kind stand for parts of the address.
  private func pattern(_ key: String, _ words: [String]) -> String? {
    guard let written = sitePath(key) else { return nil }
    let unknown = written.value.patternWords.filter { !words.contains($0.text) }
    for word in unknown {
      let place = written.span.range.part(word.range, of: written.value, in: faults.file)
      faults.say(
        "unknown word `\(word.text)` in the permalinks of \(key)",
        at: place,
        help: suggestion(for: word.text, among: words)
      )
    }
    return unknown.isEmpty ? written.value : nil
  }
}

private let permalinkDateWords = [":year", ":month", ":day"]
private let permalinkNameWords = [":slug", ":filename", ":path", ":title"]

extension String {
  /// The words of a permalink's pattern: a colon and letters, with their place in the UTF-8.
  fileprivate var patternWords: [(text: String, range: Range<Int>)] {
    let bytes = Array(utf8)
    var words: [(String, Range<Int>)] = []
    var index = 0
    while index < bytes.count {
      let start = index
      index += 1
      guard bytes[start] == UInt8(ascii: ":") else { continue }
      while index < bytes.count, bytes[index].isLetter || bytes[index] == UInt8(ascii: "_") {
        index += 1
      }
      words.append((String(decoding: bytes[start..<index], as: UTF8.self), start..<index))
    }
    return words
  }
}
