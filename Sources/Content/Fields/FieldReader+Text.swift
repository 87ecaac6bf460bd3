internal import Diagnostics
internal import YAML

extension FieldReader {
  /// A text in one line, without blanks around it.
  func line(_ key: String) -> Located<String>? {
    textValue(key).flatMap { line($0, name: "`\(key)`") }
  }

  /// A node as a text in one line; `name` is what an error calls it.
  func line(_ node: YAMLNode, name: @autoclosure () -> String) -> Located<String>? {
    guard let text = text(node, name: name()) else { return nil }
    if !text.value.isPrintable, text.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      faults.say("\(name()) must be one line", at: node.range.firstLine(in: faults.file))
      return nil
    }
    return text
  }

  /// A text that may have several lines, without blanks around it.
  func text(_ key: String) -> Located<String>? {
    textValue(key).flatMap { text($0, name: "`\(key)`") }
  }

  /// A node as a text without control characters, which no page or feed can show.
  func text(_ node: YAMLNode, name: @autoclosure () -> String) -> Located<String>? {
    guard case .scalar(let scalar) = node.content else {
      sayShape("\(name()) must be a text", node)
      return nil
    }
    let text = scalar.text.trimmed
    guard text.isPrintable || !text.utf8.contains(where: \.isForbiddenControl) else {
      faults.say(
        "\(name()) must not hold control characters",
        at: node.range.firstLine(in: faults.file)
      )
      return nil
    }
    return Located(text, at: faults.span(node.range))
  }

  /// A word that names something elsewhere: a file, a zone; `null` counts as not written.
  func name(_ key: String) -> Located<String>? {
    value(key).flatMap { line($0, name: "`\(key)`") }
  }

  /// Warns of a value that begins with `#` without quotes, which YAML takes for a comment.
  func warnOfComment(_ key: String) {
    guard let pair = pair(key), pair.value.isBlank else { return }
    let bytes = faults.file.bytes
    let rest = bytes[pair.keyRange.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }
    let value = rest.drop { $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == 0x09 }
    guard value.first == UInt8(ascii: "#") else { return }
    let text = String(decoding: value, as: UTF8.self).trimmed
    faults.say(
      "`\(key)` should have a value",
      at: value.startIndex..<value.endIndex,
      label: "a comment, since it isn't quoted",
      help: "write `\(key): \"\(text)\"`",
      severity: .warning
    )
  }

  /// One of the words that a type knows.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, _: Word.Type) -> Word? {
    guard let written = name(key) else { return nil }
    if let word = Word(rawValue: written.value) { return word }
    let known = Word.allCases.map(\.rawValue)
    faults.say(
      "`\(key)` must be \(known.alternatives)",
      at: written.span.range,
      help: nearest(to: written.value, among: known).map { "did you mean `\($0)`?" }
    )
    return nil
  }

  /// `true` or `false`, or the other words for them that YAML knows.
  func boolean(_ key: String) -> Bool? {
    guard let written = name(key) else { return nil }
    switch written.value.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      faults.say("`\(key)` must be `true` or `false`", at: written.span.range)
      return nil
    }
  }

  /// A list of texts, which may also be one text; blank items don't count.
  func lines(_ key: String) -> [Located<String>] {
    value(key).map { lines($0, name: "`\(key)`") } ?? []
  }

  /// A node as a list of texts, or as one.
  func lines(_ node: YAMLNode, name: @autoclosure () -> String) -> [Located<String>] {
    switch node.content {
    case .scalar:
      return line(node, name: name()).map { [$0] } ?? []
    case .sequence(let items):
      return items.compactMap { $0.isBlank ? nil : line($0, name: "each of \(name())") }
    case .mapping:
      sayShape("\(name()) must be a text or a list of texts", node)
      return []
    }
  }

  /// The items of a list.
  func items(_ key: String) -> [YAMLNode] {
    guard let node = value(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      sayShape("`\(key)` must be a list", node)
      return []
    }
    return items.filter { !$0.isBlank }
  }
}

extension String {
  /// The text without ASCII blanks and line breaks around it.
  var trimmed: String {
    guard utf8.first?.isBlank == true || utf8.last?.isBlank == true else { return self }
    let rest = utf8.drop(while: \.isBlank)
    let end = rest.lastIndex { !$0.isBlank }.map { rest.index(after: $0) } ?? rest.endIndex
    return String(self[rest.startIndex..<end])
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or part of a line's ending.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  /// Whether it is a control character that is no blank.
  fileprivate var isForbiddenControl: Bool { (self < 0x20 && !isBlank) || self == 0x7F }
}

extension [String] {
  /// The words as an error lists them: `a`, `b` or `c`.
  var alternatives: String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
