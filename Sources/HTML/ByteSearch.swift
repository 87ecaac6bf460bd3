/// Eight bytes of a text, the first lowest, looked at together.
///
/// Writers of pages and feeds copy nearly every byte as it is: what they look for are the few that
/// must be replaced, and asking for them byte by byte cost more than all that they write.
@frozen
public struct EightBytes {
  @usableFromInline let bits: UInt64

  @inlinable init(_ bits: UInt64) { self.bits = bits }

  /// The highest bit of each byte that equals a wanted one in all bits but those of a mask.
  ///
  /// Such a byte is 0 after the exclusive or, and subtracting 1 from it borrows. A borrow may spill
  /// into the bytes above, so only the lowest mark is sure.
  @inlinable
  @inline(__always)
  public func marks(of wanted: UInt8, ignoring mask: UInt8 = 0) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = (bits & (ones &* UInt64(~mask))) ^ (ones &* UInt64(wanted & ~mask))
    return (difference &- ones) & ~difference
  }

  /// The highest bit of each byte below one of at most 0x80; only the lowest mark is sure.
  @inlinable
  @inline(__always)
  public func marks(below limit: UInt8) -> UInt64 {
    (bits &- (0x0101_0101_0101_0101 &* UInt64(limit))) & ~bits
  }
}

extension Span<UInt8> {
  /// Where the next byte is that `marks` marks, or the end.
  ///
  /// - Parameters:
  ///   - start: where to begin, at most the count.
  ///   - marks: the marks of eight bytes, of which the lowest counts.
  /// - Returns: an offset from `start` on, or the count.
  @inlinable
  @inline(__always)
  public func firstIndex(from start: Int, where marks: (EightBytes) -> UInt64) -> Int {
    unsafe withUnsafeBytes { bytes in
      var index = start
      while index < bytes.count {
        let found = marks(unsafe bytes.eight(at: index)) & 0x8080_8080_8080_8080
        if found != 0 { return Swift.min(index + found.trailingZeroBitCount >> 3, bytes.count) }
        index += 8
      }
      return bytes.count
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Up to eight bytes; zeros where the text ends.
  @inlinable
  @inline(__always)
  func eight(at index: Int) -> EightBytes {
    let left = count - index
    if left >= 8 {
      return EightBytes(
        UInt64(littleEndian: unsafe loadUnaligned(fromByteOffset: index, as: UInt64.self))
      )
    }
    if count >= 8 {
      let last = unsafe loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return EightBytes(UInt64(littleEndian: last) >> (UInt64(8 - left) << 3))
    }
    var bits: UInt64 = 0
    for offset in 0..<left { unsafe bits |= UInt64(self[index + offset]) << (UInt64(offset) << 3) }
    return EightBytes(bits)
  }
}
