/// The text of a content file: front matter, key by key, and a body.
struct FrontMatterText {
  private var lines: [String] = []

  /// Adds a key with a text.
  mutating func set(_ key: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append("\(key): \(YAMLText.scalar(text))")
  }

  /// Adds a key with a list; none for an empty one.
  mutating func set(_ key: String, list: [String]) {
    guard !list.isEmpty else { return }
    lines.append("\(key): \(YAMLText.list(list))")
  }

  /// Adds a key with something that YAML reads without quotes: a date, a truth.
  mutating func set(_ key: String, raw: String?) {
    guard let raw else { return }
    lines.append("\(key): \(raw)")
  }

  /// The file's bytes.
  func file(body: [UInt8] = []) -> [UInt8] {
    let head = "---\n" + lines.map { $0 + "\n" }.joined() + "---\n"
    return Array(head.utf8) + body + (body.isEmpty ? [] : [0x0A])
  }
}
