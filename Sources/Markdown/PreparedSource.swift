internal import Diagnostics
internal import HTML

/// A text made ready for cmark: what its tree wouldn't keep is marked in it, line by line, so that
/// lines keep their numbers.
struct PreparedSource {
  /// What cmark parses.
  private(set) var bytes: [UInt8] = []
  /// Whether ``Guard``s stand in it.
  private(set) var isGuarded = false
  /// The definitions of footnotes, each of which cmark sees as an item of a list.
  private(set) var footnotes: [FootnoteDefinition] = []
  /// The lines that could part a table's head from its rows, from 1, in order.
  private(set) var delimiterRows: [Int] = []
  /// Whether anything may define a link, which cells in tables would have to know.
  private(set) var mayDefineLinks = false

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - trust: whose text it is: a stranger's footnotes show as typed.
  ///   - options: which extensions matter.
  ///   - plainLines: lines on which a footnote's definition is none: they are code or HTML.
  init(_ text: [UInt8], trust: Trust, options: MarkdownOptions, plainLines: Set<Int> = []) {
    guard options.needsPreparation else {
      bytes = text
      return
    }
    var scanner = Scanner(text: text, trust: trust, options: options, plainLines: plainLines)
    scanner.scan()
    bytes = scanner.finished()
    isGuarded = scanner.isGuarded
    footnotes = scanner.footnotes
    delimiterRows = scanner.delimiterRows
    mayDefineLinks = scanner.mayDefineLinks
  }
}

extension MarkdownOptions {
  /// Whether anything is on that cmark's tree alone doesn't give.
  fileprivate var needsPreparation: Bool {
    tables || strikethrough || taskLists || autolinks || footnotes || alerts
  }
}

/// The line of a text on which a footnote is defined.
struct FootnoteDefinition {
  let label: [UInt8]
  /// Its line, from 1.
  let line: Int
  /// The byte of the line at which the list's marker stands that replaces it, from 1.
  let column: Int
}

/// One pass over a text that copies what it keeps and writes what it changes.
private struct Scanner {
  let text: [UInt8]
  let trust: Trust
  let options: MarkdownOptions
  let plainLines: Set<Int>
  private let mayGuard: Bool

  private var output: [UInt8] = []
  /// What of the text isn't copied yet.
  private var copied = 0
  private var index = 0
  private var line = 1

  private(set) var isGuarded = false
  private(set) var footnotes: [FootnoteDefinition] = []
  private(set) var delimiterRows: [Int] = []
  private(set) var mayDefineLinks = false

  init(text: [UInt8], trust: Trust, options: MarkdownOptions, plainLines: Set<Int>) {
    self.text = text
    self.trust = trust
    self.options = options
    self.plainLines = plainLines
    mayGuard = !text.containsGuards
  }

  /// The text for cmark; the very same one, uncopied, where nothing was changed.
  mutating func finished() -> [UInt8] {
    guard copied > 0 else { return text }
    copy(upTo: text.count)
    return output
  }

  mutating func scan() {
    startLine()
    while let byte = nextSpecial() {
      switch byte {
      case UInt8(ascii: "\n"):
        index += 1
        line += 1
        startLine()
      case UInt8(ascii: "\r"):
        index += 1
        guard index >= text.count || text[index] != UInt8(ascii: "\n") else { continue }
        line += 1
        startLine()
      case UInt8(ascii: "\\"): scanBackslash()
      case UInt8(ascii: ":"): scanColon()
      case UInt8(ascii: "."): scanFullStop()
      case UInt8(ascii: "]"):
        index += 1
        if index < text.count, text[index] == UInt8(ascii: ":") { mayDefineLinks = true }
      default: index += 1
      }
    }
  }

  /// Goes on to the next byte that could matter, and gives it.
  private mutating func nextSpecial() -> UInt8? {
    // Of the controls only LF and CR matter; `\\` and `]` differ in one bit.
    index = text.span.firstIndex(from: index) { eight in
      eight.marks(below: 0x0E) | eight.marks(of: UInt8(ascii: "\\"), ignoring: 1)
        | eight.marks(of: UInt8(ascii: ".")) | eight.marks(of: UInt8(ascii: ":"))
    }
    return index < text.count ? text[index] : nil
  }

  private mutating func copy(upTo end: Int) {
    output.append(contentsOf: text[copied..<end])
    copied = end
  }

  private mutating func replace(_ range: Range<Int>, withGuard last: UInt8) {
    copy(upTo: range.lowerBound)
    output.append(Guard.lead.0)
    output.append(Guard.lead.1)
    output.append(last)
    copied = range.upperBound
    isGuarded = true
  }
}

extension Scanner {
  /// Looks at what begins a line: a table's delimiter row or a footnote's definition.
  private mutating func startLine() {
    guard index < text.count else { return }
    let prefix = BlockPrefix(text, at: index)
    guard prefix.end < text.count else { return }
    switch text[prefix.end] {
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      if options.tables, isDelimiterRow(from: prefix.end) { delimiterRows.append(line) }
    case UInt8(ascii: "["):
      guard options.footnotes || trust == .stranger, !plainLines.contains(line) else { return }
      scanFootnote(at: prefix.end)
    default: break
    }
  }

