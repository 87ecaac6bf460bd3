internal import Diagnostics

extension Renderer {
  /// Calls what stands on the stack below its arguments, and leaves the result there.
  mutating func call(_ shape: Int, _ result: CallFrame.Result) throws(TemplateFault) {
    let shape = program.shapes[shape]
    let calleeIndex = stack.count - shape.count - 1
    _ = try invoke(stack[calleeIndex], shape, result)
  }

  /// Calls and writes the result; a macro writes it itself.
  mutating func callAndEmit(_ shape: Int, _ mode: EmitMode) throws(TemplateFault) {
    let shape = program.shapes[shape]
    let calleeIndex = stack.count - shape.count - 1
    if try invoke(stack[calleeIndex], shape, .written) { return }
    try emit(pop(), mode)
  }

  mutating func callMethodAndEmit(
    _ name: Int32,
    _ shape: Int,
    _ mode: EmitMode
  ) throws(TemplateFault) {
    let shape = program.shapes[shape]
    if try invokeMethod(name, shape, .written) { return }
    try emit(pop(), mode)
  }

  mutating func callMethod(
    _ name: Int32,
    _ shape: Int,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    _ = try invokeMethod(name, program.shapes[shape], result)
  }

  /// Calls a value with the arguments on the stack, and takes both away.
  ///
  /// - Returns: whether a call of a template's code was begun; otherwise the result is on the stack.
  mutating func invoke(
    _ callee: Value,
    _ shape: CallShape,
    _ result: CallFrame.Result
  ) throws(TemplateFault) -> Bool {
    switch callee {
    case .reference(let reference): return try invoke(reference, shape, result)
    case .function(let function):
      let arguments = try takeArguments(shape)
      stack.removeLast()
      stack.append(try admitted(try call(function, arguments)))
      return false
    case .undefined(let undefined): throw TemplateFault(undefined)
    default: throw TemplateFault("\(callee.article) can't be called")
    }
  }

  private mutating func invoke(
    _ reference: Reference,
    _ shape: CallShape,
    _ result: CallFrame.Result
  ) throws(TemplateFault) -> Bool {
    switch reference.kind {
    case .macro:
      try callMacro(macros[Int(reference.index)], shape, result)
      return true
    case .loop where shape.isPlain && shape.positional == 1:
      let iterable = pop()
      stack.removeLast()
      try callLoop(reference, iterable, result)
      return true
    case .loop:
      let arguments = try takeArguments(shape)
      stack.removeLast()
      try callLoop(reference, arguments, result)
      return true
    case .block:
      _ = try takeArguments(shape)
      stack.removeLast()
      try call(block: reference, result)
      return true
    case .joiner:
      _ = try takeArguments(shape)
      stack.removeLast()
      stack.append(join(Int(reference.index)))
      return false
    default: throw TemplateFault("a \(reference.kind) can't be called")
    }
  }

  private mutating func join(_ index: Int) -> Value {
    guard joiners[index].isUsed else {
      joiners[index].isUsed = true
      return .string([])
    }
    return joiners[index].separator
  }

  /// Takes a call's arguments from the stack.
  mutating func takeArguments(_ shape: CallShape) throws(TemplateFault) -> CallArguments {
    var arguments = CallArguments()
    let unpackedNames = shape.hasUnpackedNames ? pop() : nil
    let unpacked = shape.hasUnpacked ? pop() : nil
    if !shape.names.isEmpty {
      arguments.named = Array(zip(shape.names, popItems(shape.names.count)))
    }
    arguments.positional = popItems(shape.positional)
    if let unpacked {
      arguments.positional += try collect(unpacked, "can't stand behind `*`")
    }
    if let unpackedNames { try unpack(unpackedNames, into: &arguments) }
    return arguments
  }

