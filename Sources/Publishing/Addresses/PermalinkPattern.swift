import Calendar
import Content
import Diagnostics

/// What the words of a permalink pattern stand for on one page.
struct PermalinkWords {
  var document: Document
  /// The day that `:year`, `:month` and `:day` mean; `nil` when the page has none.
  var day: CivilDate?
  /// The community's id.
  var community: String?

  /// The path that a pattern such as `/:year/:month/:slug/` gives; `nil` when it asks for a date that
  /// the page doesn't have.
  ///
  /// A part that comes out empty, as `:community` of a post without one, is left out.
  func path(of pattern: String) -> String? {
    var parts: [String] = []
    for part in pattern.split(separator: "/") {
      guard let text = expand(part) else { return nil }
      if !text.isEmpty { parts.append(text) }
    }
    let isFolder = pattern.hasSuffix("/") || parts.isEmpty
    return "/" + parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }

  private func expand(_ part: Substring) -> String? {
    var text = ""
    var rest = part
    while let colon = rest.firstIndex(of: ":") {
      text += rest[..<colon]
      let word = rest[rest.index(after: colon)...].prefix { $0.isLetter }
      guard let value = value(of: String(word)) else { return nil }
      text += value
      rest = rest[word.endIndex...]
    }
    return text + rest
  }

  private func value(of word: String) -> String? {
    switch word {
    case "year": day.map { padded($0.year, to: 4) }
    case "month": day.map { padded($0.month, to: 2) }
    case "day": day.map { padded($0.day, to: 2) }
    case "slug": document.slug
    case "filename": document.name
    case "path": document.subpath
    case "community": community ?? ""
    case "title": tagSlug(document.title)
    default: ":" + word
    }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
