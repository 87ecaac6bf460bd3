import Content
public import Diagnostics

/// A page that comments can be brought to.
public struct CommentedPage: Sendable {
  /// The file of its thread.
  public let thread: String
  /// The paths at which it stands or stood.
  public let paths: [String]

  /// Creates a page.
  public init(thread: String, paths: [String]) {
    self.thread = thread
    self.paths = paths
  }
}

/// Brings a Disqus export into a site: comments onto the pages that are there.
public struct DisqusImport {
  let options: ImportOptions
  let rewrites: RewriteTable
  let folder: SiteFolder
  let index: DisqusIndex
  private var threadFiles: [String: String] = [:]
  private var unmatched: [String] = []
  private var text = CommentText()
  private var report = ImportReport()
  private var comments = Ledger("comments")
  /// What waits to be written, by its thread's file.
  private var waiting: [String: [ThreadEntry]] = [:]
  private var waitingOrder: [String] = []
  private var waitingBytes = 0
  private var duplicates: [String: String] = [:]
  private var placeholders: Set<String> = []
  private var seen: Set<String> = []
  private var badDates = 0
  private var missingParents = 0
  private var written: [String: Int] = [:]

  /// How many bytes of comments wait in memory at most.
  var budget = 16 << 20

  /// Reads an export for its threads; nothing is written yet.
  ///
  /// - Parameters:
  ///   - options: the export, the site, and how.
  ///   - pages: the site's pages.
  ///   - rewrites: where pages stand now whose address changed.
  /// - Throws: the machine's refusal to read the file.
  public init(
    _ options: ImportOptions,
    pages: [CommentedPage],
    rewrites: RewriteTable
  ) throws(SystemError) {
    self.options = options
    self.rewrites = rewrites
    folder = SiteFolder(root: options.site, isDryRun: options.isDryRun)
    index = try DisqusIndex(options.file)
    match(pages)
    findDuplicates()
    let keepsPending = options.keepsPending
    placeholders = index.placeholders { $0.isVisible || (keepsPending && $0.isPending) }
  }

  // MARK: Matching

  /// Finds the page of each thread by its address' path.
  private mutating func match(_ pages: [CommentedPage]) {
    var files: [String: String] = [:]
    for page in pages {
      for path in page.paths {
        let key = addressKey(path.composed)
        if files[key] == nil { files[key] = page.thread }
      }
    }
    for id in index.order {
      guard let thread = index.threads[id], !thread.isDeleted else { continue }
      let path = rewrites.target(of: thread.link) ?? discussedPath(thread.link)
      if let path, let file = files[addressKey(path)] {
        threadFiles[id] = file
      } else if thread.count > 0 {
        unmatched.append(id)
      }
    }
  }

  /// The path of a thread's address; a query such as `?utm_source=…` doesn't count, one such as `?p=123`
  /// means a page of its own.
  private func discussedPath(_ link: String) -> String? {
    guard let path = linkPath(link), path != "/", path != "/index.php" else { return nil }
    return path
  }

  /// Of a comment that stands in two threads of one page the first counts.
  private mutating func findDuplicates() {
    var first: [String: (id: String, thread: String)] = [:]
    for id in index.postOrder {
      guard let post = index.posts[id], let thread = post.thread, let file = threadFiles[thread]
      else { continue }
      let key = "\(file)\n\(post.fingerprint)"
      if let other = first[key] {
        if other.thread != thread { duplicates[id] = other.id }
      } else {
        first[key] = (id, thread)
      }
    }
  }

  // MARK: Running

  /// Writes the comments that their threads don't have yet.
  ///
  /// - Returns: what was done, also when the export is at fault.
  /// - Throws: the machine's refusal to read the export or to write the site.
  public mutating func run() throws(SystemError) -> ImportReport {
    var scanner = try ExportScanner(path: options.file, shape: .disqus)
    var position = 0
    while let entry = try scanner.next() {
      guard entry.name == "post" else { continue }
      position += 1
      let post = DisqusPost(entry)
      try take(post, id: post.id ?? "post-\(position)")
    }
    try writeWaiting()
    finish(scanner.tally)
    return report
  }

