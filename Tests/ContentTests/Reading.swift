import Calendar
import Content
import Diagnostics
import Testing

/// A site of these files, read at noon of 2026-06-01 UTC.
struct Reading {
  var site: Site?
  var log = DiagnosticLog()

  init(
    _ files: [String: String],
    settings: String = "title: T\nbase_url: https://x.example/\n",
    configure: (inout ReadingOptions) -> Void = { _ in }
  ) {
    self.init(bytes: files.mapValues { Array($0.utf8) }, settings: settings, configure: configure)
  }

  init(
    bytes files: [String: [UInt8]],
    settings: String = "title: T\nbase_url: https://x.example/\n",
    configure: (inout ReadingOptions) -> Void = { _ in }
  ) {
    let files = files.merging(["site.yml": Array(settings.utf8)]) { written, _ in written }
    site = SiteReader(
      tree: SourceTree(files),
      options: Reading.options(configure),
      zones: ZoneDatabase()
    ).read(log: &log)
  }

  static func options(_ configure: (inout ReadingOptions) -> Void = { _ in }) -> ReadingOptions {
    var options = ReadingOptions(fallbackNow: Instant(seconds: 1_780_315_200))
    configure(&options)
    return options
  }

  /// All that was said, as a terminal shows it.
  var said: String { log.sorted.map { $0.rendered() }.joined() }
}
