/// A variable's place: a slot of a function's frame.
struct Variable: Hashable {
  /// The depth of the function that has it among the functions around the code.
  let depth: Int
  let slot: Int32
}

/// What a variable is when its scope is entered.
enum InitialValue {
  /// A parameter, which the code sets itself.
  case parameter
  /// What the context has under this name.
  case resolve(String)
  /// What an outer scope's variable is at that moment.
  case alias(Variable)
  case unset
}

/// The names that a stretch of a template reads and writes, as Jinja's `idtracking` finds them.
struct Symbols {
  var references: [String: Variable] = [:]
  /// In the order in which they were found.
  private(set) var order: [Variable] = []
  private(set) var initial: [Variable: InitialValue] = [:]
  var stores: Set<String> = []

  mutating func setInitial(_ variable: Variable, _ value: InitialValue) {
    if initial.updateValue(value, forKey: variable) == nil { order.append(variable) }
  }
}

/// A scope of names: a template, a block, a macro, the body of a loop or of `with`.
final class Scope {
  let level: Int
  let parent: Scope?
  let function: FunctionBuilder
  var symbols = Symbols()

  init(function: FunctionBuilder, parent: Scope? = nil) {
    level = parent.map { $0.level + 1 } ?? 0
    self.parent = parent
    self.function = function
  }

  /// The variable that a name means here.
  func variable(_ name: String) -> Variable? {
    symbols.references[name] ?? parent?.variable(name)
  }

  /// What a variable was when the scope that has it was entered.
  func initialValue(of variable: Variable) -> InitialValue? {
    symbols.initial[variable] ?? parent?.initialValue(of: variable)
  }

  @discardableResult
  private func define(_ name: String, _ value: InitialValue) -> Variable {
    // As in Jinja, neighbouring scopes of one level share a name's slot.
    let variable = Variable(depth: function.depth, slot: function.slot("\(level):\(name)"))
    symbols.references[name] = variable
    symbols.setInitial(variable, value)
    return variable
  }

  @discardableResult
  func declareParameter(_ name: String) -> Variable {
    symbols.stores.insert(name)
    return define(name, .parameter)
  }

  func load(_ name: String) {
    if variable(name) == nil { define(name, .resolve(name)) }
  }

  func store(_ name: String) {
    symbols.stores.insert(name)
    guard symbols.references[name] == nil else { return }
    if let outer = parent?.variable(name) {
      define(name, .alias(outer))
    } else {
      define(name, .unset)
    }
  }

  /// Takes over what the branches of a condition found; a name that only some set keeps its old value.
  func merge(_ branches: [Symbols]) {
    let stored = branches.reduce(into: Set<String>()) { $0.formUnion($1.stores) }
      .subtracting(symbols.stores)
    for branch in branches {
      symbols.references.merge(branch.references) { $1 }
      for variable in branch.order {
        if let value = branch.initial[variable] { symbols.setInitial(variable, value) }
      }
      symbols.stores.formUnion(branch.stores)
    }
    for name in stored.sorted() {
      guard let target = variable(name) else { continue }
      if let outer = parent?.variable(name) {
        symbols.setInitial(target, .alias(outer))
      } else {
        symbols.setInitial(target, .resolve(name))
      }
    }
  }

  /// Every name written here or around, with its variable.
  var storedVariables: [(name: String, variable: Variable)] {
    var found: [(name: String, variable: Variable)] = []
    var seen: Set<String> = []
    var scope: Scope? = self
    while let current = scope {
      for name in current.symbols.stores.sorted() where seen.insert(name).inserted {
        if let variable = variable(name) { found.append((name, variable)) }
      }
      scope = current.parent
    }
    return found
  }
}

/// A function while its code is written.
final class FunctionBuilder {
  let index: Int32
  /// How many functions are around it.
  let depth: Int
  let parent: FunctionBuilder?
  private var slots: [String: Int32] = [:]
  private(set) var slotCount: Int32 = 0
  var code: [Instruction] = []
  var ranges: [Range<Int32>] = []
  /// How many captures are open at this point.
  var captures: Int32 = 0
  /// The loops around this point, innermost last.
  var loops: [OpenLoop] = []

  struct OpenLoop {
    let start: Int32
    var breaks: [Int] = []
    let captures: Int32
    let autoescapeSlots: Int
  }

  /// The slots that keep the escaping that open `autoescape` blocks will restore.
  var autoescapeSlots: [Int32] = []

  init(index: Int32, parent: FunctionBuilder?) {
    self.index = index
    self.parent = parent
    depth = parent.map { $0.depth + 1 } ?? 0
  }

  func slot(_ key: String) -> Int32 {
    if let slot = slots[key] { return slot }
    let slot = slotCount
    slots[key] = slot
    slotCount += 1
    return slot
  }

  /// The names that have slots, in order.
  var variables: [String] {
    Set(slots.keys.compactMap { $0.split(separator: ":").dropFirst().first.map(String.init) })
      .sorted()
  }

  func temporarySlot() -> Int32 { slot("temporary \(slotCount)") }
}
