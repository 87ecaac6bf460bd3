public import Diagnostics
internal import YAML

/// A thread's file with the places of its comments, so that one can be changed and every other byte
/// of the file stays: other comments, their order, their quotes, and what people noted behind `#`.
public struct ThreadFile: Sendable {
  /// The file.
  public let source: SourceFile
  /// The comments in the file's order.
  public let comments: [FiledComment]

  /// The list as it was written; `nil` in a file that has none yet.
  let list: YAMLNode?

  /// Reads a thread's file; nothing but what is written there is known of a comment.
  ///
  /// - Returns: `nil` when it has errors, which the log then says: what can't be read can't be
  ///   changed safely.
  public init?(_ source: SourceFile, log: inout DiagnosticLog) {
    let faults = Faults(file: source)
    let written = WrittenThread(faults, maxLength: .max)
    for fault in faults.log.diagnostics where fault.severity == .error { log.append(fault) }
    guard !faults.log.hasErrors else { return nil }
    var ignored = DiagnosticLog()
    let whole = 0..<source.bytes.count
    list = readYAML(source, in: whole, limits: WrittenThread.limits, log: &ignored)
    self.source = source
    let items = list?.items ?? []
    precondition(items.count == written.comments.count, "a file without errors is read whole")
    comments = zip(items, written.comments).map { item, comment in
      FiledComment(comment, of: written, date: item.text(of: "date"))
    }
  }

  /// The comment of an id.
  ///
  /// - Throws: a diagnostic for an id that no comment has, with a hint where one is near.
  public func comment(_ id: String) throws(Diagnostic) -> FiledComment {
    comments[try index(of: id)]
  }

  func index(of id: String) throws(Diagnostic) -> Int {
    if let index = comments.firstIndex(where: { $0.id == id }) { return index }
    // Of numbers the next one is no likelier than any other.
    let near = Int(id) == nil ? nearest(to: id, among: comments.map(\.id)) : nil
    throw Diagnostic(
      "the thread has no comment `\(id)`",
      path: source.path,
      help: near.map { "did you mean `\($0)`?" }
    )
  }
}

/// A comment as its thread's file has it.
public struct FiledComment: Sendable, Hashable {
  /// `id`.
  public var id: String
  /// `reply_to`.
  public var replyTo: String?
  /// `author`, as pages show it.
  public var author: String
  /// `person`: an id in content/people.
  public var person: String?
  /// `url`.
  public var url: String?
  /// `date`, as it is written.
  public var date: String
  /// `status`.
  public var status: Comment.Status
  /// `type`.
  public var kind: Comment.Kind
  /// `body`: Markdown, never trusted.
  public var body: [UInt8]

  init(_ comment: WrittenComment, of thread: WrittenThread, date: String) {
    id = thread.text(comment.id.text)
    replyTo = comment.replyTo.map { thread.text($0.text) }
    author = thread.text(comment.author)
    person = comment.person.map { thread.text($0.text) }
    url = comment.url.isEmpty ? nil : thread.text(comment.url)
    self.date = date
    status = comment.status
    kind = comment.kind
    var body: [UInt8] = []
    thread.texts.appendLines(comment.body.range, indentedBy: comment.indentation, to: &body)
    self.body = body
  }
}

extension YAMLNode {
  /// The items of a list.
  var items: [YAMLNode] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  /// The pairs of a map.
  var pairs: [YAMLPair] {
    guard case .mapping(let pairs) = content else { return [] }
    return pairs
  }

  /// The text under a key of a map, without blanks around it; empty where there is none.
  fileprivate func text(of key: String) -> String {
    guard let pair = pairs.first(where: { $0.key == key }),
      case .scalar(let scalar) = pair.value.content
    else { return "" }
    return scalar.text.trimmed
  }
}
