/// A property as a calendar file has it: a name, parameters and a value (RFC 5545 §3.1).
struct ContentLine {
  /// The name in capitals.
  let name: String

  /// Parameters, their names in capitals, with RFC 6868's codes decoded.
  let parameters: [(name: String, values: [String])]

  /// The value as it stands, escapes and all.
  let value: String

  /// Where the line begins in the file: its first physical line without the ending.
  let range: Range<Int>

  /// The first value of a parameter.
  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.values.first
  }
}

extension ContentLine {
  /// Cuts a file into lines and joins what is folded; what isn't a property is `nil`.
  ///
  /// Lines may end with CR LF, LF or CR, since files pass through many hands. Bytes are joined
  /// before they are read as UTF-8, so that a fold inside a character does no harm.
  static func lines(of bytes: [UInt8]) -> [(line: ContentLine?, range: Range<Int>)] {
    var lines: [(line: ContentLine?, range: Range<Int>)] = []
    var pending: [UInt8] = []
    var range = 0..<0
    func finish() {
      guard !pending.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
      lines.append((ContentLine(pending, at: range), range))
    }
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      if position == end {
        // Programs that double line ends put an empty line before a continued one, too.
      } else if bytes[position] == 0x20 || bytes[position] == 0x09 {
        pending += bytes[(position + 1)..<end]
      } else {
        finish()
        pending = Array(bytes[position..<end])
        range = position..<end
      }
      position = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    }
    finish()
    return lines
  }

  private init?(_ bytes: [UInt8], at range: Range<Int>) {
    var position = bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") } ?? 0
    let name = String(decoding: bytes[..<position], as: UTF8.self)
    guard !name.isEmpty, name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D }) else {
      return nil
    }
    var parameters: [(name: String, values: [String])] = []
    while position < bytes.count, bytes[position] == UInt8(ascii: ";") {
      guard let parameter = ContentLine.parameter(bytes, &position) else { return nil }
      parameters.append(parameter)
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
    self.name = name.uppercased()
    self.parameters = parameters
    value = String(decoding: bytes[(position + 1)...], as: UTF8.self)
    self.range = range
  }

  /// Reads `;NAME=VALUE,"VALUE"`, from the semicolon on.
  private static func parameter(
    _ bytes: [UInt8],
    _ position: inout Int
  ) -> (name: String, values: [String])? {
    let start = position + 1
    guard let equals = bytes[start...].firstIndex(where: { "=:;".utf8.contains($0) }),
      bytes[equals] == UInt8(ascii: "=")
    else { return nil }
    let name = String(decoding: bytes[start..<equals], as: UTF8.self).uppercased()
    var values: [String] = []
    position = equals
    repeat {
      guard let value = parameterValue(bytes, &position) else { return nil }
      values.append(value)
    } while position < bytes.count && bytes[position] == UInt8(ascii: ",")
    return (name, values)
  }

  /// Reads one value, from the character before it on.
  private static func parameterValue(_ bytes: [UInt8], _ position: inout Int) -> String? {
    let start = position + 1
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
      let end = bytes[start...].firstIndex { ",:;\"".utf8.contains($0) } ?? bytes.count
      position = end
      return end < bytes.count && bytes[end] == UInt8(ascii: "\"")
        ? nil : decoded(bytes[start..<end])
    }
    guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    position = end + 1
    return decoded(bytes[(start + 1)..<end])
  }

  /// Decodes `^'`, `^n` and `^^` (RFC 6868).
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isCode = false
    for byte in bytes {
      guard isCode else {
        isCode = byte == UInt8(ascii: "^")
        if !isCode { text.append(byte) }
        continue
      }
      isCode = false
      switch byte {
      case UInt8(ascii: "'"): text.append(UInt8(ascii: "\""))
      case UInt8(ascii: "n"), UInt8(ascii: "N"): text.append(0x0A)
      case UInt8(ascii: "^"): text.append(byte)
      default: text += [UInt8(ascii: "^"), byte]
      }
    }
    if isCode { text.append(UInt8(ascii: "^")) }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ContentLine {
  /// The value as text, escapes decoded (RFC 5545 §3.3.11).
  var text: String { texts(separator: nil)[0] }

  /// The value as texts between commas.
  var texts: [String] { texts(separator: UInt8(ascii: ",")) }

  private func texts(separator: UInt8?) -> [String] {
    var texts: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in value.utf8 {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "N"): texts[texts.count - 1].append(0x0A)
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
          texts[texts.count - 1].append(byte)
        default: texts[texts.count - 1] += [UInt8(ascii: "\\"), byte]
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == separator {
        texts.append([])
      } else {
        texts[texts.count - 1].append(byte)
      }
    }
    if isEscaped { texts[texts.count - 1].append(UInt8(ascii: "\\")) }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }
}
