internal import ArgumentParser
import Content
import Diagnostics
import Feeds

/// The command `tweetup comments list`.
struct CommentsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the comments of a page, or of all pages.",
    discussion: """
      A line each on standard output: PAGE#ID, status, date, name and how the text begins, with tabs \
      between. With --format json an object each.
      """
  )

  @Argument(help: "The page; all pages when none is given.")
  var page: String?

  @Option(help: "Only those of that status.", transform: Comment.Status.init(argument:))
  var status: Comment.Status?

  @OptionGroup var site: SourceOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    var threads = try Threads(site)
    var output: [UInt8] = []
    do throws(Diagnostic) {
      let places = try page.map { name throws(Diagnostic) in [try threads.tree.thread(of: name)] }
      for place in places ?? threads.tree.threads {
        let comments = threads.file(place, log: &log)?.comments ?? []
        for comment in comments where status == nil || comment.status == status {
          output +=
            messages.format == .json
            ? JSONValue.object(comment.json(of: place)).bytes(for: .file)
            : Array(comment.line(of: place).utf8)
        }
      }
    } catch {
      log.append(error)
    }
    StandardStream.output.write(output)
    try messages.check(log)
  }
}

/// The command `tweetup comments show`.
struct CommentsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show comments whole."
  )

  @Argument(
    help: ArgumentHelp("The comments, such as posts/2010-03-24-tea#2.", valueName: "page#id")
  )
  var comments: [CommentName]

  @OptionGroup var site: SourceOptions
  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    var threads = try Threads(site)
    var output: [[UInt8]] = []
    for name in comments {
      do throws(Diagnostic) {
        let place = try threads.tree.thread(of: name.page)
        guard let comment = try threads.file(place, log: &log)?.comment(name.id) else { continue }
        output.append(
          messages.format == .json
            ? JSONValue.object(comment.json(of: place)).bytes(for: .file)
            : Array(comment.text(of: place).utf8)
        )
      } catch {
        log.append(error)
      }
    }
    let separator = messages.format == .json ? [] : Array("\n".utf8)
    StandardStream.output.write(Array(output.joined(separator: separator)))
    try messages.check(log)
  }
}

extension FiledComment {
  /// What it says, without blanks at the end.
  private var bodyText: String {
    var body = body[...]
    while let last = body.last, last <= 0x20 { body.removeLast() }
    return String(decoding: body, as: UTF8.self)
  }

  private func name(on place: ThreadPlace) -> String { "\(place.page)#\(id)" }

  fileprivate func line(of place: ThreadPlace) -> String {
    let words = bodyText.split { $0.isWhitespace }.prefix(20).joined(separator: " ")
    let start = words.count > 60 ? words.prefix(60) + "…" : words[...]
    let fields = [name(on: place), status.rawValue, date, person ?? author, String(start)]
    return fields.map { $0.forTerminal.filter { $0 != "\t" && $0 != "\n" } }
      .joined(separator: "\t") + "\n"
  }

  fileprivate func text(of place: ThreadPlace) -> String {
    let fields = [
      ("comment", name(on: place)), ("status", status.rawValue), ("type", kind.rawValue),
      ("date", date), (person == nil ? "author" : "person", person ?? author), ("url", url ?? ""),
      ("reply to", replyTo ?? ""),
    ]
    let head = fields.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)\n" }.joined()
    return (head + "\n" + bodyText + "\n").forTerminal
  }

  fileprivate func json(of place: ThreadPlace) -> JSONObject {
    var object: JSONObject = [
      "page": .string(place.page), "id": .string(id), "status": .string(status.rawValue),
      "type": .string(kind.rawValue), "date": .string(date),
    ]
    object.set("author", person == nil ? .string(author) : nil)
    object.set("person", person.map { .string($0) })
    object.set("url", url.map { .string($0) })
    object.set("reply_to", replyTo.map { .string($0) })
    object.set("body", .utf8(body))
    return object
  }
}
