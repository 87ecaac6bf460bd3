extension Diagnostic {
  /// The text for a terminal: the place, what is wrong, the line with carets under it, and a hint.
  ///
  /// ```
  /// content/events/2026-06-linux.md:3:1: error: unknown key `tilte` in an event
  ///   |
  /// 3 | tilte: Swift on Linux
  ///   | ^^^^^ not a key of an event
  ///   = help: did you mean `title`?
  /// ```
  ///
  /// - Parameter colored: whether to set colours with ANSI escapes.
  /// - Returns: lines that each end with LF.
  public func rendered(colored: Bool = false) -> String {
    let style = Style(colored: colored)
    var text =
      style.bold(placePrefix) + style.severity(severity) + style.bold(": \(message.printable)")
    text += "\n"
    let margin = String(repeating: " ", count: location.map { String($0.line).count } ?? 0)
    if let location {
      let bar = style.frame("|")
      let underline = location.underline(label: label)
      text += "\(margin) \(bar)\n"
      text += "\(style.frame(String(location.line))) \(bar) \(location.excerpt.printable)\n"
      text += "\(margin) \(bar) \(underline.indent)\(style.caret(underline.carets, severity))\n"
    }
    for note in notes { text += "\(margin) \(style.frame("=")) note: \(note.printable)\n" }
    if let help { text += "\(margin) \(style.frame("=")) help: \(help.printable)\n" }
    return text
  }

  private var placePrefix: String {
    guard let path else { return "" }
    guard let location else { return "\(path.printable): " }
    return "\(path.printable):\(location.line):\(location.column): "
  }
}

extension SourceLocation {
  /// Blanks up to the place, and the carets with the label behind them.
  fileprivate func underline(label: String?) -> (indent: String, carets: String) {
    let scalars = Array(excerpt.unicodeScalars)
    let indent = scalars.prefix(column - 1).map { scalar in
      // A tab stays a tab, so that the caret stands right however wide a terminal shows it.
      scalar == "\t" ? "\t" : String(repeating: " ", count: scalar.columns)
    }
    let width = scalars.dropFirst(column - 1).prefix(length).reduce(0) { $0 + $1.columns }
    let carets = String(repeating: "^", count: max(1, width))
    return (indent.joined(), label.map { "\(carets) \($0.printable)" } ?? carets)
  }
}

extension Unicode.Scalar {
  /// How many cells of a terminal it takes: none for combining marks, two for East Asian wide ones
  /// and emoji (the ranges that matter of Unicode's EastAsianWidth.txt).
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension String {
  /// The text with control characters shown, so that no file name or text can command a terminal.
  fileprivate var printable: String {
    guard unicodeScalars.contains(where: \.commandsTerminal) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar.commandsTerminal ? "\u{FFFD}" : scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var commandsTerminal: Bool {
    switch value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    // Directional overrides and isolates reorder what a terminal shows.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// The colours of a diagnostic.
private struct Style {
  let colored: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func frame(_ text: String) -> String { paint(text, "1;34") }

  func severity(_ severity: Diagnostic.Severity) -> String {
    paint(severity.rawValue, severity == .error ? "1;31" : "1;33")
  }

  func caret(_ text: String, _ severity: Diagnostic.Severity) -> String {
    paint(text, severity == .error ? "1;31" : "1;33")
  }

  private func paint(_ text: String, _ code: String) -> String {
    colored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
