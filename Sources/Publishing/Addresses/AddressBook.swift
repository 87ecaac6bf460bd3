import Calendar
import Content
import Diagnostics

/// The address of every page of a site.
struct AddressBook: Sendable {
  let posts: [PageAddress]
  let events: [PageAddress]
  let communities: [PageAddress]
  let people: [PageAddress]
  let venues: [PageAddress]
  let pages: [PageAddress]
  let tags: [PageAddress]

  init(_ site: Site, log: inout DiagnosticLog) {
    let patterns = site.settings.permalinks
    func address(_ words: PermalinkWords, _ pattern: String) -> PageAddress {
      if let permalink = words.document.permalink { return PageAddress(permalink: permalink.value) }
      if let path = words.path(of: pattern) { return PageAddress(permalink: path) }
      log.append(.missingDate(words.document, pattern: pattern))
      return PageAddress(permalink: "/\(words.document.subpath)/")
    }
    func plain(_ document: Document) -> PermalinkWords {
      PermalinkWords(document: document, day: document.date?.civilDate)
    }
    posts = site.posts.map { post in
      let community = post.community.map { site.communities[$0].id }
      let day = post.date.civilDate
      let words = PermalinkWords(document: post.document, day: day, community: community)
      return address(words, patterns.posts)
    }
    events = site.events.map { event in
      let community = event.community.map { site.communities[$0].id }
      let day = event.start.civilDate
      let words = PermalinkWords(document: event.document, day: day, community: community)
      return address(words, patterns.events)
    }
    communities = site.communities.map { community in
      var words = plain(community.document)
      words.community = community.id
      return address(words, patterns.communities)
    }
    people = site.people.map { address(plain($0.document), patterns.people) }
    venues = site.venues.map { address(plain($0.document), patterns.venues) }
    pages = site.pages.map { address(plain($0.document), patterns.pages) }
    tags = site.tags.map { tag in
      let path = patterns.tags.split(separator: "/", omittingEmptySubsequences: false).map { part in
        part.replacing(":slug", with: tag.slug).replacing(":title", with: tag.slug)
      }
      return PageAddress(permalink: path.joined(separator: "/"))
    }
  }

  /// The address of a page; sections that the build makes have fixed ones.
  subscript(subject: PageSubject) -> PageAddress {
    switch subject {
    case .home: PageAddress(permalink: "/")
    case .posts: PageAddress(permalink: "/posts/")
    case .events: PageAddress(permalink: "/events/")
    case .communities: PageAddress(permalink: "/communities/")
    case .tags: PageAddress(permalink: "/tags/")
    case .archive: PageAddress(permalink: "/archive/")
    case .notFound: PageAddress(permalink: "/404.html")
    case .post(let index): posts[index]
    case .event(let index): events[index]
    case .community(let index): communities[index]
    case .person(let index): people[index]
    case .venue(let index): venues[index]
    case .page(let index): pages[index]
    case .tag(let index): tags[index]
    }
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
