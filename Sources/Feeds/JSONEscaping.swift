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
    var clean = 0
    while true {
      let index = text.nextIndex(from: clean) { place.marks($0) }
      append(text.extracting(clean..<index))
      guard index < text.count else { return }
      append(jsonEscape: text[index])
      clean = index + 1
    }
  }

  /// Writes the words of markup for a script, without quotes: tags gone, blocks in lines.
  ///
  /// - Parameter html: what our own writer made, in which `<`, `>` and `&` of a text are references.
  mutating func append(wordsOf html: Span<UInt8>) {
    let text = html.extracting(0..<html.endOfWords)
    var clean = 0
    while clean < text.count {
      let index = text.nextIndex(from: clean) { JSONPlace.script.marks($0) }
      append(text.extracting(clean..<index))
      guard index < text.count else { return }
      switch text[index] {
      case UInt8(ascii: "<"): clean = text.endOfTag(at: index)
      case UInt8(ascii: "&"):
        let (character, length) = text.character(ofReferenceAt: index)
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
  fileprivate var endOfWords: Int {
    var end = count
    while end > 0 {
      if self[end - 1] == UInt8(ascii: ">") {
        repeat { end -= 1 } while end > 0 && self[end] != UInt8(ascii: "<")
      } else if self[end - 1] <= UInt8(ascii: " ") {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  fileprivate func endOfTag(at start: Int) -> Int {
    var end = start
    while end < count, self[end] != UInt8(ascii: ">") { end += 1 }
    return end + 1
  }

  /// What stands for a reference that our own writer made, and its length; anything else is the
  /// ampersand itself.
  fileprivate func character(ofReferenceAt start: Int) -> (character: UInt8, length: Int) {
    guard start + 2 < count else { return (UInt8(ascii: "&"), 1) }
    switch (self[start + 1], self[start + 2]) {
    case (UInt8(ascii: "l"), _) where has("&lt;", at: start): return (UInt8(ascii: "<"), 4)
    case (UInt8(ascii: "g"), _) where has("&gt;", at: start): return (UInt8(ascii: ">"), 4)
    case (UInt8(ascii: "a"), _) where has("&amp;", at: start): return (UInt8(ascii: "&"), 5)
    case (UInt8(ascii: "q"), _) where has("&quot;", at: start): return (UInt8(ascii: "\""), 6)
    case (_, UInt8(ascii: "3")) where has("&#34;", at: start): return (UInt8(ascii: "\""), 5)
    case (_, UInt8(ascii: "3")) where has("&#39;", at: start): return (UInt8(ascii: "'"), 5)
    default: return (UInt8(ascii: "&"), 1)
    }
  }

  private func has(_ text: StaticString, at start: Int) -> Bool {
    guard count - start >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { unsafe self[start + $0] == text[$0] }
    }
  }
}
