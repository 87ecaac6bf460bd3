internal import ArgumentParser
import Calendar
import Content
import Diagnostics
import Feeds
import Publishing

/// The command `tweetup next-change`.
struct NextChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next-change",
    abstract: "Say when a build would differ next though nobody changes a file.",
    discussion: """
      Writes one moment in UTC, for cron and the like: an event begins or ends, a page appears or \
      expires, comments close. Writes nothing when the site stays as it is.
      """
  )

  @OptionGroup var site: SourceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    let read = try SiteReader(source: site, clock: clock, log: &log).read(log: &log)
    try messages.check(log)
    guard let change = read.flatMap({ SiteChanges($0).next }) else {
      return messages.note("no build will differ until somebody changes a file")
    }
    let moment = ZonedTime(change.instant, in: .utc).rfc3339
    switch messages.format {
    case .text: StandardStream.output.write(moment + "\n")
    case .json:
      var object: JSONObject = ["at": .string(moment), "reason": .string(change.reason)]
      object.set("file", change.path.map { .string($0) } ?? .null)
      StandardStream.output.write(JSONValue.object(object).bytes(for: .file))
    }
  }
}
