public import Calendar
import Content
public import Diagnostics

/// Brings a WordPress export into a site: posts, pages, people and the conversation.
public struct WordPressImport {
  let options: ImportOptions
  let folder: SiteFolder
  let index: WordPressIndex
  let zone: Zone?
  var names = FileNames()
  var addresses = SiteAddresses()
  var text = CommentText()
  var report = ImportReport()
  var items = Ledger("items")
  var comments = Ledger("comments")
  var placeholders = 0
  var people: Set<String> = []
  var shortcodes = ShortcodeCount()
  var tally = ExportTally()
  var media: MediaFolder

  /// Reads an export for what it says of itself; nothing is written yet.
  ///
  /// - Throws: the machine's refusal to read the file.
  public init(_ options: ImportOptions, zones: ZoneDatabase) throws(SystemError) {
    self.options = options
    folder = SiteFolder(root: options.site, isDryRun: options.isDryRun)
    index = try WordPressIndex(options.file)
    media = MediaFolder(root: options.media, index: index)
    zone = index.zones.zone(zones)
  }

  /// Writes what isn't there yet, an item at a time.
  ///
  /// - Returns: what was done, also when the export is at fault: what is whole is imported.
  /// - Throws: the machine's refusal to read the export or to write the site.
  public mutating func run() throws(SystemError) -> ImportReport {
    var scanner = try ExportScanner(path: options.file, shape: .wordPress)
    while let entry = try scanner.next() {
      if entry.name == "item" { try take(WordPressItem(entry)) }
    }
    tally = scanner.tally
    if items.imported > 0 { try writeSettings() }
    finish()
    return report
  }

  private mutating func take(_ item: WordPressItem) throws(SystemError) {
    let verdict = WordPressVerdict(item, hidden: index.hidden)
    if item.type == "attachment" { try takeFile(item) }
    switch verdict {
    case .skipped(let reason):
      items.note(reason, isImported: false)
      for _ in item.comments { comments.note("on items \(reason)", isImported: false) }
      if verdict.isNamed { report.remarks.append("not imported: \(reason): \(label(item))") }
    case .post(let isDraft):
      items.note(isDraft ? "drafts" : "posts", isImported: true)
      try write(item, path: postPath(item), verdict)
    case .page(let isDraft):
      items.note(isDraft ? "drafts" : "pages", isImported: true)
      try write(item, path: pagePlace(item), verdict)
    case .attachmentPage:
      items.note("attachments with comments", isImported: true)
      try write(item, path: pagePlace(item), verdict)
    }
  }

  /// How messages call an item.
  private func label(_ item: WordPressItem) -> String {
    let name = item.title.isEmpty ? item.slug : item.title
    return "`\(name)`" + (item.id.isEmpty ? "" : " (\(item.type) \(item.id))")
  }

  /// Copies an attachment's file, unless what it is attached to is hidden.
  private mutating func takeFile(_ item: WordPressItem) throws(SystemError) {
    guard let url = item.attachmentURL, !(item.parent.map(index.hidden.contains) ?? false),
      WordPressVerdict.reasonToHide(item) == nil
    else { return }
    if try copiedAddress(of: url) == nil { report.attachments.append(url) }
  }

  // MARK: Places

  private mutating func postPath(_ item: WordPressItem) -> String {
    let day = (item.date ?? item.modified).map { "\($0.local.date.iso)-" } ?? "1970-01-01-"
    return names.path(in: "content/posts/", stem: day + slug(item))
  }

  private func slug(_ item: WordPressItem) -> String {
    let words = [item.slug, tagSlug(item.title), "\(item.type)-\(item.id)", "post"]
    return words.lazy.map(fileName).first { !$0.isEmpty } ?? "post"
  }

