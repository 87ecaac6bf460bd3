import Calendar
import Content
import Feeds

/// What a feed of comments is of.
enum CommentFeedSubject: Sendable, Hashable {
  case site
  case page(PageSubject)
}

extension Document {
  /// Whether a page shows a thread, which then has a feed.
  var hasThread: Bool { comments != .off && thread != nil }
}

extension SiteModel {
  /// The address of the feed of a page's comments, if it has one.
  func commentFeed(_ subject: PageSubject) -> String? {
    guard site.settings.emits(.commentFeeds), hasPage(subject),
      written(subject)?.hasThread == true
    else { return nil }
    return url(addresses[subject].beside("comments.xml"))
  }

  /// The address of the feed of all comments.
  var siteCommentFeed: String? {
    guard site.settings.emits(.commentFeeds) else { return nil }
    return url(PageAddress(file: "comments/feed.xml"))
  }

  /// The newest comments of the site, or of a page, as RSS.
  func commentFeed(_ subject: CommentFeedSubject, at address: PageAddress) -> [UInt8] {
    let subjects: [PageSubject]
    var feed = Feed(title: "", homeURL: "", language: site.settings.language)
    switch subject {
    case .site:
      feed.title = "Comments · \(site.settings.title)"
      feed.homeURL = permalink(addresses[.home])
      subjects = documents.subjects.compactMap { $0 }.filter(hasPage)
    case .page(let page):
      feed.title = "Comments on \(title(page)) · \(site.settings.title)"
      feed.homeURL = permalink(addresses[page])
      subjects = [page]
    }
    feed.items = newestComments(on: subjects).map { comment in
      let page = subject == .site ? permalink(addresses[comment.page]) : feed.homeURL
      return FeedItem(entry(comment, on: page, namesPage: subject == .site))
    }
    return feed.rss(at: permalink(address))
  }

  /// The comments that feeds bring, newest first; of one moment, the later in the file first.
  private func newestComments(on subjects: [PageSubject]) -> [CommentReference] {
    let limit = site.settings.feeds.items
    var newest: [CommentReference] = []
    for subject in subjects where hasComments(subject) {
      guard let thread = text(subject)?.thread else { continue }
      let own = thread.order.filter { thread.comments[$0].comment.isVisible }
        .map { (thread.comments[$0].comment.date.time.instant.seconds, $0) }
        .sorted(by: >).prefix(limit)
      newest += own.map { CommentReference(page: subject, index: $0.1, thread: thread) }
    }
    guard subjects.count > 1 else { return newest }
    let dates = newest.enumerated().sorted {
      (-$0.element.seconds, $0.offset) < (-$1.element.seconds, $1.offset)
    }
    return dates.prefix(limit).map(\.element)
  }

  private func entry(_ reference: CommentReference, on page: String, namesPage: Bool) -> FeedEntry {
    let shown = reference.shown
    let name = author(of: shown)
    let url = "\(page)#comment-\(shown.comment.id)"
    var entry = FeedEntry(
      url: url,
      title: namesPage ? "\(name) on \(title(reference.page))" : "By \(name)",
      // A stranger's links have a scheme, all of them.
      content: .full(shown.body),
      published: shown.comment.date.time,
      authors: [FeedAuthor(name: name)]
    )
    entry.inReplyTo = page
    if let parent = reference.thread.parents[reference.index] {
      let answered = reference.thread.comments[parent].comment
      if answered.isVisible { entry.inReplyTo = "\(page)#comment-\(answered.id)" }
    }
    return entry
  }
}

extension CommentReference {
  fileprivate var seconds: Int64 { shown.comment.date.instant.seconds }
}
