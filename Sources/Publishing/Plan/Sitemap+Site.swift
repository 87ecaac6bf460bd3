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
    let number = documents.number(of: subject)
    if let number, documents[number].isHiddenFromSearch { return nil }
    return Sitemap.Entry(
      url: origin + output.address.path.percentEncodedPath,
      lastChange: number.flatMap { documents[$0].updated ?? documents[$0].date }?.time
    )
  }
  return Sitemap(entries: entries)
}
