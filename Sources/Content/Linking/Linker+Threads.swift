internal import Calendar
internal import Diagnostics

extension Linker {
  /// Gives each thread to its page and each file to the folder that it belongs to.
  mutating func attach(_ threads: [WrittenThread], _ layout: TreeLayout) {
    var indices: [String: Int] = Dictionary(minimumCapacity: written.count)
    for (index, document) in written.enumerated() where document.place.takesComments {
      indices[document.file.path] = index
    }
    for thread in threads {
      let pages = TreeLayout.pages(ofThread: thread.file.path)
      if let index = pages.lazy.compactMap({ indices[$0] }).first {
        attach(thread, to: index)
      } else if !layout.documents.contains(where: {
        $0.place.takesComments && pages.contains($0.path)
      }) {
        // Threads of pages that couldn't be read are no orphans.
        sayOrphan(thread, in: layout)
      }
    }
    attachFiles(layout.files)
  }

  private mutating func attach(_ thread: WrittenThread, to index: Int) {
    guard let other = threads[index] else {
      threads[index] = thread
      return
    }
    log.append(
      Diagnostic(
        "a page must have one thread",
        path: thread.file.path,
        help: "move its comments to `\(other.file.path)`"
      )
    )
  }

  private mutating func sayOrphan(_ thread: WrittenThread, in layout: TreeLayout) {
    let page = TreeLayout.pages(ofThread: thread.file.path)[0]
    let isList = layout.documents.contains { $0.path == page }
    log.append(
      Diagnostic(
        "a thread should have a page",
        severity: .warning,
        path: thread.file.path,
        help: isList ? "`\(page)` is a list, which has no comments" : "its page would be `\(page)`"
      )
    )
  }

  /// Gives files to the innermost folder of a page that holds them; the rest are the site's.
  private mutating func attachFiles(_ files: [String]) {
    var folders: [String: Int] = [:]
    for (index, document) in written.enumerated() {
      if let folder = document.place.folder { folders[folder] = index }
    }
    for path in files {
      let file = ContentFile(path: path)
      if let index = owner(of: path, folders) {
        documents[index].files.append(file)
      } else {
        site.files.append(file)
      }
    }
  }

  private func owner(of path: String, _ folders: [String: Int]) -> Int? {
    guard !folders.isEmpty else { return nil }
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      if let index = folders[String(folder[...slash])] { return index }
      folder = folder[..<slash]
    }
    return nil
  }

  /// Links the comments of each page, in the order of the pages.
  mutating func linkThreads() {
    for index in written.indices {
      guard let thread = threads.removeValue(forKey: index) else { continue }
      documents[index].thread = link(thread, contexts[index].ofAuthors)
    }
  }

  /// Gives each comment its moment, its person and the comment that it answers.
  private mutating func link(_ thread: WrittenThread, _ context: TimeContext) -> Thread {
    var texts = CommentTexts(in: thread.texts)
    var people: [Int: TextRange] = [:]
    var clocks = ThreadClocks()
    var written: [WrittenComment] = []
    var comments: [Comment] = []
    written.reserveCapacity(thread.comments.count)
    comments.reserveCapacity(thread.comments.count)
    for comment in thread.comments {
      guard let date = date(of: comment, in: thread, context) else { continue }
      let person = comment.person.flatMap { self.person(thread.located($0), &people, &texts) }
      written.append(comment)
      comments.append(
        Comment(
          id: comment.id.text,
          author: person?.name ?? comment.author,
          url: comment.url,
          avatar: comment.avatar,
          body: comment.body,
          indentation: comment.indentation,
          isPlain: comment.isPlain,
          person: person?.index,
          instant: date.instant,
          clock: clocks.number(of: date),
          isDateOnly: date.isDateOnly,
          status: comment.status,
          kind: comment.kind,
          place: comment.place
        )
      )
    }
    for (index, parent) in thread.replyParents(written, log: &log).enumerated() {
      comments[index].parent = parent
    }
    return Thread(file: thread.file, texts: texts.bytes, comments: comments, clocks: clocks.all)
  }

  private mutating func date(
    of comment: WrittenComment,
    in thread: WrittenThread,
    _ context: TimeContext
  ) -> Moment? {
    context.resolve(comment.date, "date", log: &log) {
      SourceSpan(thread.file, comment.datePlace.range)
    }
  }

  /// The name of a comment's person, and where the person stands among those that are published.
  private mutating func person(
    _ id: Located<String>,
    _ known: inout [Int: TextRange],
    _ texts: inout CommentTexts
  ) -> (name: TextRange, index: Int?)? {
    guard let number = names.people.find(id, log: &log),
      case .person(let person) = written[number].details
    else { return nil }
    if let name = known[number] { return (name, position[number]) }
    let name = texts.add(person.name ?? documents[number].title)
    known[number] = name
    return (name, position[number])
  }
}

/// The clocks of a thread, each once: there are two of most zones.
private struct ThreadClocks {
  private(set) var all: [Thread.Clock] = []

  /// The number of the clock that shows a moment.
  mutating func number(of moment: Moment) -> Int {
    if let number = all.lastIndex(where: { $0.type == moment.time.type && $0.zone == moment.zone })
    {
      return number
    }
    all.append(Thread.Clock(moment.time.type, zone: moment.zone))
    return all.count - 1
  }
}
