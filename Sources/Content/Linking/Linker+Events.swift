internal import Calendar
internal import Diagnostics

extension Linker {
  /// Gives events their places, by start, then path; of a series its occurrences.
  mutating func placeEvents() {
    var placed: [PlacedEvent] = []
    var series: [SeriesDraft] = []
    for index in written.indices {
      guard case .event(let written) = self.written[index].details,
        written.recurrence.series == nil
      else { continue }
      guard let event = event(written, index) else { continue }
      if written.recurrence.isSeries {
        guard let found = self.series(event, written, index) else { continue }
        series.append(found)
      } else if isPublished[index] {
        placed.append(PlacedEvent(event: event, document: index))
      }
    }
    placed += occurrences(of: series)
    place(placed)
  }

  /// Puts events in order and remembers where each went.
  private mutating func place(_ events: [PlacedEvent]) {
    // Only numbers are moved about while sorting: an event is some hundred bytes.
    let order = events.indices.sorted { events[$0].precedes(events[$1]) }
    site.events.reserveCapacity(order.count)
    for (place, number) in order.enumerated() {
      let document = events[number].document
      if events[number].event.hasOwnDocument { position[document] = place }
      if let series = events[number].event.occurrence?.series {
        site.series[series].occurrences.append(place)
      }
      eventSources.append(document)
      site.events.append(events[number].event)
    }
    for index in site.series.indices {
      let sorted = site.series[index].occurrences.sorted { first, second in
        guard let first = site.events[first].occurrence, let second = site.events[second].occurrence
        else { preconditionFailure("these are occurrences") }
        return first.original.local < second.original.local
      }
      site.series[index].occurrences = sorted
    }
  }

  /// An event with all that it names, or `nil` when it has no start that could be read.
  ///
  /// It is made of files that aren't published, too, so that their faults are said.
  private mutating func event(_ written: WrittenEvent, _ index: Int) -> Event? {
    let community = reference(written.community, names.communities)
    let venue = venue(written.venue)
    let previousStart = written.previousStart.flatMap {
      contexts[index].resolve($0, "previous_start", log: &log)
    }
    guard let start = written.start,
      let timing = EventTiming(written, start: start, contexts[index], log: &log)
    else { return nil }
    // A series goes on for longer than its first date.
    if !written.recurrence.isSeries { closeComments(of: index, since: timing.over) }
    var event = Event(
      document: documents[index],
      start: timing.start,
      end: timing.end,
      over: timing.over,
      zone: contexts[index].zone,
      isAllDay: timing.isAllDay,
      status: written.status?.value ?? .scheduled,
      recurrence: written.recurrence
    )
    event.community = community
    event.venue = venue
    event.previousStart = previousStart
    fill(&event, written)
    advise(event, written)
    return event
  }

  /// An occurrence as its own file and its series' say it together, or `nil` when its start can't be
  /// read.
  mutating func changedOccurrence(
    _ index: Int,
    _ written: WrittenEvent,
    of series: Series,
    at original: Occurrence
  ) -> Event? {
    var event = series.event
    let community = reference(written.community, names.communities)
    let venue = venue(written.venue)
    let previousStart = written.previousStart.flatMap {
      contexts[index].resolve($0, "previous_start", log: &log)
    }
    let timing = EventTiming(written, changing: original, of: series, contexts[index], log: &log)
    guard let timing else { return nil }
    event.take(timing)
    event.zone = contexts[index].zone
    if written.community != nil { event.community = community }
    if written.venue != nil { event.venue = venue }
    event.status = written.status?.value ?? event.status
    event.previousStart = previousStart ?? event.previousStart
    // What it was moved from is known: the series says it.
    if event.status == .rescheduled, written.previousStart == nil, written.start != nil {
      event.previousStart = EventTiming(original, of: series).start
    }
    event.recurrence = written.recurrence
    fill(&event, written)
    event.uid = series.event.uid
    event.document = documents[index]
    adviseOnChange(event, written)
    return event
  }

  /// Gives an event what its file says and what needs no other file; the rest stays as it is.
  private func fill(_ event: inout Event, _ written: WrittenEvent) {
    event.online = written.online ?? event.online
    event.uid = written.uid?.value ?? event.uid
    event.sequence = written.sequence ?? event.sequence
    event.rsvp = written.rsvp ?? event.rsvp
    event.capacity = written.capacity ?? event.capacity
    event.price = written.price ?? event.price
    event.currency = written.currency ?? event.currency
    event.recording = written.recording ?? event.recording
    event.slides = written.slides ?? event.slides
    let common = written.community == nil ? event.hashtag : nil
    event.hashtag =
      written.hashtag ?? common ?? event.community.flatMap { site.communities[$0].hashtag }
    if !written.organizers.isEmpty { event.organizers = written.organizers.map { byline($0) } }
    if !written.speakers.isEmpty {
      event.speakers = written.speakers.map {
        Speaker(name: byline($0.name), talk: $0.title, url: $0.url)
      }
    }
    if !written.schedule.isEmpty {
      event.schedule = written.schedule.map {
        ScheduleItem(at: $0.at, title: $0.title, speaker: $0.speaker.map { byline($0) })
      }
    }
  }

  /// The venue with a page, or the place; a venue that isn't published is shown as a place.
  private mutating func venue(_ written: WrittenEvent.Venue?) -> EventVenue? {
    switch written {
    case nil: return nil
    case .described(let place): return .described(place)
    case .id(let name):
      guard let index = names.venues.find(name, log: &log) else { return nil }
      if let place = position[index] { return .known(place) }
      guard case .venue(let venue) = self.written[index].details else { return nil }
      var place = venue.place
      if place.name.isEmpty { place.name = documents[index].title }
      return .described(place)
    }
  }

  /// The place of what a name means; `nil` also when that isn't published.
  mutating func reference(_ name: Located<String>?, _ index: NameIndex) -> Int? {
    guard let name, let found = index.find(name, log: &log) else { return nil }
    return position[found]
  }
}

extension Event {
  /// Takes place then.
  mutating func take(_ timing: EventTiming) {
    start = timing.start
    end = timing.end
    over = timing.over
    isAllDay = timing.isAllDay
  }
}

/// An event before it has its place in the site's array.
struct PlacedEvent {
  let event: Event
  /// The file that says most of it: its own, or its series'.
  let document: Int

  /// Whether it comes first: by start, then path, then the place in its series.
  func precedes(_ other: PlacedEvent) -> Bool {
    if event.start.instant != other.event.start.instant {
      return event.start.instant < other.event.start.instant
    }
    let (path, otherPath) = (event.document.file.path, other.event.document.file.path)
    guard path == otherPath, let original = event.occurrence?.original.local,
      let otherOriginal = other.event.occurrence?.original.local
    else { return path < otherPath }
    return original < otherOriginal
  }
}
