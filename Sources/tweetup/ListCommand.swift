internal import ArgumentParser
import Content
import Diagnostics
import Feeds
import Publishing

/// The command `tweetup list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what a site has.",
    discussion: """
      Events that aren't over come first, soonest first. drafts, future and expired are what a build \
      leaves out. With --format json an object each.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "What to list: \(kinds); all of it without a word.",
      valueName: "kind"
    ),
    transform: { word in
      if let kind = SiteListing.Kind(rawValue: word) { return kind }
      throw ValidationError("known here: \(kinds)")
    }
  )
  var kind: SiteListing.Kind?

  private static let kinds = SiteListing.Kind.allCases.map(\.rawValue).joined(separator: ", ")

  @OptionGroup var site: SourceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    let read = try SiteReader(source: site, clock: clock, log: &log).read(log: &log)
    guard let read else { return try messages.check(log) }
    let listing = SiteListing(read, log: &log)
    try messages.check(log)
    for kind in kind.map({ [$0] }) ?? SiteListing.Kind.allCases {
      for entry in listing.entries(kind) { write(entry) }
    }
  }

  private func write(_ entry: [DataEntry]) {
    switch messages.format {
    case .json: StandardStream.output.write(JSONValue(.map(entry)).bytes(for: .file))
    case .text: StandardStream.output.write(line(entry) + "\n")
    }
  }

  /// What a person looks for: when, where it stands, what it is called.
  private func line(_ entry: [DataEntry]) -> String {
    let columns = ["start", "at", "date", "status", "reason", "url", "file", "title"]
    let texts = columns.compactMap { column -> String? in
      guard case .text(let text)? = entry.first(where: { $0.key == column })?.value else {
        return nil
      }
      return text
    }
    return texts.joined(separator: "\t")
  }
}
