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
    public internal(set) var outcome: FileOutcome
    /// What it holds: `post`, `5 comments`.
    public internal(set) var contents: String
    /// How many comments of a thread were added, or were there.
    var comments = 0
  }

  /// The files, in the order of the export.
  public internal(set) var files: [File] = []
  /// What became of each kind of things that the export holds.
  public internal(set) var ledgers: [Ledger] = []
  /// The addresses of attachments, which the export names and doesn't hold.
  public internal(set) var attachments: [String] = []
  /// Further lines that its reader should see: shortcodes, attachments.
  public internal(set) var remarks: [String] = []
  /// What is wrong with the export, or kept something from being written.
  public internal(set) var log = DiagnosticLog()

  /// Where each thread's file stands among the files.
  private var threads: [String: Int] = [:]

  init() {}

  /// Notes what became of a thread's file, which may be added to several times.
  mutating func note(thread path: String, _ outcome: FileOutcome, comments: Int) {
    let index = threads[path] ?? files.count
    if index == files.count {
      threads[path] = index
      files.append(File(path: path, outcome: outcome, contents: ""))
    } else if files[index].outcome == .unchanged {
      files[index].outcome = outcome
    }
    files[index].comments += comments
    let count = files[index].comments
    files[index].contents = count == 1 ? "1 comment" : "\(count) comments"
  }

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
