import Calendar
import Content
import Templates

/// What each kind of template is given besides `site`, `page` and `now`.
struct PageContext {
  private let model: SiteModel
  private let site: Value
  private let now: Value

  init(_ model: SiteModel) {
    self.model = model
    site = .object(SiteView(model))
    let zone = model.site.settings.zone
    let time = ZonedTime(model.site.now, in: zone)
    now = model.value(Moment(time, zone: zone.identifier, isDateOnly: false))
  }

  /// The names that a build may put in a template's context.
  static let names = [
    "site", "page", "now", "posts", "events", "pages", "upcoming", "past", "recaps", "pager",
    "tags",
    "tag", "communities", "talks", "years", "month", "weeks",
  ]

  /// How many of the next events the home page shows.
  private static let eventsAtHome = 5

  /// The names of a page and their values.
  func values(_ subject: PageSubject, number: Int, count: Int) -> [(String, Value)] {
    var values = own(subject, number: number)
    values += [("site", site), ("page", model.page(subject, number: number)), ("now", now)]
    switch subject {
    case .home, .posts, .events, .community, .tag:
      let pager = PagerReference(subject: subject, number: number, count: count)
      values.append(("pager", .object(PagerView(pager, model))))
    default: break
    }
    return values
  }

  private func own(_ subject: PageSubject, number: Int) -> [(String, Value)] {
    let site = model.site
    switch subject {
    case .home:
      let next = number == 1 ? model.lists.upcoming.prefix(PageContext.eventsAtHome) : []
      return [("posts", posts(site.posts.indices, number)), ("upcoming", events(next))]
    case .posts: return [("posts", posts(site.posts.indices, number))]
    case .events: return eventList(number)
    case .series(let index): return split(model.lists.series(index))
    case .month(let index): return month(model.lists.months[index])
    case .community(let index): return community(model.lists.community(index), number)
    case .communities:
      return [("communities", model.pages(site.communities.indices) { .community($0) })]
    case .tags: return [("tags", model.pages(site.tags.indices) { .tag($0) })]
    case .tag(let index): return tag(index, number)
    case .archive: return [("years", archive)]
    case .person(let index): return person(site.people[index])
    case .venue(let index): return venue(site.venues[index])
    case .post, .event, .page, .notFound: return []
    }
  }

  private func slice<Entries: RandomAccessCollection<Int>>(
    _ entries: Entries,
    _ number: Int
  ) -> Entries.SubSequence where Entries.Index == Int {
    let pagination = Pagination(perPage: model.site.settings.perPage)
    return entries[pagination.entries(onPage: number, of: entries.count)]
  }

  private func posts<Entries: RandomAccessCollection<Int>>(
    _ entries: Entries,
    _ number: Int
  ) -> Value where Entries.Index == Int {
    model.pages(slice(entries, number)) { .post($0) }
  }

  private func events(_ entries: some Sequence<Int>) -> Value {
    model.pages(entries) { .event($0) }
  }

  private func years(_ past: some Sequence<Int>) -> Value {
    let years = YearOfEntries.gather(past.map { .event($0) }) { subject in
      guard case .event(let index) = subject else { preconditionFailure("these are events") }
      return model.site.events[index].start.time.local.date.year
    }
    return .list(years.map { View.value(.year, $0, model) })
  }

  /// Upcoming events, then past ones, as one list that its pages share out.
  private func eventList(_ number: Int) -> [(String, Value)] {
    let shown = slice(model.lists.all, number)
    let split = max(shown.startIndex, min(shown.endIndex, model.lists.upcoming.count))
    return [
      ("upcoming", events(shown[..<split])), ("past", years(shown[split...])),
      ("month", model.lists.month(of: model.today).map { model.page(.month($0)) } ?? .none),
    ]
  }

  private func split(_ lists: SplitEvents) -> [(String, Value)] {
    [("upcoming", events(lists.upcoming)), ("past", years(lists.past))]
  }

  private func month(_ month: MonthOfEvents) -> [(String, Value)] {
    let weeks = month.weeks(from: Weekday(firstInLanguage: model.site.settings.language))
    return [
      ("weeks", .list(weeks.map { .list($0.map { .object(DayView($0, model)) }) })),
      ("events", events(month.events)),
    ]
  }

  private func community(_ lists: CommunityLists, _ number: Int) -> [(String, Value)] {
    [
      ("upcoming", events(slice(lists.events.upcoming, number))),
      ("past", years(slice(lists.events.past, number))),
      ("recaps", posts(lists.recaps, number)),
      ("posts", posts(lists.posts, number)),
    ]
  }

  private func tag(_ index: Int, _ number: Int) -> [(String, Value)] {
    let tag = model.site.tags[index]
    return [
      ("tag", model.page(.tag(index))),
      ("posts", posts(tag.posts, number)),
      ("events", events(slice(tag.events, number))),
      ("pages", model.pages(slice(tag.pages, number)) { .page($0) }),
    ]
  }

  private func person(_ person: Person) -> [(String, Value)] {
    [
      ("posts", model.pages(person.posts) { .post($0) }),
      ("talks", events(person.talks)),
      ("communities", model.pages(person.communities) { .community($0) }),
    ]
  }

  private func venue(_ venue: Venue) -> [(String, Value)] {
    split(SplitEvents(venue.events, model.site))
  }

  private var archive: Value {
    let years = YearOfEntries.gather(model.site.posts.indices.map { .post($0) }) { subject in
      guard case .post(let index) = subject else { preconditionFailure("these are posts") }
      return model.site.posts[index].date.time.local.date.year
    }
    return .list(years.map { View.value(.year, $0, model) })
  }
}
