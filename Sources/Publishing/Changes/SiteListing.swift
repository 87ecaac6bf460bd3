import Calendar
public import Content
public import Diagnostics

/// What a site has, for people and programs that ask on the command line.
public struct SiteListing: Sendable {
  /// What is listed.
  public enum Kind: String, Sendable, CaseIterable {
    /// Those that aren't over, soonest first, then past ones, latest first.
    case events
    /// Newest first.
    case posts
    /// What isn't published.
    case drafts, future, expired
    /// By name.
    case communities
  }

  private let site: Site
  private let lists: EventLists
  private let addresses: AddressBook

  /// Prepares the lists of a site.
  public init(_ site: Site, log: inout DiagnosticLog) {
    self.site = site
    lists = EventLists(site)
    addresses = AddressBook(site, months: lists.months, log: &log)
  }

  /// The things of a kind: names with values, in a fixed order.
  public func entries(_ kind: Kind) -> [[DataEntry]] {
    switch kind {
    case .events: (lists.upcoming + lists.past).map(event)
    case .posts: site.posts.indices.map(post)
    case .communities: site.communities.indices.map(community)
    case .drafts, .future, .expired: site.leftOut.compactMap { leftOut($0, kind) }
    }
  }
}

extension SiteListing {
  private func page(_ kind: String, _ subject: PageSubject, _ document: Document) -> [DataEntry] {
    let address = site.hasPage(subject) ? addresses[subject] : nil
    let base = site.settings.baseURL
    return [
      DataEntry(key: "kind", value: .text(kind)),
      DataEntry(key: "title", value: .text(site.title(of: subject, document))),
      DataEntry(key: "file", value: .text(document.file.path)),
      DataEntry("url", address.map { base.url($0) }),
      DataEntry("permalink", address.map { base.origin + base.url($0) }),
    ]
  }

  private func event(_ index: Int) -> [DataEntry] {
    let event = site.events[index]
    let isPast = event.over <= site.now
    let isNow = !isPast && event.start.instant <= site.now
    return page("event", .event(index), event.document) + [
      DataEntry("start", event.start.iso), DataEntry("end", event.shownEnd?.iso),
      DataEntry("start_utc", utc(event.start.instant)),
      DataEntry("end_utc", event.end.map { utc($0.instant) }),
      DataEntry("over_utc", utc(event.over)),
      DataEntry("timezone", event.zone.identifier),
      DataEntry(key: "all_day", value: .bool(event.isAllDay)),
      DataEntry("status", event.status.rawValue),
      DataEntry("when", isPast ? "past" : isNow ? "now" : "upcoming"),
      DataEntry("community", event.community.map { site.communities[$0].id }),
      DataEntry("venue", place(event.venue)), DataEntry("online", event.online),
      DataEntry("series", event.occurrence.map { site.series[$0.series].event.document.name }),
      DataEntry("occurrence", event.occurrence?.name),
      DataEntry("uid", site.uid(of: event)),
      DataEntry(key: "sequence", value: .int(event.sequence)),
    ]
  }

  private func place(_ venue: EventVenue?) -> String? {
    switch venue {
    case .known(let index): site.venues[index].place.name
    case .described(let place): place.name
    case nil: nil
    }
  }

  private func utc(_ instant: Instant) -> String { ZonedTime(instant, in: .utc).rfc3339 }

  private func post(_ index: Int) -> [DataEntry] {
    let post = site.posts[index]
    return page("post", .post(index), post.document) + [
      DataEntry("date", post.date.iso),
      DataEntry("community", post.community.map { site.communities[$0].id }),
    ]
  }

  private func community(_ index: Int) -> [DataEntry] {
    let community = site.communities[index]
    let next = lists.community(index).events.next(site)
    return page("community", .community(index), community.document) + [
      DataEntry("id", community.id), DataEntry("city", community.city),
      DataEntry("timezone", community.zone.identifier),
      DataEntry(key: "events", value: .int(community.events.count)),
      DataEntry(key: "posts", value: .int(community.posts.count)),
      DataEntry("next_event", next.map { utc(site.events[$0].start.instant) }),
    ]
  }

  private func leftOut(_ left: LeftOut, _ kind: Kind) -> [DataEntry]? {
    let moment: Moment?
    switch (left.reason, kind) {
    case (.draft, .drafts): moment = nil
    case (.future(let until), .future): moment = until
    case (.expired(let since), .expired): moment = since
    default: return nil
    }
    return [
      DataEntry(key: "file", value: .text(left.path)),
      DataEntry("reason", left.reason.summary), DataEntry("at", moment.map { utc($0.instant) }),
    ]
  }
}

extension DataEntry {
  /// A text, or null where there is none.
  fileprivate init(_ key: String, _ text: String?) {
    self.init(key: key, value: text.map { .text($0) } ?? .null)
  }
}
