internal import Calendar
internal import Diagnostics

extension Linker {
  /// Gives posts their places, newest first, then by path.
  mutating func placePosts() {
    let posts = written.indices.compactMap { index -> (Int, Post)? in
      guard case .post(let written) = self.written[index].details else { return nil }
      let community = reference(written.community, names.communities)
      let event = recapped(written.event)
      guard isPublished[index], let date = documents[index].date else { return nil }
      var post = Post(
        document: documents[index],
        date: date,
        authors: authors(written),
        community: community,
        event: event.event
      )
      post.series = event.series
      return (index, post)
    }
    site.posts = place(posts) { (NewestFirst($0.date.instant), $0.document.file.path) }
  }

  private func authors(_ post: WrittenPost) -> [Byline] {
    guard post.authors.isEmpty else { return post.authors.map { byline($0) } }
    guard let author = site.settings.author else { return [] }
    return [byline(Located(author, at: SourceSpan(site.settings.file, 0..<0)))]
  }

  /// What a post recaps: an event, a series as a whole, or one of its occurrences.
  private mutating func recapped(_ name: Located<String>?) -> RecappedEvent {
    guard let name else { return .none }
    if names.events.file(named: name.value) == nil, let occurrence = OccurrenceName(name.value),
      let series = names.events.file(named: occurrence.series), isSeries(series)
    {
      // What is wrong with a series that couldn't be read is said where it stands.
      guard let expansion = expansions[series] else { return .none }
      let time = Located(occurrence.time, at: name.span)
      guard let original = original(time, "event", in: series) else { return .none }
      return recapped(original, at: name.span, series, expansion)
    }
    guard let index = names.events.find(name, log: &log), let place = position[index] else {
      return .none
    }
    return expansions[index] == nil ? .event(place) : .series(place)
  }

  private func isSeries(_ index: Int) -> Bool {
    guard case .event(let event) = written[index].details else { return false }
    return event.recurrence.isSeries
  }

  private mutating func recapped(
    _ original: OriginalStart,
    at span: SourceSpan,
    _ series: Int,
    _ expansion: SeriesExpansion
  ) -> RecappedEvent {
    guard let found = occurrence(original, at: span, series, expansion),
      let place = position[series],
      let event = site.occurrence(of: place, at: found.occurrence.local)
    else { return .none }
    return .event(event)
  }

  /// Gives pages their places, by path, and the texts of pages that the build makes.
  mutating func placePages() {
    for index in written.indices where isPublished[index] {
      switch written[index].place.kind {
      case .page:
        position[index] = site.pages.count
        site.pages.append(Page(document: documents[index]))
      case .section(let section):
        if documents[index].title.isEmpty { documents[index].title = site.settings.title }
        site.sections[section] = documents[index]
      default: continue
      }
    }
  }
}

/// A moment that sorts after later ones.
private struct NewestFirst: Comparable {
  let instant: Instant

  init(_ instant: Instant) {
    self.instant = instant
  }

  static func < (left: NewestFirst, right: NewestFirst) -> Bool { left.instant > right.instant }
}

/// What a post recaps.
private enum RecappedEvent {
  case none
  case event(Int)
  case series(Int)

  var event: Int? {
    guard case .event(let index) = self else { return nil }
    return index
  }

  var series: Int? {
    guard case .series(let index) = self else { return nil }
    return index
  }
}

extension Site {
  /// The event that is the occurrence of a series with that original start, if it has a page.
  ///
  /// Complexity: O(log n) in the series' occurrences.
  fileprivate func occurrence(of series: Int, at local: CivilDateTime) -> Int? {
    let occurrences = self.series[series].occurrences
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      guard let original = events[occurrences[middle]].occurrence?.original.local else {
        preconditionFailure("a series' events are its occurrences")
      }
      if original < local { low = middle + 1 } else { high = middle }
    }
    guard low < occurrences.count, events[occurrences[low]].occurrence?.original.local == local
    else { return nil }
    return occurrences[low]
  }
}
