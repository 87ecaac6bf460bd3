internal import Diagnostics

extension [UInt8] {
  /// Where a text of one line ends, with the line; `nil` when something in it means more, as `: ` and ` #`
  /// do, or a blank stands behind it.
  ///
  /// - Parameter start: where it begins, behind a blank.
  /// - Returns: where its line's LF stands.
  func endOfText(from start: Int) -> Int? {
    unsafe withUnsafeBufferPointer { bytes in
      var index = start
      while unsafe index < bytes.count && bytes[index] != UInt8(ascii: "\n") {
        let byte = unsafe bytes[index]
        index += 1
        // Nearly all bytes are letters, which come behind both.
        guard byte <= UInt8(ascii: ":") else { continue }
        if byte == UInt8(ascii: ":") {
          guard unsafe index < bytes.count && bytes[index] > UInt8(ascii: " ") else { return nil }
        } else if byte == UInt8(ascii: "#"), unsafe bytes[index - 2] == UInt8(ascii: " ") {
          return nil
        }
      }
      return unsafe index > start && bytes[index - 1] != UInt8(ascii: " ") ? index : nil
    }
  }

  /// What stands between the quotes that a line begins and ends with, when nothing in it is escaped.
  func quotedText(in line: Range<Int>) -> Range<Int>? {
    guard line.count >= 2 else { return nil }
    let quote = self[line.lowerBound]
    let inner = line.lowerBound + 1..<line.upperBound - 1
    guard self[inner.upperBound] == quote,
      !self[inner].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") })
    else { return nil }
    return inner
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter, a digit or `_`.
  @inline(__always)
  var isKeyByte: Bool {
    // Each difference wraps around for what comes before.
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10
      || self == UInt8(ascii: "_")
  }

  /// Whether a text that begins with it needs no second look: nothing of YAML does.
  var beginsText: Bool { isKeyByte || self == UInt8(ascii: "/") || self >= 0x80 }
}

extension ArraySlice<UInt8> {
  /// Whether all of it can stand in a YAML text (§5.1), and no line ends but with LF.
  var isPlainText: Bool {
    unsafe withUnsafeBytes { bytes in
      var index = unsafe bytes.firstUnprintable(from: 0)
      while index < bytes.count {
        // Characters beyond ASCII come in words.
        repeat {
          guard unsafe bytes.isPlain(at: index) else { return false }
          index += 1
        } while unsafe index < bytes.count && bytes[index] >= 0x80
        index = unsafe bytes.firstUnprintable(from: index)
      }
      return true
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the byte at a place goes on with or begins a character that YAML neither refuses nor ends a
  /// line with: YAML 1.1 ends one at U+0085, U+2028 and U+2029, too.
  @inline(__always)
  fileprivate func isPlain(at index: Int) -> Bool {
    let byte = unsafe self[index]
    guard byte >= 0x80 else { return false }
    guard index + 1 < count else { return false }
    let third = unsafe index + 2 < count ? self[index + 2] : 0
    switch unsafe (byte, self[index + 1]) {
    case (0xC2, 0x80...0x9F): return false
    case (0xE2, 0x80): return third | 1 != 0xA9
    // U+FEFF, a byte order mark, and U+FFFE and U+FFFF.
    case (0xEF, 0xBB), (0xEF, 0xBF): return third < 0xBE
    default: return true
    }
  }
}
