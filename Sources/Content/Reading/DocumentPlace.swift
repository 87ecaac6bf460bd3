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
  /// The name's date, when it begins with one, whether or not such a day exists.
  let dated: DatedName?

  /// The place of a file of the tree, or `nil` for one that is no Markdown file under `content/`.
  init?(_ path: String) {
    guard path.hasPrefix("content/"), path.hasSuffix(".md") else { return nil }
    let bytes = Array(path.utf8)
    let inner = bytes["content/".utf8.count..<bytes.count - ".md".utf8.count]
    if let section = DocumentPlace.section(inner) {
      kind = .section(section)
      name = String(decoding: inner, as: UTF8.self)
      subpath = name
      folder = nil
      dated = nil
      return
    }
    var parts = inner.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isFolder = parts.count > 1 && parts.last?.elementsEqual("index".utf8) == true
    if isFolder { parts.removeLast() }
    guard let stem = parts.last, !stem.isEmpty else { return nil }
    kind = DocumentPlace.kind(parts)
    name = String(decoding: stem, as: UTF8.self)
    let below = inner.startIndex + (kind == .page ? 0 : parts[0].count + 1)
    subpath = String(decoding: bytes[below..<stem.endIndex], as: UTF8.self)
    folder = isFolder ? String(decoding: bytes[...stem.endIndex], as: UTF8.self) : nil
    dated = kind.takesDateFromName ? DatedName(stem) : nil
  }

  /// The list of things that a file stands for, by its path without `content/` and `.md`.
  private static func section(_ inner: ArraySlice<UInt8>) -> Section? {
    guard inner.count <= "communities/index".utf8.count else { return nil }
    return sections[String(decoding: inner, as: UTF8.self)]
  }

  /// The kind of a file by the folders above it; `parts` ends with its name.
  private static func kind(_ parts: [ArraySlice<UInt8>]) -> Kind {
    guard parts.count > 1, parts[0].count <= "communities".utf8.count else { return .page }
    // Posts and events may stand in folders of their author's choice; the others have one name.
    switch String(decoding: parts[0], as: UTF8.self) {
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
  struct DatedName: Hashable, Sendable {
    /// The digits: `2010-03-24`.
    let date: String
    /// What follows the date; all of the name where nothing does.
    let rest: String

    /// The date before a name; `nil` when it begins with none.
    fileprivate init?(_ name: ArraySlice<UInt8>) {
      let digits = name.prefix(10)
      let start = name.startIndex
      guard digits.count == 10, name.count != 11,
        name.count == 10 || name[digits.endIndex] == UInt8(ascii: "-"),
        digits.indices.allSatisfy({ index in
          index == start + 4 || index == start + 7
            ? name[index] == UInt8(ascii: "-") : name[index].isDigit
        })
      else { return nil }
      date = String(decoding: digits, as: UTF8.self)
      rest = String(decoding: name.count == 10 ? name : name.dropFirst(11), as: UTF8.self)
    }
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
