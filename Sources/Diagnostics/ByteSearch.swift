#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

extension [UInt8] {
  /// The index of a byte at or behind another index.
  ///
  /// Complexity: O(n) of the C library's kind, dozens of bytes at a time.
  package func nextIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count, "a search begins inside the bytes")
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The index of the first byte from a place on that is neither printable ASCII nor LF; the count if
  /// there is none.
  ///
  /// Complexity: O(n), 32 bytes at a time where there is none.
  package func firstUnprintable(from start: Int) -> Int {
    var index = start
    while index < count {
      if unsafe areEightPrintable(at: index) {
        index += 8
        while unsafe are32Printable(at: index) { index += 32 }
        continue
      }
      let byte = unsafe self[index]
      guard byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\n") else { return index }
      index += 1
    }
    return count
  }

  /// Whether eight bytes from a place on are there and each is printable ASCII or LF.
  @inline(__always)
  private func areEightPrintable(at index: Int) -> Bool {
    guard count - index >= 8 else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let eight = unsafe loadUnaligned(fromByteOffset: index, as: UInt64.self)
    guard eight & (ones &* 0x80) == 0 else { return false }
    // No byte is above 0x7F, so that none of these sums carries into the next: each sets a byte's high
    // bit for what it asks.
    let isPrintable = eight &+ (ones &* 0x60)
    let isDelete = eight &+ ones
    let isOther = (eight ^ (ones &* 0x0A)) &+ (ones &* 0x7F)
    return (isPrintable | ~isOther) & ~isDelete & (ones &* 0x80) == ones &* 0x80
  }

  /// The same of 32 bytes.
  @inline(__always)
  private func are32Printable(at index: Int) -> Bool {
    guard count - index >= 32 else { return false }
    let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
    let bytes = unsafe loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
    let isPrintable = bytes &+ (ones &* 0x60)
    let isDelete = bytes &+ ones
    let isOther = (bytes ^ (ones &* 0x0A)) &+ (ones &* 0x7F)
    // Where a byte's high bit is set the sums mean nothing, and the first of these says so.
    let faults = bytes | isDelete | ~(isPrintable | ~isOther)
    let either = faults.lowHalf | faults.highHalf
    return (either[0] | either[1]) & 0x8080_8080_8080_8080 == 0
  }
}
