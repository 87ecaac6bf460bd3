public import Diagnostics

/// The comments of a page, and who answers whom.
///
/// Built without recursion: a thread of any depth is only arrays.
public struct Thread: Sendable {
  /// The file that holds it.
  public var file: SourceFile
  /// All comments, in the order of the file, hidden ones too.
  public var comments: [Comment]
  /// For each comment the index of the one that it answers; `nil` for a root.
  ///
  /// A comment whose parent is missing, or which answers itself in a circle, is a root.
  public var parents: [Int?]

  /// Creates a thread; `parents` has one entry a comment and no cycles.
  public init(file: SourceFile, comments: [Comment], parents: [Int?]) {
    precondition(comments.count == parents.count, "each comment has a parent or none")
    self.file = file
    self.comments = comments
    self.parents = parents
  }
}

/// What a visitor wrote, or a reply by somebody of the site.
///
/// A class: pages, feeds and lists all hold each comment, and a copy would count each of its parts.
public final class Comment: Sendable {
  /// Whether it is shown.
  public enum Status: String, Sendable, CaseIterable {
    case approved, pending, spam, deleted
  }

  /// What kind of answer it is.
  public enum Kind: String, Sendable, CaseIterable {
    case comment, pingback, trackback, webmention
  }

  /// Letters, digits, `-` and `_`.
  public let id: String
  /// `author`: a name, never matched to a person; without the domain when it is an e-mail address.
  public let author: String
  /// `person`: an index into ``Site/people``.
  public let person: Int?
  /// `url`: an http or https address, else dropped with a warning.
  public let url: String?
  /// `avatar`: a path on this site, else dropped with a warning.
  public let avatar: String?
  /// `date`.
  public let date: Moment
  /// `status`.
  public let status: Status
  /// `type`.
  public let kind: Kind
  /// `body`: Markdown, never trusted.
  public let body: [UInt8]
  /// Where the comment stands in its file.
  public let span: SourceSpan

  /// Creates a comment.
  public init(
    id: String,
    author: String,
    person: Int? = nil,
    url: String? = nil,
    avatar: String? = nil,
    date: Moment,
    status: Status,
    kind: Kind,
    body: [UInt8],
    span: SourceSpan
  ) {
    self.id = id
    self.author = author
    self.person = person
    self.url = url
    self.avatar = avatar
    self.date = date
    self.status = status
    self.kind = kind
    self.body = body
    self.span = span
  }

  /// Whether its text is shown.
  public var isVisible: Bool { status == .approved }
}
