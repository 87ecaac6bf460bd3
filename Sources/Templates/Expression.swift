/// A part of a template that has a value.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    case name(String)
    case list([Expression])
    case tuple([Expression])
    case dictionary([(key: Expression, value: Expression)])
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, SliceBounds)
    case call(Expression, ArgumentList)
    /// A filter; its subject is absent in a filter block.
    case filter(Expression?, FilterName, ArgumentList)
    case test(Expression, FilterName, ArgumentList)
    case not(Expression)
    case signed(Expression, negative: Bool)
    case arithmetic(Arithmetic, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case compare(Expression, [(operation: Comparison, operand: Expression)])
    case concatenation([Expression])
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)
  }

  let kind: Kind
  /// Where it stands in the file.
  let range: Range<Int>
  /// How many levels of expressions it has below it.
  let depth: Int
}

/// The parts of `[start:stop:step]`.
struct SliceBounds: Sendable {
  var start: Expression?
  var stop: Expression?
  var step: Expression?

  var all: [Expression] { [start, stop, step].compactMap { $0 } }
}

/// A filter's or test's name and where it stands.
struct FilterName: Sendable {
  let text: String
  let range: Range<Int>
}

/// What is given in a call's parentheses.
struct ArgumentList: Sendable {
  var positional: [Expression] = []
  var named: [(name: String, value: Expression)] = []
  /// The operand of `*`.
  var unpacked: Expression?
  /// The operand of `**`.
  var unpackedNames: Expression?

  var isEmpty: Bool { all.isEmpty }

  /// Whether all are given by their place.
  var isPositional: Bool { named.isEmpty && unpacked == nil && unpackedNames == nil }

  /// Every expression, in the order in which they are evaluated.
  var all: [Expression] {
    positional + named.map(\.value) + [unpacked, unpackedNames].compactMap { $0 }
  }
}

extension Expression {
  /// Whether Jinja computes it when it compiles: it has no names, no calls and no filters that look
  /// at the context.
  func isConstant(withFilters: Bool) -> Bool {
    switch kind {
    case .name, .call: return false
    case .filter(let subject, let name, _):
      let looksAtContext = ["map", "select", "reject", "selectattr", "rejectattr", "random"]
      guard withFilters, subject != nil, !looksAtContext.contains(name.text) else { return false }
    case .test where !withFilters: return false
    // What a constant on the left decides, the right has no part in.
    case .or(let left, _) where left.literal?.isTrue == true: return true
    case .and(let left, _) where left.literal?.isTrue == false: return true
    case .conditional(let condition, let then, let otherwise):
      guard let decision = condition.literal else { break }
      let chosen = decision.isTrue ? then : otherwise
      return chosen?.isConstant(withFilters: withFilters) ?? false
    default: break
    }
    return children.allSatisfy { $0.isConstant(withFilters: withFilters) }
  }

  /// The value of a literal, or of one with `not` before it.
  private var literal: Value? {
    switch kind {
    case .constant(let value): value
    case .not(let operand): operand.literal.map { .bool(!$0.isTrue) }
    default: nil
    }
  }

  /// The expressions directly below, in the order in which Jinja visits them.
  var children: [Expression] {
    switch kind {
    case .constant, .name: []
    case .list(let items), .tuple(let items), .concatenation(let items): items
    case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .attribute(let owner, _): [owner]
    case .item(let owner, let key): [owner, key]
    case .slice(let owner, let bounds): [owner] + bounds.all
    case .call(let callee, let arguments): [callee] + arguments.all
    case .filter(let subject, _, let arguments): (subject.map { [$0] } ?? []) + arguments.all
    case .test(let subject, _, let arguments): [subject] + arguments.all
    case .not(let operand), .signed(let operand, _): [operand]
    case .arithmetic(_, let a, let b), .and(let a, let b), .or(let a, let b): [a, b]
    case .compare(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let condition, let then, let otherwise):
      [condition, then] + (otherwise.map { [$0] } ?? [])
    }
  }
}
