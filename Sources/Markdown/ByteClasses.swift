/// What C's `isspace` says in its own locale.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Whether a byte is an ASCII letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Whether a byte is an ASCII digit.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// Whether a byte is an ASCII letter or digit.
@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

extension [UInt8] {
  /// The index of the first byte at or behind another index for which a condition holds; the count
  /// if there is none.
  @inline(__always)
  func firstIndex(from start: Int, where condition: (UInt8) -> Bool) -> Int {
    precondition(start >= 0 && start <= count, "a search begins inside the bytes")
    return unsafe withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count, unsafe !condition(bytes[index]) { index &+= 1 }
      return index
    }
  }
}
