/// What became of each of a kind of things that a file holds: the sum is how many it holds.
public struct Ledger: Sendable {
  /// An outcome, and how many had it.
  public struct Line: Sendable, Hashable {
    /// Such as `posts`, or `pending`.
    public let outcome: String
    /// Whether they are in the site now.
    public let isImported: Bool
    /// How many.
    public var count: Int
  }

  /// What the things are called: `comments`.
  public let name: String
  /// How many the file holds.
  public internal(set) var found = 0
  /// What became of them, in the order in which it first did.
  public private(set) var lines: [Line] = []

  init(_ name: String) { self.name = name }

  /// Notes what became of some.
  mutating func note(_ outcome: String, isImported: Bool, count: Int = 1) {
    guard count > 0 else { return }
    if let index = lines.firstIndex(where: { $0.outcome == outcome && $0.isImported == isImported })
    {
      lines[index].count += count
    } else {
      lines.append(Line(outcome: outcome, isImported: isImported, count: count))
    }
  }

  /// How many are in the site now.
  public var imported: Int { lines.reduce(0) { $0 + ($1.isImported ? $1.count : 0) } }

  /// How many aren't.
  public var skipped: Int { lines.reduce(0) { $0 + ($1.isImported ? 0 : $1.count) } }

  /// The account in a line: `33 comments: 30 imported (26 comments, 4 pingbacks), 3 not (3 pending)`.
  public var summary: String {
    var text = "\(found) \(name) in the file: \(imported) imported\(list(true))"
    text += ", \(skipped) not\(list(false))"
    return text
  }

  private func list(_ isImported: Bool) -> String {
    let parts = lines.filter { $0.isImported == isImported }.map { "\($0.count) \($0.outcome)" }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}
