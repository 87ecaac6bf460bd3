internal import ArgumentParser
import Calendar
import Content
import Diagnostics
import Importing
import Publishing

/// The command `tweetup import ics`.
struct ImportICalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics",
    abstract: "Import an iCalendar file: events, series and their changes.",
    discussion: """
      An event that the site has already, by its UID, stays as it is. Who was invited and e-mail \
      addresses aren't imported, and what is marked as private becomes a draft.
      """
  )

  @OptionGroup var importing: ImportingOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    let file = readFile(importing.file, log: &log)
    try messages.check(log)
    guard let file else { preconditionFailure("a file without an error was read") }
    let (known, zone) = site()
    let calendar = CalendarImport(file, zones: ZoneDatabase(), zone: zone, events: known)
    let report = try messages.refusable { () throws(SystemError) in
      try calendar.write(into: importing.into, isDryRun: importing.dryRun)
    }
    try messages.tell(report, importing)
  }

  /// What the site has, drafts and all, and its zone.
  ///
  /// Its faults don't matter here: `build` says them.
  private func site() -> (events: KnownEvents, zone: Zone) {
    var log = DiagnosticLog()
    let tree = SourceTree(root: importing.into, log: &log)
    var options = ReadingOptions(
      fallbackNow: Instant(seconds: Machine.unixTime),
      jobs: Machine.processors
    )
    options.includeDrafts = true
    options.includeFuture = true
    options.includeExpired = true
    let site = SiteReader(tree: tree, options: options, zones: ZoneDatabase()).read(log: &log)
    return (KnownEvents(tree, site), site?.settings.zone ?? .utc)
  }
}
