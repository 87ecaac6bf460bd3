import Calendar
import Content
import Diagnostics

/// The address of every page of a site.
struct AddressBook: Sendable {
  let posts: [PageAddress]
  let events: [PageAddress]
  let series: [PageAddress]
  let communities: [PageAddress]
  let people: [PageAddress]
  let venues: [PageAddress]
  let pages: [PageAddress]
  let tags: [PageAddress]
  let months: [PageAddress]

  init(_ site: Site, months: [MonthOfEvents], log: inout DiagnosticLog) {
    self.months = months.map { PageAddress(permalink: $0.path) }
    let patterns = site.settings.permalinks
    func address(
      _ document: Document,
      _ pattern: PermalinkPattern,
      day: CivilDate?,
      community: String? = nil
    ) -> PageAddress {
      if let permalink = document.permalink { return PageAddress(permalink: permalink.value) }
      if let path = pattern.path(of: document, day: day, community: community) {
        return PageAddress(permalink: path)
      }
      log.append(.missingDate(document, pattern: pattern.text))
      return PageAddress(permalink: "/\(document.subpath)/")
    }
    func addresses(_ documents: [Document], _ pattern: String) -> [PageAddress] {
      let pattern = PermalinkPattern(pattern)
      return documents.map { address($0, pattern, day: $0.date?.civilDate) }
    }
    let postPattern = PermalinkPattern(patterns.posts)
    posts = site.posts.indices.map { index in
      let community = site.posts[index].community.map { site.communities[$0].id }
      let day = site.posts[index].date.civilDate
      return address(site.posts[index].document, postPattern, day: day, community: community)
    }
    let eventPattern = PermalinkPattern(patterns.events)
    func single(_ event: Event) -> PageAddress {
      let community = event.community.map { site.communities[$0].id }
      return address(event.document, eventPattern, day: event.start.civilDate, community: community)
    }
    let series = site.series.map { single($0.event) }
    self.series = series
    events = site.events.map { event in
      // An occurrence stands below its series, unless its own file says another place.
      guard let occurrence = event.occurrence,
        !event.hasOwnDocument || event.document.permalink == nil
      else { return single(event) }
      let folder = series[occurrence.series].folder
      return PageAddress(permalink: "\(folder)\(occurrence.name)/")
    }
    let communityPattern = PermalinkPattern(patterns.communities)
    communities = site.communities.map { community in
      let day = community.document.date?.civilDate
      return address(community.document, communityPattern, day: day, community: community.id)
    }
    people = addresses(site.people.map(\.document), patterns.people)
    venues = addresses(site.venues.map(\.document), patterns.venues)
    pages = addresses(site.pages.map(\.document), patterns.pages)
    let tagPattern = PermalinkPattern(patterns.tags)
    tags = site.tags.map { PageAddress(permalink: tagPattern.path(ofTag: $0.slug)) }
  }

  private static let home = PageAddress(permalink: "/")
  private static let posts = PageAddress(permalink: "/posts/")
  private static let events = PageAddress(permalink: "/events/")
  private static let communities = PageAddress(permalink: "/communities/")
  private static let tags = PageAddress(permalink: "/tags/")
  private static let archive = PageAddress(permalink: "/archive/")
  private static let notFound = PageAddress(permalink: "/404.html")

  /// The address of a page; sections that the build makes have fixed ones.
  subscript(subject: PageSubject) -> PageAddress {
    switch subject {
    case .home: AddressBook.home
    case .posts: AddressBook.posts
    case .events: AddressBook.events
    case .communities: AddressBook.communities
    case .tags: AddressBook.tags
    case .archive: AddressBook.archive
    case .notFound: AddressBook.notFound
    case .post(let index): posts[index]
    case .event(let index): events[index]
    case .series(let index): series[index]
    case .community(let index): communities[index]
    case .person(let index): people[index]
    case .venue(let index): venues[index]
    case .page(let index): pages[index]
    case .tag(let index): tags[index]
    case .month(let index): months[index]
    }
  }
}

extension MonthOfEvents {
  /// The path of its page: `/events/2026/05/`.
  fileprivate var path: String {
    let day = first.iso.split(separator: "-")
    return "/events/\(day[0])/\(day[1])/"
  }
}

extension Moment {
  /// The moment as clocks show it where it was meant.
  var civil: CivilDateTime {
    time.local
  }

  /// The day that it falls on where it was meant.
  var civilDate: CivilDate { civil.date }
}

extension Diagnostic {
  fileprivate static func missingDate(_ document: Document, pattern: String) -> Diagnostic {
    Diagnostic(
      "`permalinks` asks for a date in `\(pattern)`, which this page doesn't have",
      path: document.file.path,
      help: "add `date:` or `permalink:` to the page"
    )
  }
}
