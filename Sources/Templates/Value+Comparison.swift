extension Value {
  /// What a truth test makes of it; undefined is false.
  var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .wide: true
    case .double(let number): number != 0
    case .string(let text), .markup(let text): !text.isEmpty
    case .list(let items), .tuple(let items): !items.isEmpty
    case .map(let map): !map.isEmpty
    case .range(let range): range.count > 0
    case .object, .group, .function, .reference: true
    }
  }

  /// Its value as a whole number, for numbers and truth values.
  var integer: Int128? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .int(let number): Int128(number)
    case .wide(let number): number.number
    default: nil
    }
  }

  /// Its value as a floating-point number, for numbers and truth values.
  var floating: Double? {
    switch self {
    case .double(let number): number
    case .int(let number): Double(number)
    case .bool(let flag): flag ? 1 : 0
    case .wide(let number): Double(number.number)
    default: nil
    }
  }

  /// Its items, when it is a list, a tuple or a group.
  var items: [Value]? {
    switch self {
    case .list(let items), .tuple(let items): items
    case .group(let group): group.pair
    default: nil
    }
  }
}

/// Whether two values are equal, as Python's `==`; a fault when one is undefined.
func areEqual(
  _ a: Value,
  _ b: Value,
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  switch (a, b) {
  case (.int(let x), .int(let y)): return x == y
  case (.string(let x), .string(let y)), (.string(let x), .markup(let y)),
    (.markup(let x), .string(let y)), (.markup(let x), .markup(let y)):
    try effort.add(min(x.count, y.count))
    return x == y
  case (.undefined(let x), .undefined(let y)) where x.isLenient && y.isLenient: return true
  case (.undefined(let x), _) where !x.isLenient: throw TemplateFault(x)
  case (_, .undefined(let y)) where !y.isLenient: throw TemplateFault(y)
  case (.none, .none): return true
  case (.object(let x), .object(let y)): return x.isEqual(to: y)
  case (.reference(let x), .reference(let y)): return x == y
  case (.function(let x), .function(let y)): return x === y
  case (.map(let x), .map(let y)): return try areEqual(x, y, &effort)
  case (.range(let x), .range(let y)):
    return x.count == y.count
      && (x.count == 0 || (x.start == y.start && (x.count == 1 || x.step == y.step)))
  case (.list(let x), .list(let y)): return try areEqual(x, y, &effort)
  default: break
  }
  if let x = a.integer, let y = b.integer { return x == y }
  if let x = a.floating, let y = b.floating { return isEqual(x, y, a, b) }
  if case .list = a { return false }
  if case .list = b { return false }
  if let x = a.items, let y = b.items { return try areEqual(x, y, &effort) }
  return false
}

/// Python compares a whole number and a floating-point one exactly, not as two rounded numbers.
private func isEqual(_ x: Double, _ y: Double, _ a: Value, _ b: Value) -> Bool {
  if let whole = a.integer { return Int128(exactly: y) == whole }
  if let whole = b.integer { return Int128(exactly: x) == whole }
  return x == y
}

private func areEqual(
  _ a: [Value],
  _ b: [Value],
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  guard a.count == b.count else { return false }
  try effort.addItems(a.count)
  for (x, y) in zip(a, b) where !(try areEqual(x, y, &effort)) { return false }
  return true
}

private func areEqual(
  _ a: ValueMap,
  _ b: ValueMap,
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  guard a.count == b.count else { return false }
  try effort.addItems(a.count)
  for entry in a.entries {
    guard let other = b.value(of: entry.key),
      try areEqual(entry.value, other, &effort)
    else { return false }
  }
  return true
}

