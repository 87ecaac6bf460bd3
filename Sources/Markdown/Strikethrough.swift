/// The runs of tildes in one paragraph or heading, paired as GFM §6.5 says.
///
/// A run is written as it was typed; once the paragraph is written, those that found a partner
/// become tags, in one pass.
struct Strikethrough {
  /// A run of one or two tildes, and where it stands.
  private struct Run {
    let output: Int
    let plain: Int
    let length: Int
    var isEnd = false
  }

  /// The openers inside one element, and how many of them have one and two tildes.
  private struct Level {
    var openers: [Run] = []
    var singles = 0
    var doubles = 0

    func hasOpener(length: Int) -> Bool { (length == 1 ? singles : doubles) > 0 }

    mutating func count(_ run: Run, by step: Int) {
      if run.length == 1 { singles += step } else { doubles += step }
    }
  }

  private var levels: [Level] = []
  private var paired: [Run] = []

  /// Whether anything stands open or paired, so that elements have to be told apart.
  private(set) var isActive = false

  /// Notes a run before it is written.
  ///
  /// - Parameters:
  ///   - output: where in the output.
  ///   - plain: where in the text without markup.
  ///   - length: one or two tildes.
  ///   - depth: how many inline elements are open.
  ///   - flanks: whether it may open, and close.
  mutating func addRun(
    output: Int,
    plain: Int,
    length: Int,
    depth: Int,
    flanks: (left: Bool, right: Bool)
  ) {
    isActive = true
    while levels.count <= depth { levels.append(Level()) }
    let run = Run(output: output, plain: plain, length: length)
    if flanks.right, levels[depth].hasOpener(length: length) {
      close(run, depth: depth)
    } else if flanks.left {
      levels[depth].openers.append(run)
      levels[depth].count(run, by: 1)
    }
  }

  private mutating func close(_ run: Run, depth: Int) {
    // Openers between the two were none: each is taken off once, so that this stays linear.
    while let opener = levels[depth].openers.popLast() {
      levels[depth].count(opener, by: -1)
      guard opener.length == run.length else { continue }
      paired.append(opener)
      paired.append(Run(output: run.output, plain: run.plain, length: run.length, isEnd: true))
      return
    }
  }

  /// Forgets the openers inside an element that ends.
  mutating func leaveElement(depth: Int) {
    guard isActive else { return }
    while levels.count > depth { levels.removeLast() }
  }

  /// Writes the tags, takes the runs out of the text without markup, and forgets all.
  mutating func apply(to output: inout [UInt8], plain: inout [UInt8]) {
    guard isActive else { return }
    defer {
      levels.removeAll(keepingCapacity: true)
      paired.removeAll(keepingCapacity: true)
      isActive = false
    }
    guard !paired.isEmpty else { return }
    paired.sort { $0.output < $1.output }
    output.replace(
      paired.map { ($0.output..<$0.output + $0.length, $0.isEnd ? "</del>" : "<del>") }
    )
    if !plain.isEmpty { plain.replace(paired.map { ($0.plain..<$0.plain + $0.length, "") }) }
  }
}

extension [UInt8] {
  /// Replaces ranges, which are given in order.
  fileprivate mutating func replace(_ edits: [(range: Range<Int>, text: StaticString)]) {
    guard let start = edits.first?.range.lowerBound else { return }
    var tail: [UInt8] = []
    tail.reserveCapacity(count - start + edits.count * 6)
    var copied = start
    for (range, text) in edits {
      tail.append(contentsOf: self[copied..<range.lowerBound])
      tail.write(text)
      copied = range.upperBound
    }
    tail.append(contentsOf: self[copied...])
    removeLast(count - start)
    append(contentsOf: tail)
  }
}

/// Whether a run of delimiters may open and close, by what stands beside it (CommonMark §6.2).
func flanking(before: Neighbour, after: Neighbour) -> (left: Bool, right: Bool) {
  let left = after == .other || (after == .punctuation && before != .other)
  let right = before == .other || (before == .punctuation && after != .other)
  return (left, right)
}

/// What stands beside a run of delimiters.
enum Neighbour {
  case space
  case punctuation
  case other

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      self = isSpace(byte) ? .space : isAlphanumeric(byte) || byte < 0x21 ? .other : .punctuation
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .other
    }
  }
}

extension TreeText {
  /// What stands before an index of the text, if anything does.
  func neighbour(before index: Int) -> Neighbour? {
    if index > 0, self[index - 1] < 0x80 { return Neighbour(Unicode.Scalar(self[index - 1])) }
    var start = index
    while start > 0, index - start < 4 {
      start -= 1
      if self[start] & 0xC0 != 0x80 { break }
    }
    return String(decoding: self[start..<index].array, as: UTF8.self).unicodeScalars.last
      .map { Neighbour($0) }
  }

  /// What stands at an index of the text, if anything does.
  func neighbour(at index: Int) -> Neighbour? {
    let end = min(count, index + 4)
    guard index < end else { return nil }
    if self[index] < 0x80 { return Neighbour(Unicode.Scalar(self[index])) }
    return String(decoding: self[index..<end].array, as: UTF8.self).unicodeScalars.first
      .map { Neighbour($0) }
  }
}
