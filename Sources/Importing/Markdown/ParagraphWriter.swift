/// Writes one paragraph: blanks where HTML has one, breaks, and emphasis where Markdown can have it.
struct ParagraphWriter {
  let isAuthor: Bool
  let emphases: [Emphasis]
  private enum Part {
    case text([UInt8])
    case open(Int)
    case close(Int)
  }
  private var parts: [Part] = []
  /// The text behind the last part.
  private var current: [UInt8] = []
  private var hasSpace = false
  private var hasBreak = false
  private var opens: [Int] = []
  private var isLineStart = true
  private var last: UInt8 = 0x20
  private var isEmpty = true

  init(isAuthor: Bool, emphases: [Emphasis]) {
    self.isAuthor = isAuthor
    self.emphases = emphases
  }

  mutating func write(_ piece: InlinePiece, isInLink: Bool) {
    switch piece {
    case .text(let text): write(text, isInLink: isInLink)
    case .markdown(let markdown): write(markdown: markdown)
    case .open(let number): opens.append(number)
    case .close(let number):
      if let index = opens.firstIndex(of: number) {
        opens.remove(at: index)
      } else {
        mark(.close(number))
      }
    case .lineBreak:
      hasSpace = false
      hasBreak = !isEmpty
    case .paragraphBreak: preconditionFailure("paragraphs are parted before they are written")
    }
  }

  /// Puts down what waits for something to stand behind it.
  private mutating func flush() {
    if hasBreak {
      current += [UInt8(ascii: "\\"), 0x0A]
      isLineStart = true
      last = 0x0A
    } else if hasSpace, !isEmpty {
      current += [0x20]
      last = 0x20
    }
    hasBreak = false
    hasSpace = false
    for number in opens { mark(.open(number)) }
    opens = []
    isEmpty = false
  }

  /// Ends the text before the beginning or end of emphasis.
  private mutating func mark(_ part: Part) {
    if !current.isEmpty { parts.append(.text(current)) }
    current = []
    parts.append(part)
  }

  private mutating func write(markdown: [UInt8]) {
    guard let end = markdown.last else { return }
    flush()
    // Behind `!` a link would be an image.
    if current.last == UInt8(ascii: "!"), markdown.first == UInt8(ascii: "[") {
      current.insert(UInt8(ascii: "\\"), at: current.count - 1)
    }
    current += markdown
    isLineStart = false
    last = end
  }

  private mutating func write(_ text: [UInt8], isInLink: Bool) {
    var index = 0
    while index < text.count {
      if text[index].isBlank {
        hasSpace = true
        index += 1
        continue
      }
      flush()
      var escaper = MarkdownEscaper(atLineStart: isLineStart, behind: last)
      index = writeWord(text, from: index, isInLink: isInLink, &escaper)
      current += escaper.output
      isLineStart = false
      last = escaper.output.last ?? last
    }
  }

  /// Writes up to the next blank, and returns where that is.
  private func writeWord(
    _ text: [UInt8],
    from start: Int,
    isInLink: Bool,
    _ escaper: inout MarkdownEscaper
  ) -> Int {
    let end = text[start...].firstIndex(where: \.isBlank) ?? text.count
    var index = start
    while index < end {
      if !isInLink, let address = bareAddress(text, from: index, end: end) {
        escaper.write(raw: address.markdown)
        index = address.end
        continue
      }
      let (scalar, next, isUnknown) = htmlCharacter(text, at: index, end: end)
      if isUnknown {
        escaper.write(raw: Array(text[index..<next]))
      } else {
        escaper.write(scalar, next: next < text.count ? plainByte(text, next) : 0x20)
      }
      index = next
    }
    return end
  }

  /// The paragraph as Markdown.
  mutating func finish() -> [UInt8] {
    if !current.isEmpty { parts.append(.text(current)) }
    current = []
    var kept = Set(emphases.indices)
    // Taking one away changes what stands beside others.
    for _ in 0..<4 {
      let bad = misplaced(kept)
      if bad.isEmpty { return joined(kept) }
      kept.subtract(bad)
    }
    return joined([])
  }

  private func joined(_ kept: Set<Int>) -> [UInt8] {
    parts.reduce(into: []) { output, part in
      switch part {
      case .text(let text): output += text
      case .open(let number): output += mark(number, kept, emphases[number].tag)
      case .close(let number): output += mark(number, kept, emphases[number].endTag)
      }
    }
  }

  private func mark(_ number: Int, _ kept: Set<Int>, _ tag: String) -> [UInt8] {
    if kept.contains(number) { return Array(emphases[number].kind.rawValue.utf8) }
    return isAuthor ? Array(tag.utf8) : []
  }

  /// The emphases that Markdown wouldn't read as such where they stand (CommonMark §6.2).
  private func misplaced(_ kept: Set<Int>) -> Set<Int> {
    var bad: Set<Int> = []
    var index = 0
    var before: [UInt8] = []
    while index < parts.count {
      if case .text(let text) = parts[index] {
        before = text
        index += 1
        continue
      }
      var group: [Part] = []
      while index < parts.count {
        if case .text = parts[index] { break }
        group.append(parts[index])
        index += 1
      }
      var behind: [UInt8] = []
      if index < parts.count, case .text(let text) = parts[index] { behind = text }
      bad.formUnion(misplaced(group, kept, Neighbors(before: before, behind: behind)))
    }
    return bad
  }

  private func misplaced(_ group: [Part], _ kept: Set<Int>, _ around: Neighbors) -> Set<Int> {
    let opening = group.compactMap { part -> Int? in
      if case .open(let number) = part { return kept.contains(number) ? number : nil }
      return nil
    }
    let closing = group.compactMap { part -> Int? in
      if case .close(let number) = part { return kept.contains(number) ? number : nil }
      return nil
    }
    // Ends and beginnings side by side would be read as one run.
    if !opening.isEmpty, !closing.isEmpty { return Set(opening) }
    // What isn't kept leaves a tag, which is punctuation, or nothing.
    let isMixed = isAuthor && opening.count + closing.count < group.count
    if isMixed { return Set(opening + closing) }
    let isStruck = (opening + closing).contains { emphases[$0].kind == .strikethrough }
    if isStruck, opening.count + closing.count > 1 { return Set((opening + closing).dropFirst()) }
    return around.allow(opens: !opening.isEmpty) ? [] : Set(opening + closing)
  }
}

/// What stands on both sides of a run of marks.
private struct Neighbors {
  private let before: Unicode.Scalar?
  private let behind: Unicode.Scalar?

  init(before: [UInt8], behind: [UInt8]) {
    self.before = String(decoding: before.suffix(4), as: UTF8.self).unicodeScalars.last
    self.behind = String(decoding: behind.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// Whether marks may begin emphasis here, or end it.
  func allow(opens: Bool) -> Bool {
    let (inside, outside) = opens ? (behind, before) : (before, behind)
    guard let inside, !inside.properties.isWhitespace else { return false }
    guard inside.isMark else { return true }
    return outside.map { $0.properties.isWhitespace || $0.isMark } ?? true
  }
}

extension Unicode.Scalar {
  /// Whether CommonMark counts it as punctuation.
  fileprivate var isMark: Bool {
    if isASCII {
      return (0x21...0x7E).contains(value) && !properties.isAlphabetic
        && !("0"..."9").contains(self)
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
