/// All that is wrong with a site, gathered in one run.
public struct DiagnosticLog: Sendable {
  /// What was said, in the order in which it was said.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Whether warnings count as errors (`--strict`).
  public let isStrict: Bool

  /// Creates an empty log.
  public init(isStrict: Bool = false) {
    self.isStrict = isStrict
  }

  /// Adds what is wrong at one place.
  public mutating func append(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if isStrict { diagnostic.severity = .error }
    diagnostics.append(diagnostic)
  }

  /// Adds all that another log holds, as a parallel stage does with its parts.
  public mutating func append(contentsOf other: DiagnosticLog) {
    for diagnostic in other.diagnostics { append(diagnostic) }
  }

  /// Whether the site can't be built.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the machine refused something.
  public var hasRefusals: Bool { diagnostics.contains { $0.cause != .author } }

  /// Everything once, ordered by file, line, column, message and notes, so that no number of jobs shows.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted { $0.sortKey < $1.sortKey }
  }
}

extension Diagnostic {
  fileprivate var sortKey: (String, Int, Int, String, String) {
    let notes = notes.isEmpty ? "" : notes.joined(separator: "\n")
    return (path ?? "", location?.line ?? 0, location?.column ?? 0, message, notes)
  }
}
