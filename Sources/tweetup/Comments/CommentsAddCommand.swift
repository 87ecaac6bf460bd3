internal import ArgumentParser
import Calendar
import Content
import Diagnostics

/// The command `tweetup comments add`.
struct CommentsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put a comment into a page's thread."
  )

  @Argument(help: "The page, such as posts/2010-03-24-tea.")
  var page: String

  @Option(help: "Who wrote it: a visitor's name.")
  var author: String?

  @Option(help: "Who wrote it: the id of somebody in content/people.")
  var person: String?

  @Option(help: "The visitor's web address.")
  var url: String?

  @Option(help: "The id of the comment that it answers.")
  var replyTo: String?

  @Option(help: "Its id (default: the number after the largest).")
  var id: String?

  @Option(help: "When it was written (ISO 8601; default: now).")
  var date: String?

  @Option(help: "Its status.", transform: Comment.Status.init(argument:))
  var status = Comment.Status.approved

  @Option(help: "The file with its Markdown; - is standard input.")
  var file = "-"

  @OptionGroup var site: SourceOptions
  @OptionGroup var messages: DiagnosticOptions

  func validate() throws {
    guard (author == nil) != (person == nil) else {
      throw ValidationError("a comment has an --author or a --person, not both")
    }
    if let author, author.isEmpty || author.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw ValidationError("--author takes a name in one line")
    }
    if person != nil, url != nil { throw ValidationError("--url belongs to --author") }
    if let url, !NewComment.isAddress(url) {
      throw ValidationError("--url takes an address that begins with https:// or http://")
    }
    for id in [id, replyTo].compactMap({ $0 }) where !NewComment.isID(id) {
      throw ValidationError("an id is letters, digits, - and _")
    }
    do throws(WrittenTimeError) {
      _ = try date.map { text throws(WrittenTimeError) in try WrittenTime(text) }
    } catch {
      throw ValidationError("--date: \(error.message)")
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    var threads = try Threads(site)
    do throws(Diagnostic) {
      let place = try threads.tree.thread(of: page)
      if let person { try threads.tree.checkPerson(person) }
      if let thread = threads.file(place, log: &log), let text = readText(file, log: &log) {
        let added = try thread.adding(comment(text.bytes))
        threads.change(place, to: added.bytes, log: &log)
        threads.write([place], log: &log)
        if !log.hasErrors { messages.note("comment \(added.id) added", path: place.file) }
      }
    } catch {
      log.append(error)
    }
    try messages.check(log)
  }

  private func comment(_ body: [UInt8]) -> NewComment {
    let writer: NewComment.Writer =
      person.map { .person($0) } ?? .visitor(name: author ?? "", url: url)
    let now = ZonedTime(Instant(seconds: Machine.unixTime), in: .utc)
    var comment = NewComment(writer: writer, date: date ?? now.rfc3339, body: body)
    comment.id = id
    comment.replyTo = replyTo
    comment.status = status
    return comment
  }
}
