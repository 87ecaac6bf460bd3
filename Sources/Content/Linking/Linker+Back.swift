internal import Calendar

extension Linker {
  /// Tells communities, people, venues and events what belongs to them.
  mutating func linkBack() {
    for (index, post) in site.posts.enumerated() { linkBack(post, index) }
    for (index, event) in site.events.enumerated() { linkBack(event, index) }
    for (index, series) in site.series.enumerated() {
      if let community = series.event.community { site.communities[community].series.append(index) }
    }
    for (index, community) in site.communities.enumerated() {
      for person in community.organizers.people { site.people[person].communities.append(index) }
    }
    // Posts stand newest first, but a story is told from its beginning.
    for index in site.events.indices { site.events[index].recaps.reverse() }
    for index in site.series.indices { site.series[index].event.recaps.reverse() }
  }

  private mutating func linkBack(_ post: Post, _ index: Int) {
    // A recap belongs to the community of its event when it names none.
    let community =
      post.community ?? post.event.flatMap { site.events[$0].community }
      ?? post.series.flatMap { site.series[$0].event.community }
    if let community { site.communities[community].posts.append(index) }
    if let event = post.event { site.events[event].recaps.append(index) }
    if let series = post.series { site.series[series].event.recaps.append(index) }
    for person in post.authors.people { site.people[person].posts.append(index) }
  }

  private mutating func linkBack(_ event: Event, _ index: Int) {
    if let community = event.community { site.communities[community].events.append(index) }
    if case .known(let venue) = event.venue { site.venues[venue].events.append(index) }
    for person in event.speakers.map(\.name).people { site.people[person].talks.append(index) }
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
