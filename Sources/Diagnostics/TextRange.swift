/// A range of a text's bytes in half the room of `Range<Int>`, for what a site has much of.
///
/// A text that has such ranges is smaller than 4 GiB.
@frozen
public struct TextRange: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let length: UInt32

  /// Creates a range; it must lie in the first 4 GiB of a text.
  @inlinable
  public init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    length = UInt32(range.count)
  }

  /// No bytes at all.
  @inlinable public static var empty: TextRange { TextRange(0..<0) }

  /// How many bytes there are.
  @inlinable public var count: Int { Int(length) }

  /// Whether there is no byte.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// The range as indices of the text.
  @inlinable
  public var range: Range<Int> {
    let lowerBound = Int(start)
    return unsafe Range(uncheckedBounds: (lowerBound, lowerBound &+ Int(length)))
  }
}
