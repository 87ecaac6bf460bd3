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
    var bytes = OutputBuffer(capacity: 1024)
    append(to: &bytes, place)
    if place == .file { bytes.append(literal: "\n") }
    return bytes.bytes()
  }

  /// The value as a `<script>` of JSON-LD for a page's head.
  public var linkedDataScript: [UInt8] {
    var bytes = OutputBuffer(capacity: 4096)
    bytes.append(literal: linkedDataStart)
    append(to: &bytes, .script)
    bytes.append(literal: linkedDataEnd)
    return bytes.bytes()
  }

  private func append(to bytes: inout OutputBuffer, _ place: JSONPlace) {
    switch self {
    case .string(let text): bytes.append(quoted: text.utf8Span.span, place)
    case .utf8(let text): bytes.append(quoted: text.span, place)
    case .integer(let number): bytes.append(String(number))
    case .double(let number): bytes.append(number.isFinite ? "\(number)" : "null")
    case .boolean(let truth): bytes.append(literal: truth ? "true" : "false")
    case .null: bytes.append(literal: "null")
    case .array(let values):
      bytes.append(literal: "[")
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(literal: ",") }
        value.append(to: &bytes, place)
      }
      bytes.append(literal: "]")
    case .object(let object):
      bytes.append(literal: "{")
      for index in object.storage.indices {
        if index > 0 { bytes.append(literal: ",") }
        bytes.append(quoted: object.storage[index].name.utf8Span.span, place)
        bytes.append(literal: ":")
        object.storage[index].value.append(to: &bytes, place)
      }
      bytes.append(literal: "}")
    }
  }
}

/// What begins a page's JSON-LD.
let linkedDataStart: StaticString = #"<script type="application/ld+json">"#
/// What ends it.
let linkedDataEnd: StaticString = "</script>"
