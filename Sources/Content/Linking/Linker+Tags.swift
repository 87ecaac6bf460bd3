internal import Diagnostics

extension Linker {
  /// Gathers the tags of all that is published, and tells pages and tags of each other.
  ///
  /// Only posts, events and pages are listed by a tag; others may carry those that there are.
  mutating func collectTags() {
    var tags = TagCollector()
    let posts = order(site.posts.count, .post).map { tags.slugs(of: written[$0].common.tags) }
    let events = eventSources.map { tags.slugs(of: self.tags(ofEvent: $0)) }
    let pages = order(site.pages.count, .page).map { tags.slugs(of: written[$0].common.tags) }
    site.tags = tags.sorted
    let places = Dictionary(uniqueKeysWithValues: site.tags.enumerated().map { ($1.slug, $0) })
    for (index, slugs) in posts.enumerated() {
      site.posts[index].document.tags = slugs.compactMap { places[$0] }
      for tag in site.posts[index].document.tags { site.tags[tag].posts.append(index) }
    }
    for (index, slugs) in events.enumerated() {
      site.events[index].document.tags = slugs.compactMap { places[$0] }
      for tag in site.events[index].document.tags { site.tags[tag].events.append(index) }
    }
    for (index, slugs) in pages.enumerated() {
      site.pages[index].document.tags = slugs.compactMap { places[$0] }
      for tag in site.pages[index].document.tags { site.tags[tag].pages.append(index) }
    }
    tagGroups(places, &tags)
    for document in expansions.keys.sorted() {
      guard let series = position[document] else { continue }
      let slugs = tags.slugs(of: written[document].common.tags)
      site.series[series].event.document.tags = slugs.compactMap { places[$0] }
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
  private mutating func tagGroups(_ places: [String: Int], _ tags: inout TagCollector) {
    for (index, document) in written.enumerated() {
      guard let place = position[index], !document.common.tags.isEmpty else { continue }
      let found = tags.slugs(of: document.common.tags).compactMap { places[$0] }
      switch document.place.kind {
      case .community: site.communities[place].document.tags = found
      case .person: site.people[place].document.tags = found
      case .venue: site.venues[place].document.tags = found
      case .post, .event, .page, .section: continue
      }
    }
  }
}

/// Tags in the order in which they are met, those with one address being one.
private struct TagCollector {
  private var tags: [String: Tag] = [:]
  /// The address of each name as it was written: most names are met many times.
  private var slugs: [String: String] = [:]

  /// The addresses of a page's tags, each once.
  mutating func slugs(of names: [Located<String>]) -> [String] {
    var found: [String] = []
    for name in names {
      let slug = slug(name.value)
      if tags[slug] == nil { tags[slug] = Tag(name: name.value, slug: slug) }
      if !found.contains(slug) { found.append(slug) }
    }
    return found
  }

  private mutating func slug(_ name: String) -> String {
    if let known = slugs[name] { return known }
    let slug = tagSlug(name)
    slugs[name] = slug
    return slug
  }

  /// All tags, by address.
  var sorted: [Tag] { tags.values.sorted { $0.slug < $1.slug } }
}
