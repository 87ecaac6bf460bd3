public import Calendar

/// News of a site as feed readers follow it: RSS 2.0 and JSON Feed 1.1 are two ways to write it.
public struct Feed: Sendable {
  /// Its name.
  public var title: String

  /// The address of the page whose news it brings.
  public var homeURL: String

  /// What it is about; RSS has to have one, so the title stands in where it is empty.
  public var summary: String

  /// The language as a BCP 47 tag.
  public var language: String?

  /// The address of a square image.
  public var icon: String?

  /// Who writes in it.
  public var authors: [FeedAuthor]

  /// What it brings, newest first.
  public var items: [FeedItem]

  /// Creates a feed of entries that stand in no other.
  public init(
    title: String,
    homeURL: String,
    summary: String = "",
    language: String? = nil,
    icon: String? = nil,
    authors: [FeedAuthor] = [],
    entries: [FeedEntry] = []
  ) {
    self.title = title
    self.homeURL = homeURL
    self.summary = summary
    self.language = language
    self.icon = icon
    self.authors = authors
    items = entries.map(FeedItem.init)
  }

  /// When the newest of its entries was published or changed.
  ///
  /// Feeds give it in place of the time of the build, so that same content is the same file.
  var lastChange: ZonedTime? {
    items.lazy.compactMap(\.lastChange)
      .max { $0.instant < $1.instant }
  }
}

/// Somebody who wrote something.
public struct FeedAuthor: Hashable, Sendable {
  /// The name as it is shown.
  public var name: String

  /// The address of a page about them.
  public var url: String?

  /// The address of a picture.
  public var avatar: String?

  /// Creates an author.
  public init(name: String, url: String? = nil, avatar: String? = nil) {
    self.name = name
    self.url = url
    self.avatar = avatar
  }
}

/// One thing that a feed brings.
public struct FeedEntry: Sendable {
  /// How much of the text stands in the feed.
  public enum Content: Sendable, Hashable {
    /// All of it, as HTML with absolute addresses.
    case full([UInt8])
    /// Its beginning, as HTML with absolute addresses.
    case excerpt([UInt8])

    /// The HTML.
    var html: [UInt8] {
      switch self {
      case .full(let html), .excerpt(let html): html
      }
    }
  }

  /// The address of its page.
  public var url: String

  /// What names it for ever, where that isn't the address.
  public var id: String?

  /// Its title.
  public var title: String

  /// What it says.
  public var content: Content

  /// What it says in a sentence or two of plain text.
  public var summary: String?

  /// When it was published.
  public var published: ZonedTime?

  /// When it was last changed.
  public var updated: ZonedTime?

  /// Who wrote it.
  public var authors: [FeedAuthor]

  /// What it is about.
  public var tags: [String]

  /// The address of its main image.
  public var image: String?

  /// The address of the feed with its comments.
  public var commentsFeed: String?

  /// The address, which is also the id, of the page or entry that it answers (RFC 4685).
  public var inReplyTo: String?

  /// Creates an entry.
  public init(
    url: String,
    id: String? = nil,
    title: String,
    content: Content,
    summary: String? = nil,
    published: ZonedTime? = nil,
    updated: ZonedTime? = nil,
    authors: [FeedAuthor] = [],
    tags: [String] = [],
    image: String? = nil,
    commentsFeed: String? = nil
  ) {
    self.url = url
    self.id = id
    self.title = title
    self.content = content
    self.summary = summary
    self.published = published
    self.updated = updated
    self.authors = authors
    self.tags = tags
    self.image = image
    self.commentsFeed = commentsFeed
  }
}
