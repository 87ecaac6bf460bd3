internal import Diagnostics

extension Parser {
  /// Reads a name that something is called.
  mutating func parseName() throws(Diagnostic) -> Token {
    let token = try expect(.name)
    try checkAssignable(token)
    return token
  }

  private func checkAssignable(_ token: Token) throws(Diagnostic) {
    switch token.name {
    case "true", "false", "none", "True", "False", "None":
      throw fault("`\(token.name)` can't be assigned to", token.range)
    default: break
    }
  }

  /// Reads what is assigned to: a name, names between commas, or `namespace.attribute`.
  mutating func parseTarget(
    withNamespace: Bool = false,
    endWord: StaticString? = nil
  ) throws(Diagnostic) -> AssignmentTarget {
    var targets: [AssignmentTarget] = []
    var isTuple = false
    while !isTargetEnd(endWord) {
      targets.append(try parsePrimaryTarget(withNamespace: withNamespace))
      guard skip(.comma) else { break }
      isTuple = true
    }
    if isTuple { return .tuple(targets) }
    guard let target = targets.first else {
      throw fault("expected a name, found \(current.description)", current.range)
    }
    return target
  }

  private func isTargetEnd(_ endWord: StaticString?) -> Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .rightParenthesis: true
    default: endWord.map { current.isName($0) } ?? false
    }
  }

  private mutating func parsePrimaryTarget(
    withNamespace: Bool
  ) throws(Diagnostic) -> AssignmentTarget {
    let token = current
    switch token.kind {
    case .name:
      try checkAssignable(token)
      advance()
      if withNamespace, skip(.dot) {
        let attribute = try expect(.name)
        let range = token.range.lowerBound..<attribute.range.upperBound
        return .attribute(token.name, attribute.name, range)
      }
      return .name(token.name, token.range)
    case .leftParenthesis:
      try enter()
      defer { nesting -= 1 }
      advance()
      let target = try parseTarget()
      try expect(.rightParenthesis)
      return target
    default:
      throw fault("\(token.description) can't be assigned to", token.range)
    }
  }
}
