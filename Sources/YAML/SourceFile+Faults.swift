internal import Diagnostics

extension SourceFile {
  /// A byte that is no text.
  func explainUnreadable(at offset: Int) -> Explanation {
    let place = character(at: offset, in: 0..<bytes.count)
    let scalar = String(decoding: bytes[place], as: UTF8.self).unicodeScalars.first
    guard let scalar, scalar != "\u{FFFD}" else {
      return Explanation(
        message: "a file is UTF-8 text",
        range: place,
        label: "not UTF-8",
        help: "save the file as UTF-8"
      )
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Explanation(
      message: "YAML can't hold the control character U+\(code)",
      range: place,
      help: "remove it"
    )
  }

  /// A line that begins with `%`.
  func explainDirective(at offset: Int, in block: Range<Int>) -> Explanation {
    let start = lineStart(of: min(offset, block.upperBound), in: block)
    return Explanation(
      message: "directives such as `%YAML` are not read",
      range: lineRest(from: start, in: block),
      help: "remove the line"
    )
  }
}
