import Calendar
import Content
import Diagnostics
import Feeds
import HTML
import Templates

/// What a feed of comments is of.
enum CommentFeedSubject: Sendable, Hashable {
  case site
  case page(PageSubject)
}

/// The name of the feed of a page's comments, which stands in the page's folder.
let commentFeedName = "comments.xml"

extension Document {
  /// Whether a page shows a thread, which then has a feed.
  var hasThread: Bool { self.comments != .off && self.thread != nil }
}

extension SiteModel {
  /// Whether there is a feed of a page's comments.
  func hasCommentFeed(_ subject: PageSubject) -> Bool {
    site.settings.emits(.commentFeeds) && hasPage(subject) && written(subject)?.hasThread == true
  }

  /// The address of the feed of all comments.
  var siteCommentFeed: String? {
    guard site.settings.emits(.commentFeeds) else { return nil }
    return url(PageAddress(file: "comments/feed.xml"))
  }

  /// The newest comments of the site, or of a page, as RSS.
  func commentFeed(_ subject: CommentFeedSubject, at address: PageAddress) -> [UInt8] {
    switch subject {
    case .site: feedOfAllComments(at: permalink(address))
    case .page(let page): feedOfComments(on: page, at: permalink(address))
    }
  }

  private func feedOfComments(on page: PageSubject, at selfURL: String) -> [UInt8] {
    let url = permalink(addresses[page])
    let thread = hasComments(page) ? text(page)?.thread : nil
    let newest = thread?.newest(site.settings.feeds.items) ?? []
    var feed = CommentFeed(
      Feed(
        title: "Comments on \(title(page)) · \(site.settings.title)",
        homeURL: url,
        language: site.settings.language
      ),
      at: selfURL,
      newest: newest.first.flatMap { thread?.time(of: $0.index) }
    )
    feed.turn(to: url)
    if let thread {
      for (_, index) in newest { append(index, of: thread, to: &feed) }
    }
    return feed.bytes()
  }

  private func feedOfAllComments(at selfURL: String) -> [UInt8] {
    let newest = newestComments
    var feed = CommentFeed(
      Feed(
        title: "Comments · \(site.settings.title)",
        homeURL: permalink(addresses[.home]),
        language: site.settings.language
      ),
      at: selfURL,
      newest: newest.first.map { $0.thread.time(of: $0.index) }
    )
    for comment in newest {
      feed.turn(to: permalink(addresses[comment.page]), title: title(comment.page))
      append(comment.index, of: comment.thread, to: &feed)
    }
    return feed.bytes()
  }

  /// The comments that the site's feed brings, newest first; of one moment, the earlier page's first.
  private var newestComments: [NewComment] {
    let limit = site.settings.feeds.items
    var pages: [(subject: PageSubject, thread: ShownThread)] = []
    var newest: [(seconds: Int64, page: Int, index: Int)] = []
    for subject in documents.subjects {
      guard let subject, hasPage(subject), hasComments(subject),
        let thread = text(subject)?.thread
      else { continue }
      for (seconds, index) in thread.newest(limit) { newest.append((seconds, pages.count, index)) }
      pages.append((subject, thread))
    }
    newest.sort { ($1.seconds, $0.page, $1.index) < ($0.seconds, $1.page, $0.index) }
    return newest.prefix(limit).map { comment in
      let page = pages[comment.page]
      return NewComment(page: page.subject, index: comment.index, thread: page.thread)
    }
  }

  private func append(_ index: Int, of shown: ShownThread, to feed: inout CommentFeed) {
    let comments = shown.thread.comments
    let comment = comments[index]
    let (texts, bodies) = (shown.thread.texts, shown.bodies)
    let parent = comment.parent.map { comments[$0] }
    let answered = parent?.isVisible == true ? parent?.id : nil
    bodies.html.withSpan { html in
      feed.append(
        id: texts.span.extracting(comment.id.range),
        author: texts.span.extracting(comment.author.range),
        date: shown.time(of: index),
        answered: texts.span.extracting((answered ?? .empty).range),
        // A stranger's links have a scheme, all of them.
        html: html.extracting(bodies.range(of: index))
      )
    }
  }
}

/// A comment that the site's feed brings.
private struct NewComment {
  let page: PageSubject
  let index: Int
  let thread: ShownThread
}

extension ShownThread {
  /// When one of the thread's comments was written.
  fileprivate func time(of index: Int) -> ZonedTime { thread.time(of: thread.comments[index]) }

  /// The newest comments that show, newest first; of one moment, the later in the file first.
  fileprivate func newest(_ limit: Int) -> ArraySlice<(seconds: Int64, index: Int)> {
    let comments = thread.comments
    var newest: [(seconds: Int64, index: Int)] = []
    newest.reserveCapacity(count)
    var isSorted = true
    // Most files have them by date.
    for index in comments.indices.reversed() where places[index].depth > 0 {
      guard comments[index].isVisible else { continue }
      let seconds = comments[index].instant.seconds
      if let last = newest.last, last.seconds < seconds { isSorted = false }
      newest.append((seconds, index))
    }
    if !isSorted { newest.sort(by: >) }
    return newest.prefix(limit)
  }
}
