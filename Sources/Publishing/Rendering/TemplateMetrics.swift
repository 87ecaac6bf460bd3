/// How often each template made a page, how long that took and how many bytes it wrote.
///
/// A template's time includes what it includes, imports and extends.
public struct TemplateMetrics: Sendable {
  /// What is known of one template.
  public struct Row: Sendable {
    /// The template's name: `post.html`.
    public let name: String
    /// How many pages it made.
    public fileprivate(set) var count = 0
    /// The time of all of them.
    public fileprivate(set) var total = Duration.zero
    /// The time of the slowest.
    public fileprivate(set) var longest = Duration.zero
    /// How many bytes they have.
    public fileprivate(set) var bytes = 0

    /// The time of a page on average.
    public var mean: Duration { count == 0 ? .zero : total / count }
  }

  private var known: [Row] = []

  /// What took longest stands first, and what took as long in the order of the names.
  public var rows: [Row] {
    known.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }

  /// Adds a page.
  mutating func add(_ name: String, _ time: Duration, bytes: Int) {
    var page = Row(name: name)
    page.count = 1
    page.total = time
    page.longest = time
    page.bytes = bytes
    add(page)
  }

  /// Adds what another worker measured.
  mutating func merge(_ other: TemplateMetrics) {
    for row in other.known { add(row) }
  }

  private mutating func add(_ row: Row) {
    guard let index = known.firstIndex(where: { $0.name == row.name }) else {
      return known.append(row)
    }
    known[index].count += row.count
    known[index].total += row.total
    known[index].longest = max(known[index].longest, row.longest)
    known[index].bytes += row.bytes
  }
}
