import Content
import Diagnostics
import HTML
import Templates

/// A page, and which of its continuations.
struct PageReference: Sendable, Equatable {
  let subject: PageSubject
  let number: Int
  /// Its title and addresses.
  let labels: PageLabels

  init(_ subject: PageSubject, number: Int = 1, in model: SiteModel) {
    self.subject = subject
    self.number = number
    labels = model.labels(subject, number: number)
  }

  static func == (left: PageReference, right: PageReference) -> Bool {
    left.subject == right.subject && left.number == right.number
  }

  /// Which page of its kind it is; the lists, which are of one kind in templates, have none.
  var identity: Int? {
    guard number == 1 else { return nil }
    return switch subject {
    case .post(let index), .event(let index), .series(let index), .month(let index),
      .community(let index), .person(let index), .venue(let index), .page(let index),
      .tag(let index):
      index
    case .home, .posts, .events, .communities, .tags, .archive, .notFound: nil
    }
  }
}

extension SiteModel {
  /// A page as a template's value.
  func page(_ subject: PageSubject, number: Int = 1) -> Value {
    .object(PageView(PageReference(subject, number: number, in: self), self))
  }

  func pages(_ indices: some Sequence<Int>, _ subject: (Int) -> PageSubject) -> Value {
    .list(indices.map { page(subject($0)) })
  }
}

extension Schema where Subject == PageReference {
  /// The schema of a page of that subject.
  static func page(of subject: PageSubject) -> Schema<PageReference> {
    switch subject {
    case .post: post
    case .event: event
    case .series: series
    case .community: community
    case .person: person
    case .venue: venue
    case .page: page
    case .tag: tag
    case .month: month
    case .home, .posts, .events, .communities, .tags, .archive, .notFound: list
    }
  }

  private convenience init(_ type: ViewType, _ own: [Field] = []) {
    self.init(
      type,
      text: { model, page in Array(model.title(page.subject).utf8) },
      pageFields + own
    )
  }

  static let post: Schema<PageReference> = Schema(.post, postFields)
  static let event: Schema<PageReference> = Schema(.event, eventFields)
  static let series: Schema<PageReference> = Schema(.series, eventFields + seriesFields)
  static let community: Schema<PageReference> = Schema(.community, communityFields)
  static let person: Schema<PageReference> = Schema(.person, personFields)
  static let venue: Schema<PageReference> = Schema(.venue, venueFields)
  static let page: Schema<PageReference> = Schema(.page)
  static let list: Schema<PageReference> = Schema(.list)
  static let tag: Schema<PageReference> = Schema(.tag, tagFields)
  static let month: Schema<PageReference> = Schema(.month, monthFields)
}

/// What every page has, whatever its kind.
private let pageFields: [Schema<PageReference>.Field] = [
  .init("kind") { _, page in Value(page.subject.kind) },
  .init("title") { _, page in page.labels.title },
  .init("url") { _, page in page.labels.url },
  .init("permalink") { _, page in page.labels.permalink },
  .init("path") { model, page in Value(model.written(page.subject)?.document.file.path) },
  .init("slug") { model, page in Value(model.slug(page.subject)) },
  .init("content") { model, page in .markup(model.written(page.subject)?.text.html ?? []) },
  .init("summary") { model, page in model.written(page.subject)?.summary ?? .none },
  .init("excerpt") { model, page in .markup(model.written(page.subject)?.text.excerpt ?? []) },
  .init("has_more") { model, page in .bool(model.written(page.subject)?.text.hasMore ?? false) },
  .init("toc") { model, page in
    model.written(page.subject)?.text.contents.map { .markup($0) } ?? .none
  },
  .init("word_count") { model, page in .int(model.written(page.subject)?.text.wordCount ?? 0) },
  .init("reading_time") { model, page in .int(model.written(page.subject)?.text.readingTime ?? 1) },
  .init("date") { model, page in model.value(model.written(page.subject)?.document.date) },
  .init("updated") { model, page in model.value(model.written(page.subject)?.document.updated) },
  .init("image") { model, page in Value(model.written(page.subject)?.text.image) },
  .init("image_alt") { model, page in Value(model.written(page.subject)?.document.imageAlt) },
  .init("tags") { model, page in
    model.pages(model.written(page.subject)?.document.tags ?? []) { .tag($0) }
  },
  .init("noindex") { model, page in
    .bool(model.written(page.subject)?.document.isHiddenFromSearch ?? false)
  },
  .init("comments") { model, page in model.comments(page.subject) },
  .init("comment_count") { model, page in
    .int(model.hasComments(page.subject) ? model.written(page.subject)?.text.thread?.count ?? 0 : 0)
  },
  .init("feed") { model, page in model.feed(page.subject, .rss, "feed.xml") },
  .init("json_feed") { model, page in model.feed(page.subject, .jsonFeeds, "feed.json") },
  .init("linked_data") { model, page in model.linkedData(page.subject) },
  .init("extra") { model, page in Value(model.written(page.subject)?.document.extra ?? []) },
]

extension PageView {
  /// The number of an attribute that every kind of page has, and which is as long as all of its comments.
  private static let linkedData = pageFields.firstIndex { $0.name == "linked_data" }

  func write(_ index: Int, isQuoted: Bool, to output: inout OutputBuffer) -> Bool {
    guard index == PageView.linkedData, !isQuoted, model.hasLinkedData(subject.subject) else {
      return false
    }
    model.writeLinkedData(subject.subject, to: &output)
    return true
  }

  func isTrue(_ index: Int) -> Bool? {
    index == PageView.linkedData ? model.hasLinkedData(subject.subject) : nil
  }
}

extension SiteModel {
  fileprivate func feed(_ subject: PageSubject, _ kind: OutputKind, _ name: String) -> Value {
    switch subject {
    case .home, .community, .tag:
      guard site.settings.emits(kind), hasPage(subject) else { return .none }
      return url(beside: subject, name)
    default: return .none
    }
  }

  /// The title of a page.
  func title(_ subject: PageSubject) -> String {
    if let written = written(subject) { return site.title(of: subject, written.document) }
    switch subject {
    case .home: return site.settings.title
    case .posts: return "Posts"
    case .events: return "Events"
    case .communities: return "Communities"
    case .tags: return "Tags"
    case .archive: return "Archive"
    case .notFound: return "Page not found"
    case .tag(let index): return site.tags[index].name
    case .month(let index): return lists.months[index].title
    case .post, .event, .series, .community, .person, .venue, .page:
      preconditionFailure("every page that an author wrote has a document")
    }
  }

  fileprivate func slug(_ subject: PageSubject) -> String {
    if case .tag(let index) = subject { return site.tags[index].slug }
    return written(subject)?.document.slug ?? subject.kind
  }
}

extension Site {
  /// The title of a page that an author wrote.
  func title(of subject: PageSubject, _ document: Document) -> String {
    switch subject {
    case .community(let index): communities[index].name
    case .person(let index): people[index].name
    case .venue(let index): venues[index].place.name
    default: document.title
    }
  }
}

extension PageSubject {
  /// What templates call the kind, and the name of its template.
  var kind: String {
    switch self {
    case .home: "home"
    case .posts: "posts"
    case .events: "events"
    case .communities: "communities"
    case .tags: "tags"
    case .archive: "archive"
    case .notFound: "404"
    case .post: "post"
    case .event: "event"
    case .series: "series"
    case .community: "community"
    case .person: "person"
    case .venue: "venue"
    case .page: "page"
    case .tag: "tag"
    case .month: "month"
    }
  }
}
