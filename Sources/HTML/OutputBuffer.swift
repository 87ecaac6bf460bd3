/// The bytes of a page while it is written: an owner of memory that only grows at its end.
///
/// An array would ask at each of a page's thousand small writes whether it is shared. This can't be,
/// so a write is a comparison and a copy. Its memory has no other owner, and goes to another thread with it.
@safe
public struct OutputBuffer: ~Copyable, @unchecked Sendable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// How many bytes were written.
  public private(set) var count = 0

  /// Creates an empty buffer with room for a usual page.
  public init(capacity: Int = 16 << 10) {
    precondition(capacity > 0, "a buffer has room to double")
    unsafe bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe bytes.deallocate() }

  /// The byte at an offset below ``count``.
  public subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "an offset is below the count")
    return unsafe bytes[offset]
  }

  /// A copy of what was written from an offset on.
  public func bytes(from start: Int = 0) -> [UInt8] {
    precondition(start >= 0 && start <= count, "an offset is within what was written")
    return unsafe Array(UnsafeBufferPointer(start: bytes + start, count: count - start))
  }

  /// Whether words stand at an offset.
  public func holds(_ words: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, count - offset >= words.utf8CodeUnitCount else { return false }
    return words.withUTF8Buffer { words in
      words.indices.allSatisfy { unsafe words[$0] == bytes[offset + $0] }
    }
  }

  /// Calls a function with all that was written.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(Span(_unsafeStart: bytes, count: count))
  }

  /// Appends a copy of all that was written to an array.
  public func copy(to output: inout [UInt8]) {
    unsafe output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Forgets what was written from an offset on.
  public mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "an offset is within what was written")
    count = newCount
  }

  /// Writes one byte.
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe bytes[count] = byte
    count += 1
  }

  /// Writes bytes as they are.
  public mutating func append(contentsOf text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Writes a part of a text as it is.
  public mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe append(UnsafeBufferPointer(rebasing: text[range]))
    }
  }

  /// Writes a part of what another buffer has.
  public mutating func append(_ other: borrowing OutputBuffer, _ range: Range<Int>) {
    precondition(range.upperBound <= other.count, "a range is within what was written")
    unsafe append(UnsafeBufferPointer(start: other.bytes + range.lowerBound, count: range.count))
  }

  /// Writes a number's decimal digits.
  public mutating func append(decimal number: Int) {
    var digits = [20 of UInt8](repeating: 0)
    var first = digits.count
    var rest = number.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits.span.extracting(first..<digits.count))
  }

  /// Writes UTF-8 as it is.
  public mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Writes a string's UTF-8 as it is.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append($0) }
  }

  /// Writes words of our own as they are.
  public mutating func append(literal: StaticString) {
    unsafe append(
      UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }

  /// Writes what a function puts into room for at most so many bytes.
  public mutating func append(atMost limit: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    reserve(limit)
    let room = unsafe UnsafeMutableBufferPointer(start: bytes + count, count: limit)
    var span = unsafe OutputSpan(buffer: room, initializedCount: 0)
    write(&span)
    count += unsafe span.finalize(for: room)
  }

  /// Writes text so that it shows as itself in an element or a quoted attribute.
  ///
  /// Complexity: O(n).
  public mutating func appendEscaped(_ text: [UInt8]) { appendEscaped(text, 0..<text.count) }

  /// Writes a part of a text so that it shows as itself in an element or a quoted attribute.
  ///
  /// Complexity: O(n).
  public mutating func appendEscaped(_ text: [UInt8], _ range: Range<Int>) {
    unsafe text.withUnsafeBytes { text in
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + Self.escapedAtOnce, range.upperBound)
        unsafe appendEscaped(UnsafeRawBufferPointer(rebasing: text[start..<end]))
        start = end
      }
    }
  }

  /// How many bytes are escaped before room is made for more.
  private static let escapedAtOnce = 1 << 10

  /// Writes word by word: each is written whole, and what shouldn't stay is written over.
  @inline(__always)
  private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    // No byte becomes more than five, and the last word may reach beyond the last byte.
    reserve(text.count * 5 + MemoryLayout<UInt64>.size)
    let target = unsafe UnsafeMutableRawPointer(bytes)
    var index = 0
    while index < text.count {
      let word = unsafe text.eight(at: index)
      unsafe target.storeBytes(of: word.bits.littleEndian, toByteOffset: count, as: UInt64.self)
      let clean = EightBytes.first(of: word.escapes)
      if clean == 8 {
        count &+= min(8, text.count &- index)
        index &+= 8
      } else {
        let escape = Escape(of: unsafe text[index &+ clean])
        let place = count &+ clean
        unsafe target.storeBytes(
          of: escape.word.littleEndian,
          toByteOffset: place,
          as: UInt64.self
        )
        count = place &+ escape.count
        index &+= clean &+ 1
      }
    }
  }

  @inline(__always)
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    let length = text.count
    reserve(length)
    unsafe copyRun(source, to: bytes + count, length)
    count += length
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: bytes, count: count)
    unsafe bytes.deallocate()
    unsafe bytes = moved
    capacity = larger
  }
}

/// Copies bytes, of which a page's pieces have few: calling the system would cost more than the copy.
///
/// Two words cover every length from one word to two; where they overlap they write the same bytes.
@inline(__always)
private func copyRun(
  _ source: UnsafePointer<UInt8>,
  to target: UnsafeMutablePointer<UInt8>,
  _ count: Int
) {
  switch count {
  case 16...32: unsafe copyEnds(source, target, count, SIMD16<UInt8>.self)
  case 8..<16: unsafe copyEnds(source, target, count, UInt64.self)
  case 4..<8: unsafe copyEnds(source, target, count, UInt32.self)
  case 1..<4:
    unsafe target[0] = source[0]
    unsafe target[count >> 1] = source[count >> 1]
    unsafe target[count - 1] = source[count - 1]
  default: unsafe target.update(from: source, count: count)
  }
}

/// Copies the first and the last word of a run that both of them cover.
@inline(__always)
private func copyEnds<Word: BitwiseCopyable>(
  _ source: UnsafePointer<UInt8>,
  _ target: UnsafeMutablePointer<UInt8>,
  _ count: Int,
  _: Word.Type
) {
  let last = count - MemoryLayout<Word>.size
  let (from, to) = unsafe (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
  let head = unsafe from.loadUnaligned(as: Word.self)
  let tail = unsafe from.loadUnaligned(fromByteOffset: last, as: Word.self)
  unsafe to.storeBytes(of: head, as: Word.self)
  unsafe to.storeBytes(of: tail, toByteOffset: last, as: Word.self)
}
