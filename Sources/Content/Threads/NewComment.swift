/// A comment that is to be put into a thread's file.
public struct NewComment: Sendable {
  /// Who wrote it.
  public enum Writer: Sendable, Hashable {
    /// A visitor, by name and perhaps with an address.
    case visitor(name: String, url: String?)
    /// Somebody of the site: an id in content/people.
    case person(String)
  }

  /// `id`; `nil`: the number after the largest in the thread.
  public var id: String?
  /// `reply_to`.
  public var replyTo: String?
  /// Who wrote it.
  public var writer: Writer
  /// `date`, as it will be written.
  public var date: String
  /// `status`.
  public var status = Comment.Status.approved
  /// `body`: Markdown, with any line endings.
  public var body: [UInt8]

  /// Creates an approved comment that answers none.
  public init(writer: Writer, date: String, body: [UInt8]) {
    self.writer = writer
    self.date = date
    self.body = body
  }

  /// Whether a text may be an id: letters, digits, `-` and `_`.
  public static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isOfCommentID)
  }

  /// Whether a text may be a visitor's `url`.
  public static func isAddress(_ text: String) -> Bool { faultOfStrangersAddress(text) == nil }

  /// The comment's keys and values, as lines without indentation; the body may have several.
  func lines(id: String) -> [String] {
    var lines = ["id: \(id)"]
    if let replyTo { lines.append("reply_to: \(replyTo)") }
    switch writer {
    case .visitor(let name, let url):
      lines.append("author: \(ScalarText.line(name))")
      if let url { lines.append("url: \(ScalarText.line(url))") }
    case .person(let id): lines.append("person: \(ScalarText.line(id))")
    }
    lines.append("date: \(date)")
    if status != .approved { lines.append("status: \(status.rawValue)") }
    return lines + ScalarText.block("body", String(decoding: body, as: UTF8.self))
  }

  /// The comment as a map in braces.
  func flow(id: String) -> String {
    var copy = self
    copy.body = []
    let keys = copy.lines(id: id).filter { !$0.hasPrefix("body:") }
    let body = ScalarText.quoted(String(decoding: body, as: UTF8.self).withPlainLineEnds)
    return "{\(keys.joined(separator: ", ")), body: \(body)}"
  }
}

extension UInt8 {
  /// Whether a comment's id may hold it: a letter, a digit, `-` or `_`.
  var isOfCommentID: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
