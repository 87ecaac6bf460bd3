public import Calendar
public import Diagnostics

/// The comments of a page, and who answers whom.
///
/// Built without recursion, and without an object for each comment: a thread of any size is three arrays.
public final class Thread: Sendable {
  /// The file that holds it.
  public let file: SourceFile
  /// The UTF-8 that the comments' texts are ranges of: the file's own bytes where it is written plainly, and
  /// behind them what doesn't stand there as it is meant.
  public let texts: [UInt8]
  /// All comments, in the order of the file, hidden ones too.
  public let comments: [Comment]
  /// What clocks showed when they were written.
  public let clocks: [Clock]

  /// A zone, and what its clocks show for a part of the year.
  public struct Clock: Hashable, Sendable {
    /// The offset and its name.
    public let type: LocalTimeType
    /// The IANA name of the zone, or empty when only an offset was written.
    public let zone: String

    /// Creates a clock.
    public init(_ type: LocalTimeType, zone: String) {
      self.type = type
      self.zone = zone
    }
  }

  /// Creates a thread; the ranges of the comments are of `texts`, those of their places of the file.
  public init(file: SourceFile, texts: [UInt8], comments: [Comment], clocks: [Clock]) {
    self.file = file
    self.texts = texts
    self.comments = comments
    self.clocks = clocks
  }
}

extension Thread {
  /// A text of one of its comments.
  public func text(_ range: TextRange) -> String {
    String(decoding: texts[range.range], as: UTF8.self)
  }

  /// A text that not every comment has.
  public func text(ifAny range: TextRange) -> String? { range.isEmpty ? nil : text(range) }

  /// A comment's Markdown: never trusted.
  public func body(of comment: Comment) -> [UInt8] {
    var body: [UInt8] = []
    appendBody(of: comment, to: &body)
    return body
  }

  /// Appends a comment's Markdown to a buffer.
  public func appendBody(of comment: Comment, to buffer: inout [UInt8]) {
    texts.appendLines(comment.body.range, indentedBy: Int(comment.indentation), to: &buffer)
  }

  /// When a comment was written, as clocks showed it.
  public func time(of comment: Comment) -> ZonedTime {
    ZonedTime(comment.instant, type: clocks[Int(comment.clock)].type)
  }

  /// When a comment was written, with the zone's name and how it was written.
  public func date(of comment: Comment) -> Moment {
    let clock = clocks[Int(comment.clock)]
    return Moment(
      ZonedTime(comment.instant, type: clock.type),
      zone: clock.zone,
      isDateOnly: comment.isDateOnly
    )
  }

  /// Where a comment stands in the file.
  public func span(of comment: Comment) -> SourceSpan { SourceSpan(file, comment.place.range) }
}

/// What a visitor wrote, or a reply by somebody of the site.
///
/// Numbers alone, whose texts its ``Thread`` has: a site has more comments than anything else, and nothing of
/// one is to be counted or freed.
public struct Comment: BitwiseCopyable, Sendable {
  /// Whether it is shown.
  public enum Status: String, BitwiseCopyable, CaseIterable, Sendable {
    case approved, pending, spam, deleted
  }

  /// What kind of answer it is.
  public enum Kind: String, BitwiseCopyable, CaseIterable, Sendable {
    case comment, pingback, trackback, webmention
  }

  /// Letters, digits, `-` and `_`.
  public let id: TextRange
  /// `author`: a name, never matched to a person; without the domain when it is an e-mail address.
  ///
  /// Of a comment that names a person: the person's name.
  public let author: TextRange
  /// `url`: an http or https address, else dropped with a warning; empty where there is none.
  public let url: TextRange
  /// `avatar`: a path on this site, else dropped with a warning; empty where there is none.
  public let avatar: TextRange
  /// `body`: Markdown, never trusted, as it stands in the file.
  let body: TextRange
  /// The blanks before each of the body's lines that belong to the file.
  let indentation: Int32
  /// Whether the body is known to be UTF-8 without control characters but LF.
  public let isPlain: Bool
  private let personIndex: Int32
  private var parentIndex: Int32 = -1
  /// `date`: the moment; for a date alone the day's beginning.
  public let instant: Instant
  /// Which of the thread's clocks showed it.
  let clock: Int32
  /// Whether only a date was written.
  public let isDateOnly: Bool
  /// `status`.
  public let status: Status
  /// `type`.
  public let kind: Kind
  /// Where it stands in its file.
  let place: TextRange

  /// Creates a comment: `person` is an index into ``Site/people``, `clock` one into ``Thread/clocks``, and
  /// `indentation` says how many blanks stand before each line of the body that isn't empty.
  public init(
    id: TextRange,
    author: TextRange,
    url: TextRange = .empty,
    avatar: TextRange = .empty,
    body: TextRange,
    indentation: Int = 0,
    isPlain: Bool = false,
    person: Int? = nil,
    instant: Instant,
    clock: Int,
    isDateOnly: Bool = false,
    status: Status,
    kind: Kind,
    place: TextRange = .empty
  ) {
    self.id = id
    self.author = author
    self.url = url
    self.avatar = avatar
    self.body = body
    self.indentation = Int32(indentation)
    self.isPlain = isPlain
    personIndex = person.map { Int32($0) } ?? -1
    self.instant = instant
    self.clock = Int32(clock)
    self.isDateOnly = isDateOnly
    self.status = status
    self.kind = kind
    self.place = place
  }

  /// `person`: an index into ``Site/people``.
  public var person: Int? { personIndex < 0 ? nil : Int(personIndex) }

  /// The index of the comment that it answers; `nil` for a root.
  ///
  /// A comment whose parent is missing, or which answers itself in a circle, is a root.
  public var parent: Int? {
    get { parentIndex < 0 ? nil : Int(parentIndex) }
    set { parentIndex = newValue.map { Int32($0) } ?? -1 }
  }

  /// How many bytes the body takes in the file.
  public var bodyLength: Int { body.count }

  /// Whether its text is shown.
  public var isVisible: Bool { status == .approved }
}
