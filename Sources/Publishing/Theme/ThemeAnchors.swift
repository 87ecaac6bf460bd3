import Diagnostics

/// The ids that stand in templates: literally, such as `id="main"`, or around an expression, such as
/// `id="day-{{ n }}"`.
///
/// A page has those of its template and of what that extends, includes and imports by name. No
/// heading gets a literal one, and a link may lead to any.
struct ThemeAnchors: Sendable {
  private let ids: [String: TemplateIDs]

  /// Reads the theme's templates.
  init(_ theme: Theme) {
    let names = Set(theme.templates.map(\.name))
    var parts: [String: TemplateParts] = [:]
    for (name, file) in theme.templates { parts[name] = TemplateParts(file.bytes, names: names) }
    ids = Dictionary(uniqueKeysWithValues: names.map { ($0, ThemeAnchors.ids(in: $0, of: parts)) })
  }

  /// The ids on a page that a template renders; none for a template that isn't there.
  func ids(in template: String?) -> Set<String> { template.flatMap { ids[$0]?.literal } ?? [] }

  /// Whether an id may stand on a page that a template renders.
  func mayHave(_ id: String, in template: String?) -> Bool {
    guard let ids = template.flatMap({ ids[$0] }) else { return false }
    return ids.literal.contains(id) || ids.computed.contains { $0.matches(id) }
  }

  /// The ids of a template and of all that it takes in.
  private static func ids(in name: String, of parts: [String: TemplateParts]) -> TemplateIDs {
    var ids = TemplateIDs()
    var seen: Set<String> = [name]
    var pending = [name]
    while let next = pending.popLast() {
      guard let template = parts[next] else { continue }
      ids.literal.formUnion(template.ids.literal)
      ids.computed.formUnion(template.ids.computed)
      pending += template.others.filter { seen.insert($0).inserted }
    }
    return ids
  }
}

/// The ids of a template.
private struct TemplateIDs {
  var literal: Set<String> = []
  var computed: Set<ComputedID> = []

  /// Adds what stands between an attribute's quotes.
  mutating func add(_ value: String) {
    guard let open = value.firstRange(of: "{{") else {
      // A statement may leave anything.
      if !value.contains("{%") { literal.insert(value) }
      return
    }
    guard !value.contains("{%"), let close = value.ranges(of: "}}").last else { return }
    let id = ComputedID(start: value[..<open.lowerBound], end: value[close.upperBound...])
    // One that is all expression says nothing: every link would lead to it.
    if !id.start.isEmpty || !id.end.isEmpty { computed.insert(id) }
  }
}

/// An id of which a template computes the middle.
private struct ComputedID: Hashable {
  let start: Substring
  let end: Substring

  func matches(_ id: String) -> Bool {
    id.utf8.count > start.utf8.count + end.utf8.count && id.hasPrefix(start) && id.hasSuffix(end)
  }
}

/// What one template has by itself.
private struct TemplateParts {
  var ids = TemplateIDs()
  /// The templates that its tags name.
  var others: [String] = []

  init(_ bytes: [UInt8], names: Set<String>) {
    var isInTag = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "%"):
        let rest = bytes[index...]
        if rest.starts(with: "{%".utf8) { isInTag = true }
        if rest.starts(with: "%}".utf8) { isInTag = false }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isInTag, let name = quoted(bytes[index...]), names.contains(name) { others.append(name) }
      case UInt8(ascii: " "), UInt8(ascii: "\n"):
        if !isInTag, let id = id(bytes[index...]) { ids.add(id) }
      default: break
      }
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
  let value = bytes.dropFirst(4)
  guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
    return nil
  }
  // A quote inside an expression isn't the attribute's.
  var isInExpression = false
  for index in value.indices.dropFirst() {
    if value[index...].starts(with: "{{".utf8) { isInExpression = true }
    if value[index...].starts(with: "}}".utf8) { isInExpression = false }
    if value[index] == quote, !isInExpression {
      return String(decoding: value[value.startIndex + 1..<index], as: UTF8.self)
    }
  }
  return nil
}
