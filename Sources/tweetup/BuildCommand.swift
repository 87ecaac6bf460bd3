internal import ArgumentParser
import Calendar
import Content
import Diagnostics
import Publishing

/// The command `tweetup build`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site into a folder of static files.",
    discussion: """
      Reads site.yml, content/ and templates/, and writes only what changed. Every error is listed; \
      a build that fails leaves the destination as it was.
      """
  )

  @OptionGroup var site: SourceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to (default: public in the source).", valueName: "dir")
  )
  var destination: String?

  @Option(help: ArgumentHelp("In place of site.yml's base_url.", valueName: "url"))
  var baseURL: String?

  @Flag(name: [.customShort("D"), .long], help: "Publish drafts, too.")
  var drafts = false

  @Flag(name: [.customShort("F"), .long], help: "Publish what is yet to come, too.")
  var future = false

  @Flag(name: [.customShort("E"), .long], help: "Publish what has expired, too.")
  var expired = false

  @Option(
    help: ArgumentHelp("Build as if it were that moment (ISO 8601).", valueName: "time")
  )
  var now: String?

  @Option(help: "How many threads work at once (default: the machine's processors).")
  var jobs: Int?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Say what each template cost: pages, time and bytes.")
  var templateMetrics = false

  @Flag(help: "Don't say what was done.")
  var quiet = false

  @OptionGroup var messages: DiagnosticOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
    if destination?.isEmpty == true { throw ValidationError("--destination takes a folder") }
    _ = try base
    _ = try clock
    _ = try Environment.sourceDateEpoch
  }

  private var base: BaseURL? {
    get throws {
      do throws(BaseURLFault) {
        return try baseURL.map { text throws(BaseURLFault) in try BaseURL(text) }
      } catch {
        throw ValidationError("--base-url \(error.text)")
      }
    }
  }

  private var clock: Instant? {
    get throws {
      do throws(WrittenTimeError) {
        return try now.map { text throws(WrittenTimeError) in try Instant(written: text) }
      } catch {
        throw ValidationError("--now: \(error.message)")
      }
    }
  }

  func run() throws {
    let start = Machine.clock
    var log = DiagnosticLog(isStrict: strict)
    let report = try build(&log)
    try messages.check(log)
    guard let report else { preconditionFailure("a build without errors has a result") }
    for line in report.leftOut { messages.note("not published: \(line.reason)", path: line.path) }
    if templateMetrics {
      for line in MetricsTable(report.templates).lines { messages.note(line) }
    }
    if !quiet { messages.note(summary(report, seconds: Machine.clock - start)) }
    // Ends here, so that nothing is taken apart that the system takes back at once.
    withExtendedLifetime(report) { Self.exit() }
  }

  private func build(_ log: inout DiagnosticLog) throws -> BuildReport? {
    let jobs = jobs ?? Machine.processors
    let tree = SourceTree(root: site.source, log: &log)
    var options = ReadingOptions(
      now: try clock,
      fallbackNow: Instant(seconds: try Environment.sourceDateEpoch ?? Machine.unixTime),
      jobs: jobs
    )
    options.includeDrafts = drafts
    options.includeFuture = future
    options.includeExpired = expired
    let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
    guard let read = reader.read(log: &log) else { return nil }
    var build = BuildOptions(
      destination: destination ?? "\(site.source)/public",
      base: try base,
      jobs: jobs
    )
    build.measuresTemplates = templateMetrics
    return SiteBuilder(tree: tree, options: build).build(read, log: &log)
  }

  private func summary(_ report: BuildReport, seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let time = milliseconds < 10_000 ? "\(milliseconds) ms" : "\(milliseconds / 1000) s"
    return "\(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed "
      + "in \(time), \(Machine.peakMemory >> 20) MiB"
  }
}

extension Instant {
  /// Reads a moment; without an offset it is UTC.
  init(written text: String) throws(WrittenTimeError) {
    let written = try WrittenTime(text)
    let local = written.local.secondsAsUTC
    self.init(seconds: local - Int64(written.offset?.seconds ?? 0))
  }
}

extension Environment {
  /// The clock for reproducible builds (reproducible-builds.org), if it is set.
  static var sourceDateEpoch: Int64? {
    get throws {
      let text = Environment["SOURCE_DATE_EPOCH", default: ""]
      guard !text.isEmpty else { return nil }
      guard let seconds = Int64(text), (0...lastSecond).contains(seconds) else {
        throw ValidationError(
          "SOURCE_DATE_EPOCH must be whole seconds since 1970, such as 1767225600"
        )
      }
      return seconds
    }
  }

  /// 9999-12-31T23:59:59Z.
  private static let lastSecond: Int64 = 253_402_300_799
}
