/// A call that is under way.
struct CallFrame {
  enum Result {
    /// What it writes goes where the caller writes.
    case written
    /// So does this, which is remembered.
    case remembered
    /// What it writes becomes a value for the caller.
    case value(EmitMode)
    /// What it writes is the body of a module.
    case module
  }

  let function: Int32
  /// Where the caller goes on.
  let returnTo: Int32
  /// Its first slot.
  let base: Int
  let activation: Int32
  let context: Int32
  let result: Result
  /// How many captures and loops were open when it began.
  let captures: Int
  let loops: Int
  let stack: Int
  /// Whether it is a block that `super` or `self` called: what that writes is joined at its end.
  var isReferred = false
}

/// The slots of a call, which a macro that was made in it can see.
struct Activation {
  /// Its first slot, or -1 when the call is over and only ``kept`` has them.
  var base: Int
  let parent: Int32
  /// Whether a macro refers to it.
  var isCaptured = false
  var kept: [Value] = []
}

/// The variables that a template sees beside its own.
struct ContextState {
  let layer: ContextLayer
  let template: Int32
  /// What the template assigned at its top.
  var variables: [NamedValue] = []
  /// Its blocks; of one name the youngest child's come first.
  var blocks: [BlockEntry] = []
  /// The template that it turned out to extend, or -1.
  var parent: Int32 = -1
  var autoescape = true
  /// Whether a macro refers to it.
  var isCaptured = false
}

/// A variable of a context.
struct NamedValue: Sendable {
  let name: Int32
  /// Whether importers may take it.
  var isExported = false
  var value: Value
}

/// What a context was when another was made of it.
final class ContextLayer: Sendable {
  /// What the host gave, by the name's number; empty but at the bottom.
  let base: [Value]
  let variables: [NamedValue]
  let below: ContextLayer?

  init(base: [Value]) {
    self.base = base
    variables = []
    below = nil
  }

  init(variables: [NamedValue], below: ContextLayer) {
    base = []
    self.variables = variables
    self.below = below
  }

  func value(of name: Int32) -> Value? {
    if let below {
      for variable in variables where variable.name == name { return variable.value }
      return below.value(of: name)
    }
    let value = base[Int(name)]
    return value.isUnset ? nil : value
  }
}

/// A macro with the place where it was made.
struct MacroState {
  let function: Int32
  let activation: Int32
  let context: Int32
}

/// A namespace's attributes.
struct NamespaceState {
  var map: ValueMap
}

/// A cycler's items and its place among them.
struct CyclerState {
  let items: [Value]
  var position = 0
}

/// A joiner's separator.
struct JoinerState {
  let separator: Value
  var isUsed = false
}

/// An imported template.
struct ModuleState {
  let template: Int32
  let exported: [NamedValue]
  let body: [UInt8]
}

/// A loop that is under way.
struct LoopState {
  enum Source {
    case items
    case range(ValueRange)
    case map(ValueMap)
    case iterator(Int32)
  }

  var source: Source
  /// The items, when they are all there.
  var items: [Value] = []
  let count: Int
  /// How many items were taken.
  var taken = 0
  var serial: Int32 = 0
  /// The recursive loop's function, or -1, and where it can be called from.
  var function: Int32 = -1
  var activation: Int32 = -1
  var depth = 0
  /// Whether the body came to its end once.
  var isDone = false
  var kept: [Value] = []
  var changed: [Value]?
}

/// A fault that shows when what was written is joined.
struct DeferredFault {
  let fault: TemplateFault
  let position: Int32
  /// The call, and how many captures were open, whose output is joined.
  let frame: Int
  let captures: Int
}

/// What a filter like `map` or `select` will give, item by item.
struct IteratorState {
  enum Step {
    /// Nothing was asked for yet.
    case pending(IteratorFilter, Value, CallArguments)
    case filter(FilterDefinition, CallArguments)
    case attribute(AttributePath, defaultValue: Value?)
    case select(TestDefinition?, CallArguments, AttributePath?, keeps: Bool)
    case plain
  }

  var step: Step
  var items: [Value] = []
  var position = 0
  /// What it gave so far.
  var given: [Value] = []

  /// What it gave last.
  var lastItem: Value { given.last ?? .none }
}
