/// How a list is spread over continuations of its page.
struct Pagination: Sendable {
  /// Entries on each.
  let perPage: Int

  /// How many pages a list of so many entries takes: at least one.
  func pages(for entries: Int) -> Int {
    max(1, (entries + perPage - 1) / perPage)
  }

  /// The entries of a page, counted from 1: empty behind the last.
  func entries(onPage number: Int, of count: Int) -> Range<Int> {
    let start = min(count, (number - 1) * perPage)
    return start..<min(count, start + perPage)
  }
}
