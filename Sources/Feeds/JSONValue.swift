/// A JSON value to write, with the keys of objects in the order in which they were set (RFC 8259).
public enum JSONValue: Hashable, Sendable {
  /// A text.
  case string(String)
  /// A text as its UTF-8, of which nobody needs a `String`.
  case utf8([UInt8])
  /// A whole number.
  case integer(Int)
  /// A number; what isn't finite is written as `null`, as JavaScript does.
  case double(Double)
  /// A truth value.
  case boolean(Bool)
  /// Nothing.
  case null
  /// Values in order.
  case array([JSONValue])
  /// Values by name.
  case object(JSONObject)
}

/// Names with values, in the order in which they were first set.
public struct JSONObject: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let name: String
    var value: JSONValue
  }

  private(set) var storage: [Member] = []

  /// Creates an object without members.
  public init() {}

  /// Its members in order.
  public var members: [(name: String, value: JSONValue)] { storage.map { ($0.name, $0.value) } }

  /// Sets a member, or does nothing when there is no value: what is unknown isn't written.
  ///
  /// Complexity: O(members).
  public mutating func set(_ name: String, _ value: JSONValue?) {
    guard let value else { return }
    if let index = storage.firstIndex(where: { $0.name == name }) {
      storage[index].value = value
    } else {
      storage.append(Member(name: name, value: value))
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object from a literal, keeping its order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    for (name, value) in members { set(name, value) }
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Creates a text from a literal.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// Creates a number from a literal.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// Creates a truth value from a literal.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Creates an array from a literal.
  public init(arrayLiteral values: JSONValue...) { self = .array(values) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object from a literal, keeping its order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    var object = JSONObject()
    for (name, value) in members { object.set(name, value) }
    self = .object(object)
  }
}
