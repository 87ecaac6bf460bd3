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
  fileprivate func marks(_ bytes: EightBytes) -> UInt64 {
    // Control characters, and the first byte of U+FFFE and U+FFFF.
    let unreadable = bytes.marks(below: 0x20) | bytes.marks(of: 0xEF)
    switch self {
    case .cdata: return unreadable | bytes.marks(of: UInt8(ascii: "]"))
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

extension [UInt8] {
  /// Appends text so that an XML reader gives back the same.
  ///
  /// Characters that XML 1.0 (§2.2) can't hold in any way are left out: control characters but for
  /// TAB, LF and CR, and U+FFFE and U+FFFF. Clean runs are copied whole. Complexity: O(n).
  mutating func append(xml text: String, as place: XMLPlace = .text) {
    append(xml: text.utf8Span.span, as: place)
  }

  /// Appends UTF-8 so that an XML reader gives back the same.
  mutating func append(xml text: [UInt8], as place: XMLPlace = .text) {
    append(xml: text.span, as: place)
  }

  private mutating func append(xml text: Span<UInt8>, as place: XMLPlace) {
    var clean = 0
    var index = 0
    while true {
      index = text.firstIndex(from: index) { place.marks($0) }
      guard index < text.count else { break }
      guard let (replacement, length) = text.replacement(at: index, place) else {
        index += 1
        continue
      }
      append(text, clean..<index)
      append(contentsOf: replacement.utf8)
      index += length
      clean = index
    }
    append(text, clean..<text.count)
  }

  /// Appends a part of a text as it is.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// What is written for the bytes at a place, and how many they are; `nil` for what stays.
  fileprivate func replacement(
    at index: Int,
    _ place: XMLPlace
  ) -> (replacement: String, length: Int)? {
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
