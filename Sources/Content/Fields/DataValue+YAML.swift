internal import YAML

extension DataValue {
  /// The value of a node under `extra:`, by YAML's core schema.
  ///
  /// Recursion goes as deep as ``YAMLLimits/depth`` lets a block nest.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): self = DataValue(scalar)
    case .sequence(let items): self = .list(items.map { DataValue($0) })
    case .mapping(let pairs): self = .map(pairs.map(DataEntry.init))
    }
  }

  private init(_ scalar: YAMLScalar) {
    guard scalar.style == .plain else {
      self = .text(scalar.text)
      return
    }
    switch scalar.text {
    case "", "~", "null": self = .null
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default: self = DataValue(number: scalar.text) ?? .text(scalar.text)
    }
  }

  /// A number in its ordinary form: `12`, `-3`, `0.5`, `1e6`; nothing with a leading zero or `_`.
  private init?(number text: String) {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard let first = digits.first, first.isDigit, text.utf8.last?.isDigit == true else {
      return nil
    }
    if first == UInt8(ascii: "0"), digits.dropFirst().first?.isDigit == true { return nil }
    guard digits.allSatisfy({ $0.isDigit || ".eE+-".utf8.contains($0) }) else { return nil }
    if digits.allSatisfy(\.isDigit) {
      guard let number = Int(text) else { return nil }
      self = .int(number)
    } else {
      guard let number = Double(text), number.isFinite else { return nil }
      self = .double(number)
    }
  }
}

extension DataEntry {
  init(_ pair: YAMLPair) {
    self.init(key: pair.key, value: DataValue(pair.value))
  }
}

extension FieldReader {
  /// What stands under a key that is its author's own.
  func data(_ key: String) -> [DataEntry] {
    freeMap(key).map(DataEntry.init)
  }
}
