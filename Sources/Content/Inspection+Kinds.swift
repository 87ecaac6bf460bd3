internal import Calendar
internal import Diagnostics

extension Site {
  func inspection(_ post: Post) -> Inspection {
    var map = inspection(post.document, kind: "post")
    map.add("authors", post.authors.map(value))
    map.add("community", post.community.map { communities[$0].id })
    map.add("event", post.event.map { events[$0].document.name })
    return map
  }

  func inspection(_ event: Event) -> Inspection {
    var map = inspection(event.document, kind: "event")
    map.add("start", event.start)
    map.add("end", event.end)
    map.add("over", .int(Int(event.over.seconds)))
    map.add("timezone", event.zone.identifier)
    map.add("all_day", .bool(event.isAllDay))
    map.add("status", event.status.rawValue)
    map.add("previous_start", event.previousStart)
    add(event.recurrence, to: &map)
    map.add("community", event.community.map { communities[$0].id })
    map.add("venue", event.venue.map(value))
    map.add("online", event.online)
    map.add("uid", event.uid)
    map.add("sequence", .int(event.sequence))
    map.add("rsvp", event.rsvp)
    map.add("capacity", event.capacity.map { .int($0) })
    map.add("price", event.price)
    map.add("currency", event.currency)
    map.add("hashtag", event.hashtag)
    map.add("organizers", event.organizers.map(value))
    map.add("speakers", event.speakers.map(value))
    map.add("schedule", event.schedule.map(value))
    map.add("recording", event.recording)
    map.add("slides", event.slides)
    map.add("recaps", event.recaps.map { .text(posts[$0].document.name) })
    return map
  }

  /// A series: what its first date would be as an event, and when it takes place.
  func inspection(_ series: Series) -> Inspection {
    var map = inspection(series.event)
    map.add("rule", series.recurrence.rules.first?.text)
    let occurrences = series.occurrences.map { index -> DataValue in
      var map = Inspection()
      map.add("name", events[index].occurrence?.name)
      map.add("start", events[index].start)
      if events[index].hasOwnDocument { map.add("path", events[index].document.file.path) }
      return .map(map.entries)
    }
    map.add("occurrences", occurrences)
    return map
  }

  func inspection(_ community: Community) -> Inspection {
    var map = inspection(community.document, kind: "community")
    map.add("id", community.id)
    map.add("name", community.name)
    map.add("city", community.city)
    map.add("timezone", community.zone.identifier)
    map.add("organizers", community.organizers.map(value))
    map.add("links", community.links.value)
    map.add("hashtag", community.hashtag)
    map.add("logo", community.logo?.value)
    return map
  }

  func inspection(_ person: Person) -> Inspection {
    var map = inspection(person.document, kind: "person")
    map.add("id", person.id)
    map.add("name", person.name)
    map.add("url", person.url)
    map.add("avatar", person.avatar?.value)
    map.add("links", person.links.value)
    return map
  }

  func inspection(_ venue: Venue) -> Inspection {
    var map = inspection(venue.document, kind: "venue")
    map.add("id", venue.id)
    map.add("place", venue.place.value)
    map.add("accessibility", venue.accessibility)
    return map
  }

  func inspection(_ document: Document, kind: String) -> Inspection {
    var map = Inspection()
    map.add("path", document.file.path)
    map.add("kind", kind)
    map.add("name", document.name)
    map.add("slug", document.slug)
    map.add("title", document.title)
    map.add("date", document.date)
    map.add("updated", document.updated)
    map.add("publish", document.publish)
    map.add("expire", document.expire)
    map.add("draft", .bool(document.isDraft))
    map.add("permalink", document.permalink?.value)
    map.add("aliases", document.aliases.map { DataValue.text($0.value) })
    map.add("summary", document.summary)
    map.add("image", document.image?.value)
    map.add("image_alt", document.imageAlt)
    map.add("tags", document.tags.map { .text(tags[$0].name) })
    map.add("template", document.template?.value)
    map.add("comments", document.comments.rawValue)
    map.add("noindex", .bool(document.isHiddenFromSearch))
    map.add("extra", document.extra.isEmpty ? nil : .map(document.extra))
    map.add("files", document.files.map { .text($0.path) })
    map.add("thread", document.thread?.file.path)
    map.add("body_bytes", .int(document.body.count))
    return map
  }

  func inspection(_ thread: Thread) -> Inspection {
    var map = Inspection()
    map.add("path", thread.file.path)
    map.add("kind", "thread")
    let comments = thread.comments.map { comment -> DataValue in
      var map = Inspection()
      map.add("id", thread.text(comment.id))
      map.add("reply_to", comment.parent.map { thread.text(thread.comments[$0].id) })
      map.add("author", thread.text(comment.author))
      map.add("person", comment.person.map { people[$0].id })
      map.add("url", thread.text(ifAny: comment.url))
      map.add("avatar", thread.text(ifAny: comment.avatar))
      map.add("date", thread.date(of: comment))
      map.add("status", comment.status.rawValue)
      map.add("type", comment.kind.rawValue)
      map.add("body", String(decoding: thread.body(of: comment), as: UTF8.self))
      return .map(map.entries)
    }
    map.add("comments", .list(comments))
    return map
  }
}

extension Site {
  private func add(_ recurrence: WrittenRecurrence, to map: inout Inspection) {
    map.add("repeat", recurrence.rule?.value)
    map.add("except", recurrence.except.map { .text($0.value.text) })
    map.add("also", recurrence.also.map { .text($0.value.text) })
    map.add("series", recurrence.series?.value)
    map.add("occurrence", recurrence.occurrence?.value)
  }

  private func value(_ byline: Byline) -> DataValue {
    var map = Inspection()
    switch byline {
    case .person(let index):
      map.add("person", people[index].id)
      map.add("name", people[index].name)
    case .name(let name): map.add("name", name)
    }
    return .map(map.entries)
  }

  private func value(_ venue: EventVenue) -> DataValue {
    switch venue {
    case .known(let index): .text(venues[index].id)
    case .described(let place): place.value
    }
  }

  private func value(_ speaker: Speaker) -> DataValue {
    var map = Inspection()
    map.add("speaker", value(speaker.name))
    map.add("talk", speaker.talk)
    map.add("url", speaker.url)
    return .map(map.entries)
  }

  private func value(_ item: ScheduleItem) -> DataValue {
    var map = Inspection()
    map.add("at", item.at)
    map.add("title", item.title)
    map.add("speaker", item.speaker.map(value))
    return .map(map.entries)
  }
}

extension Place {
  fileprivate var value: DataValue {
    var map = Inspection()
    map.add("name", name)
    map.add("address", address)
    map.add("city", city)
    map.add("region", region)
    map.add("postcode", postcode)
    map.add("country", country)
    map.add("lat", latitude.map { .double($0) })
    map.add("lon", longitude.map { .double($0) })
    map.add("url", url)
    return .map(map.entries)
  }
}

extension [NamedLink] {
  var value: DataValue? {
    isEmpty ? nil : .map(map { DataEntry(key: $0.name, value: .text($0.url)) })
  }
}
