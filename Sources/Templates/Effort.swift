/// How much a rendering has done, so that no template goes on for ever.
///
/// It counts work and not time: a page that is refused once is refused always.
struct Effort {
  private var steps: Int
  private var cost: Int

  init(steps: Int = 0, cost: Int = 0) {
    self.steps = steps
    self.cost = cost
  }

  /// Counts an iteration or a call.
  @inline(__always)
  mutating func addStep() throws(TemplateFault) {
    steps &+= 1
    if steps > Limits.steps {
      throw TemplateFault("the template takes more than \(Limits.steps) steps")
    }
  }

  /// Counts what it takes to go through something, as ``Value/cost`` says it.
  @inline(__always)
  mutating func add(_ cost: Int) throws(TemplateFault) {
    self.cost &+= cost
    if self.cost > Limits.cost {
      throw TemplateFault("the template goes through too much text, or through too many items")
    }
  }

  /// What was done since some time before.
  func since(_ earlier: Effort) -> Effort {
    Effort(steps: steps - earlier.steps, cost: cost - earlier.cost)
  }

  /// Counts what was done before and needn't be again; false, and nothing is counted, when it is too much.
  mutating func add(_ other: Effort) -> Bool {
    guard steps + other.steps <= Limits.steps, cost + other.cost <= Limits.cost else {
      return false
    }
    steps += other.steps
    cost += other.cost
    return true
  }

  /// Counts what it takes to go through so many items.
  @inline(__always)
  mutating func addItems(_ count: Int) throws(TemplateFault) {
    try add(count &* Value.itemCost)
  }
}

extension Value {
  /// An item takes about as long as so many bytes of a text.
  static let itemCost = 16

  /// What it takes to go through it once, without what is in its items: a byte counts as 1.
  var cost: Int {
    switch self {
    case .string(let text), .markup(let text): text.count
    case .list(let items), .tuple(let items): items.count * Self.itemCost
    case .map(let map): map.count * Self.itemCost
    default: 0
    }
  }

  /// Whether other values are in it, which are freed with it.
  private var isNested: Bool {
    switch self {
    case .list, .tuple, .map, .group, .undefined: true
    default: false
    }
  }

  /// Adds up the values in it, those in several places as often as they are there.
  ///
  /// Going through it takes as long as writing it would, so a value that shares its parts with itself
  /// is too large long before it is too deep.
  func measure(_ size: inout Int, depth: Int = 0) throws(TemplateFault) {
    switch self {
    case .list(let items), .tuple(let items): try Self.measure(items, &size, depth)
    case .group(let group):
      try group.grouper.measure(&size, depth: depth + 1)
      try Self.measure(group.members, &size, depth + 1)
    case .map(let map):
      try Self.enter(map.count, &size, depth)
      for index in map.entries.indices {
        if map.entries[index].key.isNested {
          try map.entries[index].key.measure(&size, depth: depth + 1)
        }
        if map.entries[index].value.isNested {
          try map.entries[index].value.measure(&size, depth: depth + 1)
        }
      }
    case .undefined(let undefined):
      // It remembers what it was looked for in.
      switch undefined.reason {
      case .variable, .other: break
      case .attribute(_, let owner): try Self.measure([owner], &size, depth)
      case .item(let key, let owner): try Self.measure([key, owner], &size, depth)
      }
    default: break
    }
  }

  private static func measure(
    _ items: [Value],
    _ size: inout Int,
    _ depth: Int
  ) throws(TemplateFault) {
    try enter(items.count, &size, depth)
    for index in items.indices where items[index].isNested {
      try items[index].measure(&size, depth: depth + 1)
    }
  }

  private static func enter(_ count: Int, _ size: inout Int, _ depth: Int) throws(TemplateFault) {
    size += count
    guard size <= Limits.largestRepetition else {
      throw TemplateFault("a value has more than \(Limits.largestRepetition >> 20) million items")
    }
    guard depth < Limits.valueDepth else {
      throw TemplateFault("values are nested deeper than \(Limits.valueDepth)")
    }
  }
}

extension Renderer {
  /// The value, or a fault that ends a template whose values grow or nest without bound.
  ///
  /// Whatever makes a value of others ends here, so that nothing that goes through a value, and
  /// nothing that frees one, has to ask how deep it is.
  mutating func admitted(_ value: Value) throws(TemplateFault) -> Value {
    switch value {
    case .string(let text), .markup(let text):
      guard text.count <= Limits.largestRepetition else {
        throw TemplateFault("a text is larger than \(Limits.largestRepetition >> 20) MiB")
      }
      try effort.add(text.count)
    case .list, .tuple, .map, .group, .undefined:
      var size = 0
      try value.measure(&size)
      try effort.addItems(size)
    default: break
    }
    return value
  }
}
