internal import Diagnostics

extension Parser {
  /// Reads one statement from its name on, up to its last tag's end, which stays.
  mutating func parseStatement(_ name: String) throws(Diagnostic) -> Statement.Kind {
    switch name {
    case "for": return try parseFor()
    case "if": return try parseIf()
    case "block": return try parseBlock()
    case "extends":
      advance()
      return .extends(try parseExpression())
    case "print": return try parsePrint()
    case "macro": return try parseMacro()
    case "include": return try parseInclude()
    case "from": return try parseFromImport()
    case "import": return try parseImport()
    case "set": return try parseSet()
    case "with": return try parseWith()
    case "autoescape": return try parseAutoescape()
    case "call": return try parseCallBlock()
    case "filter": return try parseFilterBlock()
    case "break":
      advance()
      return .breakLoop
    case "continue":
      advance()
      return .continueLoop
    default: throw unknownTag(name)
    }
  }

  private func unknownTag(_ name: String) -> Diagnostic {
    let range = current.range
    if awaited.contains(where: { $0.contains(name) }), let due = awaited.last {
      let wanted = due.map { "`\($0)`" }.joined(separator: " or ")
      let open = openTags.dropLast().last.map { " of `\($0.name)`" } ?? ""
      return fault(
        "`\(name)` stands where the end\(open) is due",
        range,
        help: "expected \(wanted)"
      )
    }
    if let opener = Self.openers[name] {
      return fault("`\(name)` ends nothing", range, help: "there is no open `\(opener)` here")
    }
    let message = "unknown tag `\(name)`"
    return fault(
      message,
      range,
      help: ForeignSyntax.tags[name] ?? suggestion(for: name, among: Self.tags)
    )
  }

  private static let tags = [
    "for", "if", "block", "extends", "print", "macro", "include", "from", "import", "set", "with",
    "autoescape", "call", "filter", "break", "continue", "raw", "elif", "else", "endfor", "endif",
    "endblock", "endmacro", "endset", "endwith", "endautoescape", "endcall", "endfilter",
  ]

  private static let openers = [
    "endfor": "for", "endif": "if", "else": "if` or `for", "elif": "if", "endblock": "block",
    "endmacro": "macro", "endset": "set", "endwith": "with", "endautoescape": "autoescape",
    "endcall": "call", "endfilter": "filter", "endraw": "raw",
  ]

  /// Reads the rest of a tag and what stands up to one of the ends, whose name is then current.
  private mutating func parseStatements(
    until ends: [String],
    dropEnd: Bool = false
  ) throws(Diagnostic) -> [Statement] {
    // A colon is allowed, as in Python.
    _ = skip(.colon)
    try expect(.blockEnd)
    let body = try parseBody(until: ends)
    if dropEnd { advance() }
    return body
  }

  private mutating func parseFor() throws(Diagnostic) -> Statement.Kind {
    advance()
    let target = try parseTarget(endWord: "in")
    try expect(word: "in")
    let iterable = try parseTuple(withConditional: false, endWord: "recursive")
    let test = skip(word: "if") ? try parseExpression() : nil
    let isRecursive = skip(word: "recursive")
    let body = try parseStatements(until: ["endfor", "else"])
    let hasElse = advance().isName("else")
    let otherwise = hasElse ? try parseStatements(until: ["endfor"], dropEnd: true) : []
    return .loop(
      Loop(
        target: target,
        iterable: iterable,
        test: test,
        isRecursive: isRecursive,
        body: body,
        otherwise: otherwise
      )
    )
  }

