import Calendar
import Content

/// The site's events and posts, sorted into the lists that pages show.
///
/// What is upcoming is said once, here: an event is past when it is over at `now`.
struct EventLists: Sendable {
  /// Events that aren't over, soonest first.
  let upcoming: [Int]
  /// Events that are over, latest first.
  let past: [Int]
  /// Upcoming events, then past ones: one list that its pages share out.
  let all: [Int]
  /// The months that have an event, earliest first; none when `outputs` turns them off.
  let months: [MonthOfEvents]
  private let communities: [CommunityLists]
  private let series: [SplitEvents]

  init(_ site: Site) {
    let split = SplitEvents(site.events.indices, site)
    upcoming = split.upcoming
    past = split.past
    all = split.upcoming + split.past
    months = site.settings.emits(.months) ? MonthOfEvents.gather(site.events) : []
    communities = site.communities.map { CommunityLists($0, site) }
    // A moved occurrence has its place by its new start, as all events have.
    series = site.series.map { SplitEvents($0.occurrences.sorted(), site) }
  }

  /// The lists of a community.
  func community(_ index: Int) -> CommunityLists { communities[index] }

  /// The occurrences of a series.
  func series(_ index: Int) -> SplitEvents { series[index] }

  /// The month that a calendar opens with: that of a day, else the next one that has an event, else
  /// the last.
  func month(of day: CivilDate) -> Int? {
    months.firstIndex { ($0.year, $0.month) >= (day.year, day.month) } ?? months.indices.last
  }
}

/// Events, split by whether they are over.
struct SplitEvents: Sendable {
  /// Events that aren't over, soonest first.
  let upcoming: [Int]
  /// Events that are over, latest first.
  let past: [Int]

  /// Splits events that are given by start.
  init(_ events: some BidirectionalCollection<Int>, _ site: Site) {
    upcoming = events.filter { site.events[$0].over > site.now }
    past = events.reversed().filter { site.events[$0].over <= site.now }
  }

  /// The first of them that takes place as planned, if any does.
  func next(_ site: Site) -> Int? { upcoming.first { site.events[$0].status.isOn } }
}

extension EventStatus {
  /// Whether people meet at all, at the time that is said.
  var isOn: Bool { self != .cancelled && self != .postponed }
}

/// The lists on a community's page.
struct CommunityLists: Sendable {
  /// Its events.
  let events: SplitEvents
  /// Its posts that recap an event, newest first.
  let recaps: [Int]
  /// Its other posts, newest first.
  let posts: [Int]

  fileprivate init(_ community: Community, _ site: Site) {
    events = SplitEvents(community.events, site)
    recaps = community.posts.filter { site.posts[$0].isRecap }
    posts = community.posts.filter { !site.posts[$0].isRecap }
  }

  /// How many pages it takes: each list goes on at its own entries, as far as the longest.
  func pages(_ pagination: Pagination) -> Int {
    let lists = [events.upcoming.count, events.past.count, recaps.count, posts.count]
    return pagination.pages(for: lists.reduce(0, max))
  }
}

extension Post {
  /// Whether it recaps an event or a series.
  fileprivate var isRecap: Bool { event != nil || series != nil }
}
