internal import HTML

/// Writes a stranger's text as HTML without a tree, where what every byte means is certain from the
/// bytes beside it.
///
/// Most of what people write beneath a page is paragraphs, a quote, a list of lines, with a word in `*`, a
/// bit of code or a link: for these CommonMark's answer needs neither a stack of delimiters nor one of
/// blocks. Whatever could mean anything else (a list in a list, a bare address, an `*` between letters) is
/// left to cmark; a test holds both against each other.
struct DirectWriter: ~Copyable {
  let text: [UInt8]
  var output: OutputBuffer
  /// The byte that is looked at.
  var index = 0
  /// Up to where the text is written.
  var written = 0
  /// How many `*` opened the emphasis that is open; 0 where none is.
  var emphasis = 0
  /// Where the lines stand that links took for definitions.
  var expectedDefinitions: [Int] = []
  /// Where definitions turned out to stand.
  var definitions: [Int] = []

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - output: what the HTML is written to, which ``finish()`` gives back.
  init(_ text: [UInt8], output: consuming OutputBuffer) {
    self.text = text
    self.output = output
  }

  /// What was written, behind what was there before.
  consuming func finish() -> OutputBuffer { output }

  /// Writes all of the text; `false` when that isn't certain, with a part of it in ``output``.
  mutating func write() -> Bool {
    skipLineFeeds()
    while index < text.count {
      guard writeBlock() else { return false }
      skipLineFeeds()
    }
    return expectedDefinitions.allSatisfy(definitions.contains)
  }

  private mutating func skipLineFeeds() {
    while index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
  }

  /// Writes the rest of a line, up to its line feed.
  mutating func writeLine() -> Bool {
    written = index
    while true {
      index = text.span.nextIndex(from: index) { $0.specials }
      guard index < text.count, text[index] != UInt8(ascii: "\n") else { break }
      guard writeSpecial(text[index]) else { return false }
    }
    flush()
    // Two blanks at a line's end break it, and one is dropped.
    return text[index - 1] != UInt8(ascii: " ")
  }

  /// The byte at an index, and a line feed beyond the ends of the text.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    index >= 0 && index < text.count ? text[index] : UInt8(ascii: "\n")
  }

  /// Writes what of the text isn't written, up to here.
  mutating func flush() {
    output.append(text, written..<index)
    written = index
  }
}

extension SixteenBytes {
  /// Marks the bytes that may mean something in a line, and the first of a character that may turn a text's
  /// direction: ``ASCIISet/special`` and E2.
  @inline(__always)
  fileprivate var specials: Vector {
    // Each pair differs in one bit: `"&`, `*.`, `<>`, `@` and a backtick, `[_`, `~` and DEL.
    marks(below: 0x20) | marks(of: UInt8(ascii: "\""), ignoring: 4)
      | marks(of: UInt8(ascii: "*"), ignoring: 4) | marks(of: UInt8(ascii: ":"))
      | marks(of: UInt8(ascii: "<"), ignoring: 2) | marks(of: UInt8(ascii: "@"), ignoring: 0x20)
      | marks(of: UInt8(ascii: "["), ignoring: 4) | marks(of: UInt8(ascii: "\\"))
      | marks(of: UInt8(ascii: "~"), ignoring: 1) | marks(of: 0xE2)
  }
}

/// A set of ASCII characters.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// A set of the characters of a text, perhaps with all controls.
  init(_ characters: StaticString, controls: Bool = false) {
    if controls {
      low = 0xFFFF_FFFF
      high = 1 << 63
    }
    characters.withUTF8Buffer { bytes in
      for index in bytes.indices {
        let byte = unsafe bytes[index]
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
  }

  /// What may mean something in a line.
  static let special = ASCIISet("\\`*_[<>&\":.@~", controls: true)
  /// What a backslash may escape here.
  static let escapable = ASCIISet("\\`*_#+-(){}<>|&")
  /// What a link's address may have here, besides letters and digits.
  static let address = ASCIISet("-._~:/?#@!$+,;=%'*")
}
