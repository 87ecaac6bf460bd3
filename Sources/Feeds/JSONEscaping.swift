internal import HTML

extension JSONPlace {
  /// Marks the bytes that can't stand as they are in a string: a control character, `"` or `\`, in a
  /// script also `<`, `>` and `&`.
  @inline(__always)
  fileprivate func marks(_ bytes: SixteenBytes) -> SixteenBytes.Vector {
    let isScript = self == .script
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let marks =
      bytes.marks(below: 0x20) | bytes.marks(of: 0x7F) | bytes.marks(of: UInt8(ascii: "\\"))
      | bytes.marks(of: UInt8(ascii: "\""), ignoring: isScript ? 4 : 0)
    return isScript ? marks | bytes.marks(of: UInt8(ascii: "<"), ignoring: 2) : marks
  }
}

extension OutputBuffer {
  /// Writes a text in quotes (RFC 8259 §7).
  mutating func append(quoted text: Span<UInt8>, _ place: JSONPlace) {
    append(UInt8(ascii: "\""))
    append(json: text, place)
    append(UInt8(ascii: "\""))
  }

  /// Writes a text without its quotes.
  ///
  /// Clean runs are copied whole. Complexity: O(n).
  mutating func append(json text: Span<UInt8>, _ place: JSONPlace) {
    append(json: text, 0..<text.count, place)
  }

  /// Writes a part of a text without quotes.
  mutating func append(json text: Span<UInt8>, _ range: Range<Int>, _ place: JSONPlace) {
    var clean = range.lowerBound
    while true {
      let index = text.nextIndex(in: clean..<range.upperBound) { place.marks($0) }
      append(text.extracting(clean..<index))
      guard index < range.upperBound else { return }
      append(jsonEscape: text[index])
      clean = index + 1
    }
  }

  /// Writes the words of markup for a script, without quotes: tags gone, blocks in lines.
  ///
  /// - Parameters:
  ///   - text: what our own writer made, in which `<`, `>` and `&` of a text are references.
  ///   - html: the part of it that is meant.
  mutating func append(wordsOf text: Span<UInt8>, _ html: Range<Int>) {
    let end = text.endOfWords(in: html)
    var clean = html.lowerBound
    while clean < end {
      let index = text.nextIndex(in: clean..<end) { JSONPlace.script.marks($0) }
      append(text.extracting(clean..<index))
      guard index < end else { return }
      switch text[index] {
      case UInt8(ascii: "<"):
        if text.partsParagraphs(in: index..<end) {
          append(literal: #"\n"#)
          clean = index + 8
        } else {
          clean = text.endOfTag(in: index..<end)
        }
      case UInt8(ascii: "&"):
        let (character, length) = text.character(ofReferenceIn: index..<end)
        append(json: [character].span, .script)
        clean = index + length
      default:
        append(jsonEscape: text[index])
        clean = index + 1
      }
    }
  }

  /// Writes a byte of ASCII that can't stand as it is.
  private mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(literal: #"\""#)
    case UInt8(ascii: "\\"): append(literal: #"\\"#)
    case 0x0A: append(literal: #"\n"#)
    case 0x0D: append(literal: #"\r"#)
    case 0x09: append(literal: #"\t"#)
    case UInt8(ascii: "<"): append(literal: #"\u003c"#)
    case UInt8(ascii: ">"): append(literal: #"\u003e"#)
    case UInt8(ascii: "&"): append(literal: #"\u0026"#)
    default:
      append(literal: #"\u00"#)
      append(hexDigit(byte >> 4))
      append(hexDigit(byte & 15))
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

extension Span<UInt8> {
  /// Where the last word ends: tags and blanks behind it say nothing.
  fileprivate func endOfWords(in html: Range<Int>) -> Int {
    var end = html.upperBound
    while end > html.lowerBound {
      if self[end - 1] == UInt8(ascii: ">") {
        repeat { end -= 1 } while end > html.lowerBound && self[end] != UInt8(ascii: "<")
      } else if self[end - 1] <= UInt8(ascii: " ") {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether `</p>`, LF and `<p>` stand at the beginning of a range: what is found most is found at once.
  fileprivate func partsParagraphs(in text: Range<Int>) -> Bool {
    guard text.count >= 8, text.upperBound <= count else { return false }
    let eight = unsafe withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: text.lowerBound, as: UInt64.self)
    }
    return UInt64(littleEndian: eight) == 0x3E70_3C0A_3E70_2F3C
  }

  fileprivate func endOfTag(in text: Range<Int>) -> Int {
    var end = text.lowerBound
    let near = Swift.min(end + 8, text.upperBound)
    while end < near, self[end] != UInt8(ascii: ">") { end += 1 }
    // A link's is long.
    return end < near
      ? end + 1
      : nextIndex(in: end..<text.upperBound) { $0.marks(of: UInt8(ascii: ">")) } + 1
  }

  /// What stands for a reference that our own writer made, and its length; anything else is the
  /// ampersand itself.
  fileprivate func character(
    ofReferenceIn text: Range<Int>
  ) -> (character: UInt8, length: Int) {
    let start = text.lowerBound
    guard text.count > 2 else { return (UInt8(ascii: "&"), 1) }
    switch (self[start + 1], self[start + 2]) {
    case (UInt8(ascii: "l"), _) where has("&lt;", in: text): return (UInt8(ascii: "<"), 4)
    case (UInt8(ascii: "g"), _) where has("&gt;", in: text): return (UInt8(ascii: ">"), 4)
    case (UInt8(ascii: "a"), _) where has("&amp;", in: text): return (UInt8(ascii: "&"), 5)
    case (UInt8(ascii: "q"), _) where has("&quot;", in: text): return (UInt8(ascii: "\""), 6)
    case (_, UInt8(ascii: "3")) where has("&#34;", in: text): return (UInt8(ascii: "\""), 5)
    case (_, UInt8(ascii: "3")) where has("&#39;", in: text): return (UInt8(ascii: "'"), 5)
    default: return (UInt8(ascii: "&"), 1)
    }
  }

  private func has(_ reference: StaticString, in text: Range<Int>) -> Bool {
    guard text.count >= reference.utf8CodeUnitCount else { return false }
    return reference.withUTF8Buffer { reference in
      reference.indices.allSatisfy { unsafe self[text.lowerBound + $0] == reference[$0] }
    }
  }
}
