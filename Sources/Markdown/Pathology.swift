internal import Diagnostics

/// Why a text is refused before cmark sees it: cmark 0.30.2 would take time that grows with the
/// square of its length.
enum Pathology: Equatable {
  /// Quotes and lists stand in one another deeper than the limit, first on this line (from 1).
  case nesting(line: Int)
  /// So many images are opened that every link behind them costs as many steps.
  case images
}

/// How deep an author's quotes and lists may stand in one another.
let maximumBlockNesting = 128

/// Finds what makes a text too costly.
///
/// Complexity: a pass over the text.
func pathology(of text: [UInt8], nestingLimit: Int = maximumBlockNesting) -> Pathology? {
  if let line = firstLine(of: text, nestedDeeperThan: nestingLimit) { return .nesting(line: line) }
  // A link turns off the brackets opened before it, and looks at every `![` on the way: 4 ns a step.
  let images = openImages(in: text)
  guard images > 1000 else { return nil }
  let links = count("(", behind: "]", in: text) + count("[", behind: "]", in: text)
  return images * links > 200_000_000 ? .images : nil
}

/// How many `![` could be open at once: all but those whose `]` follows with nothing between that could
/// hide it, for whatever else they are, that bracket takes them off cmark's stack.
private func openImages(in text: [UInt8]) -> Int {
  var count = 0
  var index = 0
  while let mark = text.nextIndex(of: UInt8(ascii: "!"), from: index) {
    index = mark + 1
    guard index < text.count, text[index] == UInt8(ascii: "[") else { continue }
    index = text.firstIndex(from: index + 1) { byte in
      byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
        || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "<") || byte == 0x0A || byte == 0x0D
    }
    if index >= text.count || text[index] != UInt8(ascii: "]") { count += 1 }
    // The `!` of a next image stands before its bracket.
    if index < text.count, text[index] == UInt8(ascii: "[") { index -= 1 }
  }
  return count
}

private func count(_ byte: Unicode.Scalar, behind first: Unicode.Scalar, in text: [UInt8]) -> Int {
  var count = 0
  var index = 0
  while let found = text.nextIndex(of: UInt8(ascii: first), from: index) {
    index = found + 1
    if index < text.count, text[index] == UInt8(ascii: byte) { count += 1 }
  }
  return count
}

/// The first line on which more blocks than the limit could be open.
///
/// Only a bound, which knows nothing of code and HTML: a quote needs its `>` and a new item its
/// marker on the line itself, and an item that is open already needs two columns of blanks.
private func firstLine(of text: [UInt8], nestedDeeperThan limit: Int) -> Int? {
  let hasReturns = text.nextIndex(of: 0x0D, from: 0) != nil
  var deepest = 0
  var line = 1
  var index = 0
  while index < text.count {
    let prefix = BlockPrefix(text, at: index)
    let carried = min(prefix.columns / 2, deepest)
    deepest = max(deepest, prefix.markers + carried)
    if deepest > limit { return line }
    index = prefix.end
    if hasReturns {
      while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
      if index + 1 < text.count, text[index] == 0x0D, text[index + 1] == 0x0A { index += 1 }
    } else {
      index = text.nextIndex(of: 0x0A, from: index) ?? text.count
    }
    index += 1
    line += 1
  }
  return nil
}

/// What stands before a line's text: blanks, `>`, and the markers of lists.
struct BlockPrefix {
  private(set) var markers = 0
  private(set) var columns = 0
  /// The index of the first byte that isn't part of it.
  private(set) var end: Int

  init(_ text: [UInt8], at start: Int) {
    end = start
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"): markers += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isMarkerEnd(text, end + 1) else { return }
        markers += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let delimiter = numberEnd(text, end), isMarkerEnd(text, delimiter + 1) else { return }
        markers += 1
        end = delimiter
      default: return
      }
      end += 1
    }
  }

  private func isMarkerEnd(_ text: [UInt8], _ index: Int) -> Bool {
    index >= text.count || isSpace(text[index])
  }

  /// The index of the delimiter behind a number of at most nine digits.
  private func numberEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < text.count, isDigit(text[index]), index - start <= 9 { index += 1 }
    guard index < text.count, index - start <= 9 else { return nil }
    return text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") ? index : nil
  }
}

extension Pathology {
  /// The error for an author, at the line that is too deep or the file as a whole.
  func diagnostic(_ file: SourceFile, body: Range<Int>, lines: SourceLines) -> Diagnostic {
    switch self {
    case .nesting(let line):
      let range = lines.range(ofLine: line)
      let start = min(body.upperBound, body.lowerBound + range.lowerBound)
      return Diagnostic(
        "quotes and lists stand at most \(maximumBlockNesting) deep in one another",
        at: SourceSpan(file, start..<min(body.upperBound, start + 1)),
        help: "the time to read deeper ones grows with the square of their depth"
      )
    case .images:
      return Diagnostic(
        "a text with this many `![` and links would take minutes to read",
        path: file.path,
        help: "close the images with `](address)`, or part the text into several pages"
      )
    }
  }
}
