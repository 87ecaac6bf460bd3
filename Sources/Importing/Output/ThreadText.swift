internal import Diagnostics
internal import YAML

/// A comment as a thread's file has it.
struct ThreadEntry {
  var id: String
  var replyTo: String?
  var author: String?
  var person: String?
  var url: String?
  var date: String
  var status: String?
  var kind: String?
  var body: [UInt8] = []

  /// The entry as YAML, its lines behind some blanks.
  func text(indent: Int) -> [UInt8] {
    var fields: [(String, [UInt8])] = []
    func add(_ key: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      fields.append((key, Array("\(value)\n".utf8)))
    }
    add("id", YAMLText.id(id))
    add("reply_to", replyTo.map(YAMLText.id))
    add("author", author.map(YAMLText.scalar))
    add("person", person.map(YAMLText.scalar))
    add("url", url.map(YAMLText.scalar))
    add("date", date)
    add("status", status)
    add("type", kind)
    if !body.isEmpty { fields.append(("body", YAMLText.block(body, indent: indent + 4))) }
    let margin = String(repeating: " ", count: indent)
    var output: [UInt8] = []
    for (index, field) in fields.enumerated() {
      output += Array("\(margin)\(index == 0 ? "-" : " ") \(field.0): ".utf8) + field.1
    }
    return output
  }
}

/// A thread's file, to which entries are added without touching those that it has.
struct ThreadText {
  /// The ids that it has.
  private(set) var ids: Set<String> = []
  private let existing: [UInt8]
  private let indent: Int

  /// A thread that isn't there yet.
  init() {
    existing = []
    indent = 0
  }

  /// Reads a file; `nil` when it can't be added to: it has faults, or isn't a list in lines.
  init?(_ bytes: [UInt8]) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "", bytes: bytes)
    let limits = YAMLLimits(nodes: 4_000_000)
    let node = readYAML(file, in: 0..<bytes.count, limits: limits, log: &log)
    guard log.diagnostics.isEmpty else { return nil }
    existing = bytes
    guard let node else {
      indent = 0
      return
    }
    guard case .sequence(let items) = node.content,
      bytes[node.range.lowerBound] != UInt8(ascii: "[")
    else { return nil }
    for item in items {
      guard case .mapping(let pairs) = item.content,
        let pair = pairs.first(where: { $0.key == "id" }), case .scalar(let id) = pair.value.content
      else { continue }
      ids.insert(id.text)
    }
    let start = bytes[..<node.range.lowerBound].lastIndex { $0 == 0x0A || $0 == 0x0D }
    indent = node.range.lowerBound - (start.map { $0 + 1 } ?? 0)
  }

  /// The file with those entries behind its own that it doesn't have.
  func adding(_ entries: [ThreadEntry]) -> (bytes: [UInt8], added: Int) {
    var bytes = existing
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    var known = ids
    var added = 0
    for entry in entries where known.insert(entry.id).inserted {
      bytes += entry.text(indent: indent)
      added += 1
    }
    return (added == 0 ? existing : bytes, added)
  }
}
