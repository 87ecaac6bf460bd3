public import Diagnostics
internal import YAML

extension ThreadFile {
  /// The file's bytes with one more comment behind all others.
  ///
  /// - Returns: the bytes, and the id that the comment got.
  /// - Throws: a diagnostic for an id that stands there already, or a `reply_to` that doesn't.
  public func adding(_ comment: NewComment) throws(Diagnostic) -> (bytes: [UInt8], id: String) {
    let id = comment.id ?? nextID
    guard !comments.contains(where: { $0.id == id }) else {
      throw Diagnostic("the thread has a comment `\(id)` already", path: source.path)
    }
    if let replyTo = comment.replyTo { _ = try index(of: replyTo) }
    var bytes = source.bytes
    let addition = addition(of: comment, id: id)
    bytes.insert(contentsOf: addition.text.utf8, at: addition.offset)
    try check(bytes, against: list) { comments in
      var log = DiagnosticLog()
      let alone = SourceFile(path: source.path, text: "- \(comment.flow(id: id))")
      comments += ThreadFile(alone, log: &log)?.comments ?? []
    }
    return (bytes, id)
  }

  /// The number after the largest; ids that are no numbers, or absurd ones, don't count.
  private var nextID: String {
    let numbers = comments.lazy.filter { $0.id.utf8.count < 16 }.compactMap { Int($0.id) }
    return String((numbers.max() ?? 0) + 1)
  }

  private func addition(of comment: NewComment, id: String) -> (offset: Int, text: String) {
    guard let list else { return block(comment, id, at: "") }
    guard isFlow(list) else {
      return block(comment, id, at: indentation(at: list.range.lowerBound))
    }
    let flow = comment.flow(id: id)
    guard let last = list.items.last else { return (list.range.lowerBound + 1, flow) }
    return (last.range.upperBound, ", \(flow)")
  }

  /// An entry in lines, behind all that the file has.
  private func block(_ comment: NewComment, _ id: String, at indentation: String) -> (Int, String) {
    let ending = source.lineEnding
    let end = source.endOfDocument
    let lines = comment.lines(id: id).enumerated().map { number, line in
      line.isEmpty ? "" : indentation + (number == 0 ? "- " : "  ") + line
    }
    let last = source.bytes[..<end].last
    let isAtLineStart = last == nil || last == 0x0A || last == 0x0D || end == source.markLength
    return (end, (isAtLineStart ? "" : ending) + lines.joined(separator: ending) + ending)
  }
}

extension SourceFile {
  /// How many bytes a byte order mark at the beginning takes.
  fileprivate var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where the document ends: at the line `...`, which nothing may follow, or at the file's end.
  fileprivate var endOfDocument: Int {
    var start = markLength
    while start < bytes.count {
      let end = lineBreak(from: start)
      let line = bytes[start..<end.lowerBound]
      if line.starts(with: "...".utf8), line.dropFirst(3).allSatisfy(\.isBlank) { return start }
      start = end.upperBound
    }
    return bytes.count
  }
}
