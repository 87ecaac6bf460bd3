/// Writes a text so that Markdown shows it as it is.
struct MarkdownEscaper {
  private(set) var output: [UInt8] = []
  /// Whether nothing but emphasis stands on the line so far, so that a `#` or `-` would begin a block.
  private var isLineStart: Bool
  /// Whether a number is all that stands on the line: a `.` behind it would make a list of it.
  private var isNumber = false
  private var last: UInt8

  init(atLineStart: Bool, behind last: UInt8) {
    isLineStart = atLineStart
    self.last = last
  }

  /// Writes the character; `next` is the byte behind it, or a blank.
  mutating func write(_ scalar: Unicode.Scalar, next: UInt8) {
    if needsBackslash(scalar, next: next) { output.append(UInt8(ascii: "\\")) }
    if scalar == "&", next.isASCIILetter || next == UInt8(ascii: "#") {
      output += Array("&amp;".utf8)
    } else if scalar == "\u{A0}" {
      output += Array("&nbsp;".utf8)
    } else {
      output += Array(String(scalar).utf8)
    }
    isNumber = scalar.isDigit && (isLineStart || isNumber)
    isLineStart = false
    last = output.last ?? 0x20
  }

  /// Writes what is Markdown already.
  mutating func write(raw bytes: [UInt8]) {
    guard let end = bytes.last else { return }
    output += bytes
    isLineStart = false
    isNumber = false
    last = end
  }

  private func needsBackslash(_ scalar: Unicode.Scalar, next: UInt8) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", "|", "~": return true
    case "_": return !(last.isWord && next.isWord)
    case "#", ">", "=": return isLineStart
    case "+", "-", ":": return isLineStart && (next.isBlank || next == UInt8(ascii: "-"))
    case ".", ")": return isNumber && next.isBlank
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isASCIIDigit || isASCIILetter }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

/// A plain text as Markdown that shows it.
func escapedMarkdown(_ text: String) -> [UInt8] {
  var escaper = MarkdownEscaper(atLineStart: false, behind: 0x20)
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    escaper.write(scalar, next: next.isASCII ? UInt8(truncatingIfNeeded: next.value) : 0x20)
  }
  return escaper.output
}
