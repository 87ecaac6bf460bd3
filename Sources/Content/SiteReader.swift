public import Calendar
public import Diagnostics
internal import Parallel

/// Reads a source tree into a site: each file by itself and some at once, then what they say of each
/// other.
public struct SiteReader: Sendable {
  let tree: SourceTree
  let options: ReadingOptions
  let zones: ZoneDatabase

  /// Creates a reader; nothing is read yet.
  public init(tree: SourceTree, options: ReadingOptions, zones: ZoneDatabase) {
    self.tree = tree
    self.options = options
    self.zones = zones
  }

  /// Reads the site, saying in the log all that is wrong with it.
  ///
  /// - Returns: `nil` when site.yml isn't there or can't be read. Otherwise the site without what
  ///   couldn't be made sense of, so that more can be checked: look at the log before publishing it.
  public func read(log: inout DiagnosticLog) -> Site? {
    var finder = ZoneFinder(zones)
    let settings = readSettings(tree, zones: &finder, log: &log)
    let layout = TreeLayout(tree)
    layout.tellMisnamedThreads(&log)
    let maxLength = settings?.comments.maxLength ?? CommentSettings().maxLength
    let documents = readDocuments(layout, log: &log)
    let threads = readThreads(layout, maxLength: maxLength, log: &log)
    // Without settings there is no zone to read a time in: what each file says was checked.
    guard let settings else { return nil }
    let now = options.now ?? settings.now ?? options.fallbackNow
    var linker = Linker(
      site: Site(settings: settings, now: now),
      options: options,
      zones: finder,
      documents: documents
    )
    linker.attach(threads, layout)
    return linker.link(log: &log)
  }

  private func readDocuments(
    _ layout: TreeLayout,
    log: inout DiagnosticLog
  ) -> [WrittenDocument] {
    let read = concurrentMap(layout.documents, jobs: options.jobs) { entry in
      readFile(entry.path) { WrittenDocument(entry.place, $0) }
    }
    return gather(read, log: &log)
  }

  private func readThreads(
    _ layout: TreeLayout,
    maxLength: Int,
    log: inout DiagnosticLog
  ) -> [WrittenThread] {
    let read = concurrentMap(layout.threads, jobs: options.jobs) { path in
      readFile(path) { WrittenThread($0, maxLength: maxLength) }
    }
    return gather(read, log: &log)
  }

  /// What was read of a file, and what is wrong with it.
  private struct ReadFile<Value: Sendable>: Sendable {
    let value: Value?
    let log: DiagnosticLog
  }

  private func readFile<Value: Sendable>(
    _ path: String,
    _ read: (Faults) -> Value
  ) -> ReadFile<Value> {
    var log = DiagnosticLog()
    guard let file = tree.text(path, log: &log) else { return ReadFile(value: nil, log: log) }
    let faults = Faults(file: file)
    return ReadFile(value: read(faults), log: faults.log)
  }

  private func gather<Value>(_ files: [ReadFile<Value>], log: inout DiagnosticLog) -> [Value] {
    files.compactMap { file in
      log.append(contentsOf: file.log)
      return file.value
    }
  }
}
