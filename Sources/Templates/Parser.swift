internal import Diagnostics

/// Reads a template's tokens into statements, as Jinja's grammar has them.
struct Parser {
  let file: SourceFile
  let tokens: [Token]
  var position = 0
  /// How deep statements and expressions are nested here.
  var nesting = 0
  /// The tags that are open, innermost last.
  var openTags: [(name: String, range: Range<Int>)] = []
  /// The tags that each open tag waits for.
  var awaited: [[String]] = []

  /// Reads a whole template.
  static func parse(_ file: SourceFile) throws(Diagnostic) -> [Statement] {
    var parser = Parser(file: file, tokens: try Lexer.tokenize(file))
    return try parser.parseBody(until: [])
  }

  private init(file: SourceFile, tokens: [Token]) {
    self.file = file
    self.tokens = tokens
  }

  var current: Token { tokens[position] }

  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[position]
    if position + 1 < tokens.count { position += 1 }
    return token
  }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func skip(word: StaticString) -> Bool {
    guard current.isName(word) else { return false }
    advance()
    return true
  }

  func fault(
    _ message: String,
    _ range: Range<Int>,
    label: String? = nil,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(message, at: SourceSpan(file, range), label: label, help: help)
  }

  /// The fault where a value should begin; markup there shows that the end was forgotten.
  func missingValue() -> Diagnostic {
    let token = current
    var help = foreignHint
    if token.kind == .divide || token.kind == .less || token.kind == .greater {
      let begin = tokens[..<position].last { $0.kind == .variableBegin || $0.kind == .blockBegin }
      help =
        begin?.kind == .blockBegin ? "a tag ends with `%}`" : "an expression ends with `}}`"
    }
    return fault("expected a value, found \(token.description)", token.range, help: help)
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ purpose: String = "") throws(Diagnostic) -> Token {
    guard current.kind == kind else {
      let wanted = kind.quoted + (purpose.isEmpty ? "" : " \(purpose)")
      let message = "expected \(wanted), found \(current.description)"
      throw fault(message, current.range, help: foreignHint)
    }
    return advance()
  }

  mutating func expect(word: StaticString) throws(Diagnostic) {
    guard skip(word: word) else {
      throw fault("expected `\(word)`, found \(current.description)", current.range)
    }
  }

  /// Goes one level deeper, or ends with a fault where there are too many.
  mutating func enter() throws(Diagnostic) {
    nesting += 1
    guard nesting <= Limits.nesting else {
      let message = "tags and brackets can be nested \(Limits.nesting) deep at most"
      throw fault(message, current.range)
    }
  }

  /// Makes an expression of parts, counting its depth.
  func make(
    _ kind: Expression.Kind,
    _ range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    let shallow = Expression(kind: kind, range: range, depth: 0)
    let depth = shallow.children.reduce(0) { max($0, $1.depth) } + 1
    guard depth <= Limits.expressionDepth else {
      throw fault("this expression has too many parts", range, help: "take it apart with `set`")
    }
    return Expression(kind: kind, range: range, depth: depth)
  }

  /// The span from an expression's start to the last token read.
  func span(from start: Int) -> Range<Int> {
    let end = position > 0 ? tokens[position - 1].range.upperBound : start
    return start..<max(start, end)
  }

  /// Reads statements up to one of the tags given, which stays the current token.
  mutating func parseBody(until ends: [String]) throws(Diagnostic) -> [Statement] {
    if !ends.isEmpty { awaited.append(ends) }
    defer { if !ends.isEmpty { awaited.removeLast() } }
    var body: [Statement] = []
    while true {
      let token = current
      switch token.kind {
      case .data:
        body.append(Statement(kind: .text(token.text), range: token.range))
        advance()
      case .variableBegin: body.append(try parseOutput())
      case .blockBegin:
        let tag = next
        if tag.kind == .name, ends.contains(tag.name) {
          advance()
          return body
        }
        body.append(try parseTag())
      default:
        guard token.kind != .end || !ends.isEmpty else { return body }
        throw missingEnd(ends)
      }
    }
  }

  private mutating func parseOutput() throws(Diagnostic) -> Statement {
    let start = advance().range.lowerBound
    let expression = try parseTuple()
    try expect(.variableEnd)
    return Statement(kind: .output([expression]), range: span(from: start))
  }

  private mutating func parseTag() throws(Diagnostic) -> Statement {
    try enter()
    defer { nesting -= 1 }
    advance()
    let tag = current
    guard tag.kind == .name else {
      throw fault("expected a tag's name, found \(tag.description)", tag.range)
    }
    openTags.append((tag.name, tag.range))
    defer { openTags.removeLast() }
    let kind = try parseStatement(tag.name)
    try expect(.blockEnd)
    return Statement(kind: kind, range: tag.range)
  }

  private func missingEnd(_ ends: [String]) -> Diagnostic {
    let open = openTags.last
    // `else` and its like go on with the tag; only the tag of the same name ends it.
    let closing = ends.filter { $0.utf8.starts(with: "end".utf8) }
    let wanted = closing.map { "`{% \($0) %}`" }.joined(separator: " or ")
    return fault(
      open.map { "`\($0.name)` has no end" } ?? "the template ends too early",
      open?.range ?? current.range,
      help: "end it with \(wanted)"
    )
  }
}
