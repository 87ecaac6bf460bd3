internal import Diagnostics

extension Compiler {
  /// Writes the code that leaves an expression's value on the stack.
  func compile(_ expression: Expression, _ frame: Frame) {
    let range = expression.range
    switch expression.kind {
    case .constant(let value): constant(value, range)
    case .name(let name): load(variable(name, frame), range)
    case .list(let items):
      if let literals = items.literals { return constant(.list(literals), range) }
      compile(items, frame)
      write(.makeList(count: Int32(items.count)), range)
    case .tuple(let items):
      if let literals = items.literals { return constant(.tuple(literals), range) }
      compile(items, frame)
      write(.makeTuple(count: Int32(items.count)), range)
    case .dictionary(let pairs):
      compile(pairs.flatMap { [$0.key, $0.value] }, frame)
      write(.makeMap(count: Int32(pairs.count)), range)
    case .attribute(let owner, let name):
      compileAttribute(name, of: owner, range, frame)
    case .item(let owner, let key):
      compile([owner, key], frame)
      write(.item, range)
    case .slice(let owner, let bounds): compileSlice(owner, bounds, range, frame)
    case .call(let callee, let arguments): compileCall(callee, arguments, range, frame)
    case .filter(let subject, let name, let arguments):
      if let subject { compile(subject, frame) }
      // In a build, arguments are checked here: what a filter says later of a constant is about it.
      let isAboutSubject = environment.escaping == .page && subject?.isLiteral == true
      let place = isAboutSubject ? subject?.range : nil
      compileFilter(name, arguments, place ?? name.range.lowerBound..<range.upperBound, frame)
    case .test(let subject, let name, let arguments):
      compile(subject, frame)
      compileTest(name, arguments, range, frame)
    case .not(let operand):
      compile(operand, frame)
      write(.not, range)
    case .signed(let operand, let negative):
      compile(operand, frame)
      write(.sign(negative: negative), range)
    case .arithmetic(let operation, let a, let b):
      compile([a, b], frame)
      write(.arithmetic(operation), range)
    case .and(let a, let b):
      compile(a, frame)
      let skip = write(.jumpIfFalseOrPop(0), range)
      compile(b, frame)
      land(skip)
    case .or(let a, let b):
      compile(a, frame)
      let skip = write(.jumpIfTrueOrPop(0), range)
      compile(b, frame)
      land(skip)
    case .compare(let first, let rest): compileComparison(first, rest, range, frame)
    case .concatenation(let parts):
      compile(parts, frame)
      // Jinja joins constants as plain text, markup or not.
      let isConstant = parts.allSatisfy { $0.isConstant(withFilters: autoescape != .dynamic) }
      let mode = isConstant ? EmitMode.plain : autoescape
      write(.concatenate(count: Int32(parts.count), mode), range)
    case .conditional(let condition, let then, let otherwise):
      compileConditional(condition, then, otherwise, range, frame)
    }
  }

  private func compile(_ expressions: [Expression], _ frame: Frame) {
    for expression in expressions { compile(expression, frame) }
  }

  private func compileAttribute(
    _ name: String,
    of owner: Expression,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let number = attribute(name)
    if case .name(let text) = owner.kind {
      let variable = variable(text, frame)
      if variable.depth == function.depth {
        write(.loadAttribute(slot: variable.slot, name: number), range)
        return
      }
    }
    compile(owner, frame)
    write(.attribute(number), range)
  }

  private func compileSlice(
    _ owner: Expression,
    _ bounds: SliceBounds,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    compile(owner, frame)
    for bound in [bounds.start, bounds.stop, bounds.step] {
      if let bound {
        compile(bound, frame)
      } else {
        constant(.none, range)
      }
    }
    write(.slice, range)
  }

  private func compileCall(
    _ callee: Expression,
    _ arguments: ArgumentList,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    guard case .attribute(let owner, let method) = callee.kind else {
      compile(callee, frame)
      let shape = compileArguments(arguments, frame)
      write(.call(shape: shape), range)
      return
    }
    compile(owner, frame)
    let shape = compileArguments(arguments, frame)
    write(.callMethod(name: attribute(method), shape: shape), range)
  }

  /// Writes the code that leaves a call's arguments on the stack, and gives their shape.
  ///
  /// The caller is the function that `call` gives to the macro, if any.
  func compileArguments(
    _ arguments: ArgumentList,
    _ frame: Frame,
    caller: Int32? = nil,
    for parameters: [Parameter] = []
  ) -> Int32 {
    var call = CallShape(positional: arguments.positional.count)
    compile(arguments.positional, frame)
    // What isn't given stands there as a constant, so that nothing is left to bind at each call.
    let defaults = parameters.dropFirst(call.positional).compactMap(\.defaultValue)
    if arguments.isPositional, call.positional + defaults.count == parameters.count {
      for value in defaults { constant(value, 0..<0) }
      call.positional = parameters.count
    }
    for argument in arguments.named {
      compile(argument.value, frame)
      call.names.append(argument.name)
    }
    if let caller {
      write(.makeMacro(function: caller), 0..<0)
      call.names.append("caller")
    }
    if let unpacked = arguments.unpacked {
      compile(unpacked, frame)
      call.hasUnpacked = true
    }
    if let unpacked = arguments.unpackedNames {
      compile(unpacked, frame)
      call.hasUnpackedNames = true
    }
    return program.number(of: call)
  }

