internal import ArgumentParser
import Calendar
import Content
import Diagnostics
import Feeds

/// The command `tweetup inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what tweetup reads from one content file, as JSON."
  )

  @Argument(help: "A file below content/, such as content/posts/2010-03-24-tanking.md.")
  var path: String

  @OptionGroup var site: SourceOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    var treeLog = DiagnosticLog()
    let tree = SourceTree(root: site.source, log: &treeLog)
    let options = ReadingOptions(
      fallbackNow: Instant(seconds: Machine.unixTime),
      jobs: Machine.processors
    )
    let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
    let data = reader.inspect(path, log: &log)
    if data == nil { log.append(contentsOf: treeLog) }
    try messages.check(log)
    guard let data else { preconditionFailure("why a file can't be shown is said") }
    StandardStream.output.write(JSONValue(data).bytes(for: .file))
  }
}

extension JSONValue {
  init(_ data: DataValue) {
    switch data {
    case .null: self = .null
    case .bool(let bool): self = .boolean(bool)
    case .int(let int): self = .integer(int)
    case .double(let double): self = .double(double)
    case .text(let text): self = .string(text)
    case .list(let list): self = .array(list.map { JSONValue($0) })
    case .map(let entries):
      var object = JSONObject()
      for entry in entries { object.set(entry.key, JSONValue(entry.value)) }
      self = .object(object)
    }
  }
}
