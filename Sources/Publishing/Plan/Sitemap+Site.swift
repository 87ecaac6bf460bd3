import Calendar
import Content
import Feeds

/// The sitemap of the planned pages: each page once, without continuations, the page for missing
/// addresses, and what its author hides from search engines.
func sitemap(
  of outputs: [PlannedOutput],
  documents: DocumentTable,
  base: BaseURL
) -> Sitemap {
  let origin = base.origin + base.path.dropLast()
  let entries = outputs.compactMap { output -> Sitemap.Entry? in
    guard case .page(let subject, number: 1, _) = output.content, subject != .notFound else {
      return nil
    }
    let document = documents.number(of: subject).map { documents[$0] }
    guard document?.isHiddenFromSearch != true else { return nil }
    return Sitemap.Entry(
      url: origin + output.address.path.percentEncodedPath,
      lastChange: (document?.updated ?? document?.date)?.time
    )
  }
  return Sitemap(entries: entries)
}
