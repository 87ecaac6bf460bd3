import Content
import HTML
import Templates

/// A comment of a page.
struct CommentReference: Sendable, Equatable {
  let page: PageSubject
  let index: Int
  let thread: ShownThread

  /// The comment with its HTML.
  var shown: ShownComment { thread.comments[index] }

  static func == (left: CommentReference, right: CommentReference) -> Bool {
    left.page == right.page && left.index == right.index
  }
}

extension SiteModel {
  /// Whether a page shows comments at all.
  func hasComments(_ subject: PageSubject) -> Bool {
    // An occurrence without a file has no thread, though its text is its series'.
    if case .event(let index) = subject, !events[index].hasOwnDocument { return false }
    return written(subject).map { $0.document.comments != .off } ?? false
  }

  /// The thread of a page as a template's value.
  func comments(_ subject: PageSubject) -> Value {
    hasComments(subject) ? .object(ThreadView(PageReference(subject, in: self), self)) : .none
  }

  fileprivate func thread(_ page: PageReference) -> ShownThread? {
    written(page.subject)?.text.thread
  }

  fileprivate func comments(
    _ indices: [Int]?,
    of subject: PageSubject,
    in thread: ShownThread?
  ) -> Value {
    guard let indices, let thread else { return .list([]) }
    return .list(
      indices.map { index in
        let comment = CommentReference(page: subject, index: index, thread: thread)
        return .object(CommentView(comment, self))
      }
    )
  }
}

extension Schema where Subject == PageReference {
  /// The comments of a page.
  static let thread: Schema<PageReference> = Schema(
    .thread,
    text: { model, page in
      Array("\(model.thread(page)?.count ?? 0) comments".utf8)
    },
    [
      Field("count") { model, page in .int(model.thread(page)?.count ?? 0) },
      Field("is_open") { model, page in
        .bool(model.written(page.subject)?.document.comments == .open)
      },
      Field("comments") { model, page in
        let thread = model.thread(page)
        return model.comments(thread?.order, of: page.subject, in: thread)
      },
      Field("roots") { model, page in
        let thread = model.thread(page)
        return model.comments(thread?.roots, of: page.subject, in: thread)
      },
      Field("pings") { model, page in
        let thread = model.thread(page)
        return model.comments(thread?.pings, of: page.subject, in: thread)
      },
      Field("form") { model, page in model.commentForm(page) },
      Field("feed") { model, page in
        model.hasCommentFeed(page.subject)
          ? model.url(beside: page.subject, commentFeedName) : .none
      },
    ]
  )
}

extension Schema where Subject == CommentReference {
  /// What a template can ask of a comment; `whenHidden` is what a placeholder says.
  private static func field(
    _ name: String,
    whenHidden: Value,
    _ get: @escaping @Sendable (SiteModel, ShownComment) -> Value
  ) -> Field {
    Field(name) { model, reference in
      let shown = reference.shown
      return shown.comment.isVisible ? get(model, shown) : whenHidden
    }
  }

  /// `comment-ID`, or its address behind that of the page.
  private static func anchor(of reference: CommentReference, behind page: [UInt8]) -> Value {
    let id = reference.thread.comments[reference.index].comment.id
    var anchor: [UInt8] = []
    anchor.reserveCapacity(page.count + 9 + id.utf8.count)
    if !page.isEmpty {
      anchor += page
      anchor.append(UInt8(ascii: "#"))
    }
    anchor.append("comment-")
    anchor.append(id)
    return .string(anchor)
  }

  /// One comment.
  static let comment: Schema<CommentReference> = Schema(
    .comment,
    text: { _, reference in Array(reference.shown.comment.id.utf8) },
    [
      Field("id") { _, reference in Value(reference.shown.comment.id) },
      Field("anchor") { _, reference in
        anchor(of: reference, behind: [])
      },
      Field("url") { model, reference in
        guard case .string(let page) = model.labels(reference.page).url else { return .none }
        return anchor(of: reference, behind: page)
      },
      field("author", whenHidden: Value("")) { model, shown in Value(model.author(of: shown)) },
      field("website", whenHidden: .none) { model, shown in
        guard let person = shown.comment.person else { return Value(shown.comment.url) }
        return Value(model.site.people[person].url)
      },
      field("avatar", whenHidden: .none) { model, shown in
        guard let person = shown.comment.person else {
          return Value(shown.comment.avatar.map(model.resolved))
        }
        return Value(model.written(.person(person))?.text.icon)
      },
      Field("face") { model, reference in .markup(model.face(of: reference)) },
      field("person", whenHidden: .none) { model, shown in
        shown.comment.person.map { model.page(.person($0)) } ?? .none
      },
      Field("is_post_author") { model, reference in .bool(model.isByPostAuthor(reference)) },
      field("date", whenHidden: .none) { model, shown in model.value(shown.comment.date) },
      Field("body") { _, reference in .markup(reference.shown.body) },
      Field("kind") { _, reference in Value(reference.shown.comment.kind.rawValue) },
      Field("is_hidden") { _, reference in .bool(!reference.shown.comment.isVisible) },
      Field("parent") { model, reference in
        let thread = reference.thread
        guard let parent = thread.parents[reference.index],
          thread.comments[parent].comment.kind == .comment
        else { return .none }
        let answered = CommentReference(page: reference.page, index: parent, thread: thread)
        return .object(CommentView(answered, model))
      },
      Field("is_flattened") { _, reference in
        .bool(reference.thread.isFlattened[reference.index])
      },
      Field("replies") { model, reference in
        let thread = reference.thread
        return model.comments(thread.replies[reference.index], of: reference.page, in: thread)
      },
      Field("has_replies") { _, reference in
        .bool(!reference.thread.replies[reference.index].isEmpty)
      },
      Field("closes") { _, reference in .int(reference.thread.closes[reference.index]) },
      Field("depth") { _, reference in .int(reference.thread.depths[reference.index]) },
      Field("reply_url") { model, reference in Value(model.replyURL(to: reference)) },
    ]
  )
}

extension SiteModel {
  /// The name that a comment shows.
  func author(of shown: ShownComment) -> String {
    guard let person = shown.comment.person else { return shown.comment.author }
    return site.people[person].name
  }

  /// Only `person` marks a reply by the post's author: a name is never matched.
  fileprivate func isByPostAuthor(_ reference: CommentReference) -> Bool {
    let shown = reference.shown
    guard shown.comment.isVisible, let person = shown.comment.person,
      case .post(let index) = reference.page
    else { return false }
    return site.posts[index].authors.contains(.person(person))
  }
}
