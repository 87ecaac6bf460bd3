/// What a template computes with: Jinja's values without Python's objects.
///
/// Text is UTF-8 in an array, so that it goes to the output without being decoded.
public enum Value: Sendable {
  /// A name that nothing defines; using it is an error but in a truth test, `is defined` and `default`.
  case undefined(Undefined)
  /// Python's `None`.
  case none
  /// `True` or `False`.
  case bool(Bool)
  /// A whole number of 64 bits.
  case int(Int)
  /// A whole number that 64 bits can't hold.
  case wide(WideInteger)
  /// A binary floating-point number.
  case double(Double)
  /// Text that is escaped when it is printed.
  case string([UInt8])
  /// Markup that is printed as it is (Python's `Markup`).
  case markup([UInt8])
  /// A list.
  case list([Value])
  /// A tuple: a list that prints with parentheses and can be a key.
  case tuple([Value])
  /// A dictionary; its order is the order of insertion.
  case map(ValueMap)
  /// A thing of the host with named attributes.
  case object(any TemplateObject)
  /// What `range` makes.
  case range(ValueRange)
  /// One group of `groupby`: a pair whose parts are also called `grouper` and `list`.
  case group(ValueGroup)
  /// Something that can be called and that isn't a template's: `range`, `dict`, a host's function.
  case function(Function)
  /// Something that lives as long as one rendering: a macro, a namespace, a loop.
  case reference(Reference)
}

extension Value {
  /// Text that is escaped when it is printed.
  public init(_ text: String) { self = .string(Array(text.utf8)) }

  /// Text that is escaped when it is printed, or `none`.
  public init(_ text: String?) { self = text.map { Value($0) } ?? .none }
}

/// A whole number that 64 bits can't hold, up to 128 bits.
///
/// It is a box, so that it doesn't make every ``Value`` larger.
public final class WideInteger: Sendable {
  let number: Int128

  init(_ number: Int128) { self.number = number }
}

/// A finished arithmetic sequence, as `range(start, stop, step)` makes it.
public final class ValueRange: Sendable {
  let start: Int
  let stop: Int
  let step: Int
  /// How many numbers it has.
  let count: Int

  /// Creates a range; `step` isn't 0, and the numbers fit 64 bits.
  init(start: Int, stop: Int, step: Int) {
    precondition(step != 0, "a range has a step")
    self.start = start
    self.stop = stop
    self.step = step
    let span = step > 0 ? Int128(stop) - Int128(start) : Int128(start) - Int128(stop)
    let width = Int128(step.magnitude)
    count = span <= 0 ? 0 : Int(clamping: (span + width - 1) / width)
  }

  subscript(index: Int) -> Value { .int(start &+ step &* index) }
}

/// One group of `groupby`.
public final class ValueGroup: Sendable {
  let grouper: Value
  let members: [Value]

  init(grouper: Value, members: [Value]) {
    self.grouper = grouper
    self.members = members
  }

  var pair: [Value] { [grouper, .list(members)] }
}

/// A place in the memory of one rendering, meaningless outside it.
public struct Reference: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    case macro
    case namespace
    case cycler
    case joiner
    case loop
    case module
    case iterator
    case template
    case block
  }

  let kind: Kind
  let index: Int32
  /// Tells a loop from another that took its place.
  var serial: Int32 = 0
}
