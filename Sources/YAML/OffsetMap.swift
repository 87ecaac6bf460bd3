/// Turns libyaml's counts of characters into byte offsets of a file.
///
/// Events come nearly in order, so it remembers the last place and walks from there; a text that is
/// all ASCII needs no walk.
struct OffsetMap {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let isASCII: Bool
  private var character = 0
  private var offset: Int

  /// A map for a range of a file, whose first byte is character 0.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
    isASCII = bytes[range].allSatisfy { $0 < 0x80 }
  }

  /// The byte offset of a character, or of the range's end for one behind it.
  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(range.lowerBound + target, range.upperBound) }
    while character < target, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      character += 1
    }
    while character > target, offset > range.lowerBound {
      offset -= 1
      while offset > range.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      character -= 1
    }
    return offset
  }
}
