import Calendar

/// Makes a thread's entries of an item's comments, and says what became of each.
struct WordPressThread {
  let keepsPending: Bool
  let zone: Zone?
  /// The item's own date, for comments whose date nobody can read.
  let fallbackDate: String
  let index: WordPressIndex
  private(set) var entries: [ThreadEntry] = []
  /// What became of each comment: an outcome, and whether it is in the thread.
  private(set) var outcomes: [(name: String, isImported: Bool)] = []
  /// How many answer a comment that isn't in the file.
  private(set) var missingParents = 0
  /// How many had a date that can't be read.
  private(set) var badDates = 0
  /// How many hidden ones stand as a placeholder, since visible ones answer them.
  private(set) var placeholders = 0
  /// How many show and have no text.
  private(set) var empty = 0
  /// How many had another's id.
  private(set) var renamed = 0

  init(keepsPending: Bool, zone: Zone?, fallbackDate: String, index: WordPressIndex) {
    self.keepsPending = keepsPending
    self.zone = zone
    self.fallbackDate = fallbackDate
    self.index = index
  }

  /// A comment with its id in the thread.
  private struct Numbered {
    let comment: WordPressComment
    let id: String
    let outcome: (name: String, isImported: Bool)
  }

  /// Reads the comments of an item.
  mutating func read(_ item: WordPressItem, _ text: inout CommentText) {
    let numbered = number(item)
    outcomes = numbered.map(\.outcome)
    let needed = tombstones(numbered)
    let written = Set(
      numbered.filter { $0.outcome.isImported || needed.contains($0.id) }.map(\.id)
    )
    for one in numbered {
      if one.outcome.isImported {
        entries.append(entry(one, written, &text))
      } else if needed.contains(one.id) {
        placeholders += 1
        entries.append(tombstone(one, written))
      }
    }
  }

  /// Gives each comment its id and outcome; the second of two that are the same counts once.
  private mutating func number(_ item: WordPressItem) -> [Numbered] {
    var seen: [String: [UInt8]] = [:]
    return item.comments.enumerated().map { position, comment in
      var outcome = outcome(comment)
      var id = commentID(comment.id) ?? "\(commentID(item.id) ?? "item")-\(position + 1)"
      if let other = seen[id] {
        if other == comment.content {
          outcome = ("written twice", false)
        } else {
          renamed += 1
          var number = 2
          while seen["\(id)-\(number)"] != nil { number += 1 }
          id = "\(id)-\(number)"
        }
      }
      seen[id] = comment.content
      return Numbered(comment: comment, id: id, outcome: outcome)
    }
  }

  private func outcome(_ comment: WordPressComment) -> (name: String, isImported: Bool) {
    guard comment.element.isClosed else { return ("cut off", false) }
    let kind: String
    switch comment.type {
    case "", "comment": kind = "comments"
    case "pingback", "trackback", "webmention": kind = comment.type + "s"
    case let type: return ("of type `\(type)`", false)
    }
    switch comment.state {
    case .approved: return (kind, true)
    case .pending: return keepsPending ? ("pending \(kind)", true) : ("pending", false)
    case .spam: return ("spam", false)
    case .trash: return ("in the trash", false)
    case .none: return ("without a status", false)
    }
  }

  /// The hidden comments above visible ones.
  private func tombstones(_ numbered: [Numbered]) -> Set<String> {
    var byID: [String: Numbered] = [:]
    for one in numbered where byID[one.id] == nil { byID[one.id] = one }
    var needed: Set<String> = []
    for one in numbered where one.outcome.isImported {
      var parent = one.comment.parent
      while let id = parent, let above = byID[id], !above.outcome.isImported,
        above.outcome.name != "written twice", needed.insert(id).inserted
      {
        parent = above.comment.parent
      }
    }
    return needed
  }

  private mutating func parent(_ one: Numbered, _ written: Set<String>) -> String? {
    guard let parent = one.comment.parent, parent != one.id else { return nil }
    if written.contains(parent) { return parent }
    missingParents += 1
    return nil
  }

  private mutating func date(_ comment: WordPressComment) -> String {
    if let date = comment.date { return date.text(in: zone) }
    badDates += 1
    return fallbackDate
  }

  private mutating func entry(
    _ one: Numbered,
    _ written: Set<String>,
    _ text: inout CommentText
  ) -> ThreadEntry {
    let comment = one.comment
    var entry = ThreadEntry(id: one.id, date: date(comment))
    entry.replyTo = parent(one, written)
    let author = index.author(id: comment.user)
    if let author, author.name == comment.author {
      entry.person = author.person
    } else if !comment.author.isEmpty {
      entry.author = comment.author
    }
    entry.url = webAddress(comment.url)
    if comment.state == .pending { entry.status = "pending" }
    if comment.type != "comment", !comment.type.isEmpty { entry.kind = comment.type }
    entry.body = text.markdown(of: comment.content)
    if entry.body.isEmpty, entry.status == nil { empty += 1 }
    return entry
  }

  private mutating func tombstone(_ one: Numbered, _ written: Set<String>) -> ThreadEntry {
    var entry = ThreadEntry(id: one.id, date: date(one.comment), status: "deleted")
    entry.replyTo = parent(one, written)
    return entry
  }
}

/// An id as a thread has one: letters, digits, `-` and `_`; `nil` when nothing is left.
func commentID(_ text: String) -> String? {
  let id = text.utf8.filter {
    $0.isASCIIDigit || $0.isASCIILetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
  }
  return id.isEmpty ? nil : String(decoding: id.prefix(64), as: UTF8.self)
}
