public import Diagnostics
internal import YAML

extension ThreadFile {
  /// The file's bytes with another status for one comment.
  ///
  /// Where the comment has a `status`, its value is replaced. Else a line is put below its `id`, or,
  /// in a comment written `{id: 1, …}`, a key behind it; an approved comment needs none.
  ///
  /// - Throws: a diagnostic for an id that no comment has.
  public func setting(_ status: Comment.Status, of id: String) throws(Diagnostic) -> [UInt8] {
    let index = try index(of: id)
    guard comments[index].status != status else { return source.bytes }
    let item = (list?.items ?? [])[index]
    var bytes = source.bytes
    let edit = edit(of: item, to: status.rawValue)
    bytes.replaceSubrange(edit.range, with: edit.bytes)
    try check(bytes, against: item) { comments in comments[index].status = status }
    return bytes
  }

  /// Bytes to put in the place of others.
  private struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      bytes = Array(text.utf8)
    }
  }

  private func edit(of item: YAMLNode, to status: String) -> Edit {
    if let pair = item.pairs.first(where: { $0.key == "status" }) {
      return replacement(of: pair.value, by: status)
    }
    guard let id = item.pairs.first(where: { $0.key == "id" }) else {
      preconditionFailure("a comment has an id")
    }
    let end = id.value.range.upperBound
    if isFlow(item) { return Edit(end..<end, ", status: \(status)") }
    let line = indentation(at: item.range.lowerBound) + "status: \(status)"
    let place = source.lineBreak(from: end)
    // A file that doesn't end with a line's end shall not do so afterwards.
    return place.isEmpty
      ? Edit(place, source.lineEnding + line)
      : Edit(place.upperBound..<place.upperBound, line + source.text(in: place))
  }

  private func replacement(of value: YAMLNode, by status: String) -> Edit {
    guard !value.range.isEmpty else { return Edit(value.range, " \(status)") }
    let first = source.bytes[value.range.lowerBound]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let quote = isQuoted ? String(UnicodeScalar(first)) : ""
    return Edit(value.range, quote + status + quote)
  }

  /// Whether a list or map is written in brackets.
  func isFlow(_ node: YAMLNode) -> Bool {
    guard !node.range.isEmpty else { return false }
    let first = source.bytes[node.range.lowerBound]
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// As many blanks as stand, or could stand, before an offset on its line.
  func indentation(at offset: Int) -> String {
    let line = source.bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }
    let before = source.bytes[(line.map { $0 + 1 } ?? 0)..<offset]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(repeating: " ", count: before.count - (before.starts(with: mark) ? 3 : 0))
  }

  /// Makes sure that a changed file says what it should and nothing else.
  ///
  /// YAML lets a comment be written in ways that nobody uses and no place is known for.
  func check(
    _ bytes: [UInt8],
    against node: YAMLNode?,
    _ change: (inout [FiledComment]) -> Void
  ) throws(Diagnostic) {
    var expected = comments
    change(&expected)
    var log = DiagnosticLog()
    let changed = ThreadFile(SourceFile(path: source.path, bytes: bytes), log: &log)
    if let changed, changed.comments.map(\.withoutEnd) == expected.map(\.withoutEnd) { return }
    let range = (node?.range ?? 0..<0).firstLine(in: source)
    throw Diagnostic(
      "what stands here can't be changed without touching the rest",
      at: SourceSpan(source, range),
      help: "write each key of the comment on a line of its own"
    )
  }
}

extension FiledComment {
  /// The comment but for line breaks at its body's end, which belong to the file as much as to it.
  fileprivate var withoutEnd: FiledComment {
    var comment = self
    while let last = comment.body.last, last == 0x0A || last == 0x20 { comment.body.removeLast() }
    return comment
  }
}

extension SourceFile {
  /// The first line break from an offset on; empty, at the end, where there is none.
  func lineBreak(from offset: Int) -> Range<Int> {
    guard let start = bytes[offset...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return bytes.count..<bytes.count
    }
    return start..<start + (bytes[start...].starts(with: [0x0D, 0x0A]) ? 2 : 1)
  }

  /// How lines of the file end: as the first one does.
  var lineEnding: String {
    let first = lineBreak(from: 0)
    return first.isEmpty ? "\n" : text(in: first)
  }
}
