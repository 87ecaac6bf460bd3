internal import ArgumentParser
import Diagnostics
import Importing

extension DiagnosticOptions {
  /// Runs what the machine may refuse, which ends the command.
  func refusable<Value>(_ body: () throws(SystemError) -> Value) throws -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      var log = DiagnosticLog()
      log.append(Diagnostic(error))
      try check(log)
      preconditionFailure("a refusal ends the command")
    }
  }

  /// Tells what an import did; with a dry run what it would do, as a table on standard output.
  func tell(_ report: ImportReport, _ options: ImportingOptions) throws {
    if options.dryRun { StandardStream.output.write(table(report)) }
    if !options.quiet {
      for remark in report.remarks { note(remark) }
      for ledger in report.ledgers { note(ledger.summary) }
      let outcomes: [ImportReport.FileOutcome] = [.created, .extended, .unchanged, .kept]
      let counts = outcomes.map { "\(report.count($0)) \($0.label)" }.joined(separator: ", ")
      note("files: \(counts)" + (options.dryRun ? " (nothing was written)" : ""))
    }
    try check(report.log)
  }

  /// A line for each file: what becomes of it, its path, what it holds.
  private func table(_ report: ImportReport) -> String {
    let width = report.files.reduce(0) { max($0, $1.outcome.label.count) }
    let files = report.files.map { file in
      let gap = String(repeating: " ", count: width - file.outcome.label.count)
      return "\(file.outcome.label)\(gap)  \(file.path)  (\(file.contents))\n"
    }
    let attachments = report.attachments.map { "left at \($0)\n" }
    return (files + attachments).joined()
  }
}

extension ImportReport.FileOutcome {
  /// The word for it.
  fileprivate var label: String {
    switch self {
    case .created: "new"
    case .extended: "extended"
    case .unchanged: "unchanged"
    case .kept: "kept as edited"
    }
  }
}
