internal import Diagnostics

extension Parser {
  mutating func parseInclude() throws(Diagnostic) -> Statement.Kind {
    advance()
    let template = try parseExpression()
    var ignoresMissing = false
    if current.isName("ignore"), next.isName("missing") {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = parseContext() ?? true
    return .include(template, ignoresMissing: ignoresMissing, withContext: withContext)
  }

  mutating func parseImport() throws(Diagnostic) -> Statement.Kind {
    advance()
    let template = try parseExpression()
    try expect(word: "as")
    let name = try parseName()
    return .importTemplate(template, as: name.name, withContext: parseContext() ?? false)
  }

  mutating func parseFromImport() throws(Diagnostic) -> Statement.Kind {
    advance()
    let template = try parseExpression()
    try expect(word: "import")
    var names: [ImportedName] = []
    var withContext: Bool?
    while true {
      if !names.isEmpty { try expect(.comma) }
      withContext = parseContext()
      if withContext != nil { break }
      names.append(try parseImportedName())
      withContext = parseContext()
      if withContext != nil || current.kind != .comma { break }
    }
    return .importNames(template, names, withContext: withContext ?? false)
  }

  private mutating func parseImportedName() throws(Diagnostic) -> ImportedName {
    let name = try parseName()
    if name.text.first == UInt8(ascii: "_") {
      throw fault("a name that begins with an underscore can't be imported", name.range)
    }
    let alias = skip(word: "as") ? try parseName() : name
    return ImportedName(name: name.name, alias: alias.name, range: name.range)
  }

  /// Reads `with context` or `without context`, when it stands here.
  private mutating func parseContext() -> Bool? {
    guard current.isName("with") || current.isName("without"), next.isName("context") else {
      return nil
    }
    let isWith = advance().isName("with")
    advance()
    return isWith
  }
}
