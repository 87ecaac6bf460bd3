/// What each byte becomes in text and in quoted attribute values (WHATWG HTML §13.3).
///
/// The same five characters, in the same words, as Jinja's `escape`, so that a page is escaped in
/// one way only.
func replacement(of byte: UInt8) -> StaticString {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&#34;"
  case UInt8(ascii: "'"): "&#39;"
  default: preconditionFailure("only the five are replaced")
  }
}

/// What ``replacement(of:)`` says as one word, the first byte lowest.
struct Escape {
  let word: UInt64
  let count: Int

  @inline(__always)
  init(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): word = 0x3B_70_6D_61_26
    case UInt8(ascii: "<"): word = 0x3B_74_6C_26
    case UInt8(ascii: ">"): word = 0x3B_74_67_26
    case UInt8(ascii: "\""): word = 0x3B_34_33_23_26
    case UInt8(ascii: "'"): word = 0x3B_39_33_23_26
    default: preconditionFailure("only the five are replaced")
    }
    count = word >> 32 == 0 ? 4 : 5
  }
}

extension EightBytes {
  /// Where a byte is that must be replaced; only the lowest mark is sure.
  @inline(__always)
  var escapes: UInt64 {
    // `&` and `'` differ in one bit, and so do `<` and `>`.
    marks(of: UInt8(ascii: "\"")) | marks(of: UInt8(ascii: "&"), ignoring: 1)
      | marks(of: UInt8(ascii: "<"), ignoring: 2)
  }
}

/// Where the next byte to replace is, or the end.
@inline(__always)
func nextEscape(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  // Not as a key path, which is asked at run time where this isn't inlined.
  unsafe buffer.span.firstIndex(from: start) { $0.escapes }
}

extension [UInt8] {
  /// Appends text so that it shows as itself in an element or a quoted attribute.
  ///
  /// Clean runs are copied whole. Complexity: O(n).
  public mutating func appendEscaped(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe appendEscaped(buffer: $0) }
  }

  /// Appends a slice of text so that it shows as itself in an element or a quoted attribute.
  public mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe appendEscaped(buffer: $0) }
  }

  /// Appends a string so that it shows as itself in an element or a quoted attribute.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { unsafe appendEscaped(buffer: $0) }
  }

  /// Appends a string's UTF-8 as it is: markup that we wrote, or text where nothing can go wrong.
  ///
  /// As one run of memory: as a collection of bytes a string is asked, and retained, several times.
  public mutating func append(_ text: String) {
    unsafe text.utf8Span.span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  private mutating func appendEscaped(buffer: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    while true {
      let index = unsafe nextEscape(in: buffer, from: clean)
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[clean..<index]))
      guard index < buffer.count else { return }
      append(literal: replacement(of: unsafe buffer[index]))
      clean = index + 1
    }
  }

  /// Appends words of our own as they are.
  public mutating func append(literal: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }
}
