internal import Diagnostics
internal import YAML

/// A map with known keys, read key by key into what each field needs.
///
/// Creating one says which keys are unknown. Each getter returns `nil` for a key that isn't written,
/// which an empty value counts as, and for a value that isn't what the field needs, having said so.
struct FieldReader {
  let kind: KeyTable
  let faults: Faults

  /// Where the map stands, for what is missing in it.
  let range: Range<Int>

  private let pairs: [YAMLPair]

  /// A bit for the bucket of each key that is written: of the keys that are asked for most aren't.
  private let buckets: UInt64

  init(_ pairs: [YAMLPair], kind: KeyTable, range: Range<Int>, faults: Faults) {
    self.pairs = pairs
    self.kind = kind
    self.range = range
    self.faults = faults
    buckets = pairs.reduce(0) { $0 | 1 << UInt64($1.key.bucket) }
    for pair in pairs where !kind.contains(pair.key) { sayUnknown(pair) }
  }

  private func sayUnknown(_ pair: YAMLPair) {
    // A hint compares with every key there is.
    guard !faults.isFull else { return }
    faults.say(
      "unknown key `\(pair.key)` in \(kind.name)",
      at: pair.keyRange,
      label: "not a key of \(kind.name)",
      help: kind.help(for: pair.key)
    )
  }

  /// The pair of a key, whatever its value.
  func pair(_ key: String) -> YAMLPair? {
    assert(kind.contains(key), "`\(key)` is in the table of \(kind.name)")
    return index(of: key).map { pairs[$0] }
  }

  private func index(of key: String) -> Int? {
    guard buckets >> UInt64(key.bucket) & 1 != 0 else { return nil }
    return pairs.firstIndex { $0.key.utf8.count == key.utf8.count && $0.key == key }
  }

  /// The value of a key that needs anything but text: `null` and `~` are not written.
  func value(_ key: String) -> YAMLNode? {
    guard let index = index(of: key), !pairs[index].value.isNothing else { return nil }
    return pairs[index].value
  }

  /// The value of a key that needs a text: `null` is a word.
  func textValue(_ key: String) -> YAMLNode? {
    guard let index = index(of: key), !pairs[index].value.isBlank else { return nil }
    return pairs[index].value
  }

  /// The map under a key.
  func map(_ key: String, _ kind: KeyTable) -> FieldReader? {
    guard let node = value(key) else { return nil }
    return map(node, kind, name: "`\(key)`")
  }

  /// A node as a map; `name` is what an error calls it.
  func map(_ node: YAMLNode, _ kind: KeyTable, name: @autoclosure () -> String) -> FieldReader? {
    guard case .mapping(let pairs) = node.content else {
      sayShape("\(name()) must be a map", node)
      return nil
    }
    return FieldReader(pairs, kind: kind, range: node.range, faults: faults)
  }

  /// The pairs of a map whose keys its author chooses.
  func freeMap(_ key: String) -> [YAMLPair] {
    guard let node = value(key) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      sayShape("`\(key)` must be a map", node)
      return []
    }
    return pairs
  }

  /// Says that a required key isn't written, at the key if it is there.
  func sayMissing(_ key: String, help: String? = nil) {
    let empty = pair(key)?.keyRange
    faults.say(
      "\(kind.name) must have \(key.withArticle)",
      at: empty ?? range.firstLine(in: faults.file),
      label: empty.map { _ in "has no value" },
      help: help
    )
  }

  /// Says that a value has the wrong shape.
  func sayShape(_ rule: String, _ node: YAMLNode, help: String? = nil) {
    faults.say(
      rule,
      at: node.range.firstLine(in: faults.file),
      label: "this is \(node.shape)",
      help: help
    )
  }
}

extension YAMLNode {
  /// Whether it is a text without a visible character, or an empty list or map: not written.
  var isBlank: Bool {
    switch content {
    case .scalar(let scalar): scalar.text.utf8.allSatisfy(\.isBlank)
    case .sequence(let items): items.isEmpty
    case .mapping(let pairs): pairs.isEmpty
    }
  }

  /// Whether it is blank, or a plain `~` or `null`.
  var isNothing: Bool {
    if case .scalar(let scalar) = content, scalar.isNull { return true }
    return isBlank
  }
}

extension String {
  /// A key as a sentence has it: an `id`, a `date`.
  fileprivate var withArticle: String {
    // A `url`, but an `id`: only sounds count.
    "aeio".utf8.contains(utf8.first ?? 0) ? "an `\(self)`" : "a `\(self)`"
  }
}

extension Range<Int> {
  /// The range without what follows its first line, for a caret under a value of many lines.
  func firstLine(in file: SourceFile) -> Range<Int> {
    let end = file.bytes[self].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return lowerBound..<(end ?? upperBound)
  }
}
