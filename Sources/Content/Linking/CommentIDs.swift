internal import Diagnostics

/// The ids of a thread's comments, to find a comment by one.
///
/// Sorted, not hashed: most files have them in order, as numbers are given, and then nothing is built; and
/// nobody can choose ids so that finding them takes long.
struct CommentIDs {
  private let comments: [WrittenComment]
  private let texts: [UInt8]
  /// The comments' indices by their ids, those of one id in the file's order; `nil` when that is the order of
  /// the file, and no id stands twice.
  private let sorted: [Int]?

  /// - Parameters:
  ///   - comments: the comments, in the file's order.
  ///   - texts: what their texts are ranges of.
  init(_ comments: [WrittenComment], in texts: [UInt8]) {
    self.comments = comments
    self.texts = texts
    let isSorted = comments.indices.dropFirst().allSatisfy {
      isBefore(comments[$0 - 1].id.text, comments[$0].id.text, in: texts) == true
    }
    sorted =
      isSorted
      ? nil
      : comments.indices.sorted {
        isBefore(comments[$0].id.text, comments[$1].id.text, in: texts) ?? ($0 < $1)
      }
  }

  /// For each comment whose id an earlier one has the first one of these.
  var firstsOfRepeated: [Int: Int] {
    guard let sorted else { return [:] }
    var firsts: [Int: Int] = [:]
    var first = 0
    for place in sorted.indices.dropFirst() {
      let (id, other) = (comments[sorted[place]].id.text, comments[sorted[first]].id.text)
      if isBefore(other, id, in: texts) == nil {
        firsts[sorted[place]] = sorted[first]
      } else {
        first = place
      }
    }
    return firsts
  }

  /// The index of the comment whose id is a text; `nil` when there is none.
  func find(_ text: TextRange) -> Int? {
    var range = 0..<comments.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let index = sorted.map { $0[middle] } ?? middle
      switch isBefore(comments[index].id.text, text, in: texts) {
      case true?: range = middle + 1..<range.upperBound
      case false?: range = range.lowerBound..<middle
      case nil: return index
      }
    }
    return nil
  }
}

/// Whether an id is shorter than another or, of one length, comes before it; `nil` when they are the same.
@inline(__always)
private func isBefore(_ first: TextRange, _ second: TextRange, in texts: [UInt8]) -> Bool? {
  guard first.count == second.count else { return first.count < second.count }
  return unsafe texts.withUnsafeBufferPointer { texts in
    for (index, other) in zip(first.range, second.range) {
      let (byte, otherByte) = unsafe (texts[index], texts[other])
      if byte != otherByte { return byte < otherByte }
    }
    return nil
  }
}
