internal import HTML

/// Where in an XML document a text stands.
enum XMLPlace {
  /// Between tags.
  case text
  /// In an attribute's double quotes.
  case attribute
  /// In a CDATA section, where nothing is escaped.
  case cdata

  /// Marks the bytes that may have to be replaced there.
  @inline(__always)
  fileprivate func marks(_ bytes: SixteenBytes) -> SixteenBytes.Vector {
    // Control characters, and the first byte of U+FFFE and U+FFFF.
    let unreadable = bytes.marks(below: 0x20) | bytes.marks(of: 0xEF)
    switch self {
    case .cdata:
      // HTML ends a line every hundred bytes, and stays as it is.
      return unreadable & ~bytes.marks(of: 0x0A) | bytes.marks(of: UInt8(ascii: "]"))
    case .text:
      // `<` and `>` differ in one bit.
      return unreadable | bytes.marks(of: UInt8(ascii: "<"), ignoring: 2)
        | bytes.marks(of: UInt8(ascii: "&"))
    case .attribute:
      // `"` and `&` differ in one bit, too.
      return unreadable | bytes.marks(of: UInt8(ascii: "<"), ignoring: 2)
        | bytes.marks(of: UInt8(ascii: "&"), ignoring: 4)
    }
  }
}

extension OutputBuffer {
  /// Writes text so that an XML reader gives back the same.
  ///
  /// Characters that XML 1.0 (§2.2) can't hold in any way are left out: control characters but for
  /// TAB, LF and CR, and U+FFFE and U+FFFF. Clean runs are copied whole. Complexity: O(n).
  mutating func append(xml text: String, as place: XMLPlace = .text) {
    append(xml: text.utf8Span.span, as: place)
  }

  /// Writes UTF-8 so that an XML reader gives back the same.
  mutating func append(xml text: Span<UInt8>, as place: XMLPlace = .text) {
    var clean = 0
    var index = 0
    while true {
      index = text.nextIndex(from: index) { place.marks($0) }
      guard index < text.count else { break }
      guard let (replacement, length) = text.replacement(at: index, place) else {
        index += 1
        continue
      }
      append(text.extracting(clean..<index))
      append(literal: replacement)
      index += length
      clean = index
    }
    append(text.extracting(clean..<text.count))
  }
}

extension Span<UInt8> {
  /// What is written for the bytes at a place, and how many they are; `nil` for what stays.
  fileprivate func replacement(
    at index: Int,
    _ place: XMLPlace
  ) -> (replacement: StaticString, length: Int)? {
    let isData = place == .cdata
    switch self[index] {
    case UInt8(ascii: "&"): return isData ? nil : ("&amp;", 1)
    case UInt8(ascii: "<"): return isData ? nil : ("&lt;", 1)
    // `]]>` isn't allowed in text either (XML §2.4).
    case UInt8(ascii: ">"): return isData ? nil : ("&gt;", 1)
    case UInt8(ascii: "]"): return isData && endsCDATA(at: index) ? ("]]]]><![CDATA[>", 3) : nil
    case UInt8(ascii: "\""): return place == .attribute ? ("&quot;", 1) : nil
    // A reader makes LF of CR, and blanks of white space in attributes (XML §2.11, §3.3.3).
    case 0x0D: return isData ? nil : ("&#13;", 1)
    case 0x09: return place == .attribute ? ("&#9;", 1) : nil
    case 0x0A: return place == .attribute ? ("&#10;", 1) : nil
    case 0x00..<0x20: return ("", 1)
    // U+FFFE and U+FFFF.
    case 0xEF where index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE:
      return ("", 3)
    default: return nil
    }
  }

  private func endsCDATA(at index: Int) -> Bool {
    index + 2 < count && self[index + 1] == UInt8(ascii: "]")
      && self[index + 2] == UInt8(ascii: ">")
  }
}
