internal import HTML

// The HTML room escapes the apostrophe too, and says `&#34;` as Jinja does; CommonMark's examples say
// `&quot;` and leave the apostrophe, and a fragment should read the same with and without extensions.

extension [UInt8] {
  /// Appends a text so that it shows as itself, in cmark's words.
  mutating func writeEscaped(_ text: TreeText) {
    unsafe text.withBytes { unsafe writeEscaped($0) }
  }

  /// Appends bytes so that they show as themselves, in cmark's words.
  mutating func writeEscaped(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe writeEscaped($0) }
  }

  /// Appends some of the bytes so that they show as themselves, in cmark's words.
  mutating func writeEscaped(_ text: [UInt8], _ range: Range<Int>) {
    precondition(range.upperBound <= text.count, "what is written lies inside the text")
    unsafe text.withUnsafeBufferPointer {
      unsafe writeEscaped(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Appends a text so that it shows as itself, in cmark's words.
  mutating func writeEscaped(_ text: String) {
    var text = text
    text.withUTF8 { unsafe writeEscaped($0) }
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    for index in 0..<text.count {
      guard let entity = unsafe entity(for: text[index]) else { continue }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
      write(entity)
      clean = index + 1
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[clean...]))
  }

  /// Appends an address for `href` or `src`, in cmark's words: what RFC 3986 doesn't allow is
  /// percent-encoded, and a percent sign stays.
  mutating func writeAddress(_ address: TreeText) {
    unsafe address.withBytes { unsafe writeAddress($0) }
  }

  /// Appends an address for `href` or `src`, in cmark's words.
  mutating func writeAddress(_ address: [UInt8]) {
    unsafe address.withUnsafeBufferPointer { unsafe writeAddress($0) }
  }

  /// Appends an address for `href` or `src`, in cmark's words.
  mutating func writeAddress(_ address: String) {
    var address = address
    address.withUTF8 { unsafe writeAddress($0) }
  }

  private mutating func writeAddress(_ address: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    for index in 0..<address.count {
      let byte = unsafe address[index]
      if isAddressByte(byte) { continue }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: address[clean..<index]))
      clean = index + 1
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "'"): write("&#x27;")
      default:
        append(UInt8(ascii: "%"))
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      }
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: address[clean...]))
  }
}

extension OutputBuffer {
  /// Writes markup of our own as it is.
  mutating func write(_ markup: StaticString) { append(literal: markup) }

  /// Writes some bytes of a text so that they show as themselves, in cmark's words.
  mutating func writeEscaped(_ text: [UInt8], _ range: Range<Int>) {
    var clean = range.lowerBound
    for index in range {
      guard let entity = entity(for: text[index]) else { continue }
      append(text, clean..<index)
      write(entity)
      clean = index + 1
    }
    append(text, clean..<range.upperBound)
  }
}

@inline(__always)
func entity(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}

/// RFC 3986's reserved and unreserved characters and `%`, but for the brackets, `&` and `'`.
@inline(__always)
private func isAddressByte(_ byte: UInt8) -> Bool {
  if isAlphanumeric(byte) { return true }
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"),
    UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
    UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
    UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "%"):
    return true
  default: return false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
