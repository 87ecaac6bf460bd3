extension Renderer {
  /// Calls a method: one of the engine's own objects, or an attribute that can be called.
  mutating func invokeMethod(
    _ name: Int32,
    _ shape: CallShape,
    _ result: CallFrame.Result
  ) throws(TemplateFault) -> Bool {
    let ownerIndex = stack.count - shape.count - 1
    let owner = stack[ownerIndex]
    let method = program.attributes.all[Int(name)]
    if case .reference(let reference) = owner, let kind = Method(reference.kind, method) {
      let arguments = try takeArguments(shape)
      stack.removeLast()
      stack.append(try call(kind, reference, arguments))
      return false
    }
    let callee = try attribute(name, of: owner)
    if case .undefined = callee, let kind = ValueMethod(rawValue: method), kind.applies(to: owner) {
      let arguments = try takeArguments(shape)
      stack.removeLast()
      try effort.add(owner.cost)
      stack.append(try admitted(try kind.call(owner, arguments, &self)))
      return false
    }
    stack[ownerIndex] = callee
    return try invoke(callee, shape, result)
  }

  private enum Method {
    case cycle
    case changed
    case next
    case reset

    init?(_ kind: Reference.Kind, _ name: String) {
      switch (kind, name) {
      case (.loop, "cycle"): self = .cycle
      case (.loop, "changed"): self = .changed
      case (.cycler, "next"): self = .next
      case (.cycler, "reset"): self = .reset
      default: return nil
      }
    }
  }

  private mutating func call(
    _ method: Method,
    _ reference: Reference,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    let index = Int(reference.index)
    switch method {
    case .cycle:
      let loop = try openLoop(reference)
      let items = arguments.positional
      guard !items.isEmpty else {
        throw TemplateFault("`loop.cycle` needs something to go through")
      }
      return items[(loop.taken - 1) % items.count]
    case .changed:
      let loop = try openLoop(reference)
      if let last = loop.changed, try areEqual(.tuple(last), .tuple(arguments.positional), &effort)
      {
        return .bool(false)
      }
      loops[index].changed = arguments.positional
      return .bool(true)
    case .next:
      let state = cyclers[index]
      cyclers[index].position = (state.position + 1) % state.items.count
      return state.items[state.position]
    case .reset:
      cyclers[index].position = 0
      return .none
    }
  }

  /// Calls one of Jinja's global functions.
  mutating func call(
    _ builtin: Builtin,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    switch builtin {
    case .range: return try makeRange(arguments)
    case .dict: return .map(try makeMap(arguments, "dict"))
    case .namespace:
      namespaces.append(NamespaceState(map: try makeMap(arguments, "namespace")))
      return .reference(Reference(kind: .namespace, index: Int32(namespaces.count - 1)))
    case .cycler:
      guard !arguments.positional.isEmpty else {
        throw TemplateFault("`cycler` needs something to go through")
      }
      cyclers.append(CyclerState(items: arguments.positional))
      return .reference(Reference(kind: .cycler, index: Int32(cyclers.count - 1)))
    case .joiner:
      let bound = try arguments.bound(
        to: [Parameter("sep", default: Value(", "))],
        of: "joiner"
      )
      joiners.append(JoinerState(separator: bound[0]))
      return .reference(Reference(kind: .joiner, index: Int32(joiners.count - 1)))
    case .lipsum: return try LoremIpsum.text(arguments, &self)
    }
  }

  private func makeRange(_ arguments: CallArguments) throws(TemplateFault) -> Value {
    guard arguments.named.isEmpty, (1...3).contains(arguments.positional.count) else {
      throw TemplateFault("`range` takes a stop, or a start, a stop and a step")
    }
    var numbers: [Int] = []
    for value in arguments.positional {
      if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
      guard let number = value.integer else {
        throw TemplateFault("`range` takes whole numbers, not \(value.article)")
      }
      guard let small = Int(exactly: number) else {
        throw TemplateFault("`range` takes numbers of 64 bits, and \(value.quoted) has more")
      }
      numbers.append(small)
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw TemplateFault("the step of `range` can't be 0") }
    let start = numbers.count > 1 ? numbers[0] : 0
    let stop = numbers.count > 1 ? numbers[1] : numbers[0]
    return .range(ValueRange(start: start, stop: stop, step: step))
  }

  private mutating func makeMap(
    _ arguments: CallArguments,
    _ callee: String
  ) throws(TemplateFault) -> ValueMap {
    guard arguments.positional.count <= 1 else {
      throw TemplateFault("`\(callee)` takes one dictionary at most")
    }
    var map = ValueMap()
    if let first = arguments.positional.first {
      if case .map(let given) = first {
        map = given
      } else {
        for pair in try collect(first, "can't be made a dictionary") {
          let items = try collect(pair, "can't be made a dictionary's entry")
          guard items.count == 2 else {
            throw TemplateFault(
              "a dictionary's entry has a key and a value, not \(items.count) parts"
            )
          }
          try map.set(items[0], items[1])
        }
      }
    }
    for (name, value) in arguments.named { map.append(name, value) }
    return map
  }
}
