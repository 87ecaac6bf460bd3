import Calendar
import Content
import Feeds

/// The sitemap of the planned pages: each page once, without continuations, the page for missing
/// addresses, and what its author hides from search engines.
func sitemap(of outputs: [PlannedOutput], site: Site, base: BaseURL) -> Sitemap {
  let entries = outputs.compactMap { output -> Sitemap.Entry? in
    guard case .page(let subject, number: 1, _) = output.content, subject != .notFound else {
      return nil
    }
    let document = site.document(of: subject)
    guard document?.isHiddenFromSearch != true else { return nil }
    return Sitemap.Entry(
      url: base.origin + base.path.dropLast() + output.address.path.percentEncodedPath,
      lastChange: (document?.updated ?? document?.date)?.time
    )
  }
  return Sitemap(entries: entries)
}

extension Site {
  /// The document behind a page, if an author wrote one.
  fileprivate func document(of subject: PageSubject) -> Document? {
    switch subject {
    case .post(let index): posts[index].document
    case .event(let index): events[index].document
    case .community(let index): communities[index].document
    case .person(let index): people[index].document
    case .venue(let index): venues[index].document
    case .page(let index): pages[index].document
    case .home: sections[.home]
    case .posts: sections[.posts]
    case .events: sections[.events]
    case .communities: sections[.communities]
    case .tags: sections[.tags]
    case .archive: sections[.archive]
    case .notFound: sections[.notFound]
    case .tag: nil
    }
  }
}
