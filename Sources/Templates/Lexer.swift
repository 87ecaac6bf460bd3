internal import Diagnostics

/// Cuts a template into text and the words of its tags (Jinja's `trim_blocks` and `lstrip_blocks` on).
struct Lexer {
  let source: NormalizedSource
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  /// The closing brackets that are due, innermost last.
  var brackets: [UInt8] = []
  /// Whether what was read last ended a line, so that blanks before a block tag can go.
  var isLineStart = true

  init(_ file: SourceFile) {
    source = NormalizedSource(file)
    bytes = source.bytes
  }

  /// All the tokens of a file, the last being ``Token/Kind/end``.
  static func tokenize(_ file: SourceFile) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(file)
    while lexer.position < lexer.bytes.count { try lexer.readText() }
    lexer.append(.end, lexer.bytes.count..<lexer.bytes.count)
    return lexer.tokens
  }

  func fault(
    _ message: String,
    _ range: Range<Int>,
    label: String? = nil,
    help: String? = nil
  ) -> Diagnostic {
    let span = SourceSpan(source.file, source.range(range))
    return Diagnostic(message, at: span, label: label, help: help)
  }

  mutating func append(_ kind: Token.Kind, _ range: Range<Int>, text: [UInt8] = []) {
    tokens.append(Token(kind: kind, range: source.range(range), text: text))
  }

  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Reads text up to the next tag, and the tag.
  private mutating func readText() throws(Diagnostic) {
    let start = position
    var index = start
    while index < bytes.count, !opensTag(index) { index += 1 }
    guard index < bytes.count else {
      position = bytes.count
      return appendData(start..<bytes.count)
    }
    let opener = bytes[index + 1]
    var after = index + 2
    let sign = byte(at: after)
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if isSigned { after += 1 }
    let text = trimmed(start..<index, sign, isVariable: opener == UInt8(ascii: "{"))
    appendData(text)
    isLineStart = false
    position = after
    switch opener {
    case UInt8(ascii: "#"): try skipComment(from: index)
    case UInt8(ascii: "{"): try readTag(.variableBegin, .variableEnd, index..<after)
    default:
      if let body = rawBody(after) {
        try readRaw(from: index, body: body)
      } else {
        try readTag(.blockBegin, .blockEnd, index..<after)
      }
    }
  }

  private func opensTag(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "{") else { return false }
    switch byte(at: index + 1) {
    case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return true
    default: return false
    }
  }

  private mutating func appendData(_ range: Range<Int>) {
    if !range.isEmpty { append(.data, range, text: Array(bytes[range])) }
  }

  /// The text before a tag without the white space that the tag takes away.
  private func trimmed(_ range: Range<Int>, _ sign: UInt8, isVariable: Bool) -> Range<Int> {
    var end = range.upperBound
    if sign == UInt8(ascii: "-") {
      while end > range.lowerBound, let width = spaceWidth(before: end) { end -= width }
      return range.lowerBound..<max(range.lowerBound, end)
    }
    guard sign != UInt8(ascii: "+"), !isVariable else { return range }
    while end > range.lowerBound, bytes[end - 1] != 0x0A, let width = spaceWidth(before: end) {
      end -= width
    }
    let reachesLineStart =
      end > range.lowerBound ? bytes[end - 1] == 0x0A : isLineStart
    return reachesLineStart ? range.lowerBound..<end : range
  }

  private mutating func skipComment(from start: Int) throws(Diagnostic) {
    guard let end = bytes.firstRange(of: Array("#}".utf8), from: position) else {
      throw fault("a comment has no end", start..<start + 2, help: "end it with `#}`")
    }
    let body = position
    position = end + 2
    // The sign of `{#-` isn't the end's, even in `{#-#}`.
    finishTag(sign: end > body ? bytes[end - 1] : 0)
  }

  /// Takes away the white space behind a tag that its sign, or `trim_blocks`, asks to.
  mutating func finishTag(sign: UInt8) {
    if sign == UInt8(ascii: "-") {
      while let width = spaceWidth(at: position) { position += width }
    } else if sign != UInt8(ascii: "+"), byte(at: position) == 0x0A {
      position += 1
    }
    isLineStart = position > 0 && bytes[position - 1] == 0x0A
  }

  /// Where the body of a raw block begins, when a tag that begins here opens one.
  private func rawBody(_ start: Int) -> Int? {
    guard var index = keyword("raw", at: start) else { return nil }
    if byte(at: index) == UInt8(ascii: "-"), closesBlock(index + 1) {
      index += 3
      while let width = spaceWidth(at: index) { index += width }
      return index
    }
    return closesBlock(index) ? index + 2 : nil
  }

  private func closesBlock(_ index: Int) -> Bool {
    byte(at: index) == UInt8(ascii: "%") && byte(at: index + 1) == UInt8(ascii: "}")
  }

  /// The place behind a word and the white space around it.
  private func keyword(_ word: String, at start: Int) -> Int? {
    var index = start
    while let width = spaceWidth(at: index) { index += width }
    guard bytes.matches(Array(word.utf8), at: index) else { return nil }
    index += word.utf8.count
    while let width = spaceWidth(at: index) { index += width }
    return index
  }

  private mutating func readRaw(from start: Int, body: Int) throws(Diagnostic) {
    // What `raw` opens begins no line for the blanks before `endraw`, but a line break read with it.
    isLineStart = bytes[body - 1] == 0x0A
    var search = body
    while let open = bytes.firstRange(of: Array("{%".utf8), from: search) {
      search = open + 2
      let sign = byte(at: search)
      let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      guard let word = keyword("endraw", at: isSigned ? search + 1 : search) else { continue }
      let last = byte(at: word)
      let isClosingSigned = last == UInt8(ascii: "-") || last == UInt8(ascii: "+")
      let close = isClosingSigned ? word + 1 : word
      guard closesBlock(close) else { continue }
      appendData(trimmed(body..<open, sign, isVariable: false))
      position = close + 2
      return finishTag(sign: last)
    }
    throw fault("`raw` has no end", start..<body, help: "end it with `{% endraw %}`")
  }
}

extension Lexer {
  /// How many bytes the white space takes that begins here, or `nil` when something else does.
  func spaceWidth(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 { return isSpace(byte) ? 1 : nil }
    let width = UTF8Text.width(byte)
    guard index + width <= bytes.count else { return nil }
    return isWideSpace(index..<index + width) ? width : nil
  }

  /// How many bytes the white space takes that ends here, or `nil` when something else does.
  private func spaceWidth(before end: Int) -> Int? {
    guard end > 0 else { return nil }
    if bytes[end - 1] < 0x80 { return isSpace(bytes[end - 1]) ? 1 : nil }
    for width in 2...3 where end >= width && isWideSpace(end - width..<end) { return width }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
  }

  private func isWideSpace(_ range: Range<Int>) -> Bool {
    let scalars = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return false }
    return scalar.isPythonSpace
  }
}
