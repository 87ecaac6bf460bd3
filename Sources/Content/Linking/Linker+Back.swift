internal import Calendar

extension Linker {
  /// Tells communities, people, venues and events what belongs to them.
  mutating func linkBack() {
    // By number, since a post or an event is large and a copy would count each of its parts.
    for index in site.posts.indices { linkPost(index) }
    for index in site.events.indices { linkEvent(index) }
    for index in site.series.indices {
      guard let community = site.series[index].event.community else { continue }
      site.communities[community].series.append(index)
    }
    for index in site.communities.indices {
      for person in site.communities[index].organizers.people {
        site.people[person].communities.append(index)
      }
    }
    // Posts stand newest first, but a story is told from its beginning.
    for index in site.events.indices { site.events[index].recaps.reverse() }
    for index in site.series.indices { site.series[index].event.recaps.reverse() }
  }

  private mutating func linkPost(_ index: Int) {
    let (event, series) = (site.posts[index].event, site.posts[index].series)
    // A recap belongs to the community of its event when it names none.
    let community =
      site.posts[index].community ?? event.flatMap { site.events[$0].community }
      ?? series.flatMap { site.series[$0].event.community }
    if let community { site.communities[community].posts.append(index) }
    if let event { site.events[event].recaps.append(index) }
    if let series { site.series[series].event.recaps.append(index) }
    for person in site.posts[index].authors.people { site.people[person].posts.append(index) }
  }

  private mutating func linkEvent(_ index: Int) {
    if let community = site.events[index].community {
      site.communities[community].events.append(index)
    }
    if case .known(let venue) = site.events[index].venue { site.venues[venue].events.append(index) }
    for person in site.events[index].speakers.map(\.name).people {
      site.people[person].talks.append(index)
    }
  }
}

extension [Byline] {
  /// The people among them who have a page, each once.
  fileprivate var people: [Int] {
    var people: [Int] = []
    for case .person(let index) in self where !people.contains(index) { people.append(index) }
    return people
  }
}
