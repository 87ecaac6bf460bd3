import Content
import Diagnostics

/// A file that a build emits, before anything is rendered.
///
/// A class, since lists of all of them are sorted, filtered and walked through.
final class PlannedOutput: Sendable {
  /// Where it stands.
  let address: PageAddress
  /// What it holds.
  let content: Content
  /// Who asked for it, for the error when two ask for one address.
  let owner: Owner

  init(address: PageAddress, content: Content, owner: Owner) {
    self.address = address
    self.content = content
    self.owner = owner
  }

  /// What an emitted file holds.
  enum Content: Sendable {
    /// A page made by its template, in continuation `number` of `count`.
    case page(PageSubject, number: Int, count: Int)
    /// An RSS feed.
    case rss(FeedSubject)
    /// A JSON Feed.
    case jsonFeed(FeedSubject)
    /// An RSS feed of comments.
    case commentFeed(CommentFeedSubject)
    /// An iCalendar file.
    case calendar(CalendarSubject)
    /// What needs no template: redirects, sitemap, robots.txt.
    case bytes([UInt8])
    /// A file of content/, as it is.
    case copy(ContentFile)
    /// A file of the theme's assets, as it is.
    case asset(String)
  }
}

/// How a feed is written.
enum FeedFormat: Sendable {
  case rss
  case json
}

extension PlannedOutput.Content {
  /// The feed of posts that it is, if it is one.
  var feed: (subject: FeedSubject, format: FeedFormat)? {
    switch self {
    case .rss(let subject): (subject, .rss)
    case .jsonFeed(let subject): (subject, .json)
    default: nil
    }
  }
}

/// What a feed is of.
enum FeedSubject: Sendable, Hashable {
  case site
  case community(Int)
  case tag(Int)

  /// The page that the feed stands beside.
  var page: PageSubject {
    switch self {
    case .site: .home
    case .community(let index): .community(index)
    case .tag(let index): .tag(index)
    }
  }
}

/// Who asks for an address.
struct Owner: Sendable {
  /// The source file, if one is behind it.
  let path: String?
  /// Where the address is written, if it is.
  let span: SourceSpan?
  /// What it is: `the list of posts`, or the file's path in backticks.
  let name: String
  /// The setting under `outputs` that turns it off, if one does.
  var output: OutputKind?

  static func file(_ path: String, span: SourceSpan? = nil) -> Owner {
    Owner(path: path, span: span, name: "`\(path)`")
  }

  static func build(_ name: String, _ output: OutputKind? = nil) -> Owner {
    Owner(path: nil, span: nil, name: name, output: output)
  }

  /// A page that the build makes, whose text may stand in a file.
  static func section(
    _ name: String,
    _ document: Document?,
    _ output: OutputKind? = nil
  ) -> Owner {
    document.map { .file($0.file.path) } ?? .build(name, output)
  }
}
