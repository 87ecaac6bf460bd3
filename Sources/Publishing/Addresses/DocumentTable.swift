import Content

/// A page that the site has, as an index into the site's arrays.
enum PageSubject: Sendable, Hashable {
  case home
  case posts
  case events
  case communities
  case tags
  case archive
  case notFound
  case post(Int)
  case event(Int)
  case series(Int)
  /// An index into ``EventLists/months``.
  case month(Int)
  case community(Int)
  case person(Int)
  case venue(Int)
  case page(Int)
  case tag(Int)
}

/// Numbers the documents of a site, so that what is made of each can stand in one array.
struct DocumentTable: Sendable {
  /// All documents: posts, series, events, communities, people, venues, pages, then the sections'
  /// texts; an occurrence without a file has its series'.
  let documents: [Document]
  /// What each is.
  let subjects: [PageSubject?]
  private let series: Int
  /// The numbers of the events' documents.
  private let events: [Int]
  private let communities: Int
  private let people: Int
  private let venues: Int
  private let pages: Int
  private let sections: [Section: Int]

  init(_ site: Site) {
    var documents = site.posts.map(\.document)
    var subjects = site.posts.indices.map { PageSubject?.some(.post($0)) }
    func add(_ more: [Document], _ subject: (Int) -> PageSubject) -> Int {
      let first = documents.count
      documents += more
      subjects += more.indices.map { subject($0) }
      return first
    }
    series = add(site.series.map(\.event.document)) { .series($0) }
    var events: [Int] = []
    events.reserveCapacity(site.events.count)
    for (index, event) in site.events.enumerated() {
      if let occurrence = event.occurrence, !occurrence.isChanged {
        events.append(series + occurrence.series)
      } else {
        events.append(documents.count)
        documents.append(event.document)
        subjects.append(.event(index))
      }
    }
    self.events = events
    communities = add(site.communities.map(\.document)) { .community($0) }
    people = add(site.people.map(\.document)) { .person($0) }
    venues = add(site.venues.map(\.document)) { .venue($0) }
    pages = add(site.pages.map(\.document)) { .page($0) }
    var sections: [Section: Int] = [:]
    for section in Section.allCases {
      guard let document = site.sections[section] else { continue }
      sections[section] = documents.count
      documents.append(document)
      subjects.append(section.subject)
    }
    self.sections = sections
    self.documents = documents
    self.subjects = subjects
  }

  /// The number of a subject's document; `nil` for a page that the build makes without a text.
  func number(of subject: PageSubject) -> Int? {
    switch subject {
    case .post(let index): index
    case .event(let index): events[index]
    case .series(let index): series + index
    case .community(let index): communities + index
    case .person(let index): people + index
    case .venue(let index): venues + index
    case .page(let index): pages + index
    case .home: sections[.home]
    case .posts: sections[.posts]
    case .events: sections[.events]
    case .communities: sections[.communities]
    case .tags: sections[.tags]
    case .archive: sections[.archive]
    case .notFound: sections[.notFound]
    case .tag, .month: nil
    }
  }
}

extension Section {
  /// The page whose text it is; `nil` for one that isn't built yet.
  fileprivate var subject: PageSubject? {
    switch self {
    case .home: .home
    case .posts: .posts
    case .events: .events
    case .communities: .communities
    case .tags: .tags
    case .archive: .archive
    case .notFound: .notFound
    case .search: nil
    }
  }
}
