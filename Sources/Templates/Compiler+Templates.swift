internal import Diagnostics

extension Compiler {
  /// Compiles the template's root and its blocks.
  func compileTemplate(_ body: [Statement]) {
    collect(body)
    let mayExtend = body.contains(where: \.containsExtends)
    let info = FunctionInfo(
      kind: .template,
      name: program.templates[Int(template)].name,
      template: template
    )
    let root = compileFunction(info, parent: nil) { function in
      compileRoot(body, function, mayExtend: mayExtend)
      return info
    }
    program.templates[Int(template)].root = root
    for block in blocks { compileBlockFunction(block) }
  }

  private func compileRoot(_ body: [Statement], _ function: FunctionBuilder, mayExtend: Bool) {
    var frame = Frame(scope: Scope(function: function))
    if SpecialNames.used(["self"], in: body).contains("self") {
      let variable = frame.scope.declareParameter("self")
      write(.templateReference(slot: variable.slot), 0..<0)
    }
    frame.scope.analyze(body)
    frame.isTopLevel = true
    frame.isRootLevel = true
    frame.requiresOutputCheck = mayExtend
    enter(frame.scope, 0..<0)
    let start = markup
    compile(body, frame)
    if !hasKnownExtends { checkBalance(start, "the template", 0..<0) }
    if mayExtend { write(.runParent, 0..<0) }
  }

  private func compileBlockFunction(_ block: Block) {
    let info = FunctionInfo(kind: .block, name: block.name, template: template)
    let blockName = name(block.name)
    let index = compileFunction(info, parent: nil) { function in
      let start = program.blockPlace(block.name, template) ?? markup
      markup = start
      let frame = Frame(scope: Scope(function: function))
      let used = SpecialNames.used(["self", "super"], in: block.body)
      if used.contains("self") {
        let variable = frame.scope.declareParameter("self")
        write(.templateReference(slot: variable.slot), block.nameRange)
      }
      if used.contains("super") {
        let variable = frame.scope.declareParameter("super")
        write(.superReference(slot: variable.slot, name: blockName), block.nameRange)
      }
      frame.scope.analyze(block.body)
      enter(frame.scope, block.nameRange)
      compile(block.body, frame)
      checkBalance(start, "the block `\(block.name)`", block.nameRange)
      return info
    }
    program.templates[Int(template)].blocks.append(BlockEntry(name: blockName, function: index))
  }

  /// Gathers the template's blocks, at whatever depth they stand.
  private func collect(_ body: [Statement]) {
    for statement in body {
      if case .block(let block) = statement.kind {
        if blocks.contains(where: { $0.name == block.name }) {
          let help = "call it again with `self.\(block.name)()`"
          report("the block `\(block.name)` is defined twice", block.nameRange, help: help)
        } else {
          blocks.append(block)
        }
      }
      for body in statement.bodies { collect(body) }
    }
  }
}

extension Statement {
  /// The statements inside it, by the part that they belong to.
  var bodies: [[Statement]] {
    switch kind {
    case .text, .output, .assign, .extends, .include, .importTemplate, .importNames, .breakLoop,
      .continueLoop:
      []
    case .condition(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .loop(let loop): [loop.body, loop.otherwise]
    case .assignBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body),
      .macro(_, _, let body), .callBlock(_, _, let body), .autoescape(_, let body):
      [body]
    case .block(let block): [block.body]
    }
  }

  var containsExtends: Bool {
    if case .extends = kind { return true }
    return bodies.contains { $0.contains(where: \.containsExtends) }
  }

  var containsScopedBlock: Bool {
    if case .block(let block) = kind, block.isScoped { return true }
    return bodies.contains { $0.contains(where: \.containsScopedBlock) }
  }
}
