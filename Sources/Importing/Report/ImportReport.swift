public import Diagnostics

/// What an import did, or with a dry run would do.
public struct ImportReport: Sendable {
  /// What became of a file.
  public enum FileOutcome: String, Sendable {
    /// It wasn't there.
    case created = "new"
    /// A thread that has more comments now.
    case extended
    /// It is there with these bytes.
    case unchanged
    /// It is there with other bytes, which somebody edited: they stay.
    case kept
  }

  /// A file of the site that the import writes.
  public struct File: Sendable {
    /// Its path below the site's root.
    public let path: String
    /// What became of it.
    public let outcome: FileOutcome
    /// What it holds: `post`, `5 comments`.
    public let contents: String
  }

  /// The files, in the order of the export.
  public internal(set) var files: [File] = []
  /// What became of each kind of things that the export holds.
  public internal(set) var ledgers: [Ledger] = []
  /// Further lines that its reader should see: shortcodes, attachments.
  public internal(set) var remarks: [String] = []
  /// What is wrong with the export, or kept something from being written.
  public internal(set) var log = DiagnosticLog()

  init() {}

  /// How many files had an outcome.
  public func count(_ outcome: FileOutcome) -> Int { files.count { $0.outcome == outcome } }

  mutating func warn(_ message: String, path: String?, help: String? = nil) {
    log.append(Diagnostic(message, severity: .warning, path: path, help: help))
  }

  mutating func fail(_ message: String, path: String?, help: String? = nil) {
    log.append(Diagnostic(message, path: path, help: help))
  }
}

/// How an import is to be done.
public struct ImportOptions: Sendable {
  /// The export.
  public var file: String
  /// The site's root.
  public var site: String
  /// Whether nothing is to be written.
  public var isDryRun = false
  /// Whether comments that wait for approval are written, as such.
  public var keepsPending = false
  /// A copy of WordPress' `wp-content/uploads`.
  public var media: String?

  /// Creates options for a file and a site.
  public init(file: String, site: String) {
    self.file = file
    self.site = site
  }
}
