extension TestDefinition {
  /// Jinja's tests.
  static let builtIn: [String: TestDefinition] = {
    var table: [String: TestDefinition] = [:]
    for test in all { table[test.name] = test }
    for (alias, name) in aliases {
      guard let test = table[name] else { preconditionFailure("an alias has a test") }
      table[alias] = TestDefinition(alias, test.parameters, test.body)
    }
    return table
  }()

  private static let aliases = [
    ("==", "eq"), ("equalto", "eq"), ("!=", "ne"), (">", "gt"), ("greaterthan", "gt"),
    (">=", "ge"), ("<", "lt"), ("lessthan", "lt"), ("<=", "le"),
  ]

  private static let all: [TestDefinition] = kinds + comparisons + numbers + others

  /// A test of what a value is, which fails for nothing.
  private static func kind(
    _ name: String,
    _ body: @escaping @Sendable (Value) -> Bool
  ) -> TestDefinition {
    TestDefinition(name) { (_, value, _) in body(value) }
  }

  private static let kinds: [TestDefinition] = [
    kind("defined") { if case .undefined = $0 { false } else { true } },
    kind("undefined") { if case .undefined = $0 { true } else { false } },
    kind("none") { if case .none = $0 { true } else { false } },
    kind("boolean") { if case .bool = $0 { true } else { false } },
    kind("false") { if case .bool(false) = $0 { true } else { false } },
    kind("true") { if case .bool(true) = $0 { true } else { false } },
    kind("integer") {
      switch $0 {
      case .int, .wide: true
      default: false
      }
    },
    kind("float") { if case .double = $0 { true } else { false } },
    kind("number") { $0.floating != nil },
    kind("string") { $0.textBytes != nil },
    kind("mapping") { if case .map = $0 { true } else { false } },
    kind("escaped") { $0.isEscaped },
    kind("sequence") { $0.isSequence },
    kind("callable") { $0.isCallable },
    TestDefinition("iterable") { (_, value, _) throws(TemplateFault) in
      switch value {
      case .undefined(let undefined):
        if undefined.isLenient { return true }
        throw TemplateFault(undefined)
      case .string, .markup, .list, .tuple, .group, .map, .range: return true
      case .reference(let reference): return reference.kind == .iterator || reference.kind == .loop
      default: return false
      }
    },
  ]

  private static func comparison(_ name: String, _ operation: Comparison) -> TestDefinition {
    TestDefinition(name, [Parameter("other")]) {
      (renderer, value, arguments) throws(TemplateFault) in
      try renderer.holds(operation, value, arguments[0])
    }
  }

  private static let comparisons: [TestDefinition] = [
    comparison("eq", .equal), comparison("ne", .notEqual), comparison("lt", .less),
    comparison("le", .lessOrEqual), comparison("gt", .greater), comparison("ge", .greaterOrEqual),
    TestDefinition("in", [Parameter("seq")]) { (renderer, value, arguments) throws(TemplateFault) in
      try renderer.holds(.isIn, value, arguments[0])
    },
    TestDefinition("sameas", [Parameter("other")]) { (_, value, arguments) in
      value.isSame(as: arguments[0])
    },
  ]

  private static func remainder(
    _ name: String,
    _ value: Value,
    _ divisor: Value
  ) throws(TemplateFault) -> Value {
    if value.textBytes != nil {
      throw TemplateFault("`\(name)` takes a number, not \(value.article)")
    }
    return try Arithmetic.modulo.apply(value, divisor)
  }

  private static let numbers: [TestDefinition] = [
    TestDefinition("odd") { (renderer, value, _) throws(TemplateFault) in
      try areEqual(remainder("odd", value, .int(2)), .int(1), &renderer.effort)
    },
    TestDefinition("even") { (renderer, value, _) throws(TemplateFault) in
      try areEqual(remainder("even", value, .int(2)), .int(0), &renderer.effort)
    },
    TestDefinition("divisibleby", [Parameter("num")]) {
      (renderer, value, arguments) throws(TemplateFault) in
      try areEqual(remainder("divisibleby", value, arguments[0]), .int(0), &renderer.effort)
    },
  ]

  private static let others: [TestDefinition] = [
    TestDefinition("lower") { (renderer, value, _) throws(TemplateFault) in
      isCased(try renderer.text(of: value)) { $0.properties.isUppercase || $0.isTitleCase }
    },
    TestDefinition("upper") { (renderer, value, _) throws(TemplateFault) in
      isCased(try renderer.text(of: value)) { $0.properties.isLowercase || $0.isTitleCase }
    },
    TestDefinition("filter") { (renderer, value, _) throws(TemplateFault) in
      let key = try ValueKey(hashing: value)
      guard case .text(let text) = key else { return false }
      return renderer.environmentFilters[String(decoding: text, as: UTF8.self)] != nil
    },
    TestDefinition("test") { (_, value, _) throws(TemplateFault) in
      let key = try ValueKey(hashing: value)
      guard case .text(let text) = key else { return false }
      return TestDefinition.builtIn[String(decoding: text, as: UTF8.self)] != nil
    },
  ]
}

/// Whether a text has letters with case, and none of the unwanted ones.
private func isCased(_ text: [UInt8], _ isUnwanted: (Unicode.Scalar) -> Bool) -> Bool {
  var hasCase = false
  for scalar in UTF8Text.scalars(text) {
    if isUnwanted(scalar) { return false }
    if scalar.properties.isUppercase || scalar.properties.isLowercase { hasCase = true }
  }
  return hasCase
}

extension Unicode.Scalar {
  fileprivate var isTitleCase: Bool { properties.generalCategory == .titlecaseLetter }
}

extension Value {
  fileprivate var isEscaped: Bool {
    switch self {
    case .markup: true
    case .reference(let reference): reference.kind == .module
    default: false
    }
  }

  fileprivate var isSequence: Bool {
    switch self {
    case .string, .markup, .list, .tuple, .group, .map, .range: true
    case .undefined(let undefined): undefined.isLenient
    default: false
    }
  }

  fileprivate var isCallable: Bool {
    switch self {
    case .function: true
    // Python's undefined value has a `__call__`, which fails.
    case .undefined: true
    case .reference(let reference):
      switch reference.kind {
      case .macro, .joiner, .loop, .block: true
      default: false
      }
    default: false
    }
  }

  /// Whether it is the same thing, as Python's `is`; equal texts and numbers count as one.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.markup(let a), .markup(let b)): a == b
    case (.object(let a), .object(let b)): a === b
    case (.function(let a), .function(let b)): a === b
    case (.reference(let a), .reference(let b)): a == b
    case (.undefined(let a), .undefined(let b)): a === b
    case (.group(let a), .group(let b)): a === b
    case (.range(let a), .range(let b)): a === b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): Self.isSameArray(a, b)
    case (.map(let a), .map(let b)): Self.isSameArray(a.entries, b.entries)
    default: false
    }
  }

  /// Whether two arrays share their storage, which nothing changes in place once it is shared.
  private static func isSameArray<Element>(_ a: [Element], _ b: [Element]) -> Bool {
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe a.baseAddress == b.baseAddress && a.count == b.count
      }
    }
  }
}