  private mutating func take(_ post: DisqusPost, id: String) throws(SystemError) {
    guard post.element.isClosed else { return comments.note("cut off", isImported: false) }
    guard seen.insert(id).inserted else { return comments.note("written twice", isImported: false) }
    guard let thread = post.thread, let known = index.threads[thread] else {
      return comments.note("in a thread that isn't in the export", isImported: false)
    }
    if known.isDeleted { return comments.note("in a deleted thread", isImported: false) }
    guard let file = threadFiles[thread] else {
      return comments.note("without a page", isImported: false)
    }
    if duplicates[id] != nil {
      return comments.note("in two threads of a page", isImported: false)
    }
    let hidden =
      post.isDeleted ? "deleted" : post.isSpam ? "spam" : post.isPending ? "pending" : nil
    if let hidden, hidden != "pending" || !options.keepsPending {
      comments.note(hidden, isImported: false)
      guard placeholders.contains(id) else { return }
      var entry = ThreadEntry(id: id, date: date(post, known), status: "deleted")
      entry.replyTo = parent(post, file)
      return try wait(entry, for: file)
    }
    var entry = ThreadEntry(id: id, date: date(post, known))
    entry.replyTo = parent(post, file)
    entry.author = post.author
    entry.status = hidden
    entry.body = text.markdown(of: post.message)
    written[file, default: 0] += 1
    try wait(entry, for: file)
  }

  private mutating func date(_ post: DisqusPost, _ thread: DisqusIndex.Thread) -> String {
    if let date = post.date { return date.text(in: nil) }
    badDates += 1
    return thread.date?.text(in: nil) ?? "1970-01-01T00:00:00Z"
  }

  /// The comment that one answers, as it stands in the file; `nil` when it doesn't.
  private mutating func parent(_ post: DisqusPost, _ file: String) -> String? {
    guard let written = post.parent else { return nil }
    let id = duplicates[written] ?? written
    let isThere: Bool
    if let above = index.posts[id], let thread = above.thread, threadFiles[thread] == file {
      let isKept = above.isVisible || (options.keepsPending && above.isPending)
      isThere = isKept || placeholders.contains(id)
    } else {
      isThere = false
    }
    guard isThere, id != post.id else {
      missingParents += 1
      return nil
    }
    return id
  }

  private mutating func wait(_ entry: ThreadEntry, for file: String) throws(SystemError) {
    if waiting[file] == nil { waitingOrder.append(file) }
    waiting[file, default: []].append(entry)
    waitingBytes += entry.body.count + 200
    if waitingBytes > budget { try writeWaiting() }
  }

  private mutating func writeWaiting() throws(SystemError) {
    for file in waitingOrder {
      guard let entries = waiting[file] else { continue }
      let visible = entries.count { $0.status != "deleted" }
      let isWritten = try ThreadPlace(folder).add(entries, to: file, &report)
      comments.note(
        isWritten ? "comments" : "without a place",
        isImported: isWritten,
        count: visible
      )
    }
    waiting = [:]
    waitingOrder = []
    waitingBytes = 0
  }

  // MARK: Telling

  private mutating func finish(_ tally: ExportTally) {
    comments.found = tally.raw[0] - tally.inTexts[0]
    let unread = max(0, comments.found - comments.imported - comments.skipped)
    comments.note("unreadable", isImported: false, count: unread)
    comments.found = max(comments.found, comments.imported + comments.skipped)
    report.ledgers = [comments]
    for id in unmatched {
      guard let thread = index.threads[id] else { continue }
      report.warn(
        "no page stands at `\(thread.link)`, which has \(thread.count) comments",
        path: options.file,
        help: "add an alias to its page, or a line to a --rewrite table"
      )
    }
    let shown = index.posts.isEmpty ? 0 : placeholders.count
    if shown > 0 {
      report.remarks.append(
        "\(shown) hidden comments stand as placeholders, since others answer them"
      )
    }
    if badDates > 0 {
      report.warn(
        "\(badDates) comments have no date",
        path: options.file,
        help: "written with their thread's"
      )
    }
    if missingParents > 0 {
      report.warn(
        "\(missingParents) comments answer one that isn't on their page",
        path: options.file,
        help: "shown as no answers"
      )
    }
    let entries = comments.found + index.order.count
    report.judge(tally, .disqus, entries: entries, lost: unread, file: options.file)
  }
}
