/// The filters that give their items one by one, when they are asked for.
enum IteratorFilter: String, Sendable {
  case map
  case select
  case reject
  case selectattr
  case rejectattr
  case unique
  case batch
  case slice
  case items
}

extension Renderer {
  /// Makes an iterator that does nothing yet.
  mutating func iterator(
    _ filter: IteratorFilter,
    _ value: Value,
    _ arguments: CallArguments
  ) -> Value {
    iterators.append(IteratorState(step: .pending(filter, value, arguments)))
    return .reference(Reference(kind: .iterator, index: Int32(iterators.count - 1)))
  }

  /// Makes an iterator over items that are known.
  mutating func iterator(over items: [Value]) -> Value {
    iterators.append(IteratorState(step: .plain, items: items))
    return .reference(Reference(kind: .iterator, index: Int32(iterators.count - 1)))
  }

  /// The next item of an iterator, or `nil` at its end.
  mutating func next(of iterator: Int32) throws(TemplateFault) -> Value? {
    let index = Int(iterator)
    guard iteratorDepth < Limits.callDepth else {
      throw TemplateFault("filters that give their items one by one are chained too long")
    }
    iteratorDepth += 1
    defer { iteratorDepth -= 1 }
    if case .pending(let filter, let value, let arguments) = iterators[index].step {
      iterators[index].step = .plain
      try prepare(index, filter, value, arguments)
    }
    while iterators[index].position < iterators[index].items.count {
      let item = iterators[index].items[iterators[index].position]
      iterators[index].position += 1
      try countStep()
      if let result = try apply(iterators[index].step, to: item) {
        iterators[index].given.append(result)
        return result
      }
    }
    return nil
  }

  private mutating func apply(
    _ step: IteratorState.Step,
    to item: Value
  ) throws(TemplateFault) -> Value? {
    switch step {
    case .plain, .pending: return item
    case .filter(let filter, let arguments):
      let bound = try filter.parameters.map { (parameters) throws(TemplateFault) in
        try arguments.bound(to: parameters, of: filter.name)
      }
      return try apply(filter.body, to: item, bound ?? arguments)
    case .attribute(let path, let defaultValue):
      return try value(at: path, of: item, defaultValue)
    case .select(let test, let arguments, let path, let keeps):
      let tested = try path.map { (path) throws(TemplateFault) in try value(at: path, of: item, nil)
      }
      let passes = try self.passes(test, tested ?? item, arguments)
      return passes == keeps ? item : nil
    }
  }

  private mutating func passes(
    _ test: TestDefinition?,
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Bool {
    guard let test else { return value.isTrue }
    try effort.add(value.cost)
    return try test.body(&self, value, try arguments.bound(to: test.parameters, of: test.name))
  }

  /// Finds out what an iterator will do, when the first item is asked for.
  private mutating func prepare(
    _ index: Int,
    _ filter: IteratorFilter,
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) {
    switch filter {
    case .unique: iterators[index].items = try unique(value, arguments)
    case .batch: iterators[index].items = try batch(value, arguments)
    case .slice: iterators[index].items = try columns(value, arguments)
    case .items: iterators[index].items = try pairs(value)
    case .map, .select, .reject, .selectattr, .rejectattr:
      guard value.isTrue else { return }
      iterators[index].step =
        filter == .map ? try mapStep(arguments) : try selectStep(filter, arguments)
      iterators[index].items = try collect(value, "can't be gone through")
    }
  }

  private func mapStep(_ arguments: CallArguments) throws(TemplateFault) -> IteratorState.Step {
    if arguments.positional.isEmpty,
      let attribute = arguments.named.first(where: { $0.name == "attribute" })
    {
      if let extra = arguments.named.first(where: { !["attribute", "default"].contains($0.name) }) {
        throw TemplateFault("`map` has no parameter `\(extra.name)`")
      }
      let given = arguments.named.first { $0.name == "default" }?.value
      let defaultValue: Value? = if case .some(.none) = given { nil } else { given }
      return .attribute(try AttributePath(attribute.value), defaultValue: defaultValue)
    }
    guard let name = arguments.positional.first else {
      throw TemplateFault("`map` needs a filter's name, or `attribute=`")
    }
    let filter = try self.filter(named: name)
    let rest = CallArguments(
      positional: Array(arguments.positional.dropFirst()),
      named: arguments.named
    )
    return .filter(filter, rest)
  }

  private func selectStep(
    _ filter: IteratorFilter,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> IteratorState.Step {
    let takesAttribute = filter == .selectattr || filter == .rejectattr
    let keeps = filter == .select || filter == .selectattr
    var positional = arguments.positional[...]
    var path: AttributePath?
    if takesAttribute {
      guard let attribute = positional.popFirst() else {
        throw TemplateFault("`\(filter.rawValue)` needs an attribute's name")
      }
      path = try AttributePath(attribute)
    }
    guard let name = positional.popFirst() else {
      return .select(nil, CallArguments(), path, keeps: keeps)
    }
    let rest = CallArguments(positional: Array(positional), named: arguments.named)
    return .select(try test(named: name), rest, path, keeps: keeps)
  }

  /// All items of something that can be gone through.
  mutating func collect(_ value: Value, _ refusal: String) throws(TemplateFault) -> [Value] {
    try effort.add(value.cost)
    switch value {
    case .list(let items), .tuple(let items): return items
    case .group(let group): return group.pair
    case .string(let text), .markup(let text):
      return UTF8Text.characters(text).map { .string($0) }
    case .map(let map): return map.entries.map(\.key)
    case .range(let range):
      guard range.count <= Limits.collectedItems else {
        throw TemplateFault("a range of \(range.count) numbers is too large for a list")
      }
      try effort.addItems(range.count)
      return (0..<range.count).map { range[$0] }
    case .undefined(let undefined):
      guard undefined.isLenient else { throw TemplateFault(undefined) }
      return []
    case .reference(let reference) where reference.kind == .iterator:
      return try collectRest(of: reference.index)
    default: throw TemplateFault("\(value.article) \(refusal)")
    }
  }

  mutating func collectRest(of iterator: Int32) throws(TemplateFault) -> [Value] {
    var items: [Value] = []
    while let item = try next(of: iterator) { items.append(item) }
    return items
  }

  /// The value with an iterator made a list, as a host's code gets it.
  mutating func settled(_ value: Value) throws(TemplateFault) -> Value {
    guard case .reference(let reference) = value, reference.kind == .iterator else { return value }
    return .list(try collectRest(of: reference.index))
  }
}
