internal import Calendar
internal import Diagnostics
internal import YAML

/// A thread's file as it was written.
struct WrittenThread: Sendable {
  let file: SourceFile
  let comments: [WrittenComment]

  /// A thread may hold more than a page's front matter.
  static let limits = YAMLLimits(nodes: 4_000_000)

  /// Reads a file, saying what is wrong with it.
  ///
  /// - Parameters:
  ///   - faults: the file, and where its faults go.
  ///   - maxLength: the bytes of a body above which a warning is due.
  init(_ faults: Faults, maxLength: Int) {
    let file = faults.file
    self.file = file
    let whole = 0..<file.bytes.count
    if let list = FlatList(file, in: whole, limits: WrittenThread.limits) {
      let read = list.items.compactMap {
        WrittenComment.read($0, of: list, faults, maxLength: maxLength)
      }
      comments = WrittenThread.withoutDuplicates(read, faults)
      return
    }
    guard let node = readYAML(file, in: whole, limits: WrittenThread.limits, log: &faults.log)
    else {
      comments = []
      return
    }
    guard case .sequence(let items) = node.content else {
      faults.say(
        "a thread must be a list of comments",
        at: node.range.firstLine(in: file),
        label: "this is \(node.shape)",
        help: "begin each comment with `- id:`"
      )
      comments = []
      return
    }
    let read = items.compactMap { WrittenComment($0, faults, maxLength: maxLength) }
    comments = WrittenThread.withoutDuplicates(read, faults)
  }

  /// Whether each id is longer than the one before it or, of one length, comes behind it, as numbers that
  /// were given in order do: none stands twice then.
  private static func areAscending(_ comments: [WrittenComment]) -> Bool {
    zip(comments, comments.dropFirst()).allSatisfy { first, second in
      let (length, next) = (first.id.value.utf8.count, second.id.value.utf8.count)
      return length < next || length == next && first.id.value < second.id.value
    }
  }

  /// The comments without those whose id an earlier one has.
  private static func withoutDuplicates(
    _ comments: [WrittenComment],
    _ faults: Faults
  ) -> [WrittenComment] {
    if areAscending(comments) || Set(comments.lazy.map(\.id.value)).count == comments.count {
      return comments
    }
    var lines: [String: Range<Int>] = [:]
    return comments.filter { comment in
      guard let first = lines[comment.id.value] else {
        lines[comment.id.value] = comment.id.span.range
        return true
      }
      let line = SourceLocation(faults.span(first)).line
      faults.say(
        "each comment of a thread must have an `id` of its own",
        at: comment.id.span.range,
        label: "line \(line) has it, too"
      )
      return false
    }
  }
}

/// A comment as it was written.
///
/// A class for the reason that ``WrittenDocument`` is one.
final class WrittenComment: Sendable {
  let id: Located<String>
  let replyTo: Located<String>?
  let author: String
  let person: Located<String>?
  let url: String?
  let avatar: String?
  let date: Located<WrittenTime>
  let status: Comment.Status
  let kind: Comment.Kind
  let body: [UInt8]
  let span: SourceSpan

  /// Who wrote what nobody signed.
  static let anonymous = "Anonymous"

  /// A comment with nothing to be said about; `nil` when its body is longer than it may be.
  init?(_ plain: PlainComment, _ item: Range<Int>, of list: FlatList, maxLength: Int) {
    guard let id = plain.pair(.id, of: list), let date = plain.date,
      let dated = plain.pair(.date, of: list), let body = plain.pair(.body, of: list)
    else { preconditionFailure("a comment without these isn't plain") }
    self.body = list.bytes(of: body)
    guard self.body.count <= maxLength else { return nil }
    self.id = list.located(id)
    self.date = Located(date, at: SourceSpan(list.file, dated.place))
    replyTo = plain.pair(.replyTo, of: list).map(list.located)
    author = plain.pair(.author, of: list).map(list.text) ?? WrittenComment.anonymous
    person = plain.pair(.person, of: list).map(list.located)
    url = plain.pair(.url, of: list).map(list.text)
    avatar = plain.pair(.avatar, of: list).map(list.text)
    status = plain.status
    kind = plain.kind
    span = SourceSpan(list.file, list.range(ofItem: item))
  }

