import Content
import Feeds
import HTML
import Markdown
import Parallel

/// Makes the feeds of a site from what its pages hold.
///
/// A post is in the feeds of the site, its community and each of its tags, and each of those comes as
/// RSS and as JSON: half of all that a build writes. So each post is written once in both forms, and
/// a feed only puts together what its posts are.
struct SiteFeeds: Sendable {
  let model: SiteModel
  /// For each post its item, if a feed brings it.
  private let items: [FeedItem?]

  /// Writes the items of all feeds that a build emits.
  init(_ model: SiteModel, of outputs: [PlannedOutput], jobs: Int) {
    self.model = model
    var isShown = [Bool](repeating: false, count: model.site.posts.count)
    for output in outputs {
      guard let (subject, _) = output.content.feed else { continue }
      for index in model.feedPosts(of: subject) { isShown[index] = true }
    }
    let settings = model.site.settings
    let (rss, json) = (settings.emits(.rss), settings.emits(.jsonFeeds))
    items = concurrentMap(Array(isShown.enumerated()), jobs: jobs) { post in
      post.element ? FeedItem(writing: model.feedEntry(post.offset), rss: rss, json: json) : nil
    }
  }

  /// The bytes of a feed that stands at an address.
  func bytes(_ subject: FeedSubject, _ format: FeedFormat, at address: PageAddress) -> [UInt8] {
    let feed = feed(subject)
    switch format {
    case .rss: return feed.rss(at: model.permalink(address))
    case .json: return feed.json(at: model.permalink(address))
    }
  }

  /// The feed of the site, of a community or of a tag.
  private func feed(_ subject: FeedSubject) -> Feed {
    var feed = Feed(
      title: title(of: subject),
      homeURL: model.permalink(model.addresses[subject.page]),
      summary: summary(of: subject),
      language: model.site.settings.language,
      icon: model.resolved(model.site.settings.favicon).map(model.whole),
      authors: model.siteAuthor.map { [FeedAuthor(name: $0)] } ?? []
    )
    feed.items = model.feedPosts(of: subject).compactMap { items[$0] }
    return feed
  }

  private func title(of subject: FeedSubject) -> String {
    let site = model.site.settings.title
    return subject == .site ? site : "\(model.title(subject.page)) · \(site)"
  }

  private func summary(of subject: FeedSubject) -> String {
    if subject == .site, let description = model.site.settings.description { return description }
    return model.text(subject.page)?.summary ?? title(of: subject)
  }
}

extension SiteModel {
  /// The posts that a feed brings, newest first.
  fileprivate func feedPosts(of subject: FeedSubject) -> ArraySlice<Int> {
    let limit = site.settings.feeds.items
    return switch subject {
    case .site: Array(site.posts.indices.prefix(limit))[...]
    case .community(let index): site.communities[index].posts.prefix(limit)
    case .tag(let index): site.tags[index].posts.prefix(limit)
    }
  }

  /// A post as feeds bring it.
  fileprivate func feedEntry(_ index: Int) -> FeedEntry {
    let subject = PageSubject.post(index)
    guard let page = written(subject) else { preconditionFailure("a post has a text") }
    let permalink = permalink(addresses[subject])
    let isFull = site.settings.feeds.isFull
    let html = absoluteAddresses(
      in: isFull ? page.text.html.removing(page.text.headingMarkup) : page.beginning,
      origin: base.origin,
      page: permalink
    )
    var entry = FeedEntry(
      url: permalink,
      title: page.document.title,
      content: isFull ? .full(html) : .excerpt(html),
      summary: page.document.summary ?? page.text.summary,
      published: site.posts[index].date.time,
      updated: page.document.updated?.time,
      authors: site.posts[index].authors.map(author),
      tags: page.document.tags.map { site.tags[$0].name },
      image: page.text.image.map(whole)
    )
    if hasCommentFeed(subject) {
      entry.commentsFeed = self.permalink(addresses[subject].beside(commentFeedName))
    }
    return entry
  }

  private func author(_ byline: Byline) -> FeedAuthor {
    guard case .person(let index) = byline, hasPage(.person(index)) else {
      return FeedAuthor(name: name(of: byline))
    }
    return FeedAuthor(
      name: name(of: byline),
      url: permalink(addresses[.person(index)])
    )
  }

  /// An address on the site with scheme and host.
  func whole(_ address: String) -> String {
    address.hasPrefix("/") && !address.hasPrefix("//") ? base.origin + address : address
  }
}

extension WrittenPage {
  /// The excerpt; the summary where there is none, and the whole text where there isn't a word.
  ///
  /// A text that begins with `<!--more-->`, or has no paragraph, would be an empty item.
  fileprivate var beginning: [UInt8] {
    guard text.excerpt.allSatisfy({ $0 <= 0x20 }) else { return text.excerpt }
    guard let summary = document.summary ?? text.summary else {
      return text.html.removing(text.headingMarkup)
    }
    var paragraph = Array("<p>".utf8)
    paragraph.appendEscaped(summary)
    return paragraph + "</p>\n".utf8
  }
}
