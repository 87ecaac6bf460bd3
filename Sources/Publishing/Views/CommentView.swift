import Content
import Diagnostics
import HTML
import Templates

/// What templates can ask of a comment.
///
/// In place of a ``Schema``, whose fields are functions: pages ask nothing else as often.
enum CommentAttribute: Int, CaseIterable {
  case id, anchor, url, author, website, avatar, face, person, isPostAuthor, date, body, kind
  case isHidden, parent, isFlattened, replies, hasReplies, closes, depth, replyURL

  /// The name in templates.
  var name: String {
    switch self {
    case .isPostAuthor: "is_post_author"
    case .isHidden: "is_hidden"
    case .isFlattened: "is_flattened"
    case .hasReplies: "has_replies"
    case .replyURL: "reply_url"
    default: "\(self)"
    }
  }
}

/// The thread of a page, and what all of its comments' views share.
final class ThreadOnPage: Sendable {
  let shown: ShownThread
  let bodies: ThreadBodies
  // Parts of the thread, which each attribute would have to go to otherwise.
  let comments: [Comment]
  let places: [CommentPlace]
  let texts: [UInt8]
  let subject: PageSubject
  let model: SiteModel
  /// The page's address; `nil` for a page that isn't emitted.
  let url: [UInt8]?
  /// The same as it prints.
  let escapedURL: [UInt8]

  init(_ thread: ShownThread, on subject: PageSubject, of model: SiteModel) {
    shown = thread
    bodies = thread.bodies
    comments = thread.thread.comments
    places = thread.places
    texts = thread.thread.texts
    self.subject = subject
    self.model = model
    url = if case .string(let url) = model.labels(subject).url { url } else { nil }
    var escaped: [UInt8] = []
    escaped.appendEscaped(url ?? [])
    escapedURL = escaped
  }

  /// Some of the comments as templates see them.
  func comments(_ indices: [Int32]) -> Value {
    .list(indices.map { .object(CommentView(Int($0), of: self)) })
  }
}

/// A comment of a page.
final class CommentView: TemplateObject {
  private let thread: ThreadOnPage
  private let index: Int
  let typeIdentifier = ViewType.commentID

  static let type = ObjectType(
    name: ViewType.comment.rawValue,
    id: ViewType.commentID,
    attributes: CommentAttribute.allCases.map(\.name)
  )

  init(_ index: Int, of thread: ThreadOnPage) {
    self.index = index
    self.thread = thread
  }

  var objectType: ObjectType { CommentView.type }

  var text: [UInt8] { bytes(comment.id) }

  func isEqual(to other: any TemplateObject) -> Bool {
    guard let other = other as? CommentView else { return false }
    return index == other.index && thread.subject == other.thread.subject
  }

  private var comment: Comment { thread.comments[index] }
  private var place: CommentPlace { thread.places[index] }

  private func bytes(_ range: TextRange) -> [UInt8] {
    Array(thread.texts[range.range])
  }
}

extension CommentView {
  func attribute(_ index: Int) -> Value {
    guard let attribute = CommentAttribute(rawValue: index) else {
      preconditionFailure("a type's attributes are numbered")
    }
    switch attribute {
    case .id: return .string(bytes(comment.id))
    case .kind: return Value(comment.kind.rawValue)
    case .isHidden: return .bool(!comment.isVisible)
    case .isPostAuthor: return .bool(isByPostAuthor)
    case .isFlattened: return .bool(place.isFlattened)
    case .hasReplies: return .bool(thread.shown.hasReplies(self.index))
    case .closes: return .int(Int(place.closes))
    case .depth: return .int(Int(place.depth))
    case .parent: return parent
    case .replies: return thread.comments(thread.shown.replies(to: self.index))
    case .replyURL: return Value(thread.model.replyURL(to: comment, on: thread))
    case .person: return person
    case .avatar: return avatar
    case .date: return date
    case .website where !hasOwnWebsite: return personsWebsite
    case .url where thread.url == nil: return .none
    case .body, .face: return .markup(printed(attribute))
    case .anchor, .url, .author, .website: return .string(printed(attribute))
    }
  }

