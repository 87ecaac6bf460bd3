import Calendar
import Content
import Templates

typealias PageField = Schema<PageReference>.Field

/// A field of posts.
///
/// Getters are given the index, not the post: a copy of a post retains all its parts.
private func post(
  _ name: String,
  _ get: @escaping @Sendable (SiteModel, Int) -> Value
) -> PageField {
  PageField(name) { model, page in
    guard case .post(let index) = page.subject else { preconditionFailure("a post's field") }
    return get(model, index)
  }
}

/// A field of events and of series, which are behind them in ``SiteModel/events``.
private func event(
  _ name: String,
  _ get: @escaping @Sendable (SiteModel, Int) -> Value
) -> PageField {
  PageField(name) { model, page in
    switch page.subject {
    case .event(let index): get(model, index)
    case .series(let index): get(model, model.site.events.count + index)
    default: preconditionFailure("an event's field")
    }
  }
}

private func community(
  _ name: String,
  _ get: @escaping @Sendable (SiteModel, Int) -> Value
) -> PageField {
  PageField(name) { model, page in
    guard case .community(let index) = page.subject else {
      preconditionFailure("a community's field")
    }
    return get(model, index)
  }
}

private func person(
  _ name: String,
  _ get: @escaping @Sendable (SiteModel, Int) -> Value
) -> PageField {
  PageField(name) { model, page in
    guard case .person(let index) = page.subject else { preconditionFailure("a person's field") }
    return get(model, index)
  }
}

private func venue(
  _ name: String,
  _ get: @escaping @Sendable (SiteModel, Int) -> Value
) -> PageField {
  PageField(name) { model, page in
    guard case .venue(let index) = page.subject else { preconditionFailure("a venue's field") }
    return get(model, index)
  }
}

/// The page so many places along a list, if there is one.
private func neighbour(
  _ name: String,
  by step: Int,
  _ list: @escaping @Sendable (Site) -> Range<Int>
) -> PageField {
  PageField(name) { model, page in
    switch page.subject {
    case .post(let index) where list(model.site).contains(index + step):
      model.page(.post(index + step))
    case .event(let index) where list(model.site).contains(index + step):
      model.page(.event(index + step))
    default: .none
    }
  }
}

let postFields: [PageField] = [
  post("authors") { model, index in model.value(model.site.posts[index].authors) },
  post("author") { model, index in model.site.posts[index].authors.first.map(model.value) ?? .none
  },
  post("community") { model, index in
    model.site.posts[index].community.map { model.page(.community($0)) } ?? .none
  },
  post("event") { model, index in
    if let series = model.site.posts[index].series { return model.page(.series(series)) }
    return model.site.posts[index].event.map { model.page(.event($0)) } ?? .none
  },
  neighbour("newer", by: -1) { $0.posts.indices },
  neighbour("older", by: 1) { $0.posts.indices },
]

let eventFields: [PageField] = [
  event("start") { model, index in model.value(model.events[index].start) },
  event("end") { model, index in model.value(model.shownEnd(index)) },
  event("timezone") { model, index in Value(model.events[index].zone.identifier) },
  event("all_day") { model, index in .bool(model.events[index].isAllDay) },
  event("multi_day") { model, index in .bool(model.lastsDays(index)) },
  event("over") { model, index in model.value(model.over(index)) },
  PageField("is_past") { model, page in .bool(model.isPast(page.subject)) },
  PageField("is_now") { model, page in .bool(model.isNow(page.subject)) },
  event("status") { model, index in Value(model.events[index].status.rawValue) },
  event("previous_start") { model, index in model.value(model.events[index].previousStart) },
  event("community") { model, index in
    model.events[index].community.map { model.page(.community($0)) } ?? .none
  },
  event("venue") { model, index in
    switch model.events[index].venue {
    case .known(let index): model.page(.venue(index))
    case .described(let place): .object(PlaceView(place, model))
    case nil: .none
    }
  },
  event("online") { model, index in Value(model.events[index].online) },
  event("rsvp") { model, index in Value(model.events[index].rsvp) },
  event("recording") { model, index in Value(model.events[index].recording) },
  event("slides") { model, index in Value(model.events[index].slides) },
  event("capacity") { model, index in model.events[index].capacity.map { .int($0) } ?? .none },
  event("price") { model, index in Value(model.events[index].price) },
  event("currency") { model, index in Value(model.events[index].currency) },
  event("hashtag") { model, index in Value(model.events[index].hashtag) },
  event("organizers") { model, index in model.value(model.events[index].organizers) },
  event("speakers") { model, index in
    .list(model.events[index].speakers.map { .object(SpeakerView($0, model)) })
  },
  event("schedule") { model, index in
    .list(model.events[index].schedule.map { View.value(.scheduleItem, $0, model) })
  },
  PageField("series") { model, page in model.series(of: page.subject) },
  PageField("original_start") { model, page in model.value(model.originalStart(page.subject)) },
  PageField("google_calendar") { model, page in Value(model.calendarLinks(page.subject)?.google) },
  PageField("outlook_calendar") { model, page in Value(model.calendarLinks(page.subject)?.outlook)
  },
  PageField("calendar") { model, page in Value(model.calendar(page.subject)) },
  event("recaps") { model, index in model.pages(model.events[index].recaps) { .post($0) } },
  neighbour("newer", by: 1) { $0.events.indices },
  neighbour("older", by: -1) { $0.events.indices },
]

