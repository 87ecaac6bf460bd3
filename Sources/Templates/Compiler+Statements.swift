internal import Diagnostics

extension Compiler {
  func compile(_ body: [Statement], _ frame: Frame) {
    for statement in body where !compile(statement, frame) { return }
  }

  /// Compiles a statement; false when what stands behind it can never be reached.
  private func compile(_ statement: Statement, _ frame: Frame) -> Bool {
    let range = statement.range
    if case .text = statement.kind {} else { markAddress(range) }
    switch statement.kind {
    case .text(let bytes): compileText(bytes, range, frame)
    case .output(let expressions): compileOutput(expressions, frame)
    case .condition(let branches, let otherwise): compileCondition(branches, otherwise, frame)
    case .loop(let loop): compileLoop(loop, range, frame)
    case .assign(let target, let value): compileAssignment(target, value, range, frame)
    case .assignBlock(let target, let filter, let body):
      compileAssignBlock(target, filter, body, range, frame)
    case .with(let bindings, let body): compileWith(bindings, body, range, frame)
    case .filterBlock(let filter, let body): compileFilterBlock(filter, body, range, frame)
    case .macro(let name, let signature, let body):
      compileMacro(name, signature, body, range, frame)
    case .callBlock(let signature, let call, let body):
      compileCallBlock(signature, call, body, range, frame)
    case .block(let block): compileBlock(block, range, frame)
    case .extends(let template): return compileExtends(template, range, frame)
    case .include(let template, let ignoresMissing, let withContext):
      compileInclude(template, ignoresMissing, withContext, range, frame)
    case .importTemplate(let template, let name, let withContext):
      compileImport(template, name, withContext, range, frame)
    case .importNames(let template, let names, let withContext):
      compileImport(template, names, withContext, range, frame)
    case .autoescape(let flag, let body): compileAutoescape(flag, body, range, frame)
    case .breakLoop: compileJump(isBreak: true, range)
    case .continueLoop: compileJump(isBreak: false, range)
    }
    return true
  }

  /// Whether text and values are written here at all: a child template writes only its blocks.
  private func writes(_ frame: Frame) -> Bool { !(frame.requiresOutputCheck && hasKnownExtends) }

  /// Writes code that is skipped when the template turned out to be a child.
  private func checked(_ frame: Frame, _ range: Range<Int>, _ body: () -> Void) {
    guard frame.requiresOutputCheck else { return body() }
    let skip = write(.jumpIfExtended(0), range)
    body()
    land(skip)
  }

  private func compileText(_ bytes: [UInt8], _ range: Range<Int>, _ frame: Frame) {
    guard writes(frame) else { return }
    checked(frame, range) { writeText(bytes, range) }
  }

  private func compileOutput(_ expressions: [Expression], _ frame: Frame) {
    guard writes(frame) else { return }
    for expression in expressions {
      checked(frame, expression.range) { compileOutput(expression, frame) }
    }
  }

  private func compileOutput(_ expression: Expression, _ frame: Frame) {
    let mode = emitMode(for: expression)
    guard case .call(let callee, let arguments) = expression.kind,
      ![.quoted, .unquoted, .tag].contains(mode)
    else {
      if emitDirectly(expression, mode, frame) { return }
      compile(expression, frame)
      write(.emit(mode), expression.range)
      return
    }
    if case .attribute(let owner, let method) = callee.kind {
      compile(owner, frame)
      let shape = compileArguments(arguments, frame)
      let name = self.attribute(method)
      write(.callMethodEmit(name: name, shape: shape, mode), expression.range)
    } else {
      compile(callee, frame)
      let shape = compileArguments(arguments, frame)
      write(.callEmit(shape: shape, mode), expression.range)
    }
  }

  /// Writes one step for a variable of this function or an attribute of one.
  private func emitDirectly(_ expression: Expression, _ mode: EmitMode, _ frame: Frame) -> Bool {
    switch expression.kind {
    case .name(let name):
      let variable = variable(name, frame)
      guard variable.depth == function.depth else { return false }
      write(.emitSlot(variable.slot, mode), expression.range)
      return true
    case .attribute(let owner, let attribute):
      guard case .name(let name) = owner.kind else { return false }
      let variable = variable(name, frame)
      guard variable.depth == function.depth else { return false }
      let number = self.attribute(attribute)
      write(.emitAttribute(slot: variable.slot, name: number, mode), expression.range)
      return true
    default: return false
    }
  }

  private func compileCondition(
    _ branches: [(test: Expression, body: [Statement])],
    _ otherwise: [Statement],
    _ frame: Frame
  ) {
    let soft = frame.soft
    var ends: [Int] = []
    let before = markup
    var merge = MarkupContext.Merge()
    for branch in branches {
      let skips = compileTest(branch.test, soft)
      markup = before
      compile(branch.body, soft)
      merge.add(markup)
      ends.append(write(.jump(0), branch.test.range))
      for skip in skips { land(skip) }
    }
    markup = before
    compile(otherwise, soft)
    merge.add(markup)
    for end in ends { land(end) }
    finish(merge, branches[0].test.range)
  }

  /// Writes a test, and returns the jumps for when it is false.
  private func compileTest(_ test: Expression, _ frame: Frame) -> [Int] {
    switch test.kind {
    case .and(let a, let b): return compileTest(a, frame) + compileTest(b, frame)
    case .attribute(let owner, let attribute):
      guard case .name(let name) = owner.kind else { break }
      let variable = variable(name, frame)
      guard variable.depth == function.depth else { break }
      let number = self.attribute(attribute)
      write(.skipIfAttribute(slot: variable.slot, name: number), test.range)
      return [write(.jump(0), test.range)]
    default: break
    }
    compile(test, frame)
    return [write(.jumpIfFalse(0), test.range)]
  }

