import Content
import Diagnostics
import Feeds

/// Which files a build emits: every page at its address, and all that stands beside them.
///
/// A pure function of the site, so that it can be tested without rendering.
struct SitePlan: Sendable {
  /// The files, in the order in which they are planned: pages, feeds, files.
  private(set) var outputs: [PlannedOutput] = []

  /// Plans a site; two things at one address go to the log.
  init(
    _ site: Site,
    documents: DocumentTable,
    lists: EventLists,
    addresses: AddressBook,
    base: BaseURL,
    assets: [String],
    log: inout DiagnosticLog
  ) {
    var planner = Planner(site, documents, lists: lists, addresses: addresses, base: base)
    planner.planLists()
    planner.planDocuments()
    planner.planFeeds()
    planner.planCalendars()
    planner.planSiteFiles()
    planner.planFiles(assets: assets)
    outputs = planner.outputs
    checkCollisions(outputs, log: &log)
  }
}

/// Gathers the outputs of a plan.
private struct Planner {
  let site: Site
  let documents: DocumentTable
  let lists: EventLists
  let addresses: AddressBook
  let base: BaseURL
  var outputs: [PlannedOutput] = []
  private var redirects: [Redirect] = []

  init(
    _ site: Site,
    _ documents: DocumentTable,
    lists: EventLists,
    addresses: AddressBook,
    base: BaseURL
  ) {
    self.site = site
    self.documents = documents
    self.lists = lists
    self.addresses = addresses
    self.base = base
  }

  private var pagination: Pagination { Pagination(perPage: site.settings.perPage) }

  private func emits(_ kind: OutputKind) -> Bool { site.settings.emits(kind) }

  private mutating func add(
    _ address: PageAddress,
    _ content: PlannedOutput.Content,
    _ owner: Owner
  ) {
    outputs.append(PlannedOutput(address: address, content: content, owner: owner))
  }

  private mutating func addPages(_ subject: PageSubject, count: Int = 1, _ owner: Owner) {
    for number in 1...count {
      let address = addresses[subject].continuation(number)
      add(address, .page(subject, number: number, count: count), owner)
    }
  }

  mutating func planLists() {
    let sections = site.sections
    let posts = pagination.pages(for: site.posts.count)
    addPages(.home, count: posts, .section("the home page", sections[.home]))
    addPages(.posts, count: posts, .section("the list of posts", sections[.posts]))
    let events = pagination.pages(for: site.events.count)
    addPages(.events, count: events, .section("the list of events", sections[.events]))
    for (index, month) in lists.months.enumerated() {
      addPages(.month(index), .build("the calendar of \(month.title)"))
    }
    if emits(.communities) {
      let owner = Owner.section("the list of communities", sections[.communities], .communities)
      addPages(.communities, owner)
    }
    if emits(.tags) {
      addPages(.tags, .section("the list of tags", sections[.tags], .tags))
      planTags()
    }
    if emits(.archive) {
      addPages(.archive, .section("the archive", sections[.archive], .archive))
    }
    if emits(.notFound) {
      addPages(
        .notFound,
        .section("the page for missing addresses", sections[.notFound], .notFound)
      )
    }
  }

  private mutating func planTags() {
    for (index, tag) in site.tags.enumerated() {
      let longest = max(tag.posts.count, tag.events.count, tag.pages.count)
      let pages = pagination.pages(for: longest)
      addPages(.tag(index), count: pages, .build("the page of the tag `\(tag.name)`", .tags))
    }
  }

  mutating func planDocuments() {
    // By their numbers: a copy of each would count all of its parts.
    for index in site.posts.indices { plan(.post(index), site.posts[index].document) }
    for index in site.series.indices { plan(.series(index), site.series[index].event.document) }
    for index in site.events.indices {
      if site.events[index].hasOwnDocument {
        plan(.event(index), site.events[index].document)
      } else {
        let path = site.events[index].document.file.path
        addPages(.event(index), Owner(path: path, span: nil, name: "an occurrence of `\(path)`"))
      }
    }
    if emits(.communities) {
      for (index, community) in site.communities.enumerated() {
        let pages = lists.community(index).pages(pagination)
        plan(.community(index), community.document, count: pages)
      }
    }
    if emits(.people) {
      for (index, person) in site.people.enumerated() { plan(.person(index), person.document) }
    }
    if emits(.venues) {
      for (index, venue) in site.venues.enumerated() { plan(.venue(index), venue.document) }
    }
    for (index, page) in site.pages.enumerated() { plan(.page(index), page.document) }
    for section in Section.allCases {
      guard let document = site.sections[section] else { continue }
      planFiles(of: document, in: PageAddress(permalink: "/\(document.subpath)/").folder)
    }
  }

