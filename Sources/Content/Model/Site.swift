public import Calendar

/// A whole site as its authors wrote it: read, checked, and each thing linked to those it names.
///
/// Things refer to each other by their index in the site's arrays. Nothing here knows an address or
/// a template: that is Publishing's.
public struct Site: Sendable {
  /// What site.yml says.
  public var settings: Settings
  /// The moment that the site is built for.
  public var now: Instant
  /// The published posts, newest first; at one moment, by path.
  public var posts: [Post] = []
  /// The published events, by start, earliest first; at one moment, by path.
  ///
  /// Of a series each occurrence that has a page is one of them, and the series itself isn't.
  public var events: [Event] = []
  /// The published series, by path.
  public var series: [Series] = []
  /// The communities, by name, then id.
  public var communities: [Community] = []
  /// The people, by name, then id.
  public var people: [Person] = []
  /// The venues, by name, then id.
  public var venues: [Venue] = []
  /// The pages that are none of these, by path.
  public var pages: [Page] = []
  /// The texts that authors wrote for pages which the build makes.
  public var sections: [Section: Document] = [:]
  /// The tags of all that is published, by their address.
  public var tags: [Tag] = []
  /// Files of content/ that belong to no page and are published as they are, by path.
  public var files: [ContentFile] = []
  /// What isn't published, and why, by path.
  public var leftOut: [LeftOut] = []

  /// Creates a site that holds nothing yet.
  public init(settings: Settings, now: Instant) {
    self.settings = settings
    self.now = now
  }
}

/// A page that the build makes and whose title and text an author may write.
public enum Section: String, Sendable, CaseIterable {
  /// content/index.md
  case home
  /// content/posts/index.md
  case posts
  /// content/events/index.md
  case events
  /// content/communities/index.md
  case communities
  /// content/tags/index.md
  case tags
  /// content/archive.md
  case archive
  /// content/search.md
  case search
  /// content/404.md
  case notFound
}

/// A word or phrase that pages carry.
public struct Tag: Sendable {
  /// As it was written first: in the first page of ``Site/posts``, then events, then pages.
  public var name: String
  /// Its address: lower-case letters and digits, others as `-`, `+` as `plus`, `#` as `sharp` (NFC).
  public var slug: String
  /// The posts that carry it, newest first.
  public var posts: [Int] = []
  /// The events that carry it, occurrences of series too, by start.
  public var events: [Int] = []
  /// The pages that carry it, by path.
  public var pages: [Int] = []

  /// Creates a tag that nothing carries yet.
  public init(name: String, slug: String) {
    self.name = name
    self.slug = slug
  }
}

/// A file that isn't a page: it is published byte for byte.
public struct ContentFile: Sendable, Hashable {
  /// Its path in the source, such as `content/posts/tea/cup.jpg`.
  public var path: String

  /// Creates a file.
  public init(path: String) { self.path = path }
}

/// A page that isn't published.
public struct LeftOut: Sendable, Hashable {
  /// Why a page isn't published.
  public enum Reason: Sendable, Hashable {
    /// It says `draft: true`.
    case draft
    /// Its `date`, for a post or page, or its `publish` is yet to come.
    case future(Moment)
    /// Its `expire` has passed.
    case expired(Moment)
    /// It changes an occurrence of a series that isn't published: the series' file.
    case series(String)
  }

  /// The file.
  public var path: String
  /// Why.
  public var reason: Reason

  /// Says why a file isn't published.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
