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
    line(name, parameters) { $0.append(value: value.utf8Span.span) }
  }

  /// Writes a line whose value is text (RFC 5545 §3.3.11).
  mutating func line(_ name: String, text: String) {
    line(name) { $0.append(calendarText: text.utf8Span.span) }
  }

  /// Writes a line whose value is texts between commas.
  mutating func line(_ name: String, texts: [String]) {
    line(name) { bytes in
      for index in texts.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(calendarText: texts[index].utf8Span.span)
      }
    }
  }

  /// Writes a line whose value a function appends, without a control character.
  mutating func line(
    _ name: String,
    _ parameters: KeyValuePairs<String, String> = [:],
    writing value: (inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    bytes.append(name.utf8Span.span)
    for (parameter, text) in parameters {
      bytes.append(UInt8(ascii: ";"))
      bytes.append(parameter.utf8Span.span)
      bytes.append(UInt8(ascii: "="))
      bytes.append(parameter: text)
    }
    bytes.append(UInt8(ascii: ":"))
    value(&bytes)
    fold(from: start)
  }

  /// Folds a line that was written whole, and ends it.
  private mutating func fold(from start: Int) {
    if bytes.count - start > 75 {
      let line = Array(bytes[start...])
      bytes.removeLast(line.count)
      fold(line)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func fold(_ line: [UInt8]) {
    var start = 0
    var limit = 75
    while line.count - start > limit {
      var end = start + limit
      // Not before a byte that continues a character.
      while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.append(line.span.extracting(start..<end))
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      // The blank that begins a continued line counts.
      limit = 74
    }
    bytes.append(line.span.extracting(start..<line.count))
  }
}

extension [UInt8] {
  /// Appends UTF-8 as it is.
  fileprivate mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a value, control characters but TAB left out.
  fileprivate mutating func append(value text: Span<UInt8>) {
    append(text, where: \.isPlainInValues) { _, _ in }
  }

  /// Appends text with what has a meaning in lists and lines escaped, and control characters but TAB
  /// left out.
  fileprivate mutating func append(calendarText text: Span<UInt8>) {
    append(text, where: \.isPlainInCalendars) { bytes, index in
      switch text[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(text[index])
      case 0x0A where index > 0 && text[index - 1] == 0x0D: break
      case 0x0A, 0x0D: bytes += "\\n".utf8
      default: break
      }
    }
  }

  /// Appends a text, runs of plain bytes at once.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isPlain: whether a byte stands for itself.
  ///   - replace: appends what stands for the byte at an offset, which is none of these.
  @inline(__always)
  private mutating func append(
    _ text: Span<UInt8>,
    where isPlain: (UInt8) -> Bool,
    _ replace: (inout [UInt8], Int) -> Void
  ) {
    var run = 0
    for index in text.indices where !isPlain(text[index]) {
      append(text.extracting(run..<index))
      replace(&self, index)
      run = index + 1
    }
    append(text.extracting(run..<text.count))
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

extension UInt8 {
  /// Whether a value's byte stands in its line.
  fileprivate var isPlainInValues: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }

  /// Whether a text's byte stands for itself in a calendar.
  fileprivate var isPlainInCalendars: Bool {
    // Most are letters, which stand behind all that is escaped.
    if self > UInt8(ascii: "\\") { return self != 0x7F }
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): return false
    default: return self >= 0x20 || self == 0x09
    }
  }
}