  /// Reads a comment; `nil`, having said so, when it has no usable id or date.
  init?(_ node: YAMLNode, _ faults: Faults, maxLength: Int) {
    guard case .mapping(let pairs) = node.content else {
      faults.say(
        "each comment must be a map",
        at: node.range.firstLine(in: faults.file),
        label: "this is \(node.shape)"
      )
      return nil
    }
    let fields = FieldReader(pairs, kind: .comment, range: node.range, faults: faults)
    let id = fields.commentID("id")
    let date = fields.time("date")
    replyTo = fields.commentID("reply_to")
    person = fields.name("person")
    author = fields.commenter()
    url = fields.harmless("url", AddressUse.web.rule) { AddressUse.web.fault(of: $0) }
    avatar = fields.harmless("avatar", "a path on this site", sitePathFault)
    status = fields.word("status", Comment.Status.self) ?? .approved
    kind = fields.word("type", Comment.Kind.self) ?? .comment
    body = fields.body(isShown: status == .approved, maxLength: maxLength)
    span = faults.span(node.range)
    for key in ["id", "date"] where fields.value(key) == nil { fields.sayMissing(key) }
    guard let id, let date else { return nil }
    self.id = id
    self.date = date
  }
}

extension FieldReader {
  /// An id as a comment has one: letters, digits, `-` and `_`.
  fileprivate func commentID(_ key: String) -> Located<String>? {
    guard let written = name(key) else { return nil }
    guard NewComment.isID(written.value) else {
      faults.say("`\(key)` must be letters, digits, `-` and `_`", at: written.span.range)
      return nil
    }
    return written
  }

  /// The name under `author`; of an e-mail address only what stands before its `@`.
  fileprivate func commenter() -> String {
    guard let written = line("author") else { return WrittenComment.anonymous }
    if value("person") != nil, let pair = pair("author") {
      faults.say("a comment must have an `author` or a `person`, not both", at: pair.keyRange)
    }
    return written.value.withoutMailDomain
  }

  /// A value that is dropped with a warning when it has a fault: strangers wrote it.
  fileprivate func harmless(
    _ key: String,
    _ rule: String,
    _ fault: (String) -> String?
  ) -> String? {
    guard let written = name(key) else { return nil }
    guard let fault = fault(written.value) else { return written.value }
    faults.say(
      "a comment's `\(key)` must be \(rule)",
      at: written.span.range,
      label: "\(fault), so it isn't shown",
      severity: .warning
    )
    return nil
  }

  /// The Markdown of a comment, as it was typed.
  fileprivate func body(isShown: Bool, maxLength: Int) -> [UInt8] {
    guard let node = textValue("body") else {
      if isShown { sayWithoutBody() }
      return []
    }
    guard case .scalar(let scalar) = node.content else {
      sayShape("`body` must be a text", node)
      return []
    }
    let bytes = scalar.bytes
    if bytes.count > maxLength {
      faults.say(
        "a comment's `body` should have at most \(maxLength) bytes",
        at: pair("body")?.keyRange ?? node.range,
        label: "has \(bytes.count), so it is shown without Markdown",
        severity: .warning
      )
    }
    return bytes
  }

  private func sayWithoutBody() {
    let place = pair("body")?.keyRange ?? pair("id")?.keyRange ?? range.firstLine(in: faults.file)
    faults.say("an approved comment should have a `body`", at: place, severity: .warning)
  }
}

extension String {
  /// An e-mail address without its domain; any other text as it is.
  fileprivate var withoutMailDomain: String {
    guard let at = utf8.firstIndex(of: UInt8(ascii: "@")), at != utf8.startIndex,
      utf8[utf8.index(after: at)...].contains(UInt8(ascii: ".")),
      !utf8.contains(UInt8(ascii: " "))
    else { return self }
    return String(self[..<at])
  }
}
