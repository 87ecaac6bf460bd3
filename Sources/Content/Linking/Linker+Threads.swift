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
      guard let thread = threads[index] else { continue }
      let context = contexts[index].ofAuthors
      var written: [WrittenComment] = []
      var comments: [Comment] = []
      written.reserveCapacity(thread.comments.count)
      comments.reserveCapacity(thread.comments.count)
      for comment in thread.comments {
        guard let date = context.resolve(comment.date, "date", log: &log) else { continue }
        written.append(comment)
        comments.append(self.comment(comment, date: date))
      }
      documents[index].thread = Thread(
        file: thread.file,
        comments: comments,
        parents: replyParents(written, log: &log)
      )
    }
  }

  private mutating func comment(_ written: WrittenComment, date: Moment) -> Comment {
    var author = written.author
    let number = written.person.flatMap { names.people.find($0, log: &log) }
    if let number, case .person(let person) = self.written[number].details {
      author = person.name ?? documents[number].title
    }
    return Comment(
      id: written.id.value,
      author: author,
      person: number.flatMap { position[$0] },
      url: written.url,
      avatar: written.avatar,
      date: date,
      status: written.status,
      kind: written.kind,
      body: written.body,
      span: written.span
    )
  }
}
