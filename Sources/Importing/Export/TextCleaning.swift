extension [UInt8] {
  /// The text as UTF-8 without control characters, its lines ending in LF.
  ///
  /// Bytes that aren't UTF-8 are read as windows-1252, which is what they are in exports of databases
  /// that changed their encoding half-way.
  var cleaned: [UInt8] {
    guard contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 >= 0x80 })
    else { return self }
    var text: [UInt8] = []
    text.reserveCapacity(count)
    var index = 0
    while index < count {
      let byte = self[index]
      switch byte {
      case 0x0D:
        // A bare CR ends a line, too; of CR LF the LF is still to come.
        if index + 1 == count || self[index + 1] != 0x0A { text.append(0x0A) }
      case 0x09, 0x0A, 0x20..<0x7F: text.append(byte)
      case 0x00..<0x20, 0x7F: break
      default:
        let length = sequenceLength(at: index)
        if length == 0 {
          text += Array(windows1252(byte).utf8)
        } else if !isC1Control(at: index) {
          text += self[index..<index + length]
        }
        index += Swift.max(0, length - 1)
      }
      index += 1
    }
    return text
  }

  /// Whether U+0080 to U+009F stands there: control characters that no text means.
  private func isC1Control(at index: Int) -> Bool {
    self[index] == 0xC2 && self[index + 1] < 0xA0
  }

  /// How many bytes the character that begins there has; 0 when it isn't UTF-8 (Unicode §3.9).
  private func sequenceLength(at index: Int) -> Int {
    let byte = self[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch byte {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= count, second.contains(self[index + 1]) else { return 0 }
    let isWhole = self[index + 1..<index + length].allSatisfy { $0 & 0xC0 == 0x80 }
    return isWhole ? length : 0
  }
}

/// The character of a byte in windows-1252 (WHATWG Encoding §9).
private func windows1252(_ byte: UInt8) -> String {
  let high = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")
  let offset = Int(byte) - 0x80
  guard offset < high.count else { return String(Unicode.Scalar(byte)) }
  return high[offset] == " " ? "\u{FFFD}" : String(high[offset])
}