  private func isDelimiterRow(from start: Int) -> Bool {
    var hasDash = false
    var hasBar = false
    for byte in text[start...] {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBar = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return hasDash && hasBar
      default: return false
      }
    }
    return hasDash && hasBar
  }

  /// Makes `[^label]: text` an item whose content stands four columns in, as a footnote's does.
  private mutating func scanFootnote(at start: Int) {
    guard let end = footnoteLabelEnd(in: text, at: start), end + 1 < text.count,
      text[end + 1] == UInt8(ascii: ":")
    else { return }
    guard trust == .author else {
      // Else cmark would take it for the definition of a link, and nothing of it would show.
      if mayGuard, let last = Guard.literal(text[start]) {
        replace(start..<start + 1, withGuard: last)
      }
      return
    }
    let lineStart = text[..<start].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    var next = end + 2
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    copy(upTo: start)
    output.write("1)  ")
    copied = next
    index = next
    footnotes.append(
      FootnoteDefinition(
        label: Array(text[start + 2..<end]),
        line: line,
        column: start - lineStart + 1
      )
    )
  }

  private mutating func scanBackslash() {
    let next = index + 1
    guard next < text.count else {
      index = next
      return
    }
    if mayGuard, let last = Guard.escaped(text[next]) {
      replace(index..<next + 1, withGuard: last)
      index = next + 1
      return
    }
    // The second of two backslashes escapes nothing; a line's end is counted where it stands.
    index = text[next] == UInt8(ascii: "\\") ? next + 1 : next
  }

  private mutating func scanColon() {
    index += 1
    guard options.autolinks, index + 1 < text.count, text[index] == UInt8(ascii: "/"),
      text[index + 1] == UInt8(ascii: "/")
    else { return }
    var start = index - 1
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    guardAddress(from: start)
  }

  private mutating func scanFullStop() {
    let start = index - 3
    index += 1
    guard options.autolinks, start >= 0, text[start + 2] | 0x20 == UInt8(ascii: "w"),
      text[start + 1] | 0x20 == UInt8(ascii: "w"), text[start] | 0x20 == UInt8(ascii: "w")
    else { return }
    guardAddress(from: start)
  }

  /// Guards what CommonMark or smart punctuation would change in an address that stands bare.
  private mutating func guardAddress(from start: Int) {
    var end = index
    end = text.firstIndex(from: end) { isSpace($0) || $0 == UInt8(ascii: "<") }
    defer { index = end }
    mayDefineLinks = mayDefineLinks || containsDefinition(index..<end)
    guard mayGuard, isBare(start) else { return }
    let trimmed = trimmedAddressEnd(text[start..<end])
    while index < trimmed {
      if needsGuard(index), let last = Guard.literal(text[index]) {
        replace(index..<index + 1, withGuard: last)
      }
      index += 1
    }
  }

  private func containsDefinition(_ range: Range<Int>) -> Bool {
    range.contains { text[$0] == UInt8(ascii: ":") && text[$0 - 1] == UInt8(ascii: "]") }
  }

  /// Whether an address isn't a link's destination, in angle brackets or in an attribute.
  private func isBare(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    switch text[start - 1] {
    case UInt8(ascii: "<"), UInt8(ascii: "="): return false
    case UInt8(ascii: "("): return start < 2 || text[start - 2] != UInt8(ascii: "]")
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return start < 2 || text[start - 2] != UInt8(ascii: "=")
    case UInt8(ascii: " "):
      return start < 3 || text[start - 2] != UInt8(ascii: ":")
        || text[start - 3] != UInt8(ascii: "]")
    default: return true
    }
  }

  private func needsGuard(_ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
      UInt8(ascii: "\""):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."):
      options.smart
        && (text[index - 1] == text[index]
          || (index + 1 < text.count && text[index + 1] == text[index]))
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether any character of the guards' block is there.
  fileprivate var containsGuards: Bool {
    var start = 0
    while let lead = nextIndex(of: Guard.lead.0, from: start) {
      if lead + 1 < count, self[lead + 1] == Guard.lead.1 { return true }
      start = lead + 1
    }
    return false
  }
}

/// The index of the `]` that ends `[^label`.
func footnoteLabelEnd(in text: [UInt8], at start: Int) -> Int? {
  guard start + 2 < text.count, text[start] == UInt8(ascii: "["),
    text[start + 1] == UInt8(ascii: "^")
  else { return nil }
  var index = start + 2
  while index < text.count, !isSpace(text[index]), text[index] != UInt8(ascii: "[") {
    if text[index] == UInt8(ascii: "]") { return index > start + 2 ? index : nil }
    index += 1
  }
  return nil
}
