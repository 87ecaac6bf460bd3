import Calendar
import Content

/// A setting such as `/:year/:month/:slug/`, taken apart once for all pages that it gives an address.
struct PermalinkPattern: Sendable {
  /// A piece of a part between two `/`.
  private enum Piece {
    case text(String)
    case year, month, day
    case slug, filename, path, community, title
  }

  /// The pattern as it was written.
  let text: String
  private let parts: [[Piece]]
  private let isFolder: Bool

  /// Takes a pattern apart; a word that it doesn't know stays text.
  init(_ pattern: String) {
    text = pattern
    parts = pattern.split(separator: "/").map(PermalinkPattern.pieces)
    isFolder = pattern.hasSuffix("/")
  }

  private static func pieces(of part: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = part
    while let colon = rest.firstIndex(of: ":") {
      if colon != rest.startIndex { pieces.append(.text(String(rest[..<colon]))) }
      let word = rest[rest.index(after: colon)...].prefix { $0.isLetter }
      pieces.append(piece(named: word))
      rest = rest[word.endIndex...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  private static func piece(named word: Substring) -> Piece {
    switch word {
    case "year": .year
    case "month": .month
    case "day": .day
    case "slug": .slug
    case "filename": .filename
    case "path": .path
    case "community": .community
    case "title": .title
    default: .text(":" + word)
    }
  }

  /// The path that the pattern gives a page.
  ///
  /// A part that comes out empty, as `:community` of a post without one, is left out.
  ///
  /// - Parameters:
  ///   - document: the page.
  ///   - day: what `:year`, `:month` and `:day` mean.
  ///   - community: the community's id.
  /// - Returns: `nil` when the pattern asks for a date that the page doesn't have.
  func path(of document: Document, day: CivilDate?, community: String?) -> String? {
    path { text(of: $0, document, day, community) }
  }

  /// The path that the pattern gives a tag, whose words are `:slug` and `:title`.
  func path(ofTag slug: String) -> String {
    let path = path { piece in
      switch piece {
      case .text(let text): text
      case .slug, .title: slug
      case .year, .month, .day, .filename, .path, .community: nil
      }
    }
    guard let path else { preconditionFailure("site.yml's reader knows the words of each pattern") }
    return path
  }

  /// The path that some texts for the pieces give; `nil` when there is none for one of them.
  private func path(_ text: (Piece) -> String?) -> String? {
    var path = "/"
    path.reserveCapacity(96)
    for part in parts {
      let start = path.utf8.count
      for piece in part {
        guard let text = text(piece) else { return nil }
        path += text
      }
      if path.utf8.count > start { path += "/" }
    }
    if !isFolder, path.utf8.count > 1 { path.removeLast() }
    return path
  }

  private func text(
    of piece: Piece,
    _ document: Document,
    _ day: CivilDate?,
    _ community: String?
  ) -> String? {
    switch piece {
    case .text(let text): text
    case .year: day.map { padded($0.year, to: 4) }
    case .month: day.map { padded($0.month, to: 2) }
    case .day: day.map { padded($0.day, to: 2) }
    case .slug: document.slug
    case .filename: document.name
    case .path: document.subpath
    case .community: community ?? ""
    case .title: tagSlug(document.title)
    }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
