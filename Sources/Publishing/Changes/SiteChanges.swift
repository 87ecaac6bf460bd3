public import Calendar
public import Content
import Diagnostics

/// A moment at which a site changes though nobody changes its files.
public struct SiteChange: Sendable, Hashable {
  /// The moment: a build before it and one from then on differ.
  public let instant: Instant
  /// What happens: `an event ends`.
  public let reason: String
  /// The file that it is about, if it is about one.
  public let path: String?
}

/// The moments at which a site changes by itself: events begin and end, pages appear and expire,
/// comments close, the year begins.
///
/// What a template of the site's own makes of `now` isn't known here.
public struct SiteChanges: Sendable {
  private let now: Instant
  private var changes: [SiteChange] = []

  /// Finds the moments around a site's `now`.
  ///
  /// Complexity: O(events and pages).
  public init(_ site: Site) {
    now = site.now
    addEvents(site)
    addPages(site)
    addYears(site)
    addMonths(site)
  }

  /// The next one, or `nil` when the site stays as it is for ever.
  public var next: SiteChange? {
    changes.filter { $0.instant > now }.min { $0.precedes($1) }
  }

  /// The last one that has been: what the site says of past and future has been so since then.
  public var last: Instant? { changes.lazy.map(\.instant).filter { $0 <= now }.max() }
}

extension SiteChanges {
  private mutating func add(_ instant: Instant?, _ reason: String, _ path: String? = nil) {
    guard let instant else { return }
    changes.append(SiteChange(instant: instant, reason: reason, path: path))
  }

  private mutating func addEvents(_ site: Site) {
    for index in site.events.indices {
      let path = site.events[index].document.file.path
      add(site.events[index].start.instant, "an event begins", path)
      add(site.events[index].over, "an event ends", path)
    }
    for series in site.series {
      let pages = series.pageChanges(in: site)
      let path = series.event.document.file.path
      add(pages.last, "a series gets a page", path)
      add(pages.next, "a series gets a page", path)
    }
  }

  private mutating func addPages(_ site: Site) {
    site.forEachDocument { document in
      let path = document.file.path
      add(document.expire?.instant, "a page expires", path)
      add(document.commentsClose, "comments close", path)
      add(document.publish?.instant, "a page appears", path)
    }
    for index in site.posts.indices {
      let path = site.posts[index].document.file.path
      add(site.posts[index].date.instant, "a page appears", path)
    }
    for page in site.pages {
      add(page.document.date?.instant, "a page appears", page.document.file.path)
    }
    for left in site.leftOut {
      switch left.reason {
      case .future(let moment): add(moment.instant, "a page appears", left.path)
      case .expired(let moment): add(moment.instant, "a page expires", left.path)
      case .draft, .series: break
      }
    }
  }

  /// Lists say the year of all events but this one's that aren't over: at its turn only those change
  /// that are yet to end.
  private mutating func addYears(_ site: Site) {
    let zone = site.settings.zone
    let year = zone.civil(now).date.year
    for year in year...year + 1 {
      guard let day = CivilDate(year: year, month: 1, day: 1) else { continue }
      let turn = zone.startOfDay(day)
      let isSeen = site.events.contains { event in
        let own = event.start.time.local.date.year
        return event.over > turn && (own == year || own == year - 1)
      }
      if isSeen { add(turn, "a year begins") }
    }
  }
}

extension SiteChanges {
  /// The list of events leads to the calendar of this month, else of the next one that has events.
  private mutating func addMonths(_ site: Site) {
    guard site.settings.emits(.months) else { return }
    let zone = site.settings.zone
    let months = MonthOfEvents.gather(site.events).map(\.first)
    // When a month that has events begins, nothing changes; when it is over, the next one's turn is.
    for (month, following) in zip(months, months.dropFirst()) where following > month {
      add(zone.startOfDay(month.adding(months: 1)), "a month is over")
    }
  }
}

extension SiteChange {
  /// The order: by moment, of two at one moment by file.
  fileprivate func precedes(_ other: SiteChange) -> Bool {
    (instant, path ?? "", reason) < (other.instant, other.path ?? "", other.reason)
  }
}

extension Site {
  /// Calls a function with all that is published and has a file; a list of them would copy each.
  fileprivate func forEachDocument(_ body: (Document) -> Void) {
    for index in posts.indices { body(posts[index].document) }
    for index in events.indices where events[index].hasOwnDocument { body(events[index].document) }
    for series in series { body(series.event.document) }
    for community in communities { body(community.document) }
    for person in people { body(person.document) }
    for venue in venues { body(venue.document) }
    for page in pages { body(page.document) }
    for section in Section.allCases {
      if let document = sections[section] { body(document) }
    }
  }
}
