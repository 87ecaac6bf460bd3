internal import Calendar
internal import Diagnostics

extension Linker {
  /// Gives events their places, by start, then path.
  mutating func placeEvents() {
    let events = written.indices.compactMap { index -> (Int, Event)? in
      guard case .event(let written) = self.written[index].details else { return nil }
      guard let event = event(written, index), isPublished[index] else { return nil }
      return (index, event)
    }
    site.events = place(events) { ($0.start.instant, $0.document.file.path) }
  }

  /// An event with all that it names, or `nil` when it has no start that could be read.
  ///
  /// It is made of files that aren't published, too, so that their faults are said.
  private mutating func event(_ written: WrittenEvent, _ index: Int) -> Event? {
    let community = reference(written.community, names.communities)
    let venue = venue(written.venue)
    let series = written.recurrence.series.flatMap { names.events.find($0, log: &log) }
    let previousStart = written.previousStart.flatMap {
      contexts[index].resolve($0, "previous_start", log: &log)
    }
    guard let start = start(of: written, in: series) else { return nil }
    let timing = EventTiming(written, start: start, contexts[index], log: &log)
    guard let timing else { return nil }
    closeComments(of: index, since: timing.over)
    var event = Event(
      document: documents[index],
      start: timing.start,
      end: timing.end,
      over: timing.over,
      zone: contexts[index].zone,
      isAllDay: timing.isAllDay,
      status: written.status,
      recurrence: written.recurrence
    )
    event.previousStart = previousStart
    event.community = community
    event.venue = venue
    fill(&event, written)
    return event
  }

  /// `start`, or for a file that changes an occurrence that occurrence's own.
  private func start(of event: WrittenEvent, in series: Int?) -> Located<WrittenTime>? {
    if let start = event.start { return start }
    guard let occurrence = event.occurrence, let series,
      case .event(let base) = written[series].details
    else { return nil }
    guard occurrence.value.time == nil else { return occurrence }
    let time = WrittenTime(date: occurrence.value.date, time: base.start?.value.time)
    return Located(time, at: occurrence.span)
  }

  private mutating func fill(_ event: inout Event, _ written: WrittenEvent) {
    event.online = written.online
    event.uid = written.uid
    event.sequence = written.sequence
    event.rsvp = written.rsvp
    event.capacity = written.capacity
    event.price = written.price
    event.currency = written.currency
    event.hashtag = written.hashtag ?? event.community.flatMap { site.communities[$0].hashtag }
    event.organizers = written.organizers.map(byline)
    event.speakers = written.speakers.map {
      Speaker(name: byline($0.name), talk: $0.title, url: $0.url)
    }
    event.schedule = written.schedule.map {
      ScheduleItem(at: $0.at, title: $0.title, speaker: $0.speaker.map(byline))
    }
    event.recording = written.recording
    event.slides = written.slides
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
