internal import Diagnostics

extension Parser {
  /// Reads an expression, with the inline `if`.
  mutating func parseExpression(
    withConditional: Bool = true
  ) throws(Diagnostic) -> Expression {
    try enter()
    defer { nesting -= 1 }
    return withConditional ? try parseConditional() : try parseOr()
  }

  private mutating func parseConditional() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var value = try parseOr()
    while skip(word: "if") {
      let condition = try parseOr()
      var otherwise: Expression?
      if skip(word: "else") {
        try enter()
        otherwise = try parseConditional()
        nesting -= 1
      }
      let kind = Expression.Kind.conditional(
        condition: condition,
        then: value,
        otherwise: otherwise
      )
      value = try make(kind, span(from: start))
    }
    return value
  }

  private mutating func parseOr() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var left = try parseAnd()
    while skip(word: "or") {
      left = try make(.or(left, try parseAnd()), span(from: start))
    }
    return left
  }

  private mutating func parseAnd() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var left = try parseNot()
    while skip(word: "and") {
      left = try make(.and(left, try parseNot()), span(from: start))
    }
    return left
  }

  private mutating func parseNot() throws(Diagnostic) -> Expression {
    guard current.isName("not") else { return try parseComparison() }
    let start = advance().range.lowerBound
    try enter()
    defer { nesting -= 1 }
    return try make(.not(try parseNot()), span(from: start))
  }

  private mutating func parseComparison() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    let first = try parseSum()
    var rest: [(operation: Comparison, operand: Expression)] = []
    while let operation = parseComparisonOperator() {
      rest.append((operation, try parseSum()))
    }
    return rest.isEmpty ? first : try make(.compare(first, rest), span(from: start))
  }

  private mutating func parseComparisonOperator() -> Comparison? {
    let operation: Comparison
    switch current.kind {
    case .equal: operation = .equal
    case .notEqual: operation = .notEqual
    case .less: operation = .less
    case .lessOrEqual: operation = .lessOrEqual
    case .greater: operation = .greater
    case .greaterOrEqual: operation = .greaterOrEqual
    default:
      if skip(word: "in") { return .isIn }
      guard current.isName("not"), next.isName("in") else { return nil }
      advance()
      operation = .isNotIn
    }
    advance()
    return operation
  }

  private mutating func parseSum() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var left = try parseConcatenation()
    while current.kind == .add || current.kind == .subtract {
      let operation = advance().kind == .add ? Arithmetic.add : .subtract
      let right = try parseConcatenation()
      left = try make(.arithmetic(operation, left, right), span(from: start))
    }
    return left
  }

  private mutating func parseConcatenation() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var parts = [try parseProduct()]
    while skip(.tilde) { parts.append(try parseProduct()) }
    return parts.count == 1 ? parts[0] : try make(.concatenation(parts), span(from: start))
  }

  private mutating func parseProduct() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var left = try parsePower()
    while true {
      let operation: Arithmetic
      switch current.kind {
      case .multiply: operation = .multiply
      case .divide: operation = .divide
      case .floorDivide: operation = .floorDivide
      case .modulo: operation = .modulo
      default: return left
      }
      advance()
      left = try make(.arithmetic(operation, left, try parsePower()), span(from: start))
    }
  }

  private mutating func parsePower() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var left = try parseUnary(withFilters: true)
    while skip(.power) {
      let right = try parseUnary(withFilters: true)
      left = try make(.arithmetic(.power, left, right), span(from: start))
    }
    return left
  }

  private mutating func parseUnary(withFilters: Bool) throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var value: Expression
    if current.kind == .subtract || current.kind == .add {
      let isNegative = advance().kind == .subtract
      try enter()
      let operand = try parseUnary(withFilters: false)
      nesting -= 1
      value = try make(.signed(operand, negative: isNegative), span(from: start))
    } else {
      value = try parsePrimary()
    }
    value = try parsePostfix(value, start)
    return withFilters ? try parseFiltersAndTests(value, start) : value
  }

  private mutating func parsePostfix(
    _ value: Expression,
    _ start: Int
  ) throws(Diagnostic) -> Expression {
    var value = value
    while true {
      switch current.kind {
      case .dot, .leftBracket: value = try parseSubscript(value, start)
      case .leftParenthesis:
        let arguments = try parseArguments()
        value = try make(.call(value, arguments), span(from: start))
      default: return value
      }
    }
  }

  private mutating func parseFiltersAndTests(
    _ value: Expression,
    _ start: Int
  ) throws(Diagnostic) -> Expression {
    var value = value
    while true {
      if current.kind == .pipe {
        value = try parseFilters(value)
      } else if current.isName("is") {
        value = try parseTest(value, start)
      } else if current.kind == .leftParenthesis {
        value = try make(.call(value, try parseArguments()), span(from: start))
      } else {
        return value
      }
    }
  }

  /// Reads filters; a filter block's first has neither subject nor `|`.
  mutating func parseFilters(
    _ subject: Expression?,
    startsInline: Bool = false
  ) throws(Diagnostic) -> Expression {
    let start = subject?.range.lowerBound ?? current.range.lowerBound
    var value = subject
    var isInline = startsInline
    while isInline || current.kind == .pipe {
      if !isInline { advance() }
      isInline = false
      let name = try parseFilterName()
      let arguments =
        current.kind == .leftParenthesis ? try parseArguments() : ArgumentList()
      value = try make(.filter(value, name, arguments), span(from: start))
    }
    guard let value else { throw fault("expected a filter", current.range) }
    return value
  }

  private mutating func parseFilterName() throws(Diagnostic) -> FilterName {
    let token = try expect(.name)
    var name = token.name
    while skip(.dot) { name += "." + (try expect(.name)).name }
    return FilterName(text: name, range: span(from: token.range.lowerBound))
  }

  private mutating func parseTest(
    _ subject: Expression,
    _ start: Int
  ) throws(Diagnostic) -> Expression {
    advance()
    let isNegated = skip(word: "not")
    let name = try parseFilterName()
    let arguments = try parseTestArguments()
    let test = try make(.test(subject, name, arguments), span(from: start))
    return isNegated ? try make(.not(test), span(from: start)) : test
  }

  private mutating func parseTestArguments() throws(Diagnostic) -> ArgumentList {
    switch current.kind {
    case .leftParenthesis: return try parseArguments()
    case .name, .string, .integer, .float, .leftBracket, .leftBrace:
      if current.isName("else") || current.isName("or") || current.isName("and") {
        return ArgumentList()
      }
      if current.isName("is") { throw fault("tests can't be chained with `is`", current.range) }
      let start = current.range.lowerBound
      let operand = try parsePostfix(try parsePrimary(), start)
      return ArgumentList(positional: [operand])
    default: return ArgumentList()
    }
  }
}
