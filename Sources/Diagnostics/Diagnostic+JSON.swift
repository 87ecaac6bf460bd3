extension Diagnostic {
  /// A remark that is neither an error nor a warning, with the same keys.
  package static func noteJSON(_ message: String, path: String?) -> String {
    object(severity: "note", path: path, location: nil, message: message, help: nil)
  }

  /// One JSON object without a line break: severity, file, line, column, message and help.
  ///
  /// What isn't known is `null`, so that every object has the same keys.
  public var json: String {
    Diagnostic.object(
      severity: severity.rawValue,
      path: path,
      location: location,
      message: message,
      help: help
    )
  }

  private static func object(
    severity: String,
    path: String?,
    location: SourceLocation?,
    message: String,
    help: String?
  ) -> String {
    let members = [
      ("severity", severity.jsonQuoted),
      ("file", path?.jsonQuoted ?? "null"),
      ("line", location.map { String($0.line) } ?? "null"),
      ("column", location.map { String($0.column) } ?? "null"),
      ("message", message.jsonQuoted),
      ("help", help?.jsonQuoted ?? "null"),
    ]
    return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }
}

extension String {
  /// The text as a JSON string (RFC 8259 §7).
  package var jsonQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