  private mutating func plan(_ subject: PageSubject, _ document: Document, count: Int = 1) {
    let address = addresses[subject]
    addPages(subject, count: count, .file(document.file.path, span: document.permalink?.span))
    planFiles(of: document, in: address.folder)
    if emits(.commentFeeds), document.hasThread {
      let owner = Owner.build("the feed of the comments on `\(address.path)`")
      add(address.beside(commentFeedName), .commentFeed(.page(subject)), owner)
    }
    guard emits(.redirects) else { return }
    for alias in document.aliases {
      let from = PageAddress(permalink: alias.value)
      let redirect = Redirect(from: from, to: address, base: base)
      redirects.append(redirect)
      add(from, .bytes(redirect.page), .file(document.file.path, span: alias.span))
    }
  }

  private mutating func planFiles(of document: Document, in folder: String) {
    let base = document.file.path.dropLast("index.md".utf8.count)
    for file in document.files {
      let name = file.path.dropFirst(base.count)
      add(PageAddress(file: folder + name), .copy(file), .file(file.path))
    }
  }

  mutating func planFeeds() {
    planFeed(.site)
    if emits(.commentFeeds) {
      let address = PageAddress(file: "comments/feed.xml")
      add(address, .commentFeed(.site), .build("the feed of all comments"))
    }
    if emits(.communities) { for index in site.communities.indices { planFeed(.community(index)) } }
    if emits(.tags) { for index in site.tags.indices { planFeed(.tag(index)) } }
  }

  /// Plans what is made from the plan itself.
  mutating func planSiteFiles() {
    if emits(.sitemap) {
      let sitemap = sitemap(of: outputs, documents: documents, base: base)
      for file in sitemap.files(in: base.origin + base.path) {
        add(PageAddress(file: file.name), .bytes(file.bytes), .build("the sitemap", .sitemap))
      }
    }
    if emits(.robots) {
      add(
        PageAddress(file: "robots.txt"),
        .bytes(robots),
        .build("the build's robots.txt", .robots)
      )
    }
    if emits(.redirects), !redirects.isEmpty {
      let table = redirects.flatMap(\.tableLine)
      add(
        PageAddress(file: "_redirects"),
        .bytes(table),
        .build("the table of aliases", .redirects)
      )
    }
  }

  private var robots: [UInt8] {
    let sitemaps = emits(.sitemap) ? ["\(base.origin)\(base.path)sitemap.xml"] : []
    return RobotsFile(sitemaps: sitemaps).bytes
  }

  private mutating func planFeed(_ subject: FeedSubject) {
    let page = addresses[subject.page]
    let name = "the feed beside `\(page.path)`"
    if emits(.rss) { add(page.beside("feed.xml"), .rss(subject), .build(name, .rss)) }
    if emits(.jsonFeeds) {
      add(page.beside("feed.json"), .jsonFeed(subject), .build(name, .jsonFeeds))
    }
  }

  mutating func planCalendars() {
    planCalendar(.site)
    for index in site.communities.indices { planCalendar(.community(index)) }
    for index in site.events.indices { planCalendar(.event(index)) }
    for index in site.series.indices { planCalendar(.series(index)) }
  }

  private mutating func planCalendar(_ subject: CalendarSubject) {
    guard site.hasCalendar(subject) else { return }
    let page = addresses[subject.page]
    let owner = Owner.build("the calendar beside `\(page.path)`")
    add(page.beside(subject.fileName), .calendar(subject), owner)
  }

  mutating func planFiles(assets: [String]) {
    for file in site.files {
      add(
        PageAddress(file: String(file.path.dropFirst("content/".utf8.count))),
        .copy(file),
        .file(file.path)
      )
    }
    for asset in assets {
      add(PageAddress(file: "assets/\(asset)"), .asset(asset), .file("templates/assets/\(asset)"))
    }
  }
}

extension Settings {
  /// Whether a kind of page or file is emitted.
  func emits(_ kind: OutputKind) -> Bool { !disabledOutputs.contains(kind) }
}
