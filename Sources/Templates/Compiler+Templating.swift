internal import Diagnostics

extension Compiler {
  func compileBlock(_ block: Block, _ range: Range<Int>, _ frame: Frame) {
    if frame.isTopLevel, hasKnownExtends {
      program.templates[Int(template)].overrides.append((block.name, block.nameRange))
      return
    }
    program.templates[Int(template)].blockPlaces[block.name] = markup.inherited
    let skip =
      frame.isTopLevel && extendsSoFar > 0
      ? write(.jumpIfExtended(0), range) : nil
    let name = name(block.name)
    let locals = block.isScoped ? locals(of: frame) : -1
    if block.isRequired { write(.requireBlock(name: name), block.nameRange) }
    write(.block(name: name, locals: locals), block.nameRange)
    if let skip { land(skip) }
  }

  /// The variables that are handed on from here.
  private func locals(of frame: Frame) -> Int32 {
    let variables = frame.scope.storedVariables.map { stored in
      LocalVariable(
        name: name(stored.name),
        depth: Int32(function.depth - stored.variable.depth),
        slot: stored.variable.slot
      )
    }
    program.locals.append(variables)
    return Int32(program.locals.count - 1)
  }

  /// Compiles `extends`; false when a second one always follows the first, which is an error.
  func compileExtends(_ parent: Expression, _ range: Range<Int>, _ frame: Frame) -> Bool {
    guard frame.isTopLevel else {
      report("`extends` stands inside another block", range, help: "put it at the top")
      return true
    }
    if extendsSoFar > 0 {
      let fault = TemplateFault("a template can extend only one other")
      if hasKnownExtends {
        fail(fault, range)
        return false
      }
      let extended = write(.jumpIfExtended(0), range)
      let go = write(.jump(0), range)
      land(extended)
      fail(fault, range)
      land(go)
    }
    noteUse(parent, mustExist: true)
    compile(parent, frame)
    write(.extends, parent.range)
    if frame.isRootLevel { hasKnownExtends = true }
    if case .constant(let value) = parent.kind, let name = value.textBytes {
      program.templates[Int(template)].parent = String(decoding: name, as: UTF8.self)
      program.templates[Int(template)].parentRange = parent.range
    } else {
      program.templates[Int(template)].hasUnknownParent = true
    }
    extendsSoFar += 1
    return true
  }

  func compileInclude(
    _ template: Expression,
    _ ignoresMissing: Bool,
    _ withContext: Bool,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    noteUse(template, mustExist: !ignoresMissing)
    checkPlace("`include`", template.range)
    checkInclude(template, frame)
    if let known = known(template) {
      let locals = withContext ? locals(of: frame) : -1
      write(.includeKnown(template: known, locals: locals), template.range)
    } else {
      compile(template, frame)
      let locals = withContext ? locals(of: frame) : -1
      write(.include(ignoresMissing: ignoresMissing, locals: locals), template.range)
    }
    markup.passDynamic()
  }

  /// Reports a template that includes itself on every way through it.
  private func checkInclude(_ template: Expression, _ frame: Frame) {
    let own = program.templates[Int(self.template)].name
    guard frame.isRootLevel, environment.escaping == .page, case .constant = template.kind,
      Self.constantNames(template).contains(where: { $0.name == own })
    else { return }
    report(
      "`\(own)` includes itself without an end",
      template.range,
      help: "put the `include` into an `if` that is false at some time"
    )
  }

  func compileImport(
    _ template: Expression,
    _ name: String,
    _ withContext: Bool,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    noteUse(template, mustExist: true)
    compileModule(template, withContext, frame)
    store(imported: name, range, frame)
  }

  func compileImport(
    _ template: Expression,
    _ names: [ImportedName],
    _ withContext: Bool,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    noteUse(template, mustExist: true)
    compileModule(template, withContext, frame)
    for name in names {
      write(.moduleName(self.name(name.name)), name.range)
      store(imported: name.alias, name.range, frame)
    }
    write(.pop, range)
  }

  /// Writes the code that leaves a template's module on the stack.
  private func compileModule(_ template: Expression, _ withContext: Bool, _ frame: Frame) {
    if let known = known(template) {
      let locals = withContext ? locals(of: frame) : -1
      write(.importKnown(template: known, locals: locals), template.range)
    } else {
      compile(template, frame)
      let locals = withContext ? locals(of: frame) : -1
      write(.importTemplate(locals: locals), template.range)
    }
  }

  /// The template that an expression always names; `nil` when only the rendering knows.
  private func known(_ template: Expression) -> Int32? {
    guard case .constant(let value) = template.kind, let name = value.textBytes else { return nil }
    return program.templateIndex[String(decoding: name, as: UTF8.self)].map { Int32($0) }
  }

  private func store(imported text: String, _ range: Range<Int>, _ frame: Frame) {
    let variable = variable(text, frame)
    write(.store(slot: variable.slot), range)
    if frame.isTopLevel {
      write(.exportImported(name: name(text), slot: variable.slot), range)
    }
  }

  /// Remembers the templates that a constant expression names; in a build they must exist.
  private func noteUse(_ template: Expression, mustExist: Bool) {
    let names = Self.constantNames(template)
    program.templates[Int(self.template)].uses += names.map(\.name)
    guard mustExist, environment.escaping == .page, !names.isEmpty,
      names.allSatisfy({ program.templateIndex[$0.name] == nil })
    else { return }
    for name in names {
      let known = program.templates.map(\.name).sorted()
      let help = nearest(to: name.name, among: known).map { "did you mean `\($0)`?" }
      report("there is no template `\(name.name)`", name.range, help: help)
    }
  }

  private static func constantNames(
    _ template: Expression
  ) -> [(name: String, range: Range<Int>)] {
    switch template.kind {
    case .constant(let value):
      guard let text = value.textBytes else { return [] }
      return [(String(decoding: text, as: UTF8.self), template.range)]
    case .list(let items), .tuple(let items): return items.flatMap { constantNames($0) }
    case .conditional(_, let then, let otherwise):
      return constantNames(then) + (otherwise.map { constantNames($0) } ?? [])
    default: return []
    }
  }
}
