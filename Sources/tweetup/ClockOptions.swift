internal import ArgumentParser
import Calendar
import Content
import Diagnostics

/// The moment that a command takes for now.
struct ClockOptions: ParsableArguments {
  @Option(help: ArgumentHelp("As if it were that moment (ISO 8601).", valueName: "time"))
  var now: String?

  func validate() throws { _ = try instant }

  /// The moment, when one is given.
  var instant: Instant? {
    get throws {
      do throws(WrittenTimeError) {
        return try now.map { text throws(WrittenTimeError) in try Instant(written: text) }
      } catch {
        throw ValidationError("--now: \(error.message)")
      }
    }
  }
}

extension SiteReader {
  /// A reader of what a build with the same clock would publish.
  init(source: SourceOptions, clock: ClockOptions, log: inout DiagnosticLog) throws {
    let options = ReadingOptions(
      now: try clock.instant,
      fallbackNow: Instant(seconds: try Environment.sourceDateEpoch ?? Machine.unixTime),
      jobs: Machine.processors
    )
    let tree = SourceTree(root: source.source, log: &log)
    self.init(tree: tree, options: options, zones: ZoneDatabase())
  }
}
