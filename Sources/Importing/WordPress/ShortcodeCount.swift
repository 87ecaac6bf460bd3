/// Counts what only WordPress and its plugins could fill: shortcodes, which stay as text, and blocks
/// without a content of their own, which leave nothing.
struct ShortcodeCount {
  private var counts: [String: Int] = [:]
  private var places: [String: [String]] = [:]

  private mutating func note(_ name: String, in path: String) {
    counts[name, default: 0] += 1
    if places[name]?.last != path { places[name, default: []].append(path) }
  }

  /// Counts the blocks of a text that end where they begin: `<!-- wp:latest-posts {…} /-->`.
  private mutating func noteBlocks(_ html: [UInt8], in path: String) {
    let mark = Array("<!-- wp:".utf8)
    var index = 0
    while let start = html.firstIndex(of: mark, from: index) {
      index = start + mark.count
      guard let end = html.firstIndex(of: Array("-->".utf8), from: index) else { return }
      let name = html[index..<end].prefix { !$0.isBlank && $0 != UInt8(ascii: "{") }
      if html[end - 1] == UInt8(ascii: "/"),
        !["more", "spacer", "separator"].contains(String(decoding: name, as: UTF8.self))
      {
        note("block \(String(decoding: Array(name).cleaned.prefix(64), as: UTF8.self)): ", in: path)
      }
      index = end
    }
  }

  private static let known: Set<String> = [
    "audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption", "code", "sourcecode",
    "youtube", "vimeo", "contact-form", "contact-form-7", "more", "googlemaps", "soundcloud",
  ]

  /// Counts those of a text.
  mutating func note(_ html: [UInt8], of path: String) {
    noteBlocks(html, in: path)
    var index = 0
    while let start = html.firstIndex(of: [UInt8(ascii: "[")], from: index) {
      index = start + 1
      let bytes = html[index...].prefix(64)
      guard bytes.first?.isASCIILetter == true else { continue }
      let word = bytes.prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      let name = String(decoding: word, as: UTF8.self)
      let rest = html[word.endIndex...].prefix(512)
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { continue }
      let inside = html[word.endIndex..<end]
      let isPart =
        inside.isEmpty || inside.first?.isBlank == true || inside.first == UInt8(ascii: "/")
      let hasValue = inside.contains(UInt8(ascii: "=")) && inside.first?.isBlank == true
      guard isPart, hasValue || ShortcodeCount.known.contains(name.lowercased()) else { continue }
      note("shortcode [\(name)]: ", in: path)
    }
  }

  /// A line for each name.
  var remarks: [String] {
    counts.keys.sorted().map { name in
      let paths = places[name] ?? []
      let shown = paths.prefix(3).joined(separator: ", ")
      let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
      let fate = name.hasPrefix("block") ? "left out" : "kept as text"
      let times = counts[name] == 1 ? "once" : "\(counts[name] ?? 0) times"
      return "\(name)\(times), \(fate), in \(shown)\(more)"
    }
  }
}
