extension ArraySlice<UInt8> {
  /// Whether the bytes are UTF-8 (Unicode §3.9, table 3-7).
  ///
  /// The standard library's check costs several times as much, and says where the fault is: it is asked
  /// when there is one. Complexity: O(n), 32 bytes at a time where they are ASCII.
  package var isUTF8: Bool {
    unsafe withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        let ascii = unsafe bytes.countOfASCII(at: index)
        guard ascii == 0 else {
          index += ascii
          continue
        }
        guard let length = unsafe bytes.sequenceLength(at: index) else { return false }
        index += length
      }
      return true
    }
  }
}

extension UnsafeRawBufferPointer {
  /// How many bytes from a place on are ASCII, 32 at most.
  @inline(__always)
  fileprivate func countOfASCII(at index: Int) -> Int {
    if count - index >= 32, unsafe isHighBitClear(in: index..<index + 32) { return 32 }
    guard count - index >= 8 else { return unsafe self[index] < 0x80 ? 1 : 0 }
    let eight = unsafe loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    return (eight & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// Whether 32 bytes are all ASCII.
  @inline(__always)
  private func isHighBitClear(in range: Range<Int>) -> Bool {
    let words = unsafe loadUnaligned(fromByteOffset: range.lowerBound, as: SIMD4<UInt64>.self)
    let either = words.lowHalf | words.highHalf
    return (either[0] | either[1]) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a byte is there and one of some.
  private func byte(_ index: Int, isIn range: ClosedRange<UInt8>) -> Bool {
    unsafe index < count && range.contains(self[index])
  }

  /// How many bytes the character beyond ASCII has that begins at a place; `nil` if none does.
  fileprivate func sequenceLength(at index: Int) -> Int? {
    let lead = unsafe self[index]
    // What may stand second depends on the first: no overlong forms, surrogates or U+110000.
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard unsafe byte(index + 1, isIn: second) else { return nil }
    for further in index + 2..<index + length {
      guard unsafe byte(further, isIn: 0x80...0xBF) else { return nil }
    }
    return length
  }
}
