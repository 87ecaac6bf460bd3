import Calendar
import Content
import Diagnostics

extension WordPressImport {
  /// The file of a post or page.
  mutating func page(
    _ item: WordPressItem,
    _ path: String,
    _ verdict: WordPressVerdict,
    date: String,
    hasThread: Bool
  ) throws(SystemError) -> [UInt8] {
    var front = FrontMatterText()
    front.set("title", item.title)
    front.set("date", raw: date)
    if let modified = item.modified, let written = item.date, modified.instant > written.instant {
      front.set("updated", raw: modified.text(in: zone))
    }
    if case .post = verdict { front.set("author", try author(item)) }
    front.set("tags", list: tags(item))
    front.set("permalink", address(item, path, verdict))
    front.set("summary", item.excerpt)
    if let image = item.meta("_thumbnail_id").flatMap({ index.attachments[$0] }) {
      front.set("image", try copiedAddress(of: image) ?? webAddress(image))
    }
    if !item.takesComments { front.set("comments", raw: hasThread ? "closed" : "off") }
    if isDraft(verdict) { front.set("draft", raw: "true") }
    return front.file(body: try body(item, path, verdict))
  }

  private func isDraft(_ verdict: WordPressVerdict) -> Bool {
    switch verdict {
    case .post(let isDraft), .page(let isDraft): isDraft
    case .attachmentPage, .skipped: false
    }
  }

  /// The id of the author's person, or a name as text where the export doesn't list them.
  private mutating func author(_ item: WordPressItem) throws(SystemError) -> String? {
    guard let creator = item.creator else { return nil }
    guard let author = index.author(login: creator) else { return withoutMailDomains(creator) }
    try writePerson(author.person)
    return author.person
  }

  private func tags(_ item: WordPressItem) -> [String] {
    var addresses: Set<String> = []
    return item.tags.filter { tag in
      let address = tagSlug(tag)
      return !address.isEmpty && addresses.insert(address).inserted
    }
  }

  /// The page's old address; `nil` where there was none that a file can have, so that date and slug make
  /// one.
  private mutating func address(
    _ item: WordPressItem,
    _ file: String,
    _ verdict: WordPressVerdict
  ) -> String? {
    guard !isDraft(verdict) else { return nil }
    guard let path = pagePath(ofLink: item.link) else {
      // Where it stands by itself nobody else may.
      let usual = usualAddress(item, file, verdict)
      let free = addresses.take(usual)
      return free == usual ? nil : free
    }
    let free = addresses.take(path)
    if free != path {
      report.warn("another page stands at `\(path)`", path: file, help: "this one is at `\(free)`")
    }
    return free
  }

  /// Where a page without a permalink stands, unless site.yml says otherwise.
  private func usualAddress(
    _ item: WordPressItem,
    _ file: String,
    _ verdict: WordPressVerdict
  ) -> String {
    let path = file.dropFirst("content/".count).dropLast(".md".count)
    guard case .post = verdict else { return "/\(path)/" }
    let name = path.dropFirst("posts/".count)
    let day = name.prefix(10).split(separator: "-").joined(separator: "/")
    return "/\(day)/\(name.dropFirst(11))/"
  }

  private mutating func body(
    _ item: WordPressItem,
    _ path: String,
    _ verdict: WordPressVerdict
  ) throws(SystemError) -> [UInt8] {
    let html = CaptionShortcode.figures(in: try leadingToCopies(item.content))
    let isFromBlocks = html.firstIndex(of: Array("<!-- wp:".utf8), from: 0) != nil
    let converter = MarkdownConverter(writer: .author, breaksLines: !isFromBlocks)
    var body = converter.markdown(of: html)
    if verdict == .attachmentPage, let url = item.attachmentURL,
      let target = converter.linkTarget(try copiedAddress(of: url) ?? url)
    {
      let isImage = [".jpg", ".jpeg", ".png", ".gif", ".webp"].contains {
        url.lowercased().hasSuffix($0)
      }
      let title = String(decoding: escapedMarkdown(item.title), as: UTF8.self)
      let link = Array("\(isImage ? "!" : "")[\(title)](\(target))".utf8)
      body = body.isEmpty ? link : link + [0x0A, 0x0A] + body
    }
    shortcodes.note(html, of: path)
    return body
  }

