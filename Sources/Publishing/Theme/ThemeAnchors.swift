import Diagnostics

/// The ids that stand literally in templates, such as `id="main"`.
///
/// A page has those of its template and of what that extends, includes and imports by name. No
/// heading gets one of them, and a link may lead to one.
struct ThemeAnchors: Sendable {
  private let ids: [String: Set<String>]

  /// Reads the theme's templates.
  init(_ theme: Theme) {
    let names = Set(theme.templates.map(\.name))
    var parts: [String: TemplateParts] = [:]
    for (name, file) in theme.templates { parts[name] = TemplateParts(file.bytes, names: names) }
    ids = Dictionary(uniqueKeysWithValues: names.map { ($0, ThemeAnchors.ids(in: $0, of: parts)) })
  }

  /// The ids on a page that a template renders; none for a template that isn't there.
  func ids(in template: String?) -> Set<String> { template.flatMap { ids[$0] } ?? [] }

  /// The ids of a template and of all that it takes in.
  private static func ids(in name: String, of parts: [String: TemplateParts]) -> Set<String> {
    var ids: Set<String> = []
    var seen: Set<String> = [name]
    var pending = [name]
    while let next = pending.popLast() {
      guard let template = parts[next] else { continue }
      ids.formUnion(template.ids)
      pending += template.others.filter { seen.insert($0).inserted }
    }
    return ids
  }
}

/// What one template has by itself.
private struct TemplateParts {
  var ids: Set<String> = []
  /// The templates that its tags name.
  var others: [String] = []

  init(_ bytes: [UInt8], names: Set<String>) {
    var index = 0
    var isInTag = false
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "{%".utf8) { isInTag = true }
      if rest.starts(with: "%}".utf8) { isInTag = false }
      if isInTag, let name = quoted(rest), names.contains(name) { others.append(name) }
      if !isInTag, let id = id(rest), !id.contains("{") { ids.insert(id) }
      index += 1
    }
  }
}

/// The text in quotes with which some bytes begin.
private func quoted(_ bytes: ArraySlice<UInt8>) -> String? {
  guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
    let end = bytes.dropFirst().firstIndex(of: quote)
  else { return nil }
  return String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
}

/// The value of the attribute `id` with which some bytes begin, behind a space.
private func id(_ bytes: ArraySlice<UInt8>) -> String? {
  guard let first = bytes.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\n"),
    bytes.dropFirst().starts(with: "id=".utf8)
  else { return nil }
  return quoted(bytes.dropFirst(4))
}