  private func unpack(
    _ value: Value,
    into arguments: inout CallArguments
  ) throws(TemplateFault) {
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    guard case .map(let map) = value else {
      throw TemplateFault("a dictionary stands behind `**`, not \(value.article)")
    }
    let given = arguments.named
    for entry in map.entries {
      guard let key = entry.key.textBytes else {
        throw TemplateFault("the keys behind `**` are names, not \(entry.key.article)")
      }
      let name = String(decoding: key, as: UTF8.self)
      if given.contains(where: { $0.name == name }) {
        throw TemplateFault("the argument `\(name)` is given twice")
      }
      arguments.named.append((name, entry.value))
    }
  }

  private mutating func callMacro(
    _ macro: MacroState,
    _ shape: CallShape,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    // No copy of what is known of the macro: all threads would count its references.
    let function = Int(macro.function)
    let isSimple =
      shape.isPlain && program.functions[function].takes(positional: shape.positional)
    var result = result
    if case .value(.dynamic) = result { result = .value(isEscaping ? .escaped : .plain) }
    if isSimple {
      let first = stack.count - shape.positional
      try begin(macro.function, context: macro.context, parent: macro.activation, result)
      for index in 0..<shape.positional {
        slots[base + Int(program.functions[function].parameters[index].slot)] =
          stack[first + index].assigned
      }
      stack.removeLast(shape.positional + 1)
    } else {
      let arguments = try takeArguments(shape)
      stack.removeLast()
      let values = try MacroArguments(arguments, program.functions[function])
      try begin(macro.function, context: macro.context, parent: macro.activation, result)
      for (slot, value) in values.slots { slots[base + Int(slot)] = value }
    }
  }

  private mutating func call(
    _ function: Function,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    switch function.body {
    case .builtin(let builtin): return try call(builtin, arguments)
    case .host(let body):
      let bound = try arguments.bound(to: function.parameters, of: function.name)
      var values: [Value] = []
      for value in bound.positional { values.append(try settled(value)) }
      return try body(Arguments(values: values))
    }
  }
}

/// What a macro's call puts into which of its slots.
private struct MacroArguments {
  var slots: [(slot: Int32, value: Value)] = []

  init(_ arguments: CallArguments, _ info: FunctionInfo) throws(TemplateFault) {
    let name = info.name
    var named = arguments.named
    for (parameter, value) in zip(info.parameters, arguments.positional) {
      slots.append((parameter.slot, value))
    }
    for parameter in info.parameters.dropFirst(arguments.positional.count) {
      guard let index = named.firstIndex(where: { $0.name == parameter.name }) else { continue }
      slots.append((parameter.slot, named.remove(at: index).value))
    }
    if info.callerSlot >= 0 {
      let index = named.firstIndex { $0.name == "caller" }
      let caller = index.map { named.remove(at: $0).value }
      slots.append((info.callerSlot, Self.caller(caller)))
    }
    if info.keywordsSlot >= 0 {
      slots.append((info.keywordsSlot, .map(ValueMap(named.map { ($0.name, $0.value) }))))
    } else if let extra = named.first {
      throw Self.unknown(extra.name, info)
    }
    let surplus = Array(arguments.positional.dropFirst(info.parameters.count))
    if info.varargsSlot >= 0 {
      slots.append((info.varargsSlot, .tuple(surplus)))
    } else if !surplus.isEmpty {
      let most = info.parameters.isEmpty ? "no arguments" : "\(info.parameters.count) at most"
      throw TemplateFault("the macro `\(name)` takes \(most), not \(arguments.positional.count)")
    }
  }

  private static func caller(_ value: Value?) -> Value {
    switch value {
    case nil, .some(.none): .missing("nothing was given to `caller`: call the macro with `call`")
    case .some(let value): value
    }
  }

  private static func unknown(_ name: String, _ info: FunctionInfo) -> TemplateFault {
    if name == "caller" {
      return TemplateFault("the macro `\(info.name)` never calls `caller`, so `call` can't use it")
    }
    return TemplateFault(
      "the macro `\(info.name)` has no parameter `\(name)`",
      help: suggestion(for: name, among: info.parameters.map(\.name))
    )
  }
}
