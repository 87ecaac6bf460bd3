internal import ArgumentParser
import Content
import Diagnostics

/// What the commands take that give comments another status.
struct StatusOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The comments, such as posts/2010-03-24-tea#2.", valueName: "page#id")
  )
  var comments: [CommentName]

  @OptionGroup var site: SourceOptions
  @OptionGroup var messages: DiagnosticOptions

  /// Gives all of them a status, or none where one of them can't get it.
  func set(_ status: Comment.Status) throws {
    var log = DiagnosticLog()
    var threads = try Threads(site)
    var places: [ThreadPlace] = []
    for comment in comments {
      do throws(Diagnostic) {
        let place = try threads.tree.thread(of: comment.page)
        guard let file = threads.file(place, log: &log) else { continue }
        let bytes = try file.setting(status, of: comment.id)
        threads.change(place, to: bytes, log: &log)
        if !places.contains(place) { places.append(place) }
      } catch {
        log.append(error)
      }
    }
    if !log.hasErrors { threads.write(places, log: &log) }
    try messages.check(log)
  }
}

/// The command `tweetup comments approve`.
struct CommentsApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Show comments, whatever they were before."
  )

  @OptionGroup var options: StatusOptions

  func run() throws { try options.set(.approved) }
}

/// The command `tweetup comments spam`.
struct CommentsSpamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spam",
    abstract: "Hide comments as spam."
  )

  @OptionGroup var options: StatusOptions

  func run() throws { try options.set(.spam) }
}

/// The command `tweetup comments delete`.
struct CommentsDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Hide comments as deleted; approve brings them back.",
    discussion: """
      The entry stays in the thread's file with `status: deleted`, so that replies keep what they \
      answer. Pages show nothing of it.
      """
  )

  @OptionGroup var options: StatusOptions

  func run() throws { try options.set(.deleted) }
}
