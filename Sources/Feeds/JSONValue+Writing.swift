internal import HTML

/// Where JSON is written to, which decides what has to be escaped.
public enum JSONPlace: Sendable {
  /// A file of its own.
  case file
  /// A `<script>` element of a page: no text in it ends the element or begins a comment.
  case script
}

extension JSONValue {
  /// The value as UTF-8 without needless blanks, ending with LF when it is a file.
  public func bytes(for place: JSONPlace) -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, place)
    if place == .file { bytes.append("\n") }
    return bytes
  }

  /// The value as a part of a larger file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, .file)
    return bytes
  }

  /// The value as a `<script>` of JSON-LD for a page's head.
  public var linkedDataScript: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(approximateCount + 64)
    bytes.append("<script type=\"application/ld+json\">")
    append(to: &bytes, .script)
    bytes.append("</script>")
    return bytes
  }

  /// About how many bytes it takes, so that what holds a thousand comments isn't moved as it grows.
  private var approximateCount: Int {
    switch self {
    case .string(let text): text.utf8.count + 8
    case .utf8(let text), .written(let text): text.count + 8
    case .integer, .double, .boolean, .null: 16
    case .array(let values): values.reduce(2) { $0 + $1.approximateCount }
    case .object(let object):
      object.members.reduce(2) { $0 + $1.name.utf8.count + 4 + $1.value.approximateCount }
    }
  }

  private func append(to bytes: inout [UInt8], _ place: JSONPlace) {
    switch self {
    case .string(let text): bytes.append(json: text.utf8Span.span, place)
    case .utf8(let text): bytes.append(json: text.span, place)
    case .integer(let number): bytes.append(String(number))
    case .double(let number): bytes.append(number.isFinite ? "\(number)" : "null")
    case .boolean(let truth): bytes.append(truth ? "true" : "false")
    case .null: bytes.append("null")
    case .written(let json): bytes += json
    case .array(let values):
      bytes.append("[")
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(",") }
        value.append(to: &bytes, place)
      }
      bytes.append("]")
    case .object(let object):
      bytes.append("{")
      for (index, member) in object.members.enumerated() {
        if index > 0 { bytes.append(",") }
        bytes.append(json: member.name.utf8Span.span, place)
        bytes.append(":")
        member.value.append(to: &bytes, place)
      }
      bytes.append("}")
    }
  }
}

extension [UInt8] {
  /// Appends a text in quotes (RFC 8259 §7).
  fileprivate mutating func append(json text: Span<UInt8>, _ place: JSONPlace) {
    append(UInt8(ascii: "\""))
    append(jsonText: text, place)
    append(UInt8(ascii: "\""))
  }

  /// Appends a text without its quotes; clean runs are copied whole.
  mutating func append(jsonText text: Span<UInt8>, _ place: JSONPlace) {
    var clean = 0
    while true {
      let index = nextSpecial(in: text, from: clean, place)
      append(text, clean..<index)
      guard index < text.count else { return }
      append(jsonEscape: text[index])
      clean = index + 1
    }
  }

  mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      append("\\u00")
      append(digits[Int(byte >> 4)])
      append(digits[Int(byte & 15)])
    }
  }
}

/// Where the next byte is that can't stand as it is in a JSON string, or the end: a control character,
/// `"` or `\`, in a script also `<`, `>` and `&`.
func nextSpecial(in text: Span<UInt8>, from start: Int, _ place: JSONPlace) -> Int {
  let isScript = place == .script
  return text.firstIndex(from: start) { bytes in
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let marks =
      bytes.marks(below: 0x20) | bytes.marks(of: 0x7F) | bytes.marks(of: UInt8(ascii: "\\"))
      | bytes.marks(of: UInt8(ascii: "\""), ignoring: isScript ? 4 : 0)
    return isScript ? marks | bytes.marks(of: UInt8(ascii: "<"), ignoring: 2) : marks
  }
}
