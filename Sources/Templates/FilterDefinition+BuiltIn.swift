extension FilterDefinition {
  /// Jinja's filters, and `json`.
  static let builtIn: [String: FilterDefinition] = {
    var table: [String: FilterDefinition] = [:]
    let all = textFilters + wordFilters + numberFilters + listFilters + markupFilters + valueFilters
    for filter in all { table[filter.name] = filter }
    for (alias, name) in [("count", "length"), ("d", "default"), ("e", "escape")] {
      guard let filter = table[name] else { preconditionFailure("an alias has a filter") }
      table[alias] = FilterDefinition(alias, filter.parameters, filter.body)
    }
    return table
  }()
}

extension Value {
  /// Its whole number for an argument that must be one.
  func argument(_ name: String) throws(TemplateFault) -> Int {
    if case .undefined(let undefined) = self { throw TemplateFault(undefined) }
    guard let number = integer else {
      throw TemplateFault("`\(name)` is a whole number, not \(article)")
    }
    return Int(clamping: number)
  }

  /// Its text for an argument that must be text.
  func textArgument(_ name: String) throws(TemplateFault) -> [UInt8] {
    if case .undefined(let undefined) = self { throw TemplateFault(undefined) }
    guard let text = textBytes else {
      throw TemplateFault("`\(name)` is text, not \(article)")
    }
    return text
  }

  /// Text of the same kind: markup stays markup.
  func sameKind(_ text: [UInt8]) -> Value { isMarkup ? .markup(text) : .string(text) }
}
