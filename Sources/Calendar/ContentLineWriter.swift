/// Writes content lines (RFC 5545 §3.1): folded at 75 octets, never inside a character, each ending
/// with CR LF.
struct ContentLineWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for so many bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes whole lines.
  mutating func append(_ lines: [UInt8]) { bytes += lines }

  /// Writes a line whose value is in the form that its type has.
  ///
  /// No text begins another line: control characters but TAB are left out.
  mutating func line(
    _ name: String,
    _ parameters: KeyValuePairs<String, String> = [:],
    value: String
  ) {
    var line = Array(name.utf8)
    for (parameter, text) in parameters {
      line += ";\(parameter)=".utf8
      line.append(parameter: text)
    }
    line.append(UInt8(ascii: ":"))
    for byte in value.utf8 where byte >= 0x20 && byte != 0x7F || byte == 0x09 { line.append(byte) }
    fold(line)
  }

  /// Writes a line whose value is text (RFC 5545 §3.3.11).
  mutating func line(_ name: String, text: String) {
    line(name, texts: [text])
  }

  /// Writes a line whose value is texts between commas.
  mutating func line(_ name: String, texts: [String]) {
    var line = Array(name.utf8)
    for (index, text) in texts.enumerated() {
      line.append(UInt8(ascii: index == 0 ? ":" : ","))
      line.append(calendarText: text)
    }
    fold(line)
  }

  private mutating func fold(_ line: [UInt8]) {
    var start = 0
    var limit = 75
    while line.count - start > limit {
      var end = start + limit
      // Not before a byte that continues a character.
      while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      // The blank that begins a continued line counts.
      limit = 74
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }
}

extension [UInt8] {
  /// Appends text with what has a meaning in lists and lines escaped, and control characters but TAB
  /// left out.
  fileprivate mutating func append(calendarText text: String) {
    var isAfterReturn = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D: self += "\\n".utf8
      case 0x00..<0x09, 0x0B..<0x20, 0x7F: break
      default: append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
  }

  /// Appends a parameter's value: quoted where it has to be, and with what quotes can't hold encoded
  /// (RFC 6868).
  fileprivate mutating func append(parameter text: String) {
    let needsQuotes = text.utf8.contains { ":;,".utf8.contains($0) }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): self += "^'".utf8
      case UInt8(ascii: "^"): self += "^^".utf8
      case 0x0A: self += "^n".utf8
      case 0x00..<0x20, 0x7F: break
      default: append(byte)
      }
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
  }
}
