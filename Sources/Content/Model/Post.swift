/// An announcement, an essay, or the recap of an event.
public struct Post: Sendable {
  /// Its file and what every page has.
  ///
  /// Its `date` is always there.
  public var document: Document
  /// When it appeared.
  public var date: Moment
  /// Who wrote it: `author` or `authors`, else the site's.
  public var authors: [Byline]
  /// The community that it is about, an index into ``Site/communities``.
  public var community: Int?
  /// The event that it recaps, an index into ``Site/events``; `nil` also when that isn't published.
  public var event: Int?
  /// The series that it recaps as a whole, an index into ``Site/series``.
  public var series: Int?

  /// Creates a post.
  public init(
    document: Document,
    date: Moment,
    authors: [Byline],
    community: Int?,
    event: Int?
  ) {
    self.document = document
    self.date = date
    self.authors = authors
    self.community = community
    self.event = event
  }
}

/// Somebody who wrote, spoke or organised.
public enum Byline: Sendable, Hashable {
  /// Somebody with a page: an index into ``Site/people``.
  case person(Int)
  /// A name as text.
  case name(String)
}

/// A page that is nothing else: `content/about.md`.
public struct Page: Sendable {
  /// Its file and what every page has.
  public var document: Document

  /// Creates a page.
  public init(document: Document) { self.document = document }
}
