import Calendar
import Content
import Diagnostics
import Foundation
import Importing
import Publishing
import TestSupport
import Testing

/// The calendar that a site's build emits.
private func calendar(of files: [String: [UInt8]]) throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  var log = DiagnosticLog()
  let tree = SourceTree(files)
  let options = ReadingOptions(fallbackNow: Instant(seconds: 0), jobs: 2)
  let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
  let site = try #require(reader.read(log: &log))
  let build = BuildOptions(destination: folder.path, jobs: 2)
  _ = SiteBuilder(tree: tree, options: build).build(site, log: &log)
  #expect(log.diagnostics.filter { $0.severity == .error }.map { $0.rendered() } == [])
  return String(decoding: try Data(contentsOf: folder.appending(path: "events.ics")), as: UTF8.self)
}

/// The events of a calendar, each as its lines, but for when its text was made.
private func events(_ text: String) -> Set<String> {
  let lines = text.components(separatedBy: "\r\n").filter { !$0.hasPrefix("DTSTAMP:") }
  return Set(lines.joined(separator: "\n").components(separatedBy: "BEGIN:VEVENT\n").dropFirst())
}

@Test func `our own calendars come back as they were`() throws {
  let files = GeneratedSite.files(events: 120).mapValues { Array($0.utf8) }
  let before = try calendar(of: files)
  let file = SourceFile(path: "events.ics", text: before)
  let settings = ["site.yml": Array(GeneratedSite.settings.utf8)]
  var log = DiagnosticLog()
  let tree = SourceTree(settings)
  let reader = SiteReader(
    tree: tree,
    options: ReadingOptions(fallbackNow: Instant(seconds: 0)),
    zones: ZoneDatabase()
  )
  let known = KnownEvents(tree, reader.read(log: &log))
  let found = CalendarImport(file, zones: ZoneDatabase(), zone: .utc, events: known)
  #expect(found.log.diagnostics == [])
  var imported = settings
  for file in found.files { imported[file.path] = file.bytes }
  let after = try calendar(of: imported)
  #expect(events(before).subtracting(events(after)) == [])
  #expect(events(after).count == events(before).count)
}
