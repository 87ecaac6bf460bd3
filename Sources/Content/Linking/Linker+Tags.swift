internal import Diagnostics

extension Linker {
  /// Gathers the tags of all that is published, and tells pages and tags of each other.
  ///
  /// Only posts, events and pages are listed by a tag; others may carry those that there are.
  mutating func collectTags() {
    var tags = TagCollector()
    let posts = order(site.posts.count, .post).map { tags.numbers(of: written[$0].common.tags) }
    let events = eventSources.map { tags.numbers(of: self.tags(ofEvent: $0)) }
    let pages = order(site.pages.count, .page).map { tags.numbers(of: written[$0].common.tags) }
    site.tags = tags.sort()
    for (index, numbers) in posts.enumerated() {
      site.posts[index].document.tags = tags.places(of: numbers)
      for tag in site.posts[index].document.tags { site.tags[tag].posts.append(index) }
    }
    for (index, numbers) in events.enumerated() {
      site.events[index].document.tags = tags.places(of: numbers)
      for tag in site.events[index].document.tags { site.tags[tag].events.append(index) }
    }
    for (index, numbers) in pages.enumerated() {
      site.pages[index].document.tags = tags.places(of: numbers)
      for tag in site.pages[index].document.tags { site.tags[tag].pages.append(index) }
    }
    tagGroups(&tags)
    for document in expansions.keys.sorted() {
      guard let series = position[document] else { continue }
      let numbers = tags.numbers(of: written[document].common.tags)
      site.series[series].event.document.tags = tags.places(of: numbers)
    }
  }

  /// The tags of an event; a changed occurrence without some has its series'.
  private func tags(ofEvent document: Int) -> [Located<String>] {
    let own = written[document].common.tags
    guard own.isEmpty, case .event(let event) = written[document].details,
      let series = event.recurrence.series.flatMap({ names.events.file(named: $0.value) })
    else { return own }
    return written[series].common.tags
  }

  /// The documents of a kind in the order of the site's array of them.
  private func order(_ count: Int, _ kind: DocumentPlace.Kind) -> [Int] {
    var order = [Int](repeating: 0, count: count)
    for (index, document) in written.enumerated() where document.place.kind == kind {
      if let place = position[index] { order[place] = index }
    }
    return order
  }

  /// Gives communities, people and venues those of their tags that something is listed under.
  private mutating func tagGroups(_ tags: inout TagCollector) {
    for (index, document) in written.enumerated() {
      guard document.place.kind.isGroup, let place = position[index],
        !document.common.tags.isEmpty
      else { continue }
      let found = tags.places(of: tags.numbers(of: document.common.tags))
      switch document.place.kind {
      case .community: site.communities[place].document.tags = found
      case .person: site.people[place].document.tags = found
      case .venue: site.venues[place].document.tags = found
      case .post, .event, .page, .section: preconditionFailure("these are no groups")
      }
    }
  }
}

extension DocumentPlace.Kind {
  /// Whether it has tags without being listed by them.
  fileprivate var isGroup: Bool { self == .community || self == .person || self == .venue }
}

/// Tags by number in the order in which they are met, those with one address being one.
private struct TagCollector {
  private var tags: [Tag] = []
  /// For each tag that something is listed under its place among the site's.
  private var places: [Int] = []
  /// The number of each address.
  private var slugs: [String: Int] = [:]
  /// The number of each name as it was written: most names are met many times.
  private var names: [String: Int] = [:]

  /// The numbers of a page's tags, each once.
  mutating func numbers(of names: [Located<String>]) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(names.count)
    for name in names {
      let number = number(of: name.value)
      if !found.contains(number) { found.append(number) }
    }
    return found
  }

  private mutating func number(of name: String) -> Int {
    if let known = names[name] { return known }
    let slug = tagSlug(name)
    let number = slugs[slug] ?? tags.count
    if number == tags.count { tags.append(Tag(name: name, slug: slug)) }
    slugs[slug] = number
    names[name] = number
    return number
  }

  /// All tags that were met so far, by address: those that there are.
  mutating func sort() -> [Tag] {
    let order = tags.indices.sorted { tags[$0].slug < tags[$1].slug }
    places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    return order.map { tags[$0] }
  }

  /// The places of those that there are.
  func places(of numbers: [Int]) -> [Int] {
    numbers.compactMap { places.indices.contains($0) ? places[$0] : nil }
  }
}
