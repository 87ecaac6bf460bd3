import Content
import HTML
import Templates

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
    of page: PageReference,
    _ choose: (ShownThread) -> [Int32]
  ) -> Value {
    guard let thread = thread(page) else { return .list([]) }
    return ThreadOnPage(thread, on: page.subject, of: self).comments(choose(thread))
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
        model.comments(of: page) { $0.order }
      },
      Field("roots") { model, page in
        model.comments(of: page) { $0.roots }
      },
      Field("pings") { model, page in
        model.comments(of: page) { $0.pings }
      },
      Field("form") { model, page in model.commentForm(page) },
      Field("feed") { model, page in
        model.hasCommentFeed(page.subject)
          ? model.url(beside: page.subject, commentFeedName) : .none
      },
    ]
  )
}
