extension Renderer {
  mutating func beginLoop(_ iterable: consuming Value) throws(TemplateFault) {
    loopSerial &+= 1
    try effort.add(iterable.cost)
    loops.append(try LoopState(iterable))
    loops[loops.count - 1].serial = loopSerial
  }

  mutating func beginRecursiveLoop(_ iterable: consuming Value, _ function: Int32)
    throws(TemplateFault)
  {
    guard let frame = frames.last else { preconditionFailure("a call is under way") }
    try beginLoop(iterable)
    let index = loops.count - 1
    loops[index].function = function
    loops[index].activation = activations[Int(frame.activation)].parent
    loops[index].depth = recursionDepth
  }

  /// How deep the recursive loop is, which its caller left behind.
  private var recursionDepth: Int {
    guard let frame = frames.last else { return 0 }
    var depth = 0
    for index in 0..<frames.count - 1 where frames[index].function == frame.function {
      depth += 1
    }
    return depth
  }

  /// Takes the innermost loop's next item; `nil` at its end.
  mutating func nextItem() throws(TemplateFault) -> Value? {
    try countStep()
    let index = loops.count - 1
    guard case .iterator(let iterator) = loops[index].source else { return loops[index].take() }
    let item = try next(of: iterator)
    if case .some = item { loops[index].taken += 1 }
    return item
  }

  /// Gives the innermost loop's next item to a slot; false at the loop's end.
  mutating func nextItem(into slot: Int) throws(TemplateFault) -> Bool {
    let index = loops.count - 1
    if case .items = loops[index].source {
      try countStep()
      let taken = loops[index].taken
      guard taken < loops[index].items.count else { return false }
      slots[slot] = loops[index].items[taken]
      loops[index].taken = taken + 1
    } else {
      guard let item = try nextItem() else { return false }
      slots[slot] = item
    }
    if slots[slot].isUnset { slots[slot] = slots[slot].assigned }
    return true
  }

  mutating func keepItem() {
    let index = loops.count - 1
    if case .iterator(let iterator) = loops[index].source {
      loops[index].kept.append(iterators[Int(iterator)].lastItem)
    } else {
      loops[index].kept.append(loops[index].item(loops[index].taken - 1))
    }
  }

  var loopReference: Value {
    let index = Int32(loops.count - 1)
    return .reference(Reference(kind: .loop, index: index, serial: loops[Int(index)].serial))
  }

  /// The loop that a reference means, unless it is over.
  func loop(_ reference: Reference) -> LoopState? {
    let index = Int(reference.index)
    guard index < loops.count, loops[index].serial == reference.serial else { return nil }
    return loops[index]
  }

  func openLoop(_ reference: Reference) throws(TemplateFault) -> LoopState {
    guard let loop = loop(reference) else { throw TemplateFault("the loop is over") }
    return loop
  }

  mutating func loopAttribute(
    _ name: String,
    _ reference: Reference
  ) throws(TemplateFault) -> Value? {
    let index = Int(reference.index)
    guard index < loops.count, loops[index].serial == reference.serial else {
      throw TemplateFault("the loop is over")
    }
    switch name {
    case "index": return .int(loops[index].taken)
    case "index0": return .int(loops[index].taken - 1)
    case "first": return .bool(loops[index].taken == 1)
    default: return try otherLoopAttribute(name, reference)
    }
  }

  private mutating func otherLoopAttribute(
    _ name: String,
    _ reference: Reference
  ) throws(TemplateFault) -> Value? {
    let loop = try openLoop(reference)
    switch name {
    case "depth": return .int(loop.depth + 1)
    case "depth0": return .int(loop.depth)
    case "last": return .bool(try settledLoop(reference).isLast)
    case "length": return .int(try settledLoop(reference).count)
    case "revindex":
      let loop = try settledLoop(reference)
      return .int(loop.count - loop.taken + 1)
    case "revindex0":
      let loop = try settledLoop(reference)
      return .int(loop.count - loop.taken)
    case "previtem":
      if loop.taken == 1 { return .missing("there is no item before the first") }
      return try settledLoop(reference).item(loop.taken - 2)
    case "nextitem":
      let loop = try settledLoop(reference)
      return loop.isLast ? .missing("there is no item behind the last") : loop.item(loop.taken)
    default: return nil
    }
  }

  /// The loop with all items known, which takes those that an iterator still has.
  private mutating func settledLoop(_ reference: Reference) throws(TemplateFault) -> LoopState {
    let index = Int(reference.index)
    guard case .iterator(let iterator) = loops[index].source else { return loops[index] }
    let taken = loops[index].taken
    let before = iterators[Int(iterator)].given
    let rest = try collectRest(of: iterator)
    var state = LoopState(items: Array(before.suffix(taken)) + rest)
    state.inherit(loops[index])
    loops[index] = state
    return state
  }

  /// Starts a recursive loop.
  mutating func callLoop(_ function: Int32) throws(TemplateFault) {
    guard let frame = frames.last else { preconditionFailure("a call is under way") }
    let iterable = pop()
    try begin(function, context: context, parent: frame.activation, .written)
    stack.append(iterable)
  }

  /// Renders the loop's body again for the items below one.
  mutating func callLoop(
    _ reference: Reference,
    _ arguments: CallArguments,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    let bound = try arguments.bound(to: [Parameter("iterable")], of: "loop")
    try callLoop(reference, bound[0], result)
  }

  mutating func callLoop(
    _ reference: Reference,
    _ iterable: consuming Value,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    let index = Int(reference.index)
    guard index < loops.count, loops[index].serial == reference.serial else {
      throw TemplateFault("the loop is over")
    }
    let (function, activation) = (loops[index].function, loops[index].activation)
    guard function >= 0 else {
      throw TemplateFault("only a loop marked `recursive` can be called")
    }
    var result = result
    if case .value = result { result = .value(program.functions[Int(function)].result) }
    try begin(function, context: context, parent: activation, result)
    stack.append(iterable)
  }
}

extension LoopState {
  init(_ iterable: consuming Value) throws(TemplateFault) {
    switch iterable {
    case .list(let items), .tuple(let items): self.init(items: items)
    case .group(let group): self.init(items: group.pair)
    case .string(let text), .markup(let text):
      self.init(items: UTF8Text.characters(text).map { .string($0) })
    case .range(let range): self.init(source: .range(range), count: range.count)
    case .map(let map): self.init(source: .map(map), count: map.count)
    case .reference(let reference) where reference.kind == .iterator:
      self.init(source: .iterator(reference.index), count: 0)
    case .undefined(let undefined):
      guard undefined.isLenient else { throw TemplateFault(undefined) }
      self.init(items: [])
    default: throw TemplateFault("\(iterable.article) can't be looped over")
    }
  }

  init(items: [Value]) { self.init(source: .items, items: items, count: items.count) }

  /// Whether the item taken last is the last of all.
  var isLast: Bool { taken == count }

  /// The next item, for a loop that isn't an iterator's.
  mutating func take() -> Value? {
    guard taken < count else { return nil }
    defer { taken += 1 }
    return item(taken)
  }

  func item(_ index: Int) -> Value {
    switch source {
    case .items: items[index]
    case .range(let range): range[index]
    case .map(let map): map.entries[index].key
    case .iterator: .none
    }
  }

  /// Goes on where another state of the loop is.
  mutating func inherit(_ other: LoopState) {
    taken = other.taken
    serial = other.serial
    function = other.function
    activation = other.activation
    depth = other.depth
    isDone = other.isDone
    changed = other.changed
  }
}
