import Diagnostics

/// Adds entries to threads' files.
struct ThreadPlace {
  let folder: SiteFolder

  init(_ folder: SiteFolder) { self.folder = folder }

  /// Adds the entries that a thread doesn't have, without touching those that it has.
  ///
  /// - Returns: `false`, having said why, when the file can't be added to.
  func add(
    _ entries: [ThreadEntry],
    to path: String,
    _ report: inout ImportReport
  ) throws(SystemError) -> Bool {
    let thread: ThreadText
    let isNew: Bool
    switch try folder.find(path) {
    case .nothing: (thread, isNew) = (ThreadText(), true)
    case .file(let bytes):
      guard let read = ThreadText(bytes) else {
        report.fail(
          "a thread that can't be read can't be added to",
          path: path,
          help: "mend it, or move it away, and import again"
        )
        return false
      }
      (thread, isNew) = (read, false)
    case .blocked:
      report.fail("a folder or symbolic link stands where a file belongs", path: path)
      return false
    }
    let (bytes, added) = thread.adding(entries)
    if added > 0 { try folder.replace(path, bytes) }
    let outcome: ImportReport.FileOutcome = isNew ? .created : added > 0 ? .extended : .unchanged
    report.note(thread: path, outcome, comments: added == 0 ? entries.count : added)
    return true
  }
}
