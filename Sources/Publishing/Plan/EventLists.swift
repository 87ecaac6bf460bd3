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
  private let communities: [CommunityLists]

  init(_ site: Site) {
    upcoming = site.events.indices.filter { site.events[$0].over > site.now }
    past = site.events.indices.reversed().filter { site.events[$0].over <= site.now }
    communities = site.communities.map { CommunityLists($0, site) }
  }

  /// The lists of a community.
  func community(_ index: Int) -> CommunityLists { communities[index] }
}

/// The lists on a community's page.
struct CommunityLists: Sendable {
  /// Its events that aren't over, soonest first.
  let upcoming: [Int]
  /// Its events that are over, latest first.
  let past: [Int]
  /// Its posts that recap an event, newest first.
  let recaps: [Int]
  /// Its other posts, newest first.
  let posts: [Int]

  fileprivate init(_ community: Community, _ site: Site) {
    upcoming = community.events.filter { site.events[$0].over > site.now }
    past = community.events.reversed().filter { site.events[$0].over <= site.now }
    recaps = community.posts.filter { site.posts[$0].event != nil }
    posts = community.posts.filter { site.posts[$0].event == nil }
  }

  /// How many pages it takes: each list goes on at its own entries, as far as the longest.
  func pages(_ pagination: Pagination) -> Int {
    pagination.pages(for: max(upcoming.count, past.count, recaps.count, posts.count))
  }
}
