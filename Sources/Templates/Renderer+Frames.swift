internal import HTML

extension Renderer {
  /// Begins a call; its arguments are already taken from the stack.
  mutating func begin(
    _ function: Int32,
    context newContext: Int32,
    parent: Int32,
    _ result: CallFrame.Result,
    stack stackCount: Int? = nil
  ) throws(TemplateFault) {
    try countStep()
    guard frames.count < Limits.callDepth else {
      throw tooDeep(function)
    }
    activations.append(Activation(base: slots.count, parent: parent))
    frames.append(
      CallFrame(
        function: function,
        returnTo: position,
        base: slots.count,
        activation: Int32(activations.count - 1),
        context: newContext,
        result: result,
        captures: captures.count,
        loops: loops.count,
        stack: stackCount ?? stack.count
      )
    )
    if case .some = profile { beginProfile(of: function) }
    base = slots.count
    slots.append(unsetValue, count: Int(program.functions[Int(function)].slotCount))
    context = newContext
    position = program.functions[Int(function)].entry
    switch result {
    case .written, .remembered: break
    case .value, .module: captures.append(output.count)
    }
  }

  private func tooDeep(_ function: Int32) -> TemplateFault {
    switch program.functions[Int(function)].kind {
    case .template:
      TemplateFault(
        "templates are nested deeper than \(Limits.callDepth)",
        help: "a template includes, imports or extends itself without an end"
      )
    case .macro, .caller, .block, .loop:
      TemplateFault(
        "calls are nested deeper than \(Limits.callDepth)",
        help: "something calls itself without an end"
      )
    }
  }

  /// Keeps a fault until the output that it is in is joined.
  ///
  /// Of several the one that is joined first counts: the first of those in the innermost output.
  mutating func postpone(_ fault: TemplateFault) {
    let owner = (0..<frames.count).last { index in
      switch program.functions[Int(frames[index].function)].kind {
      case .macro, .caller, .loop: true
      case .block: frames[index].isReferred
      case .template: false
      }
    }
    let frame = owner ?? 0
    if let deferred, (deferred.frame, deferred.captures) >= (frame, captures.count) { return }
    deferred = DeferredFault(
      fault: fault,
      position: position,
      frame: frame,
      captures: captures.count
    )
  }

  mutating func throwDeferred(frame: Int) throws(TemplateFault) {
    guard let deferred, deferred.frame == frame else { return }
    position = deferred.position
    throw deferred.fault
  }

  mutating func throwDeferred(capture: Int) throws(TemplateFault) {
    guard let deferred, deferred.captures == capture else { return }
    position = deferred.position
    throw deferred.fault
  }

  /// Ends the running call; true when it was the outermost.
  mutating func finish() throws(TemplateFault) -> Bool {
    guard let frame = frames.popLast() else { preconditionFailure("a call was under way") }
    if case .some = profile { endProfile(of: frame.function) }
    release(frame)
    position = frame.returnTo
    let calleeContext = context
    if let caller = frames.last {
      base = caller.base
      context = caller.context
    }
    switch frame.result {
    case .written: break
    case .remembered: remember()
    case .value(let mode): stack.append(try endCapture(mode))
    case .module: finishModule(calleeContext)
    }
    discard(calleeContext)
    return frames.isEmpty
  }

  /// Gives back a call's slots, keeping them for macros that were made in it.
  private mutating func release(_ frame: CallFrame) {
    let activation = Int(frame.activation)
    if activations[activation].isCaptured {
      activations[activation].kept = slots.elements(from: frame.base)
      activations[activation].base = -1
    } else if activation == activations.count - 1 {
      activations.removeLast()
    }
    slots.removeLast(slots.count - frame.base)
    loops.removeLast(loops.count - frame.loops)
  }

  /// Gives back a context that nothing refers to any more.
  private mutating func discard(_ index: Int32) {
    guard index != context, Int(index) == contexts.count - 1, !contexts[Int(index)].isCaptured
    else { return }
    contexts.removeLast()
  }

  /// A variable of a call around this one.
  func outer(_ depth: Int32, _ slot: Int32) -> Value {
    guard let frame = frames.last else { preconditionFailure("a call is under way") }
    var activation = frame.activation
    for _ in 0..<depth { activation = activations[Int(activation)].parent }
    let first = activations[Int(activation)].base
    return first < 0
      ? activations[Int(activation)].kept[Int(slot)] : slots[first + Int(slot)]
  }

  /// The value that the context has under a name.
  func resolve(_ name: Int32) -> Value {
    // Indexed again and again: a copy of the state would count references.
    let index = Int(context)
    for position in contexts[index].variables.indices
    where contexts[index].variables[position].name == name {
      return contexts[index].variables[position].value
    }
    return contexts[index].layer.value(of: name) ?? program.unset[Int(name)]
  }

  mutating func export(_ name: Int32, _ value: Value, isPublic: Bool) {
    let index = Int(context)
    let isExported = isPublic && program.names.utf8[Int(name)].first != UInt8(ascii: "_")
    let variable = NamedValue(name: name, isExported: isExported, value: value)
    if let known = contexts[index].variables.firstIndex(where: { $0.name == name }) {
      contexts[index].variables[known] = variable
    } else {
      if contexts[index].variables.isEmpty {
        // What a page imports and sets, so that it doesn't grow by doubling.
        contexts[index].variables.reserveCapacity(12)
      }
      contexts[index].variables.append(variable)
    }
  }

  mutating func makeMacro(_ function: Int32) {
    guard let frame = frames.last else { preconditionFailure("a call is under way") }
    var activation = frame.activation
    // A macro sees the slots of every call around it.
    macros.append(MacroState(function: function, activation: activation, context: context))
    while activation >= 0, !activations[Int(activation)].isCaptured {
      activations[Int(activation)].isCaptured = true
      activation = activations[Int(activation)].parent
    }
    contexts[Int(context)].isCaptured = true
    stack.append(.reference(Reference(kind: .macro, index: Int32(macros.count - 1))))
  }
}