  private func compileAssignment(
    _ target: AssignmentTarget,
    _ value: Expression,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    checkNamespaces(target, frame)
    compile(value, frame)
    assign(target, range, frame)
    export(target, range, frame)
  }

  private func checkNamespaces(_ target: AssignmentTarget, _ frame: Frame) {
    for namespace in target.namespaces {
      load(variable(namespace.name, frame), namespace.range)
      write(.checkNamespace, namespace.range)
    }
  }

  /// Writes the code that takes a value from the stack into a target.
  func assign(_ target: AssignmentTarget, _ range: Range<Int>, _ frame: Frame) {
    switch target {
    case .name(let name, let nameRange):
      let variable = variable(name, frame)
      write(.store(slot: variable.slot), nameRange)
    case .tuple(let targets):
      write(.unpack(count: Int32(targets.count)), range)
      for target in targets { assign(target, range, frame) }
    case .attribute(let name, let attribute, let nameRange):
      load(variable(name, frame), nameRange)
      write(.storeAttribute(name: self.attribute(attribute)), nameRange)
    }
  }

  /// Puts what was assigned at the top of a template into its context, for blocks and imports.
  private func export(_ target: AssignmentTarget, _ range: Range<Int>, _ frame: Frame) {
    guard frame.isTopLevel else { return }
    for text in target.names {
      let variable = variable(text, frame)
      write(.export(name: name(text), slot: variable.slot), range)
    }
  }

  private func compileAssignBlock(
    _ target: AssignmentTarget,
    _ filter: Expression?,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    var inner = frame.inner(function)
    inner.requiresOutputCheck = false
    inner.scope.analyze(body)
    if let filter { inner.scope.visit(filter) }
    checkNamespaces(target, frame)
    enter(inner.scope, range)
    capture(range, filter == nil ? .dynamic : autoescape, isolated: true) { compile(body, inner) }
    if let filter {
      compile(filter, inner)
      write(.asMarkup, range)
    }
    assign(target, range, frame)
    export(target, range, frame)
    leave(inner.scope, range)
  }

  /// Writes code whose output becomes a value on the stack.
  private func capture(
    _ range: Range<Int>,
    _ mode: EmitMode,
    isolated: Bool,
    _ body: () -> Void
  ) {
    let saved = markup
    if isolated { markup = MarkupContext(isTracked: saved.isTracked) }
    write(.beginCapture, range)
    function.captures += 1
    body()
    function.captures -= 1
    write(.endCapture(mode), range)
    if isolated { markup = saved }
  }

  private func compileWith(
    _ bindings: [(target: AssignmentTarget, value: Expression)],
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let inner = frame.inner(function)
    for binding in bindings { inner.scope.declareParameters(binding.target) }
    inner.scope.analyze(body)
    enter(inner.scope, range)
    for binding in bindings {
      compile(binding.value, frame)
      assign(binding.target, range, inner)
    }
    compile(body, inner)
    leave(inner.scope, range)
  }

  private func compileFilterBlock(
    _ filter: Expression,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    checkPlace("a `filter` block", range)
    let inner = frame.inner(function)
    inner.scope.analyze(body)
    inner.scope.visit(filter)
    enter(inner.scope, range)
    capture(range, autoescape, isolated: false) { compile(body, inner) }
    compile(filter, inner)
    // Jinja doesn't escape it again; in a build, what a filter made of it is escaped like any text.
    write(.emit(environment.escaping == .jinja ? .verbatim : autoescape), range)
    leave(inner.scope, range)
  }

  private func compileAutoescape(
    _ flag: Expression,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let inner = frame.inner(function)
    inner.scope.visit(flag)
    inner.scope.analyze(body)
    enter(inner.scope, range)
    let slot = function.temporarySlot()
    write(.saveAutoescape(slot: slot), range)
    compile(flag, inner)
    write(.setAutoescape, range)
    let saved = (autoescape, constantAutoescape)
    if case .constant(let value) = flag.kind {
      constantAutoescape = value.isTrue ? .escaped : .plain
      // As in Jinja, what was left to the rendering once stays so further in.
      if autoescape != .dynamic { autoescape = constantAutoescape }
    } else {
      autoescape = .dynamic
    }
    function.autoescapeSlots.append(slot)
    compile(body, inner)
    function.autoescapeSlots.removeLast()
    (autoescape, constantAutoescape) = saved
    write(.restoreAutoescape(slot: slot), range)
    leave(inner.scope, range)
  }

  private func compileJump(isBreak: Bool, _ range: Range<Int>) {
    guard let loop = function.loops.last else {
      let word = isBreak ? "break" : "continue"
      return report("`\(word)` stands outside a loop", range)
    }
    if function.captures > loop.captures {
      write(.dropCaptures(function.captures - loop.captures), range)
    }
    if function.autoescapeSlots.count > loop.autoescapeSlots {
      write(.restoreAutoescape(slot: function.autoescapeSlots[loop.autoescapeSlots]), range)
    }
    let jump = write(.jump(loop.start), range)
    if isBreak { function.loops[function.loops.count - 1].breaks.append(jump) }
  }
}
