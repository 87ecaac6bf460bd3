internal import Diagnostics

/// The faults of one block, at most so many, at most one syntax fault a line.
struct FaultLog {
  let file: SourceFile
  let limit: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether the tree lacks something, or holds what wasn't meant.
  private(set) var spoilsTree = false

  var isFull: Bool { diagnostics.count >= limit }

  init(file: SourceFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  mutating func append(
    _ message: String,
    at range: Range<Int>,
    label: String? = nil,
    help: String? = nil,
    keepsTree: Bool = false
  ) {
    if !keepsTree { spoilsTree = true }
    guard !isFull else { return }
    let span = SourceSpan(file, range)
    diagnostics.append(Diagnostic(message, at: span, label: label, help: help))
  }

  /// Adds why libyaml stopped, unless something is already known to be wrong on that line.
  ///
  /// What follows a tag or an alias seldom makes sense to libyaml, and says nothing new.
  mutating func append(_ explanation: Explanation) {
    let line = line(of: explanation.range.lowerBound)
    guard !diagnostics.contains(where: { $0.location?.line == line }) else { return }
    append(
      explanation.message,
      at: explanation.range,
      label: explanation.label,
      help: explanation.help
    )
  }

  /// The line of a byte, counted from 1.
  func line(of offset: Int) -> Int {
    SourceLocation(SourceSpan(file, offset..<offset)).line
  }
}

/// A syntax fault in words, with the bytes that it is about.
struct Explanation {
  let message: String
  let range: Range<Int>
  var label: String?
  var help: String?
}
