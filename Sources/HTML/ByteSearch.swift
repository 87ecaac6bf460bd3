/// Eight bytes of a text, the first lowest, looked at together.
///
/// Writers of pages and feeds copy nearly every byte as it is: what they look for are the few that
/// must be replaced, and asking for them byte by byte cost more than all that they write.
@frozen
public struct EightBytes {
  @usableFromInline let bits: UInt64

  @inlinable init(_ bits: UInt64) { self.bits = bits }

  /// Which of eight bytes the lowest mark is of; 8 when there is none.
  @inlinable
  @inline(__always)
  public static func first(of marks: UInt64) -> Int {
    (marks & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
  }

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

  /// The highest bit of each byte that is not ASCII.
  @inlinable
  @inline(__always)
  public var marksBeyondASCII: UInt64 { bits }
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
        let first = EightBytes.first(of: marks(unsafe bytes.eight(at: index)))
        if first < 8 { return Swift.min(index + first, bytes.count) }
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
    return unsafe EightBytes(lessThanEight().bits >> (UInt64(index) << 3))
  }

  /// All bytes of a text of less than eight.
  @inlinable
  @inline(__always)
  func lessThanEight() -> EightBytes {
    if count >= 4 {
      // The two halves overlap, and agree where they do.
      let first = UInt32(littleEndian: unsafe loadUnaligned(as: UInt32.self))
      let last = UInt32(
        littleEndian: unsafe loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      )
      return EightBytes(UInt64(first) | UInt64(last) << (UInt64(count - 4) << 3))
    }
    guard count > 0 else { return EightBytes(0) }
    let middle = count >> 1
    return unsafe EightBytes(
      UInt64(self[0]) | UInt64(self[middle]) << (UInt64(middle) << 3)
        | UInt64(self[count - 1]) << (UInt64(count - 1) << 3)
    )
  }
}
