internal import Diagnostics

extension WrittenThread {
  /// For each of some of its comments the one of them that it answers, without circles.
  ///
  /// A missing parent, and a circle, make a root and a warning: of a circle the comment that stands
  /// first in the file.
  func replyParents(_ comments: [WrittenComment], log: inout DiagnosticLog) -> [Int?] {
    let ids = CommentIDs(comments, in: texts)
    var faults: [Diagnostic] = []
    var parents = [Int?](repeating: nil, count: comments.count)
    for index in comments.indices {
      guard let reply = comments[index].replyTo else { continue }
      parents[index] = ids.find(reply.text)
      if parents[index] == nil, faults.count < Faults.limit {
        faults.append(missingParent(located(reply), among: comments))
      }
    }
    for index in circleStarts(parents) {
      guard let reply = comments[index].replyTo else { continue }
      parents[index] = nil
      guard faults.count < Faults.limit else { continue }
      faults.append(
        Diagnostic(
          "comments must not answer each other in a circle",
          severity: .warning,
          at: SourceSpan(file, reply.place.range),
          label: "leads back here, so this comment is shown as a root"
        )
      )
    }
    for fault in faults { log.append(fault) }
    return parents
  }

  private func missingParent(
    _ reply: Located<String>,
    among comments: [WrittenComment]
  ) -> Diagnostic {
    // Of numbers the next one is no likelier than any other.
    let near =
      Int(reply.value) == nil
      ? nearest(to: reply.value, among: comments.map { text($0.id.text) }) : nil
    return Diagnostic(
      "`reply_to` must be the `id` of a comment in this thread",
      severity: .warning,
      at: reply.span,
      label: "no such comment, so this one is shown as a root",
      help: near.map { "did you mean `\($0)`?" }
    )
  }
}

/// The first comment of each circle: each way up is walked once, so this is O(n).
private func circleStarts(_ parents: [Int?]) -> [Int] {
  var walk = [Int](repeating: -1, count: parents.count)
  var starts: [Int] = []
  for start in parents.indices where walk[start] < 0 {
    var index: Int? = start
    while let here = index, walk[here] < 0 {
      walk[here] = start
      index = parents[here]
    }
    // The walk met itself, and not an earlier one: what follows from there is a circle.
    guard let meeting = index, walk[meeting] == start else { continue }
    var first = meeting
    var next = parents[meeting]
    while let here = next, here != meeting {
      first = min(first, here)
      next = parents[here]
    }
    starts.append(first)
  }
  return starts
}
