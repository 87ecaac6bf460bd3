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
///
/// Posts come first, then series, events, communities, people, venues, pages, and the sections' texts; an
/// occurrence without a file has its series'.
struct DocumentTable: Sendable {
  /// What each document is.
  let subjects: [PageSubject?]
  private let site: Site
  private let series: Int
  /// The numbers of the events' documents.
  private let events: [Int]
  private let communities: Int
  private let people: Int
  private let venues: Int
  private let pages: Int
  private let firstSection: Int
  private let texts: [Document]
  private let sections: [Section: Int]

  init(_ site: Site) {
    self.site = site
    var subjects = site.posts.indices.map { PageSubject?.some(.post($0)) }
    func add(_ indices: Range<Int>, _ subject: (Int) -> PageSubject) -> Int {
      let first = subjects.count
      subjects += indices.map { subject($0) }
      return first
    }
    series = add(site.series.indices) { .series($0) }
    var events: [Int] = []
    events.reserveCapacity(site.events.count)
    for index in site.events.indices {
      if let occurrence = site.events[index].occurrence, !occurrence.isChanged {
        events.append(series + occurrence.series)
      } else {
        events.append(subjects.count)
        subjects.append(.event(index))
      }
    }
    self.events = events
    communities = add(site.communities.indices) { .community($0) }
    people = add(site.people.indices) { .person($0) }
    venues = add(site.venues.indices) { .venue($0) }
    pages = add(site.pages.indices) { .page($0) }
    firstSection = subjects.count
    var texts: [Document] = []
    var sections: [Section: Int] = [:]
    for section in Section.allCases {
      guard let document = site.sections[section] else { continue }
      sections[section] = subjects.count
      texts.append(document)
      subjects.append(section.subject)
    }
    self.sections = sections
    self.texts = texts
    self.subjects = subjects
  }

  /// The documents' numbers.
  var indices: Range<Int> { subjects.indices }

  /// The document with a number, from where the site has it: a second list of all takes a megabyte for each
  /// thousand.
  subscript(number: Int) -> Document {
    switch subjects[number] {
    case .post(let index): site.posts[index].document
    case .series(let index): site.series[index].event.document
    case .event(let index): site.events[index].document
    case .community(let index): site.communities[index].document
    case .person(let index): site.people[index].document
    case .venue(let index): site.venues[index].document
    case .page(let index): site.pages[index].document
    default: texts[number - firstSection]
    }
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