/// Whether a value sorts before another, as Python's `<`; a fault when the two have no order.
func precedes(
  _ a: Value,
  _ b: Value,
  _ effort: inout Effort,
  _ operation: String = "<"
) throws(TemplateFault) -> Bool {
  switch (a, b) {
  case (.undefined(let undefined), _), (_, .undefined(let undefined)):
    throw TemplateFault(undefined)
  case (.int(let x), .int(let y)): return x < y
  case (.object(let x), .object(let y)):
    if let result = x.precedes(y) { return result }
  default: break
  }
  if let x = a.textBytes, let y = b.textBytes {
    try effort.add(min(x.count, y.count))
    return x.lexicographicallyPrecedes(y)
  }
  if let x = a.integer, let y = b.integer { return x < y }
  if let x = a.floating, let y = b.floating { return x < y }
  if a.isList == b.isList, let x = a.items, let y = b.items {
    return try precedes(x, y, &effort, operation)
  }
  throw TemplateFault(
    "\(a.article) and \(b.article) have no order: `\(operation)` can't compare them"
  )
}

private func precedes(
  _ a: [Value],
  _ b: [Value],
  _ effort: inout Effort,
  _ operation: String
) throws(TemplateFault) -> Bool {
  try effort.addItems(min(a.count, b.count))
  for (x, y) in zip(a, b) where !(try areEqual(x, y, &effort)) {
    return try precedes(x, y, &effort, operation)
  }
  return a.count < b.count
}

extension Value {
  fileprivate var isList: Bool {
    if case .list = self { return true }
    return false
  }
}

/// The comparisons that an expression can be made of.
enum Comparison: UInt8, Sendable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case isIn
  case isNotIn

  var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }

  /// Compares two values; `in` is the renderer's, which can look into an iterator.
  func holds(
    _ a: Value,
    _ b: Value,
    _ effort: inout Effort
  ) throws(TemplateFault) -> Bool {
    switch self {
    case .equal: return try areEqual(a, b, &effort)
    case .notEqual: return try !areEqual(a, b, &effort)
    case .less: return try precedes(a, b, &effort, symbol)
    case .greater: return try precedes(b, a, &effort, symbol)
    case .lessOrEqual: return try precedesOrEquals(a, b, &effort)
    case .greaterOrEqual: return try precedesOrEquals(b, a, &effort)
    case .isIn: return try contains(b, a, &effort)
    case .isNotIn: return try !contains(b, a, &effort)
    }
  }

  private func precedesOrEquals(
    _ a: Value,
    _ b: Value,
    _ effort: inout Effort
  ) throws(TemplateFault) -> Bool {
    if try precedes(a, b, &effort, symbol) { return true }
    return try areEqual(a, b, &effort)
  }
}

/// Whether a value holds another, as Python's `in`.
func contains(
  _ container: Value,
  _ item: Value,
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  try effort.add(container.cost)
  switch container {
  case .undefined(let undefined):
    if undefined.isLenient { return false }
    throw TemplateFault(undefined)
  case .string(let text), .markup(let text):
    guard let needle = item.textBytes else {
      throw TemplateFault("only text can be looked for in text, not \(item.article)")
    }
    return text.firstRange(of: needle) != nil
  case .map(let map):
    return map.position(of: try ValueKey(hashing: item)) != nil
  case .list(let items), .tuple(let items): return try contains(items, item, &effort)
  case .group(let group): return try contains(group.pair, item, &effort)
  case .range(let range): return try contains(range, item, &effort)
  default: throw TemplateFault("\(container.article) can't be searched with `in`")
  }
}

private func contains(
  _ items: [Value],
  _ item: Value,
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  for candidate in items where try areEqual(candidate, item, &effort) { return true }
  return false
}

private func contains(
  _ range: ValueRange,
  _ item: Value,
  _ effort: inout Effort
) throws(TemplateFault) -> Bool {
  guard range.count > 0 else { return false }
  // Python compares what isn't a number with each.
  if case .undefined = item { return try areEqual(item, range[0], &effort) }
  let number: Int128
  if let whole = item.integer {
    number = whole
  } else if case .double(let floating) = item, let whole = Int128(exactly: floating) {
    number = whole
  } else {
    return false
  }
  // Before the subtraction, which 128 bits need not hold.
  guard let near = Int(exactly: number) else { return false }
  let (position, rest) = (Int128(near) - Int128(range.start))
    .quotientAndRemainder(dividingBy: Int128(range.step))
  return rest == 0 && position >= 0 && position < Int128(range.count)
}
