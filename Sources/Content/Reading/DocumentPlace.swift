internal import Calendar

/// What a Markdown file is, by where it stands.
struct DocumentPlace: Hashable, Sendable {
  /// What a file can be.
  enum Kind: Hashable, Sendable {
    case post, event, community, person, venue, page
    case section(Section)
  }

  /// What it is.
  let kind: Kind
  /// The file's name without `.md`, or that of its folder.
  let name: String
  /// The path below its kind's folder.
  let subpath: String
  /// The folder whose other files are the page's, with `/` behind it.
  let folder: String?

  /// The place of a file of the tree, or `nil` for one that is no Markdown file under `content/`.
  init?(_ path: String) {
    guard path.hasPrefix("content/"), path.hasSuffix(".md") else { return nil }
    let inner = path.utf8.dropFirst("content/".utf8.count).dropLast(".md".utf8.count)
    let slash = UInt8(ascii: "/")
    var parts = inner.split(separator: slash, omittingEmptySubsequences: false).map {
      Substring($0)
    }
    if parts.count < 3, let section = DocumentPlace.sections[String(Substring(inner))] {
      kind = .section(section)
      name = String(Substring(inner))
      subpath = name
      folder = nil
      return
    }
    let isFolder = parts.count > 1 && parts.last == "index"
    if isFolder { parts.removeLast() }
    guard let stem = parts.last, !stem.isEmpty else { return nil }
    kind = DocumentPlace.kind(parts)
    name = String(stem)
    let below = kind == .page ? 0 : parts[0].utf8.count + 1
    subpath = String(path[inner.index(inner.startIndex, offsetBy: below)..<stem.endIndex])
    folder = isFolder ? String(path[...stem.endIndex]) : nil
  }

  /// The kind of a file by the folders above it; `parts` ends with its name.
  private static func kind(_ parts: [Substring]) -> Kind {
    guard parts.count > 1 else { return .page }
    // Posts and events may stand in folders of their author's choice; the others have one name.
    switch parts[0] {
    case "posts": return .post
    case "events": return .event
    case "communities" where parts.count == 2: return .community
    case "people" where parts.count == 2: return .person
    case "venues" where parts.count == 2: return .venue
    default: return .page
    }
  }

  private static let sections: [String: Section] = [
    "index": .home, "posts/index": .posts, "events/index": .events,
    "communities/index": .communities, "tags/index": .tags, "archive": .archive,
    "search": .search, "404": .notFound,
  ]
}

extension DocumentPlace {
  /// A date before a name, and the name without it.
  struct DatedName {
    /// The digits: `2010-03-24`.
    let date: String
    /// What follows the date; all of the name where nothing does.
    let rest: String
  }

  /// The name's date, when it begins with one, whether or not such a day exists.
  var dated: DatedName? {
    guard kind.takesDateFromName else { return nil }
    let bytes = Array(name.utf8)
    guard bytes.count >= 10, bytes.count != 11,
      bytes.count == 10 || bytes[10] == UInt8(ascii: "-"),
      bytes.prefix(10).enumerated().allSatisfy({ index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte.isDigit
      })
    else { return nil }
    let rest = bytes.count == 10 ? name : String(decoding: bytes[11...], as: UTF8.self)
    return DatedName(date: String(decoding: bytes[..<10], as: UTF8.self), rest: rest)
  }

  /// Whether comments stand on the page: a list has none.
  var takesComments: Bool {
    if case .section = kind { return false }
    return true
  }

  /// What the page is called, where the front matter doesn't say; the home page is called as the site.
  func title(slug: String) -> String {
    guard case .section(let section) = kind else { return slug.inWords }
    return section.defaultTitle
  }

  /// The last part of the page's address, where the front matter gives none.
  var slug: String { dated?.rest ?? name }
}

extension Section {
  /// What the page is called when its author gives it no title.
  fileprivate var defaultTitle: String {
    switch self {
    case .home: ""
    case .posts: "Posts"
    case .events: "Events"
    case .communities: "Communities"
    case .tags: "Tags"
    case .archive: "Archive"
    case .search: "Search"
    case .notFound: "Page not found"
    }
  }
}

extension DocumentPlace.Kind {
  /// Whether a date before the file's name is more than a part of the name.
  ///
  /// Communities, people and venues are called by their whole name.
  var takesDateFromName: Bool {
    switch self {
    case .post, .event, .page: true
    case .community, .person, .venue, .section: false
    }
  }

  /// The keys of its front matter.
  var keys: KeyTable {
    switch self {
    case .post: .post
    case .event: .event
    case .community: .community
    case .person: .person
    case .venue: .venue
    case .page, .section: .page
    }
  }
}

extension String {
  /// A file's name as a title: `swift-night` is `Swift night`.
  var inWords: String {
    let words = split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    guard let first = words.first else { return self }
    return first.uppercased() + words.dropFirst()
  }
}
