/// A word that stands for something in `comments.form.fields`: `:slug` for the page's slug.
public enum FormWord: String, Sendable, CaseIterable {
  /// The page as `tweetup comments` calls it: `posts/2010-03-24-tea`.
  case page
  /// The last part of the page's address.
  case slug
  /// The page's title.
  case title
  /// The page's whole address.
  case permalink
  /// The visitor's name.
  case author
  /// The visitor's web address.
  case url
  /// What the visitor writes.
  case body
  /// The id of the comment that the visitor answers; empty for none.
  case replyTo = "reply_to"
  /// What no visitor sees and only programs fill in.
  case trap

  /// What a visitor fills in; the others are known beforehand.
  public static let visible: [FormWord] = [.author, .url, .body, .replyTo, .trap]

  /// The word that a field's value is, with the colon before it.
  public init?(_ text: String) {
    guard text.hasPrefix(":") else { return nil }
    self.init(rawValue: String(text.dropFirst()))
  }
}

extension DataValue {
  /// A field's value as a form sends it; lists and maps have none.
  public var formText: String {
    switch self {
    case .null, .list, .map: ""
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): String(int)
    case .double(let double): "\(double)"
    case .text(let text): text
    }
  }
}
