import Templates

/// How often each template and macro was called, how long that took and how many bytes it wrote.
///
/// A call's time includes what it includes, imports, extends and calls.
public struct TemplateMetrics: Sendable {
  /// What is known of one template or macro.
  public struct Row: Sendable {
    /// The template's name, or a macro's with its template: `macros.html:card()`.
    public let name: String
    /// How often it was called: as a page, included, imported, extended.
    public fileprivate(set) var count = 0
    /// The time of all of them.
    public fileprivate(set) var total = Duration.zero
    /// The time of the slowest.
    public fileprivate(set) var longest = Duration.zero
    /// How many bytes it wrote.
    public fileprivate(set) var bytes = 0

    /// The time of a call on average.
    public var mean: Duration { count == 0 ? .zero : total / count }
  }

  private var known: [Row] = []

  /// What took longest stands first, and what took as long in the order of the names.
  public var rows: [Row] {
    known.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }

  /// Adds what one worker measured.
  mutating func add(_ profile: RenderProfile) {
    for entry in profile.entries {
      var row = Row(name: entry.name)
      row.count = entry.count
      row.total = entry.total
      row.longest = entry.longest
      row.bytes = entry.bytes
      add(row)
    }
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