  private func compileFilter(
    _ name: FilterName,
    _ arguments: ArgumentList,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    guard let filter = environment.filters[name.text] else {
      return reportUnknown("filter", name, Array(environment.filters.keys), frame)
    }
    let index = program.filters.firstIndex { $0.name == name.text } ?? program.filters.count
    if index == program.filters.count { program.filters.append(filter) }
    if arguments.mayDrawByChance(name.text) { program.drawsByChance = true }
    if let constants = arguments.constants(for: filter.parameters ?? []) {
      program.arguments.append(CallArguments(positional: constants))
      let number = Int32(program.arguments.count - 1)
      write(.filterConstantly(Int32(index), arguments: number), range)
    } else {
      let shape = compileArguments(arguments, frame, for: filter.parameters ?? [])
      write(.filter(Int32(index), shape: shape), range)
    }
    checkArguments(name, filter.parameters, arguments)
  }

  private func compileTest(
    _ name: FilterName,
    _ arguments: ArgumentList,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    guard let test = TestDefinition.builtIn[name.text] else {
      return reportUnknown("test", name, Array(TestDefinition.builtIn.keys), frame)
    }
    let shape = compileArguments(arguments, frame, for: test.parameters)
    checkArguments(name, test.parameters, arguments)
    let index = program.tests.firstIndex { $0.name == name.text } ?? program.tests.count
    if index == program.tests.count { program.tests.append(test) }
    write(.test(Int32(index), shape: shape), name.range.lowerBound..<range.upperBound)
  }

  /// In Jinja a filter that isn't there only matters where it is reached, if a condition may prevent that.
  private func reportUnknown(
    _ what: String,
    _ name: FilterName,
    _ known: [String],
    _ frame: Frame
  ) {
    let message = "unknown \(what) `\(name.text)`"
    let other = ForeignSyntax.filters[name.text].flatMap { known.contains($0) ? $0 : nil }
    let near = other ?? nearest(to: name.text, among: known.sorted())
    let help = near.map { "did you mean `\($0)`?" }
    if frame.isSoft, environment.escaping == .jinja {
      fail(TemplateFault(message, help: help), name.range)
    } else {
      report(message, name.range, help: help)
    }
  }

  /// In a build, wrong arguments of a filter are found when the template is compiled.
  private func checkArguments(
    _ name: FilterName,
    _ parameters: [Parameter]?,
    _ arguments: ArgumentList
  ) {
    guard environment.escaping == .page, let parameters, arguments.unpacked == nil,
      arguments.unpackedNames == nil
    else { return }
    let given = CallArguments(
      positional: arguments.positional.map { _ in .none },
      named: arguments.named.map { ($0.name, .none) }
    )
    do {
      _ = try given.bound(to: parameters, of: name.text)
    } catch {
      report(error.message, name.range, help: error.help)
    }
  }

  private func compileComparison(
    _ first: Expression,
    _ rest: [(operation: Comparison, operand: Expression)],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    compile(first, frame)
    var exits: [Int] = []
    for (index, link) in rest.enumerated() {
      compile(link.operand, frame)
      if index + 1 < rest.count {
        exits.append(write(.compareChain(link.operation, otherwise: 0), range))
      } else {
        write(.compare(link.operation), range)
      }
    }
    for exit in exits { land(exit) }
  }

  private func compileConditional(
    _ condition: Expression,
    _ then: Expression,
    _ otherwise: Expression?,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let soft = frame.soft
    compile(condition, soft)
    let skip = write(.jumpIfFalse(0), condition.range)
    compile(then, soft)
    let end = write(.jump(0), range)
    land(skip)
    if let otherwise {
      compile(otherwise, soft)
    } else {
      let message = "the inline `if` was false and has no `else`"
      constant(.undefined(Undefined(.other(message), isLenient: true)), range)
    }
    land(end)
  }
}

extension Expression {
  fileprivate var isLiteral: Bool { literal != nil }

  fileprivate var literal: Value? {
    if case .constant(let value) = kind { return value }
    return nil
  }
}

extension [Expression] {
  /// Their values, when all are literals and there are any.
  fileprivate var literals: [Value]? {
    let values = compactMap(\.literal)
    return isEmpty || values.count < count ? nil : values
  }
}

extension ArgumentList {
  /// Whether a filter with these arguments is `random`, or may apply it, as `map` does by its name.
  fileprivate func mayDrawByChance(_ filter: String) -> Bool {
    guard filter == "map" else { return filter == "random" }
    guard unpacked == nil, unpackedNames == nil else { return true }
    guard let first = positional.first else { return false }
    return first.literal?.textBytes.map { $0.elementsEqual("random".utf8) } ?? true
  }

  /// One value for each parameter, when all that are given are literals; `nil` when a call has to bind
  /// them, or when there are none.
  fileprivate func constants(for parameters: [Parameter]) -> [Value]? {
    guard isPositional, let given = positional.isEmpty ? [] : positional.literals else {
      return nil
    }
    let defaults = parameters.dropFirst(given.count).compactMap(\.defaultValue)
    guard !parameters.isEmpty, given.count + defaults.count == parameters.count else { return nil }
    return given + defaults
  }
}