  /// A text whose links to copied files lead to the copies.
  private mutating func leadingToCopies(_ html: [UInt8]) throws(SystemError) -> [UInt8] {
    var files: [ImportReport.File] = []
    let folder = folder
    let text = try media.rewrite(html) { (path, bytes) throws(SystemError) in
      try copy(bytes, to: path, in: folder, &files)
    }
    report.files += files
    return text
  }

  /// The address on the site of a file that is copied.
  mutating func copiedAddress(of url: String) throws(SystemError) -> String? {
    var files: [ImportReport.File] = []
    let folder = folder
    let address = try media.address(of: url) { (path, bytes) throws(SystemError) in
      try copy(bytes, to: path, in: folder, &files)
    }
    report.files += files
    return address
  }

  /// Writes site.yml where there is none.
  mutating func writeSettings() throws(SystemError) {
    guard case .nothing = try folder.find("site.yml") else { return }
    var lines = ["title: \(YAMLText.scalar(index.title.isEmpty ? "Untitled" : index.title))"]
    if let base = index.base, let origin = origin(of: base) {
      lines.append("base_url: \(YAMLText.scalar(origin))")
    }
    if !index.description.isEmpty {
      lines.append("description: \(YAMLText.scalar(index.description))")
    }
    let isLanguage = index.language.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
    }
    if isLanguage, !index.language.isEmpty { lines.append("language: \(index.language)") }
    if let zone { lines.append("timezone: \(zone.identifier)") }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    _ = try place("site.yml", bytes, contents: "settings")
  }

  /// Scheme and host: the path of a blog is part of its pages' addresses already.
  private func origin(of address: String) -> String? {
    guard let clean = webAddress(address), let scheme = clean.firstRange(of: "://") else {
      return nil
    }
    let host = clean[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let isHost = host.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || ".:-".utf8.contains($0)
    }
    return isHost && !host.isEmpty ? "\(clean[..<scheme.upperBound])\(host)/" : nil
  }

  private func noteMedia(_ report: inout ImportReport) {
    let count = report.attachments.count
    if options.media == nil, count > 0 {
      report.remarks.append(
        "\(count) attachments stay where they are: --media copies them, --dry-run lists them"
      )
    }
    guard options.media != nil, !media.missing.isEmpty else { return }
    let shown = media.missing.prefix(3).joined(separator: ", ")
    let more = media.missing.count > 3 ? " and \(media.missing.count - 3) more" : ""
    report.warn(
      "\(media.missing.count) files aren't in the folder of --media: \(shown)\(more)",
      path: options.file,
      help: "links to them are as they were"
    )
  }

  /// Balances the account, and says what is wrong with the export as a whole.
  mutating func finish() {
    items.found = tally.raw[0] - tally.inTexts[0]
    comments.found = tally.raw[1] - tally.inTexts[1]
    items.note("unreadable", isImported: false, count: tally.lost(0))
    let unread = comments.found - comments.imported - comments.skipped
    comments.note("unreadable", isImported: false, count: max(0, unread))
    // Elements under another prefix than WordPress' are seen, but weren't counted in the bytes.
    items.found = max(items.found, items.imported + items.skipped)
    comments.found = max(comments.found, comments.imported + comments.skipped)
    report.ledgers = [items, comments]
    if placeholders > 0 {
      report.remarks.append(
        "\(placeholders) hidden comments stand as placeholders, since others answer them"
      )
    }
    report.remarks += shortcodes.remarks
    noteMedia(&report)
    report.judge(
      tally,
      .wordPress,
      entries: items.found,
      lost: tally.lost(0) + max(0, unread),
      file: options.file
    )
  }
}

/// Copies a file into the site; `false` when something that is no file stands in its place.
private func copy(
  _ bytes: [UInt8],
  to path: String,
  in folder: SiteFolder,
  _ files: inout [ImportReport.File]
) throws(SystemError) -> Bool {
  let outcome: ImportReport.FileOutcome
  switch try folder.place(path, bytes) {
  case .created: outcome = .created
  case .unchanged: outcome = .unchanged
  case .kept: outcome = .kept
  case .blocked: return false
  }
  files.append(ImportReport.File(path: path, outcome: outcome, contents: "file"))
  return true
}
