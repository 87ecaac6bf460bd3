#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// Bytes that cmark's tree holds; they live as long as the tree.
@safe struct TreeText {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// A C string of cmark's; NULL is empty.
  init(_ pointer: UnsafePointer<CChar>?) {
    guard let pointer = unsafe pointer else {
      unsafe bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    let count = unsafe strlen(pointer)
    // The bytes of a C string are bytes of whatever sign.
    let base = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
    unsafe bytes = UnsafeBufferPointer(start: base, count: count)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = bytes }

  var count: Int { unsafe bytes.count }
  var isEmpty: Bool { unsafe bytes.isEmpty }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "an index lies inside the text")
    return unsafe bytes[index]
  }

  /// A stretch of the text.
  subscript(range: Range<Int>) -> TreeText {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a stretch lies inside")
    return unsafe TreeText(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  var array: [UInt8] { unsafe Array(bytes) }
  var string: String { unsafe String(decoding: bytes, as: UTF8.self) }

  func contains(_ byte: UInt8) -> Bool {
    guard let base = unsafe bytes.baseAddress else { return false }
    return unsafe memchr(base, Int32(byte), count) != nil
  }

  func hasPrefix(_ prefix: StaticString, at start: Int = 0) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard start >= 0, count - start >= length, let base = unsafe bytes.baseAddress else {
      return false
    }
    return unsafe memcmp(base + start, prefix.utf8Start, length) == 0
  }

  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe body(bytes)
  }
}

extension [UInt8] {
  /// Appends markup that we wrote.
  @inline(__always)
  mutating func write(_ markup: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    )
  }

  /// Appends a text as it is.
  @inline(__always)
  mutating func write(_ text: TreeText) {
    unsafe text.withBytes { unsafe append(contentsOf: $0) }
  }

  /// Appends a number in decimal digits.
  mutating func write(_ number: Int) {
    append(contentsOf: String(number).utf8)
  }

  /// Begins a new line unless the output is at the beginning of one.
  @inline(__always)
  mutating func startLine() {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }
}
