public import Calendar
public import Diagnostics

/// What site.yml says, with a default for all but the title.
public struct Settings: Sendable {
  /// The file.
  public var file: SourceFile
  /// `title`.
  public var title: String
  /// `base_url`.
  public var baseURL = BaseURL.localhost
  /// `description`.
  public var description: String?
  /// `author`: an id in content/people, or a name.
  public var author: String?
  /// `language`: a BCP 47 tag.
  public var language = "en"
  /// `timezone`.
  public var zone = Zone.utc
  /// Whether `timezone` is written; the zone is UTC otherwise.
  public var isZoneNamed = false
  /// `logo`: an address or a path on this site; without a `/` before it, of a file that is published.
  public var logo: Located<String>?
  /// `favicon`: likewise.
  public var favicon: Located<String>?
  /// `image`: likewise; shown where a page that has none is shared.
  public var image: Located<String>?
  /// `accent`: a CSS colour.
  public var accent: String?
  /// `links`.
  public var links: [NamedLink] = []
  /// `now`.
  public var now: Instant?
  /// `per_page`: entries on a page of a list, at least one.
  public var perPage = 10
  /// `permalinks`.
  public var permalinks = Permalinks()
  /// `menu`; `nil`: the default one.
  public var menu: [MenuItem]?
  /// `events.horizon`: months ahead for which an endless series gets pages.
  public var eventHorizon = 12
  /// `feeds`.
  public var feeds = FeedSettings()
  /// `comments`.
  public var comments = CommentSettings()
  /// `markdown.html`: whether authors' raw HTML passes.
  public var allowsHTML = true
  /// `markdown.smart`: whether quotes, dashes and ellipses are set as a printer would.
  public var usesSmartPunctuation = true
  /// `outputs`: the kinds of pages and files that are turned off.
  public var disabledOutputs: Set<OutputKind> = []
  /// `extra`.
  public var extra: [DataEntry] = []

  /// Creates settings that say only the title.
  public init(file: SourceFile, title: String) {
    self.file = file
    self.title = title
  }
}

/// Where the site will stand: `https://meetups.example.org/club/`.
public struct BaseURL: Sendable, Hashable {
  /// Scheme, host and port: `https://meetups.example.org`.
  public var origin: String
  /// The host without its port.
  public var host: String
  /// The path, which begins and ends with `/`.
  public var path: String

  /// Creates a base address of its parts.
  public init(origin: String, host: String, path: String) {
    self.origin = origin
    self.host = host
    self.path = path
  }

  /// Where `tweetup serve` shows the site, and the default.
  public static let localhost = BaseURL(
    origin: "http://localhost:8080",
    host: "localhost",
    path: "/"
  )
}

/// Patterns of addresses by kind: `/:year/:month/:day/:slug/`.
public struct Permalinks: Sendable, Hashable {
  /// `posts`.
  public var posts = "/:year/:month/:day/:slug/"
  /// `events`.
  public var events = "/events/:filename/"
  /// `pages`.
  public var pages = "/:path/"
  /// `communities`.
  public var communities = "/communities/:slug/"
  /// `people`.
  public var people = "/people/:slug/"
  /// `venues`.
  public var venues = "/venues/:slug/"
  /// `tags`.
  public var tags = "/tags/:slug/"

  /// Creates the default patterns.
  public init() {}
}

/// An entry of the menu.
public struct MenuItem: Sendable, Hashable {
  /// `title`.
  public var title: String
  /// `url`: an address, or a path on this site.
  public var url: String

  /// Creates an entry.
  public init(title: String, url: String) {
    self.title = title
    self.url = url
  }
}

/// What stands under `feeds`.
public struct FeedSettings: Sendable, Hashable {
  /// `items`: the newest so many, at least one.
  public var items = 20
  /// `content: full`, else `summary`.
  public var isFull = true

  /// Creates the defaults.
  public init() {}
}

/// What stands under `comments`.
public struct CommentSettings: Sendable, Hashable {
  /// `order`.
  public enum Order: String, Sendable, CaseIterable { case oldest, newest }

  /// Where a visitor's comment goes.
  public enum Form: Sendable, Hashable {
    /// `action`, with hidden `fields`.
    case action(url: String, fields: [DataEntry])
    /// `mailto`.
    case mail(address: String)
    /// `repository`, with `branch`.
    case repository(url: String, branch: String)
  }

  /// `default`.
  public var initial = CommentState.open
  /// `max_depth`: how deep pages indent, at least one.
  public var maxDepth = 5
  /// `order`.
  public var order = Order.oldest
  /// `close_after_days`; 0: never.
  public var closeAfterDays = 0
  /// `max_length`: bytes of a body that are read as Markdown.
  public var maxLength = 16_384
  /// `form`.
  public var form: Form?

  /// Creates the defaults.
  public init() {}
}

/// A kind of page or file that `outputs` can turn off.
public enum OutputKind: String, Sendable, CaseIterable {
  case archive, months, communities, people, venues, tags, search, rss
  case jsonFeeds = "json_feeds"
  case commentFeeds = "comment_feeds"
  case calendars
  case eventCalendars = "event_calendars"
  case sitemap, robots, redirects
  case notFound = "not_found"
}