  /// Where a page's file stands: as its address says, so that its place says who its parents are.
  private mutating func pagePlace(_ item: WordPressItem) -> String {
    let path = pagePath(ofLink: item.link) ?? index.pagePath(item) ?? "/\(slug(item))/"
    var parts = path.split(separator: "/").map { fileName(String($0)) }.filter { !$0.isEmpty }
    if let last = parts.last, let dot = last.lastIndex(of: "."), dot > last.startIndex {
      parts[parts.count - 1] = String(last[..<dot])
    }
    let reserved = [
      "posts", "events", "communities", "people", "venues", "tags", "archive", "search", "404",
      "index",
    ]
    if let first = parts.first, reserved.contains(first.lowercased()) {
      parts.insert("pages", at: 0)
    }
    if parts.last?.lowercased() == "index" { parts[parts.count - 1] += "-page" }
    let stem = parts.popLast() ?? "page"
    let folders = parts.map { $0.hasSuffix(".md") ? $0 + "-" : $0 }.joined(separator: "/")
    return names.path(in: folders.isEmpty ? "content/" : "content/\(folders)/", stem: stem)
  }

  // MARK: Writing

  private mutating func write(
    _ item: WordPressItem,
    path: String,
    _ verdict: WordPressVerdict
  ) throws(SystemError) {
    if item.date == nil, item.modified == nil {
      report.warn("has no date in the export", path: path, help: "written as 1970-01-01")
    }
    let date = (item.date ?? item.modified)?.text(in: zone) ?? "1970-01-01T00:00:00Z"
    var thread = WordPressThread(
      keepsPending: options.keepsPending,
      zone: zone,
      fallbackDate: date,
      index: index
    )
    thread.read(item, &text)
    let page = try page(item, path, verdict, date: date, hasThread: !thread.entries.isEmpty)
    guard try place(path, page, contents: contents(verdict)) else {
      for _ in item.comments { comments.note("without a place", isImported: false) }
      return
    }
    try write(thread, beside: path)
  }

  private func contents(_ verdict: WordPressVerdict) -> String {
    switch verdict {
    case .post(isDraft: true), .page(isDraft: true): "draft"
    case .post: "post"
    case .page: "page"
    case .attachmentPage: "attachment"
    case .skipped: ""
    }
  }

  /// Writes a file that isn't there yet; `false` when something that is no file stands in its place.
  mutating func place(
    _ path: String,
    _ bytes: [UInt8],
    contents: String
  ) throws(SystemError) -> Bool {
    let outcome: ImportReport.FileOutcome
    switch try folder.place(path, bytes) {
    case .created: outcome = .created
    case .unchanged: outcome = .unchanged
    case .kept: outcome = .kept
    case .blocked:
      report.fail("a folder or symbolic link stands where a file belongs", path: path)
      return false
    }
    report.files.append(ImportReport.File(path: path, outcome: outcome, contents: contents))
    return true
  }

  private mutating func write(_ thread: WordPressThread, beside page: String) throws(SystemError) {
    let path = "\(page.dropLast(".md".count)).comments.yml"
    var isWritten = true
    if !thread.entries.isEmpty {
      isWritten = try ThreadPlace(folder).add(thread.entries, to: path, &report)
    }
    for outcome in thread.outcomes {
      let isLost = outcome.isImported && !isWritten
      comments.note(
        isLost ? "without a place" : outcome.name,
        isImported: outcome.isImported && isWritten
      )
    }
    placeholders += thread.placeholders
    for entry in thread.entries {
      if let person = entry.person { try writePerson(person) }
    }
    func warn(_ count: Int, _ one: String, _ several: String, _ help: String) {
      guard count > 0 else { return }
      report.warn(
        count == 1 ? "a comment \(one)" : "\(count) comments \(several)",
        path: path,
        help: help
      )
    }
    warn(
      thread.missingParents,
      "answers one that isn't in the export",
      "answer one that isn't in the export",
      "shown as no answers"
    )
    warn(thread.empty, "has no text", "have no text", "shown without one")
    warn(thread.badDates, "has no date", "have no date", "written with the page's date")
    warn(thread.renamed, "has another's id", "have another's id", "written with a number behind it")
  }

  /// Writes the file of an author when something of theirs is written.
  mutating func writePerson(_ id: String) throws(SystemError) {
    guard people.insert(id).inserted, let author = index.authors.first(where: { $0.person == id })
    else { return }
    var front = FrontMatterText()
    front.set("name", author.name)
    _ = try place("content/people/\(id).md", front.file(), contents: "person")
  }
}
