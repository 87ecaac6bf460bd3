/// The nearest of the known words to one that isn't known, for "did you mean".
///
/// Near means: at most a third of the longer word's characters differ, a swap of two neighbours
/// counting once (optimal string alignment). Of equally near words the first is taken.
///
/// - Returns: `nil` when nothing is near. Complexity: O(words × length²).
public func nearest<Words: Sequence<String>>(to word: String, among known: Words) -> String? {
  let target = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (word: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, max(target.count, letters.count) / 3)
    let distance = alignmentDistance(target, letters)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// A hint that proposes the nearest known word, or names them all when there are few.
public func suggestion(for word: String, among known: [String]) -> String? {
  if let near = nearest(to: word, among: known) { return "did you mean `\(near)`?" }
  guard !known.isEmpty, known.count <= 12 else { return nil }
  return "known here: " + known.map { "`\($0)`" }.joined(separator: ", ")
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      let substitution = last[j] + (a[i] == b[j] ? 0 : 1)
      var cost = min(row[j] + 1, last[j + 1] + 1, substitution)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
