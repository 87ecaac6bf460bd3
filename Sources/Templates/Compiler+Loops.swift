internal import Diagnostics

extension Compiler {
  func compileLoop(_ loop: Loop, _ range: Range<Int>, _ frame: Frame) {
    guard loop.isRecursive else {
      compile(loop.iterable, frame)
      return compileLoopBody(loop, range, frame)
    }
    let info = FunctionInfo(kind: .loop, name: "loop", template: template)
    let index = compileFunction(info, parent: function) { function in
      var inner = frame
      inner.scope = frame.scope
      compileLoopBody(loop, range, inner)
      var info = info
      info.result = autoescape
      return info
    }
    compile(loop.iterable, frame)
    write(.callLoop(function: index), range)
  }

  private func compileLoopBody(_ loop: Loop, _ range: Range<Int>, _ frame: Frame) {
    let isExtended =
      loop.isRecursive || SpecialNames.used(["loop"], in: loop.body).contains("loop")
      || loop.body.contains(where: \.containsScopedBlock)
      || loop.otherwise.contains(where: \.containsScopedBlock)
    let body = frame.inner(function)
    let loopVariable = isExtended ? body.scope.declareParameter("loop") : nil
    body.scope.declareParameters(loop.target)
    body.scope.analyze(loop.body)
    checkLoopName(loop, range)
    let test = loop.test.map { ($0, testFrame(loop, $0, frame)) }
    if isExtended, let test {
      filterFirst(loop, test.0, test.1, range)
      write(loop.isRecursive ? .loopBeginRecursive(function: function.index) : .loopBegin, range)
      compileIteration(loop, body, nil, loopVariable, range)
    } else {
      write(loop.isRecursive ? .loopBeginRecursive(function: function.index) : .loopBegin, range)
      compileIteration(loop, body, test, loopVariable, range)
    }
    compileElse(loop, body, range, frame)
  }

  private func testFrame(_ loop: Loop, _ test: Expression, _ frame: Frame) -> Frame {
    let inner = frame.inner(function)
    inner.scope.declareParameters(loop.target)
    inner.scope.visit(test)
    return inner
  }

  /// Writes a loop that keeps only the items that pass, where `loop` has to know how many they are.
  private func filterFirst(_ loop: Loop, _ test: Expression, _ frame: Frame, _ range: Range<Int>) {
    write(.loopBegin, range)
    let start = here
    let next = compileNext(loop, frame, range)
    let skip = compileTest(test, frame, range)
    write(.loopKeep, range)
    write(.jump(start), range)
    function.code[skip] = function.code[skip].jumping(to: start)
    land(next)
    write(.loopEndKept, range)
  }

  /// Gives the next item to the loop's names, and returns the jump for when there is none.
  private func compileNext(_ loop: Loop, _ frame: Frame, _ range: Range<Int>) -> Int {
    if case .name(let name, _) = loop.target {
      let slot = variable(name, frame).slot
      return write(.loopNextStore(slot: slot, exit: 0), loop.iterable.range)
    }
    let next = write(.loopNext(exit: 0), loop.iterable.range)
    assign(loop.target, range, frame)
    return next
  }

  /// Writes the jump for when the item doesn't pass.
  private func compileTest(_ test: Expression, _ frame: Frame, _ range: Range<Int>) -> Int {
    enter(frame.scope, range)
    compile(test, frame)
    return write(.jumpIfFalse(0), test.range)
  }

  private func compileIteration(
    _ loop: Loop,
    _ body: Frame,
    _ test: (expression: Expression, frame: Frame)?,
    _ loopVariable: Variable?,
    _ range: Range<Int>
  ) {
    // What the body never writes is the same each time round.
    let written = body.scope.symbols.stores
    let rewritten = Set(written.compactMap { body.scope.symbols.references[$0] })
    if test == nil { enter(body.scope, range) { !rewritten.contains($0) } }
    if let loopVariable { write(.unset(slot: loopVariable.slot), range) }
    let start = here
    let next = compileNext(loop, test?.frame ?? body, range)
    if let test {
      let skip = compileTest(test.expression, test.frame, range)
      function.code[skip] = function.code[skip].jumping(to: start)
    }
    if let loopVariable { write(.loopReference(slot: loopVariable.slot), range) }
    enter(body.scope, range) { test != nil || rewritten.contains($0) }
    function.loops.append(
      .init(
        start: start,
        captures: function.captures,
        autoescapeSlots: function.autoescapeSlots.count
      )
    )
    compileRepeated(loop, body, range)
    if !loop.otherwise.isEmpty { write(.loopDone, range) }
    write(.jump(start), range)
    land(next)
    for jump in function.loops.removeLast().breaks { land(jump) }
  }

  /// Compiles the body in a markup context that holds at its start and at its end.
  private func compileRepeated(_ loop: Loop, _ body: Frame, _ range: Range<Int>) {
    let before = markup
    compile(loop.body, body)
    var merge = MarkupContext.Merge()
    merge.add(before)
    merge.add(markup)
    finish(merge, range)
  }

  private func compileElse(_ loop: Loop, _ body: Frame, _ range: Range<Int>, _ frame: Frame) {
    if loop.otherwise.isEmpty {
      write(.loopEnd, range)
      return leave(body.scope, range)
    }
    let skip = write(.jumpIfLooped(0), range)
    write(.loopEnd, range)
    leave(body.scope, range)
    let otherwise = frame.inner(function)
    otherwise.scope.analyze(loop.otherwise)
    enter(otherwise.scope, range)
    compile(loop.otherwise, otherwise)
    leave(otherwise.scope, range)
    let end = write(.jump(0), range)
    land(skip)
    write(.loopEnd, range)
    leave(body.scope, range)
    land(end)
  }

  private func checkLoopName(_ loop: Loop, _ range: Range<Int>) {
    guard loop.target.names.contains("loop") || loop.body.contains(where: \.assignsLoop) else {
      return
    }
    report("`loop` can't be assigned to inside a loop", range)
  }
}

extension Statement {
  /// Whether it gives the name `loop` to something.
  fileprivate var assignsLoop: Bool {
    switch kind {
    case .assign(let target, _) where target.names.contains("loop"): true
    case .assignBlock(let target, _, _) where target.names.contains("loop"): true
    case .loop(let loop) where loop.target.names.contains("loop"): true
    default: bodies.contains { $0.contains(where: \.assignsLoop) }
    }
  }
}