  private mutating func parseIf() throws(Diagnostic) -> Statement.Kind {
    advance()
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      let test = try parseTuple(withConditional: false)
      branches.append((test, try parseStatements(until: ["elif", "else", "endif"])))
      let end = advance()
      if end.isName("elif") { continue }
      guard end.isName("else") else { return .condition(branches, otherwise: []) }
      let otherwise = try parseStatements(until: ["endif"], dropEnd: true)
      return .condition(branches, otherwise: otherwise)
    }
  }

  private mutating func parseBlock() throws(Diagnostic) -> Statement.Kind {
    advance()
    let name = try expect(.name)
    let isScoped = skip(word: "scoped")
    let isRequired = skip(word: "required")
    if current.kind == .subtract {
      let help = "use an underscore"
      throw fault("a block's name can't have a hyphen", current.range, help: help)
    }
    let body = try parseStatements(until: ["endblock"], dropEnd: true)
    if isRequired, let filled = body.first(where: { !$0.isBlank }) {
      throw fault("a required block can hold nothing but white space and comments", filled.range)
    }
    if current.kind == .name, current.name == name.name { advance() }
    return .block(
      Block(
        name: name.name,
        nameRange: name.range,
        isScoped: isScoped,
        isRequired: isRequired,
        body: body
      )
    )
  }

  private mutating func parsePrint() throws(Diagnostic) -> Statement.Kind {
    advance()
    var expressions: [Expression] = []
    while current.kind != .blockEnd {
      if !expressions.isEmpty { try expect(.comma) }
      expressions.append(try parseExpression())
    }
    return .output(expressions)
  }

  private mutating func parseSet() throws(Diagnostic) -> Statement.Kind {
    advance()
    let target = try parseTarget(withNamespace: true)
    if skip(.assign) { return .assign(target, try parseTuple()) }
    let filter = current.kind == .pipe ? try parseFilters(nil) : nil
    let body = try parseStatements(until: ["endset"], dropEnd: true)
    return .assignBlock(target, filter: filter, body: body)
  }

  private mutating func parseWith() throws(Diagnostic) -> Statement.Kind {
    advance()
    var bindings: [(target: AssignmentTarget, value: Expression)] = []
    while current.kind != .blockEnd {
      if !bindings.isEmpty { try expect(.comma) }
      let target = try parseTarget()
      try expect(.assign)
      bindings.append((target, try parseExpression()))
    }
    return .with(bindings, body: try parseStatements(until: ["endwith"], dropEnd: true))
  }

  private mutating func parseAutoescape() throws(Diagnostic) -> Statement.Kind {
    advance()
    let flag = try parseExpression()
    return .autoescape(flag, body: try parseStatements(until: ["endautoescape"], dropEnd: true))
  }

  private mutating func parseFilterBlock() throws(Diagnostic) -> Statement.Kind {
    advance()
    let filter = try parseFilters(nil, startsInline: true)
    return .filterBlock(filter, body: try parseStatements(until: ["endfilter"], dropEnd: true))
  }

  private mutating func parseMacro() throws(Diagnostic) -> Statement.Kind {
    advance()
    let name = try parseName()
    let signature = try parseSignature()
    let body = try parseStatements(until: ["endmacro"], dropEnd: true)
    return .macro(name.name, signature, body: body)
  }

  private mutating func parseCallBlock() throws(Diagnostic) -> Statement.Kind {
    let start = advance().range
    let signature = current.kind == .leftParenthesis ? try parseSignature() : Signature()
    let call = try parseExpression()
    guard case .call = call.kind else {
      throw fault("`call` needs a call of a macro", start.lowerBound..<call.range.upperBound)
    }
    let body = try parseStatements(until: ["endcall"], dropEnd: true)
    return .callBlock(signature, call: call, body: body)
  }

  private mutating func parseSignature() throws(Diagnostic) -> Signature {
    try expect(.leftParenthesis)
    var signature = Signature()
    while current.kind != .rightParenthesis {
      if !signature.parameters.isEmpty { try expect(.comma) }
      let name = try parseName()
      if signature.parameters.contains(where: { $0.name == name.name }) {
        throw fault("there are two parameters called `\(name.name)`", name.range)
      }
      guard signature.parameters.count < Limits.names else {
        throw fault("there are \(Limits.names) parameters at most", name.range)
      }
      if skip(.assign) {
        signature.defaults.append(try parseExpression())
      } else if !signature.defaults.isEmpty {
        let help = "give it a default too, or put it first"
        throw fault("a parameter without a default follows one with", name.range, help: help)
      }
      signature.parameters.append((name.name, name.range))
    }
    try expect(.rightParenthesis)
    return signature
  }
}

extension Statement {
  /// Whether it writes nothing but white space.
  var isBlank: Bool {
    guard case .text(let text) = kind else { return false }
    return UTF8Text.scalars(text).allSatisfy(\.isPythonSpace)
  }
}
