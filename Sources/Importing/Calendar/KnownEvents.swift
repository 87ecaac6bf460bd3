public import Content

/// What of a site's events an import has to know: nothing is written over or brought in twice.
public struct KnownEvents: Sendable {
  /// The identities of its events in calendars.
  var uids: Set<String>
  /// The names of its files below events/, with and without their dates.
  var names: Set<String>
  /// The address at which it is published, if it has settings.
  var base: BaseURL?
  /// The pattern of its events' addresses.
  var pattern = Permalinks().events

  /// A site that has nothing yet.
  public init() {
    uids = []
    names = []
  }

  /// What a site has: its files by the tree, the rest by what could be read of them, with drafts and
  /// whatever else isn't published.
  public init(_ tree: SourceTree, _ site: Site?) {
    self.init()
    for path in tree.paths where path.hasPrefix("content/events/") {
      var parts = path.split(separator: "/").dropFirst(2)
      if parts.last == "index.md" { parts.removeLast() }
      guard let last = parts.last, let name = EventName(file: String(last)) else { continue }
      names.formUnion([name.text, name.withoutDate])
    }
    guard let site else { return }
    base = site.settings.baseURL
    pattern = site.settings.permalinks.events
    uids = Set(site.events.map(site.uid) + site.series.map { site.uid(of: $0.event) })
  }
}

/// An event's name: the name of its file without `.md`.
struct EventName {
  let text: String

  /// The name of a file or a folder below events/.
  init?(file: String) {
    text = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    guard !text.isEmpty else { return nil }
  }

  /// The name without its date.
  var withoutDate: String {
    let bytes = Array(text.utf8)
    guard bytes.count > 11, bytes[10] == UInt8(ascii: "-"),
      bytes.prefix(10).enumerated().allSatisfy({ index, byte in
        index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      })
    else { return text }
    return String(decoding: bytes[11...], as: UTF8.self)
  }
}
