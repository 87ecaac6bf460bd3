public import Diagnostics

extension CalendarImport {
  /// Brings the events into a site; what is there stays as it is.
  ///
  /// - Parameters:
  ///   - site: the site's folder.
  ///   - isDryRun: whether nothing is written.
  /// - Returns: what became of each.
  /// - Throws: the machine's refusal; what was written until then stays.
  public func write(into site: String, isDryRun: Bool) throws(SystemError) -> ImportReport {
    let folder = SiteFolder(root: site, isDryRun: isDryRun)
    var report = ImportReport()
    report.log = log
    var events = Ledger("events")
    events.found = found
    for file in files {
      let outcome: ImportReport.FileOutcome
      switch try folder.place(file.path, file.bytes) {
      case .created: outcome = .created
      case .unchanged: outcome = .unchanged
      case .kept: outcome = .kept
      case .blocked:
        events.note("blocked", isImported: false)
        report.fail("something that is no file stands where an event's file would", path: file.path)
        continue
      }
      events.note(file.plural, isImported: true)
      report.files.append(
        ImportReport.File(path: file.path, outcome: outcome, contents: file.contents)
      )
    }
    events.note("already there", isImported: true, count: known)
    events.note("without a start", isImported: false, count: unreadable)
    let rest = found - files.count - known - unreadable
    events.note("replaced by a newer text of the same", isImported: false, count: rest)
    report.ledgers.append(events)
    if lostRules > 0 {
      report.remarks.append("\(lostRules) events take place without a rule that can't be read")
    }
    for (name, count) in unknownZones {
      report.remarks.append(
        "\(count) events in the unknown zone `\(name)`, read in `X-WR-TIMEZONE`, else the site's zone"
      )
    }
    if idleExclusions > 0 {
      report.remarks.append(
        "\(idleExclusions) times of `EXDATE` left out: their series don't take place then"
      )
    }
    if nameless > 0 {
      report.remarks.append("\(nameless) events without a `UID` got one of their start and title")
    }
    if lostAddresses > 0 {
      report.remarks.append("\(lostAddresses) times `URL` left out: not a web address")
    }
    for (component, count) in skipped {
      report.remarks.append("\(count) \(component) left out: not an event")
    }
    return report
  }
}

extension ImportedEvent {
  /// What some of them are.
  fileprivate var plural: String { contents == "series" ? contents : contents + "s" }
}
