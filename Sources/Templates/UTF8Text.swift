/// Text as Python counts it, in Unicode scalars, on bytes of UTF-8.
///
/// Malformed bytes count as one scalar each, so that no text can lead out of bounds.
enum UTF8Text {
  /// How many bytes the scalar takes that starts with this byte.
  @inline(__always)
  static func width(_ lead: UInt8) -> Int {
    if lead < 0x80 { return 1 }
    if lead >= 0xF0 { return 4 }
    if lead >= 0xE0 { return 3 }
    return lead >= 0xC0 ? 2 : 1
  }

  /// Whether every byte is ASCII, so that bytes and scalars are the same.
  static func isASCII(_ text: [UInt8]) -> Bool {
    for byte in text where byte >= 0x80 { return false }
    return true
  }

  /// How many scalars a text has.
  static func count(_ text: [UInt8]) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The first scalars of a text.
  static func prefix(_ text: [UInt8], _ count: Int) -> ArraySlice<UInt8> {
    text[..<offset(of: count, in: text)]
  }

  /// The byte offset of the scalar with this number, at most the text's end.
  static func offset(of scalar: Int, in text: [UInt8]) -> Int {
    guard scalar > 0 else { return 0 }
    var seen = -1
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      seen += 1
      if seen == scalar { return offset }
    }
    return text.count
  }

  /// Each scalar as a text of its own.
  static func characters(_ text: [UInt8]) -> [[UInt8]] {
    var characters: [[UInt8]] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      characters.append(Array(text[start..<end]))
      start = end
    }
    return characters
  }

  /// The scalars of a text, malformed bytes replaced.
  static func scalars(_ text: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  }

  /// The text of scalars.
  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var text: [UInt8] = []
    for scalar in scalars { text.append(scalar) }
    return text
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of one scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
    }
  }

  /// Where a text begins in this one, from an offset on.
  func firstRange(of needle: [UInt8], from start: Int = 0) -> Int? {
    guard !needle.isEmpty else { return start <= count ? start : nil }
    guard count >= needle.count, start <= count - needle.count else { return nil }
    let first = needle[0]
    var position = start
    let last = count - needle.count
    while position <= last {
      if self[position] == first, matches(needle, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether a literal stands at an offset.
  func matches(_ needle: StaticString, at offset: Int) -> Bool {
    let bytes = unsafe UnsafeBufferPointer(
      start: needle.utf8Start,
      count: needle.utf8CodeUnitCount
    )
    guard offset >= 0, bytes.count <= count - offset else { return false }
    for index in bytes.indices where unsafe self[offset + index] != bytes[index] { return false }
    return true
  }

  /// Appends a part of another text in one copy.
  mutating func append(_ text: [UInt8], from start: Int, count: Int) {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<(start + count)]))
    }
  }

  /// Whether a text stands at an offset.
  func matches(_ needle: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, needle.count <= count - offset else { return false }
    var index = 0
    while index < needle.count {
      if self[offset + index] != needle[index] { return false }
      index += 1
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether Python's `str.isspace` and `str.strip` count it as white space.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether Python's `\w` matches it.
  var isWord: Bool {
    if value < 0x80 {
      return value == 0x5F || (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
        || (0x61...0x7A).contains(value)
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// Whether Python's `str.splitlines` ends a line at it.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether Python's `repr` prints it as it is (`str.isprintable`).
  var isPythonPrintable: Bool {
    if value < 0x80 { return value >= 0x20 && value != 0x7F }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
