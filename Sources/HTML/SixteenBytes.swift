/// Sixteen bytes of a text, looked at together.
///
/// Each is reckoned with by itself, so that every mark is sure, and not only the lowest as with
/// ``EightBytes``. A mark is a byte's highest bit: comparing bytes as vectors would be said more
/// simply, but Swift 6.3 compares them one by one.
@frozen
public struct SixteenBytes {
  /// The bytes, and what they are compared to.
  public typealias Vector = SIMD16<UInt8>

  @usableFromInline let bytes: Vector

  @inlinable init(_ bytes: Vector) { self.bytes = bytes }

  /// The highest bit of each byte that equals a wanted one in all bits but those of a mask.
  @inlinable
  @inline(__always)
  public func marks(of wanted: UInt8, ignoring mask: UInt8 = 0) -> Vector {
    let difference = (bytes & Vector(repeating: ~mask)) ^ Vector(repeating: wanted & ~mask)
    return (difference &- Vector(repeating: 1)) & ~difference
  }

  /// The highest bit of each byte below one of at most 0x80.
  @inlinable
  @inline(__always)
  public func marks(below limit: UInt8) -> Vector {
    (bytes &- Vector(repeating: limit)) & ~bytes
  }

  /// Which of sixteen bytes the first mark is of; 16 when there is none.
  @inlinable
  @inline(__always)
  public static func first(of marks: Vector) -> Int {
    let halves = unsafe unsafeBitCast(
      marks & Vector(repeating: 0x80),
      to: SIMD2<UInt64>.self
    )
    if halves[0] | halves[1] == 0 { return 16 }
    return halves[0] != 0
      ? halves[0].littleEndian.trailingZeroBitCount >> 3
      : 8 + halves[1].littleEndian.trailingZeroBitCount >> 3
  }
}

extension Span<UInt8> {
  /// Where the next byte is that `marks` marks, or the end.
  ///
  /// - Parameters:
  ///   - start: where to begin, at most the count.
  ///   - marks: the marks of sixteen bytes.
  /// - Returns: an offset from `start` on, or the count.
  @inlinable
  @inline(__always)
  public func nextIndex(
    from start: Int,
    marked marks: (SixteenBytes) -> SixteenBytes.Vector
  ) -> Int {
    nextIndex(in: start..<count, marked: marks)
  }

  /// Where the next byte of a range is that `marks` marks, or the range's end.
  ///
  /// A short text is looked at faster as a range of a long one than by itself: what stands behind it is there to
  /// be loaded with it.
  ///
  /// - Parameters:
  ///   - range: where to look.
  ///   - marks: the marks of sixteen bytes.
  /// - Returns: an offset in the range, or its end.
  @inlinable
  @inline(__always)
  public func nextIndex(
    in range: Range<Int>,
    marked marks: (SixteenBytes) -> SixteenBytes.Vector
  ) -> Int {
    precondition(range.upperBound <= count, "a range lies inside its text")
    return unsafe withUnsafeBytes { text in
      var index = range.lowerBound
      while index < range.upperBound {
        let first = SixteenBytes.first(of: marks(unsafe text.sixteen(at: index)))
        if first < 16 { return Swift.min(index &+ first, range.upperBound) }
        index &+= 16
      }
      return range.upperBound
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Sixteen bytes from an offset below the count; zeros where the text ends.
  @inlinable
  @inline(__always)
  func sixteen(at index: Int) -> SixteenBytes {
    guard count &- index >= 16 else { return unsafe lastBytes(from: index) }
    return SixteenBytes(
      unsafe loadUnaligned(fromByteOffset: index, as: SixteenBytes.Vector.self)
    )
  }

  /// The bytes from an offset on, which are less than sixteen and at least one, and zeros behind them.
  @usableFromInline
  func lastBytes(from index: Int) -> SixteenBytes {
    let halves = unsafe SIMD2<UInt64>(
      eight(at: index).bits.littleEndian,
      count - index > 8 ? eight(at: index + 8).bits.littleEndian : 0
    )
    return SixteenBytes(unsafe unsafeBitCast(halves, to: SixteenBytes.Vector.self))
  }
}
