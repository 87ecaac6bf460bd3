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

/// Up to eight bytes of a text, the first lowest; zeros where it ends.
@inline(__always)
private func word(of text: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
  let left = text.count - index
  if left >= 8 {
    return UInt64(littleEndian: unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
  if text.count >= 8 {
    let last = unsafe text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    return UInt64(littleEndian: last) >> (UInt64(8 - left) << 3)
  }
  var word: UInt64 = 0
  for offset in 0..<left { unsafe word |= UInt64(text[index + offset]) << (UInt64(offset) << 3) }
  return word
}

/// Which of eight bytes is the first of the five; 8 when none is.
///
/// A byte that differs from a wanted one in no bit but those that are masked away is 0 after the
/// exclusive or, and subtracting 1 from it borrows. A borrow may spill into the bytes above, but the
/// lowest one found is right.
@inline(__always)
private func firstEscape(_ bytes: UInt64) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quote = bytes ^ (ones &* 0x22)
  let ampersandOrApostrophe = (bytes & (ones &* 0xFE)) ^ (ones &* 0x26)
  let angle = (bytes & (ones &* 0xFD)) ^ (ones &* 0x3C)
  let borrows =
    ((quote &- ones) & ~quote)
    | ((ampersandOrApostrophe &- ones) & ~ampersandOrApostrophe)
    | ((angle &- ones) & ~angle)
  return (borrows & (ones &* 0x80)).trailingZeroBitCount >> 3
}

/// Where the next byte to replace is, or the end.
@inline(__always)
func nextEscape(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let bytes = UnsafeRawBufferPointer(buffer)
  var index = start
  while index < bytes.count {
    let first = firstEscape(unsafe word(of: bytes, at: index))
    if first < 8 { return index + first }
    index += 8
  }
  return bytes.count
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
      append(replacement(of: unsafe buffer[index]))
      clean = index + 1
    }
  }

  private mutating func append(_ literal: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }
}