  func write(_ index: Int, isQuoted: Bool, to output: inout OutputBuffer) -> Bool {
    guard let attribute = CommentAttribute(rawValue: index) else { return false }
    switch attribute {
    case .id:
      output.append(thread.texts, comment.id.range)
    case .anchor: writeAnchor(to: &output)
    case .url:
      guard thread.url != nil else { return false }
      output.append(contentsOf: thread.escapedURL)
      output.append(UInt8(ascii: "#"))
      writeAnchor(to: &output)
    case .author:
      guard comment.isVisible else { return true }
      output.appendEscaped(thread.texts, comment.author.range)
    case .website:
      guard hasOwnWebsite else { return false }
      output.appendEscaped(thread.texts, comment.url.range)
    case .face:
      guard !isQuoted else { return false }
      writeFace(to: &output)
    case .body:
      guard !isQuoted else { return false }
      output.append(thread.bodies.html, thread.bodies.range(of: self.index))
    default: return false
    }
    return true
  }

  func isTrue(_ index: Int) -> Bool? {
    // A page asks all of these of each comment: without a value for each answer.
    switch CommentAttribute(rawValue: index) {
    case .isHidden: !comment.isVisible
    case .isPostAuthor: isByPostAuthor
    case .isFlattened: place.isFlattened
    case .hasReplies: thread.shown.hasReplies(self.index)
    case .closes: place.closes > 0
    case .website where hasOwnWebsite: true
    case .avatar where !hasPicture: false
    case .person where comment.person == nil: false
    default: nil
    }
  }

  /// What an attribute that isn't escaped prints.
  private func printed(_ attribute: CommentAttribute) -> [UInt8] {
    switch attribute {
    case .body:
      var output = OutputBuffer(capacity: 1024)
      output.append(thread.bodies.html, thread.bodies.range(of: index))
      return output.bytes()
    case .author: return comment.isVisible ? bytes(comment.author) : []
    case .website: return bytes(comment.url)
    default:
      var output = OutputBuffer(capacity: 256)
      if attribute == .face { writeFace(to: &output) }
      if attribute == .url, let url = thread.url {
        output.append(contentsOf: url)
        output.append(UInt8(ascii: "#"))
      }
      if attribute != .face { writeAnchor(to: &output) }
      return output.bytes()
    }
  }

  private func writeAnchor(to output: inout OutputBuffer) {
    output.append(literal: "comment-")
    output.append(thread.texts, comment.id.range)
  }

  /// Writes the pattern beside a comment; nothing for one that isn't shown or has a picture.
  private func writeFace(to output: inout OutputBuffer) {
    let comment = comment
    guard comment.isVisible, comment.kind == .comment, !hasPicture else { return }
    let texts = thread.texts
    let name = texts.span.extracting(comment.author.range)
    Identicon(name, salt: thread.model.faceSalt).write(to: &output)
  }
}

extension CommentView {
  /// Whether a picture of its author stands beside it.
  private var hasPicture: Bool {
    let comment = comment
    guard comment.avatar.isEmpty else { return true }
    return comment.person.map { thread.model.site.people[$0].avatar != nil } ?? false
  }

  /// Whether it shows an address that was written with it.
  private var hasOwnWebsite: Bool {
    let comment = comment
    return comment.isVisible && comment.person == nil && !comment.url.isEmpty
  }

  private var personsWebsite: Value {
    guard comment.isVisible, let person = comment.person else { return .none }
    return Value(thread.model.site.people[person].url)
  }

  private var avatar: Value {
    let comment = comment
    guard comment.isVisible else { return .none }
    if let person = comment.person {
      return Value(thread.model.written(.person(person))?.text.icon)
    }
    guard !comment.avatar.isEmpty else { return .none }
    return Value(thread.model.resolved(thread.shown.thread.text(comment.avatar)))
  }

  private var person: Value {
    guard comment.isVisible, let person = comment.person else { return .none }
    return thread.model.page(.person(person))
  }

  private var date: Value {
    let comment = comment
    guard comment.isVisible else { return .none }
    return .object(TimeView(thread.shown.thread.date(of: comment)))
  }

  private var parent: Value {
    guard let parent = comment.parent, thread.comments[parent].kind == .comment else {
      return .none
    }
    return .object(CommentView(parent, of: thread))
  }

  /// Only `person` marks a reply by the post's author: a name is never matched.
  private var isByPostAuthor: Bool {
    guard comment.isVisible, let person = comment.person, case .post(let index) = thread.subject
    else { return false }
    return thread.model.site.posts[index].authors.contains(.person(person))
  }
}
