internal import ArgumentParser
import Calendar
import Content
import Diagnostics
import Importing
import Publishing

/// The command `tweetup import`: what other programs keep becomes content files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring posts, events and comments from elsewhere into a site.",
    subcommands: [
      ImportWordPressCommand.self, ImportDisqusCommand.self, ImportICalendarCommand.self,
    ]
  )
}

/// What every import takes.
struct ImportingOptions: ParsableArguments {
  @Argument(help: "The file that the other program exported.")
  var file: String

  @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
  var into = "."

  @Flag(help: "Write nothing; show what would be written.")
  var dryRun = false

  @Flag(help: "Don't say what was done.")
  var quiet = false

  func validate() throws {
    if file.isEmpty { throw ValidationError("FILE takes a file") }
    if into.isEmpty { throw ValidationError("--into takes a folder") }
  }
}

/// The command `tweetup import wordpress`.
struct ImportWordPressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wordpress",
    abstract: "Import a WordPress export: posts, pages, people and comments.",
    discussion: """
      What is there already is never changed: a file that was edited stays, and a thread gets the \
      comments that it doesn't have. What is private, protected or in the trash isn't imported, nor \
      are comments that aren't approved.
      """
  )

  @OptionGroup var importing: ImportingOptions

  @Flag(help: "Write comments that wait for approval, as such.")
  var keepPending = false

  @Option(
    help: ArgumentHelp(
      "A copy of wp-content/uploads: what posts show of it is copied into the site.",
      valueName: "dir"
    )
  )
  var media: String?

  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var options = ImportOptions(file: importing.file, site: importing.into)
    options.isDryRun = importing.dryRun
    options.keepsPending = keepPending
    options.media = media
    let report = try messages.refusable { () throws(SystemError) in
      var wordPress = try WordPressImport(options, zones: ZoneDatabase())
      return try wordPress.run()
    }
    try messages.tell(report, importing)
  }
}

/// The command `tweetup import disqus`.
struct ImportDisqusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disqus",
    abstract: "Import a Disqus export: comments onto the site's pages.",
    discussion: """
      A thread finds its page by the path of its address, the host aside: a page's own address and \
      its aliases count. Deleted comments and spam aren't imported.
      """
  )

  @OptionGroup var importing: ImportingOptions

  @Flag(help: "Write comments that wait for approval, as such.")
  var keepPending = false

  @Option(
    help: ArgumentHelp(
      "A file with an old address and a path of the site in each line.",
      valueName: "file"
    )
  )
  var rewrite: String?

  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    let table = rewriteTable(&log)
    let pages = pages(&log)
    // Warnings are the build's to give; what can't be read has no pages to bring comments to.
    if log.hasErrors { try messages.check(log) }
    var options = ImportOptions(file: importing.file, site: importing.into)
    options.isDryRun = importing.dryRun
    options.keepsPending = keepPending
    let report = try messages.refusable { () throws(SystemError) in
      var disqus = try DisqusImport(options, pages: pages, rewrites: table)
      return try disqus.run()
    }
    try messages.tell(report, importing)
  }

  private func rewriteTable(_ log: inout DiagnosticLog) -> RewriteTable {
    guard let rewrite, let file = readText(rewrite, log: &log) else { return RewriteTable() }
    return RewriteTable(file, log: &log)
  }

  /// The pages of the site, drafts and all: comments can be brought to those, too.
  private func pages(_ log: inout DiagnosticLog) -> [CommentedPage] {
    let tree = SourceTree(root: importing.into, log: &log)
    var options = ReadingOptions(
      fallbackNow: Instant(seconds: Machine.unixTime),
      jobs: Machine.processors
    )
    options.includeDrafts = true
    options.includeFuture = true
    options.includeExpired = true
    let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
    guard let site = reader.read(log: &log) else { return [] }
    return ContentAddress.all(of: site, log: &log).map {
      CommentedPage(thread: $0.thread, paths: $0.paths)
    }
  }
}
