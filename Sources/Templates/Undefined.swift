/// Why a value isn't defined: what an error says when it is used.
///
/// The words are made when they are needed: most undefined values are only tested for.
public final class Undefined: Sendable {
  enum Reason: Sendable {
    case variable(String)
    case attribute(String, of: Value)
    case item(Value, of: Value)
    case other(String)
  }

  let reason: Reason

  /// What a slot has before anything is written to it.
  ///
  /// A constant of the program: nobody counts references to it.
  static let unset = Undefined(.other("this name is not defined yet"), isUnset: true)

  /// Whether a slot with it counts as never written, so that an outer scope's value shows.
  let isUnset: Bool

  /// Whether it prints as nothing and iterates as nothing, as an inline `if` without `else`.
  let isLenient: Bool

  /// Creates the reason.
  public convenience init(message: String) { self.init(.other(message)) }

  init(_ reason: Reason, isUnset: Bool = false, isLenient: Bool = false) {
    self.reason = reason
    self.isUnset = isUnset
    self.isLenient = isLenient
  }

  /// What is missing: `` `titel` is undefined ``.
  public var message: String {
    switch reason {
    case .variable(let name): "`\(name)` is undefined"
    case .attribute(let name, let owner): "\(owner.article) has no attribute `\(name)`"
    case .item(let key, let owner): "\(owner.article) has no element \(key.quoted)"
    case .other(let message): message
    }
  }

  /// The same reason as a value that was assigned.
  var assigned: Undefined { isUnset ? Undefined(reason, isLenient: isLenient) : self }
}

extension Value {
  /// A value that isn't defined, for this reason.
  static func missing(_ message: String) -> Value { .undefined(Undefined(message: message)) }

  /// Whether it is a slot's state before anything was assigned.
  var isUnset: Bool {
    if case .undefined(let undefined) = self { return undefined.isUnset }
    return false
  }

  /// The value as an assignment keeps it: what was unset stays undefined, but counts as written.
  var assigned: Value {
    if case .undefined(let undefined) = self { return .undefined(undefined.assigned) }
    return self
  }
}
