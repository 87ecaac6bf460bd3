extension Scope {
  /// Finds the names of a scope's own statements.
  func analyze(_ body: [Statement]) {
    for statement in body { visit(statement) }
  }

  func analyze(_ signature: Signature, _ body: [Statement]) {
    for parameter in signature.parameters { declareParameter(parameter.name) }
    for value in signature.defaults { visit(value) }
    analyze(body)
  }

  func declareParameters(_ target: AssignmentTarget) {
    for name in target.names { declareParameter(name) }
  }

  func visit(_ expression: Expression) {
    if case .name(let name) = expression.kind { load(name) }
    for child in expression.children { visit(child) }
  }

  private func visit(_ target: AssignmentTarget) {
    for namespace in target.namespaces { load(namespace.name) }
    for name in target.names { store(name) }
  }

  /// Looks at a statement as far as it belongs to this scope: not into bodies with a scope of their own.
  private func visit(_ statement: Statement) {
    switch statement.kind {
    case .text, .block, .breakLoop, .continueLoop, .autoescape: break
    case .output(let expressions):
      for expression in expressions { visit(expression) }
    case .condition(let branches, let otherwise): visit(branches, otherwise)
    case .loop(let loop): visit(loop.iterable)
    case .assign(let target, let value):
      visit(value)
      visit(target)
    case .assignBlock(let target, _, _): visit(target)
    case .with(let bindings, _):
      for binding in bindings { visit(binding.value) }
    case .filterBlock(let filter, _): visit(filter)
    case .macro(let name, _, _): store(name)
    case .callBlock(_, let call, _): visit(call)
    case .extends(let template), .include(let template, _, _): visit(template)
    case .importTemplate(let template, let name, _):
      visit(template)
      store(name)
    case .importNames(let template, let names, _):
      visit(template)
      for name in names { store(name.alias) }
    }
  }

  private func visit(
    _ branches: [(test: Expression, body: [Statement])],
    _ otherwise: [Statement]
  ) {
    guard let first = branches.first else { return }
    visit(first.test)
    let body = found { analyze(first.body) }
    let alternatives = found {
      for branch in branches.dropFirst() { visit([branch], []) }
    }
    let last = found { analyze(otherwise) }
    merge([body, alternatives, last])
  }

  /// What a branch finds, without keeping it.
  private func found(_ branch: () -> Void) -> Symbols {
    let saved = symbols
    branch()
    defer { symbols = saved }
    return symbols
  }
}

/// Finds which of some special names a stretch of a template reads before it writes them.
///
/// Unlike a scope's analysis it looks into bodies, but not into blocks, as Jinja's compiler does.
struct SpecialNames {
  private var names: Set<String>
  private(set) var found: Set<String> = []

  static func used(_ names: [String], in body: [Statement]) -> Set<String> {
    var finder = SpecialNames(names: Set(names))
    finder.visit(body)
    return finder.found
  }

  private init(names: Set<String>) { self.names = names }

  private mutating func visit(_ body: [Statement]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ expression: Expression) {
    if case .name(let name) = expression.kind, names.contains(name) { found.insert(name) }
    for child in expression.children { visit(child) }
  }

  private mutating func visit(_ target: AssignmentTarget) {
    for name in target.names { names.remove(name) }
  }

  private mutating func visit(_ signature: Signature) {
    for parameter in signature.parameters { names.remove(parameter.name) }
    for value in signature.defaults { visit(value) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .text, .block, .breakLoop, .continueLoop: break
    case .output(let expressions):
      for expression in expressions { visit(expression) }
    case .condition(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visit(branch.body)
      }
      visit(otherwise)
    case .loop(let loop):
      visit(loop.target)
      visit(loop.iterable)
      visit(loop.body)
      visit(loop.otherwise)
      if let test = loop.test { visit(test) }
    case .assign(let target, let value):
      visit(target)
      visit(value)
    case .assignBlock(let target, let filter, let body):
      visit(target)
      if let filter { visit(filter) }
      visit(body)
    case .with(let bindings, let body):
      for binding in bindings { visit(binding.target) }
      for binding in bindings { visit(binding.value) }
      visit(body)
    case .filterBlock(let filter, let body):
      visit(body)
      visit(filter)
    case .macro(_, let signature, let body):
      visit(signature)
      visit(body)
    case .callBlock(let signature, let call, let body):
      visit(call)
      visit(signature)
      visit(body)
    case .extends(let template), .include(let template, _, _), .importTemplate(let template, _, _),
      .importNames(let template, _, _):
      visit(template)
    case .autoescape(let flag, let body):
      visit(flag)
      visit(body)
    }
  }
}
