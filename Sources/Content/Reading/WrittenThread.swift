internal import Diagnostics
internal import YAML

/// A thread's file as it was written.
struct WrittenThread: Sendable {
  let file: SourceFile
  let comments: [WrittenComment]
  /// What the comments' texts are ranges of.
  let texts: [UInt8]

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
    var read: [WrittenComment] = []
    if let list = FlatList(file, in: whole, limits: WrittenThread.limits) {
      var texts = CommentTexts(in: file.bytes)
      read.reserveCapacity(list.items.count)
      for item in list.items {
        if let comment = WrittenComment.read(item, of: list, faults, maxLength, &texts) {
          read.append(comment)
        }
      }
      self.texts = texts.bytes
    } else {
      var texts = CommentTexts()
      for item in WrittenThread.items(of: faults) {
        if let comment = WrittenComment(item, faults, maxLength: maxLength, &texts) {
          read.append(comment)
        }
      }
      self.texts = texts.bytes
    }
    comments = WrittenThread.withoutDuplicates(read, in: texts, faults)
  }

  /// The comments of a file that isn't written plainly.
  private static func items(of faults: Faults) -> [YAMLNode] {
    let file = faults.file
    let whole = 0..<file.bytes.count
    guard let node = readYAML(file, in: whole, limits: WrittenThread.limits, log: &faults.log)
    else { return [] }
    guard case .sequence(let items) = node.content else {
      faults.say(
        "a thread must be a list of comments",
        at: node.range.firstLine(in: file),
        label: "this is \(node.shape)",
        help: "begin each comment with `- id:`"
      )
      return []
    }
    return items
  }

  /// The comments without those whose id an earlier one has.
  private static func withoutDuplicates(
    _ comments: [WrittenComment],
    in texts: [UInt8],
    _ faults: Faults
  ) -> [WrittenComment] {
    let firsts = CommentIDs(comments, in: texts).firstsOfRepeated
    guard !firsts.isEmpty else { return comments }
    return comments.indices.compactMap { index in
      let comment = comments[index]
      guard let first = firsts[index] else { return comment }
      let line = SourceLocation(faults.span(comments[first].id.place.range)).line
      faults.say(
        "each comment of a thread must have an `id` of its own",
        at: comment.id.place.range,
        label: "line \(line) has it, too"
      )
      return nil
    }
  }

  /// A text of one of its comments, with its place.
  func located(_ text: WrittenText) -> Located<String> {
    Located(self.text(text.text), at: SourceSpan(file, text.place.range))
  }

  /// A text of one of its comments.
  func text(_ range: TextRange) -> String { String(decoding: texts[range.range], as: UTF8.self) }
}
