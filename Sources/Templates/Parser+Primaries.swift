internal import Diagnostics

extension Parser {
  /// Reads a name, a literal or something in brackets.
  mutating func parsePrimary() throws(Diagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .name:
      advance()
      return try make(Self.named(token.name), token.range)
    case .string:
      var text: [UInt8] = []
      while current.kind == .string { text += advance().text }
      return try make(.constant(.string(text)), span(from: token.range.lowerBound))
    case .integer, .float:
      advance()
      return try make(.constant(token.number), token.range)
    case .leftParenthesis:
      advance()
      let value = try parseTuple(isParenthesized: true)
      try expect(.rightParenthesis)
      return value
    case .leftBracket: return try parseList()
    case .leftBrace: return try parseDictionary()
    default: throw missingValue()
    }
  }

  private static func named(_ name: String) -> Expression.Kind {
    switch name {
    case "true", "True": .constant(.bool(true))
    case "false", "False": .constant(.bool(false))
    case "none", "None": .constant(.none)
    default: .name(name)
    }
  }

  /// Reads an expression, or several between commas as a tuple.
  mutating func parseTuple(
    withConditional: Bool = true,
    endWord: StaticString? = nil,
    isParenthesized: Bool = false
  ) throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    var items: [Expression] = []
    var isTuple = false
    while !isTupleEnd(endWord) {
      items.append(try parseExpression(withConditional: withConditional))
      guard current.kind == .comma else { break }
      advance()
      isTuple = true
    }
    if !isTuple, let item = items.first { return item }
    guard isTuple || isParenthesized else {
      throw missingValue()
    }
    return try make(.tuple(items), span(from: start))
  }

  private func isTupleEnd(_ endWord: StaticString?) -> Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .rightParenthesis: true
    default: endWord.map { current.isName($0) } ?? false
    }
  }

  private mutating func parseList() throws(Diagnostic) -> Expression {
    let start = advance().range.lowerBound
    var items: [Expression] = []
    while current.kind != .rightBracket {
      if !items.isEmpty { try expect(.comma) }
      if current.kind == .rightBracket { break }
      items.append(try parseExpression())
    }
    advance()
    return try make(.list(items), span(from: start))
  }

  private mutating func parseDictionary() throws(Diagnostic) -> Expression {
    let start = advance().range.lowerBound
    var pairs: [(key: Expression, value: Expression)] = []
    while current.kind != .rightBrace {
      if !pairs.isEmpty { try expect(.comma) }
      if current.kind == .rightBrace { break }
      let key = try parseExpression()
      try expect(.colon, "behind a key")
      pairs.append((key, try parseExpression()))
    }
    advance()
    return try make(.dictionary(pairs), span(from: start))
  }

  mutating func parseSubscript(
    _ owner: Expression,
    _ start: Int
  ) throws(Diagnostic) -> Expression {
    if skip(.dot) { return try parseDotted(owner, start) }
    advance()
    var keys: [Expression] = []
    var bounds: SliceBounds?
    while current.kind != .rightBracket {
      if !keys.isEmpty || bounds != nil { try expect(.comma) }
      switch try parseKey() {
      case .key(let key): keys.append(key)
      case .slice(let slice): bounds = slice
      }
      if bounds != nil, current.kind != .rightBracket {
        throw fault("a slice stands alone in its brackets", current.range)
      }
    }
    advance()
    let range = span(from: start)
    if let bounds {
      guard keys.isEmpty else { throw fault("a slice stands alone in its brackets", range) }
      return try make(.slice(owner, bounds), range)
    }
    let key = keys.count == 1 ? keys[0] : try make(.tuple(keys), range)
    return try make(.item(owner, key), range)
  }

  private mutating func parseDotted(
    _ owner: Expression,
    _ start: Int
  ) throws(Diagnostic) -> Expression {
    let token = advance()
    switch token.kind {
    case .name: return try make(.attribute(owner, token.name), span(from: start))
    case .integer:
      let key = try make(.constant(token.number), token.range)
      return try make(.item(owner, key), span(from: start))
    default:
      let message = "expected a name or a number behind the dot, found \(token.description)"
      throw fault(message, token.range)
    }
  }

  private enum Key {
    case key(Expression)
    case slice(SliceBounds)
  }

  private mutating func parseKey() throws(Diagnostic) -> Key {
    var bounds = SliceBounds()
    if current.kind != .colon {
      let key = try parseExpression()
      guard current.kind == .colon else { return .key(key) }
      bounds.start = key
    }
    advance()
    if !isSliceEnd { bounds.stop = try parseExpression() }
    if skip(.colon), !isSliceEnd { bounds.step = try parseExpression() }
    return .slice(bounds)
  }

  private var isSliceEnd: Bool {
    current.kind == .colon || current.kind == .rightBracket || current.kind == .comma
  }

  /// Reads what stands in a call's parentheses.
  mutating func parseArguments() throws(Diagnostic) -> ArgumentList {
    let start = try expect(.leftParenthesis).range
    var list = ArgumentList()
    var isFirst = true
    while current.kind != .rightParenthesis {
      if !isFirst {
        try expect(.comma)
        if current.kind == .rightParenthesis { break }
      }
      isFirst = false
      guard try parseArgument(into: &list) else {
        let help = "positional arguments come first, then named ones, then `*` and `**`"
        throw fault("the arguments stand in the wrong order", start, help: help)
      }
    }
    advance()
    return list
  }

  /// Reads one argument; false where it stands behind one that must be later.
  private mutating func parseArgument(into list: inout ArgumentList) throws(Diagnostic) -> Bool {
    let hasUnpacked = list.unpacked != nil
    let hasUnpackedNames = list.unpackedNames != nil
    if skip(.multiply) {
      list.unpacked = try parseExpression()
      return !hasUnpacked && !hasUnpackedNames
    }
    if skip(.power) {
      list.unpackedNames = try parseExpression()
      return !hasUnpackedNames
    }
    if current.kind == .name, next.kind == .assign {
      let name = advance()
      advance()
      if list.named.contains(where: { $0.name == name.name }) {
        throw fault("the argument `\(name.name)` is given twice", name.range)
      }
      guard list.named.count < Limits.names else {
        let message = "a call names \(Limits.names) arguments at most"
        throw fault(message, name.range, help: "put them into a dictionary: `{'a': 1, …}`")
      }
      list.named.append((name.name, try parseExpression()))
      return !hasUnpackedNames
    }
    list.positional.append(try parseExpression())
    return !hasUnpacked && !hasUnpackedNames && list.named.isEmpty
  }
}
