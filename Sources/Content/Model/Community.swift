public import Calendar

/// People who meet.
public struct Community: Sendable {
  /// Its file and what every page has.
  public var document: Document
  /// The file's name: what events and posts call it.
  public var id: String
  /// `name`, else `title`, else the id in words.
  public var name: String
  /// `city`.
  public var city: String?
  /// `timezone`, else the site's.
  public var zone: Zone
  /// `organizers`.
  public var organizers: [Byline] = []
  /// `links`.
  public var links: [NamedLink] = []
  /// `hashtag`, with its `#`.
  public var hashtag: String?
  /// `logo`.
  public var logo: Located<String>?
  /// Its posts, indices into ``Site/posts``, newest first; recaps of its events among them.
  public var posts: [Int] = []
  /// Its events, indices into ``Site/events``, by start; occurrences of series among them.
  public var events: [Int] = []
  /// Its series, indices into ``Site/series``, by path.
  public var series: [Int] = []

  /// Creates a community that nothing belongs to yet.
  public init(document: Document, id: String, name: String, zone: Zone) {
    self.document = document
    self.id = id
    self.name = name
    self.zone = zone
  }
}

/// An address with the words for it, from a map such as `links: {Mastodon: https://…}`.
public struct NamedLink: Sendable, Hashable {
  /// The words.
  public var name: String
  /// The address.
  public var url: String

  /// Creates a link.
  public init(name: String, url: String) {
    self.name = name
    self.url = url
  }
}

/// Somebody: an author, organiser or speaker.
public struct Person: Sendable {
  /// The file and what every page has.
  public var document: Document
  /// The file's name: what `author`, `organizers` and `speakers` call them.
  public var id: String
  /// `name`, else `title`, else the id in words.
  public var name: String
  /// `url`.
  public var url: String?
  /// `avatar`.
  public var avatar: Located<String>?
  /// `links`.
  public var links: [NamedLink] = []
  /// The posts they wrote, indices into ``Site/posts``, newest first.
  public var posts: [Int] = []
  /// The events they speak at, indices into ``Site/events``, by start.
  public var talks: [Int] = []
  /// The communities they organise, indices into ``Site/communities``.
  public var communities: [Int] = []

  /// Creates a person.
  public init(document: Document, id: String, name: String) {
    self.document = document
    self.id = id
    self.name = name
  }
}

/// A place that several events share.
public struct Venue: Sendable {
  /// Its file and what every page has.
  public var document: Document
  /// The file's name: what events call it.
  public var id: String
  /// Where it is; its name is `name`, else `title`, else the id in words.
  public var place: Place
  /// `accessibility`: plain text.
  public var accessibility: String?
  /// Its events, indices into ``Site/events``, by start.
  public var events: [Int] = []

  /// Creates a venue.
  public init(document: Document, id: String, place: Place) {
    self.document = document
    self.id = id
    self.place = place
  }
}
