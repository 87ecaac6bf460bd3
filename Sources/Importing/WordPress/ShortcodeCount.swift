/// Counts shortcodes, which only WordPress and its plugins could run: they stay as text.
struct ShortcodeCount {
  private var counts: [String: Int] = [:]
  private var places: [String: [String]] = [:]

  private static let known: Set<String> = [
    "audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption", "code", "sourcecode",
    "youtube", "vimeo", "contact-form", "contact-form-7", "more", "googlemaps", "soundcloud",
  ]

  /// Counts those of a text.
  mutating func note(_ html: [UInt8], in path: String) {
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
      let isPart = inside.isEmpty || inside.first?.isBlank == true || inside.first == UInt8(ascii: "/")
      let hasValue = inside.contains(UInt8(ascii: "=")) && inside.first?.isBlank == true
      guard isPart, hasValue || ShortcodeCount.known.contains(name.lowercased()) else { continue }
      counts[name, default: 0] += 1
      if places[name]?.last != path { places[name, default: []].append(path) }
    }
  }

  /// A line for each name.
  var remarks: [String] {
    counts.keys.sorted().map { name in
      let paths = places[name] ?? []
      let shown = paths.prefix(3).joined(separator: ", ")
      let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
      return "shortcode [\(name)]: \(counts[name] ?? 0) times, kept as text, in \(shown)\(more)"
    }
  }
}
