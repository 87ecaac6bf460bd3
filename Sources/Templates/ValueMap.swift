/// A dictionary whose order is the order of insertion, as Python's.
///
/// Keys are compared as Python compares them: `1`, `1.0` and `True` are one key. Up to eight entries
/// are searched one by one, more by a hash.
public struct ValueMap: Sendable {
  /// The keys and their values, in order.
  public private(set) var entries: [(key: Value, value: Value)] = []

  /// Where each key stands in ``entries``, kept only for more than ``searchLimit`` entries.
  private var index: [ValueKey: Int] = [:]

  private static let searchLimit = 8

  /// Whether there are few entries; asking the index whether it is empty would count a reference to it.
  private var isSearched: Bool { entries.count <= Self.searchLimit }

  /// Creates an empty dictionary.
  public init() {}

  /// Creates a dictionary of pairs; of equal keys the last value counts, at the first's place.
  public init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// Whether there is no entry.
  public var isEmpty: Bool { entries.isEmpty }

  /// The value of a text key; `nil` removes nothing and is ignored when set.
  public subscript(key: String) -> Value? {
    get { self[utf8: Array(key.utf8)] }
    set {
      guard let newValue else { return }
      append(key, newValue)
    }
  }

  /// Sets the value of a text key, at the end when the key is new.
  public mutating func append(_ key: String, _ value: Value) {
    set(ValueKey(text: Array(key.utf8)), .string(Array(key.utf8)), value)
  }

  /// The value of a text key given as UTF-8.
  subscript(utf8 key: [UInt8]) -> Value? {
    guard isSearched else { return index[ValueKey(text: key)].map { entries[$0].value } }
    for position in entries.indices where entries[position].key.isText(key) {
      return entries[position].value
    }
    return nil
  }

  /// The value of any key; `nil` too when the key is of a kind that can't be one.
  func value(of key: Value) -> Value? {
    if case .string(let text) = key { return self[utf8: text] }
    guard let key = ValueKey(key) else { return nil }
    return position(of: key).map { entries[$0].value }
  }

  /// Sets the value of a key, at the end when the key is new.
  mutating func set(_ key: Value, _ value: Value) throws(TemplateFault) {
    set(try ValueKey(hashing: key), key, value)
  }

  fileprivate mutating func set(_ hashed: ValueKey, _ key: Value, _ value: Value) {
    if let position = position(of: hashed) {
      entries[position].value = value
      return
    }
    entries.append((key, value))
    if !index.isEmpty {
      index[hashed] = entries.count - 1
    } else if entries.count > Self.searchLimit {
      buildIndex()
    }
  }

  private mutating func buildIndex() {
    for (position, entry) in entries.enumerated() {
      guard let key = ValueKey(entry.key) else { preconditionFailure("keys were checked") }
      index[key] = position
    }
  }

  func position(of key: ValueKey) -> Int? {
    guard isSearched else { return index[key] }
    return entries.firstIndex { ValueKey($0.key) == key }
  }
}

/// A value as a dictionary's key.
enum ValueKey: Hashable, Sendable {
  case none
  /// What an inline `if` without `else` gives.
  case undefined
  case text([UInt8])
  case number(Double)
  case integer(Int128)
  case tuple([ValueKey])
  case object(ObjectIdentifier)
  case reference(Reference)

  init(text: [UInt8]) { self = .text(text) }

  /// The key that a value is; `nil` for those that Python calls unhashable, and for huge tuples.
  init?(_ value: Value) {
    var room = Limits.keyParts
    self.init(value, &room)
  }

  private init?(_ value: Value, _ room: inout Int) {
    switch value {
    case .none: self = .none
    case .bool(let flag): self = .integer(flag ? 1 : 0)
    case .int(let number): self = .integer(Int128(number))
    case .wide(let number): self = .integer(number.number)
    case .double(let number):
      self = Int128(exactly: number).map { .integer($0) } ?? .number(number)
    case .string(let text), .markup(let text): self = .text(text)
    case .tuple(let items): self.init(items, &room)
    case .group(let group): self.init(group.pair, &room)
    case .object(let object): self = .object(ObjectIdentifier(object))
    case .function(let function): self = .object(ObjectIdentifier(function))
    case .range(let range): self = .object(ObjectIdentifier(range))
    case .reference(let reference): self = .reference(reference)
    case .undefined(let undefined) where undefined.isLenient: self = .undefined
    case .undefined, .list, .map: return nil
    }
  }

  private init?(_ items: [Value], _ room: inout Int) {
    room -= items.count
    guard room >= 0 else { return nil }
    var keys: [ValueKey] = []
    for item in items {
      guard let key = ValueKey(item, &room) else { return nil }
      keys.append(key)
    }
    self = .tuple(keys)
  }

  /// The key that a value is, or the fault of those that can't be one.
  init(hashing value: Value) throws(TemplateFault) {
    guard let key = ValueKey(value) else { throw Self.fault(of: value) }
    self = key
  }

  private static func fault(of value: Value) -> TemplateFault {
    if let items = value.isHashedByItems ? value.items : nil {
      if let item = items.first(where: { ValueKey($0) == nil }) { return fault(of: item) }
      return TemplateFault(
        "a tuple of more than \(Limits.keyParts) parts can't be a key of a dictionary or a set"
      )
    }
    if case .undefined(let undefined) = value, !undefined.isLenient {
      return TemplateFault(undefined)
    }
    return TemplateFault("\(value.article) can't be a key of a dictionary or a set")
  }
}

extension Value {
  /// Whether it is this text, markup or not.
  @inline(__always)
  fileprivate func isText(_ text: [UInt8]) -> Bool {
    switch self {
    case .string(let own), .markup(let own): own == text
    default: false
    }
  }

  /// Whether it is a key when all of its items are.
  fileprivate var isHashedByItems: Bool {
    switch self {
    case .tuple, .group: true
    default: false
    }
  }
}
