internal import Calendar
internal import Diagnostics

extension Linker {
  /// Gives communities, people and venues their places, by name, then id.
  mutating func placeGroups() {
    // Comments and bylines name people, so these have their places first.
    placePeople()
    linkThreads()
    for (index, place) in position.enumerated() {
      if let place { site.people[place].document = documents[index] }
    }
    placeVenues()
    placeCommunities()
  }

  private mutating func placePeople() {
    let people = written.indices.compactMap { index -> (Int, Person)? in
      guard isPublished[index], case .person(let written) = self.written[index].details else {
        return nil
      }
      let document = documents[index]
      var person = Person(
        document: document,
        id: document.name,
        name: written.name ?? document.title
      )
      person.url = written.url
      person.avatar = written.avatar
      person.links = written.links
      return (index, person)
    }
    site.people = place(people) { ($0.name, $0.id) }
  }

  private mutating func placeVenues() {
    let venues = written.indices.compactMap { index -> (Int, Venue)? in
      guard isPublished[index], case .venue(let written) = self.written[index].details else {
        return nil
      }
      let document = documents[index]
      var place = written.place
      if place.name.isEmpty { place.name = document.title }
      var venue = Venue(document: document, id: document.name, place: place)
      venue.accessibility = written.accessibility
      return (index, venue)
    }
    site.venues = place(venues) { ($0.place.name, $0.id) }
  }

  private mutating func placeCommunities() {
    let communities = written.indices.compactMap { index -> (Int, Community)? in
      guard isPublished[index], case .community(let written) = self.written[index].details else {
        return nil
      }
      let document = documents[index]
      var community = Community(
        document: document,
        id: document.name,
        name: written.name ?? document.title,
        zone: contexts[index].zone
      )
      community.city = written.city
      community.organizers = written.organizers.map { byline($0) }
      community.links = written.links
      community.hashtag = written.hashtag
      community.logo = written.logo
      return (index, community)
    }
    site.communities = place(communities) { ($0.name, $0.id) }
  }

  /// Puts things in order and remembers where each document went.
  mutating func place<Thing, Key>(
    _ things: [(Int, Thing)],
    by key: (Thing) -> (Key, String)
  ) -> [Thing] where Key: Comparable {
    // Only keys are moved about while sorting: a post is some hundred bytes.
    let keys = things.indices.map { (key(things[$0].1), $0) }.sorted { $0.0 < $1.0 }
    return keys.enumerated().map { place, entry in
      position[things[entry.1].0] = place
      return things[entry.1].1
    }
  }

  /// Somebody by id, or by name where no file has that id.
  ///
  /// Of somebody whose page isn't published the name is shown.
  func byline(_ name: Located<String>) -> Byline {
    guard let index = names.people.file(named: name.value) else { return .name(name.value) }
    if let place = position[index] { return .person(place) }
    guard case .person(let person) = written[index].details else { return .name(name.value) }
    return .name(person.name ?? documents[index].title)
  }
}
