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
      let post = Post(
        document: documents[index],
        date: date,
        authors: authors(written),
        community: community,
        event: event
      )
      return (index, post)
    }
    site.posts = place(posts) { (NewestFirst($0.date.instant), $0.document.file.path) }
  }

  private func authors(_ post: WrittenPost) -> [Byline] {
    guard post.authors.isEmpty else { return post.authors.map(byline) }
    guard let author = site.settings.author else { return [] }
    return [byline(Located(author, at: SourceSpan(site.settings.file, 0..<0)))]
  }

  /// The event that a post recaps: its own, or for `series/2026-03-10` the series'.
  private mutating func recapped(_ name: Located<String>?) -> Int? {
    guard let name else { return nil }
    if let slash = name.value.utf8.lastIndex(of: UInt8(ascii: "/")),
      let series = names.events.file(named: String(name.value[..<slash])),
      isSeries(series), name.value[slash...].dropFirst().first?.isNumber == true
    {
      return position[series]
    }
    return reference(name, names.events)
  }

  private func isSeries(_ index: Int) -> Bool {
    guard case .event(let event) = written[index].details else { return false }
    return event.recurrence.rule != nil || !event.recurrence.also.isEmpty
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