let communityFields: [PageField] = [
  community("id") { model, index in Value(model.site.communities[index].id) },
  community("name") { model, index in Value(model.site.communities[index].name) },
  community("city") { model, index in Value(model.site.communities[index].city) },
  community("timezone") { model, index in Value(model.site.communities[index].zone.identifier) },
  community("hashtag") { model, index in Value(model.site.communities[index].hashtag) },
  PageField("logo") { model, page in Value(model.written(page.subject)?.text.icon) },
  community("organizers") { model, index in model.value(model.site.communities[index].organizers) },
  community("links") { model, index in model.value(model.site.communities[index].links) },
  community("event_count") { model, index in .int(model.site.communities[index].events.count) },
  community("post_count") { model, index in .int(model.site.communities[index].posts.count) },
  PageField("calendar") { model, page in Value(model.calendar(page.subject)) },
  PageField("webcal") { model, page in Value(model.webcal(page.subject)) },
  PageField("next_event") { model, page in
    guard case .community(let index) = page.subject else { return .none }
    let next = model.lists.community(index).events.next(model.site)
    return next.map { model.page(.event($0)) } ?? .none
  },
]

let personFields: [PageField] = [
  person("id") { model, index in Value(model.site.people[index].id) },
  person("name") { model, index in Value(model.site.people[index].name) },
  person("website") { model, index in Value(model.site.people[index].url) },
  PageField("avatar") { model, page in Value(model.written(page.subject)?.text.icon) },
  person("links") { model, index in model.value(model.site.people[index].links) },
]

let venueFields: [PageField] =
  [
    venue("id") { model, index in Value(model.site.venues[index].id) },
    venue("name") { model, index in Value(model.site.venues[index].place.name) },
    venue("accessibility") { model, index in Value(model.site.venues[index].accessibility) },
  ]
  + placeFields { model, page in
    guard case .venue(let index) = page.subject else { preconditionFailure("a venue's field") }
    return model.site.venues[index].place
  }

let tagFields: [PageField] = [
  PageField("name") { model, page in Value(model.title(page.subject)) },
  PageField("count") { model, page in
    guard case .tag(let index) = page.subject else { return .int(0) }
    let tag = model.site.tags[index]
    return .int(tag.posts.count + tag.events.count + tag.pages.count)
  },
]

extension Event {
  /// The end as people say it: for an all-day event its last day, not the day after.
  var shownEnd: Moment? { Event.shownEnd(end, isAllDay: isAllDay, in: zone) }

  /// The end as people say it, of an event that ends so in a zone.
  static func shownEnd(_ end: Moment?, isAllDay: Bool, in zone: Zone) -> Moment? {
    guard isAllDay, let end else { return end }
    let last = Instant(seconds: end.instant.seconds - 1)
    return Moment(ZonedTime(last, in: zone), zone: end.zone, isDateOnly: true)
  }

  /// Whether it ends on another day than it begins, and not just late in the night.
  static func lastsDays(from start: Moment, to end: Moment?, isAllDay: Bool) -> Bool {
    guard let end, end.time.local.date != start.time.local.date else { return false }
    return isAllDay || end.instant.seconds - start.instant.seconds >= 12 * 3600
  }
}
