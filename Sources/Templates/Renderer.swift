internal import Diagnostics
internal import HTML

/// Executes a compiled template.
///
/// All that a rendering changes is in here: one renderer a worker, nothing shared but what is constant.
/// It can't be copied: a copy would count a reference to each of its parts.
struct Renderer: ~Copyable {
  private let shared: SharedProgram
  let escaping: Environment.Escaping
  let environmentFilters: [String: FilterDefinition]
  /// What templates see that get no context.
  let globals: ContextLayer
  /// The names that the host gave values, and these.
  var hostContext: [(String, Value)] = []
  var output = OutputBuffer()
  // What a usual page needs, so that nothing grows by doubling.
  var stack = Stack<Value>(capacity: 32)
  var slots = Stack<Value>(capacity: 64)
  var frames = Stack<CallFrame>(capacity: 16)
  var activations = Stack<Activation>(capacity: 16)
  var loops = Stack<LoopState>(capacity: 8)
  var captures: [Int] = []
  var contexts: [ContextState] = []
  var macros: [MacroState] = []
  var namespaces: [NamespaceState] = []
  var cyclers: [CyclerState] = []
  var joiners: [JoinerState] = []
  var modules: [ModuleState] = []
  var iterators: [IteratorState] = []
  /// The modules imported without context, which are made once.
  var sharedModules: [Int32: Int32] = [:]
  /// Where the next instruction is, and the running call's first slot and context.
  var position: Int32 = 0
  var base = 0
  var context: Int32 = 0
  /// What includes wrote for earlier pages, and those that are under way to be remembered.
  var includes = IncludeMemory()
  /// A fault that Jinja finds only when it joins what was written.
  var deferred: DeferredFault?
  /// What calls cost, when somebody asked for it.
  var profile: RenderProfile?
  let unsetValue = Value.undefined(.unset)
  var effort = Effort()
  /// How many iterators are being asked for an item, each by the one before it.
  var iteratorDepth = 0
  var loopSerial: Int32 = 0
  /// The state of `random`, which is the same for every page, so that a build can be repeated.
  var randomState = randomSeed

  static let randomSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(program: SharedProgram, environment: Environment, globals: ContextLayer) {
    shared = program
    escaping = environment.escaping
    environmentFilters = environment.filters
    self.globals = globals
  }

  /// The program, lent: a copy would count a reference to each of its tables.
  var program: Program {
    @inline(__always) _read { yield shared.program }
  }

  mutating func pop() -> Value {
    guard let value = stack.popLast() else {
      preconditionFailure("the compiler balances the stack")
    }
    return value
  }

  /// Whether text is escaped where the context says so.
  var isEscaping: Bool { contexts[Int(context)].autoescape }

  /// Counts work that can repeat, and ends a template that repeats for ever.
  mutating func countStep() throws(TemplateFault) {
    try effort.addStep()
    if output.count > Limits.outputBytes {
      throw TemplateFault("the page is larger than \(Limits.outputBytes >> 20) MiB")
    }
  }

  /// Runs until the outermost call is finished.
  mutating func run() throws(TemplateFault) {
    // Constants of this function, so that nothing has to hold on to them at each step.
    let (code, constantText) = (program.code, program.text)
    while true {
      let instruction = code[Int(position)]
      position += 1
      switch instruction {
      case .text(let start, let count):
        output.append(constantText, Int(start)..<Int(start) + Int(count))
      case .emit(let mode): try emit(pop(), mode)
      case .emitSlot(let slot, let mode): try emitSlot(base + Int(slot), mode)
      case .emitAttribute(let slot, let name, let mode):
        try emitAttribute(name, of: base + Int(slot), mode)
      case .beginCapture: captures.append(output.count)
      case .endCapture(let mode):
        try throwDeferred(capture: captures.count)
        stack.append(try endCapture(mode))
      case .dropCaptures(let count): try dropCaptures(Int(count))
      case .addressBegin(let slot, let length):
        slots[base + Int(slot)] = .int(output.count - Int(length))
      case .addressEnd(let slot): finishAddress(slot)
      case .constant(let index): stack.append(program.constants[Int(index)])
      case .load(let slot): stack.append(slots[base + Int(slot)])
      case .loadOuter(let depth, let slot): stack.append(outer(depth, slot))
      case .store(let slot): slots[base + Int(slot)] = pop().assigned
      case .storeAttribute(let name): try storeAttribute(name)
      case .checkNamespace: try checkNamespace()
      case .pop: stack.removeLast()
      case .unpack(let count): try unpack(Int(count))
      case .makeList(let count): stack.append(try admitted(.list(popItems(Int(count)))))
      case .makeTuple(let count): stack.append(try admitted(.tuple(popItems(Int(count)))))
      case .makeMap(let count): try makeMap(Int(count))
      case .attribute(let name): stack.append(try attribute(name, of: pop()))
      case .loadAttribute(let slot, let name): try loadAttribute(name, of: base + Int(slot))
      case .item:
        let key = pop()
        stack.append(try item(key, of: pop()))
      case .slice: try slice()
      case .not: stack.append(.bool(!pop().isTrue))
      case .sign(let negative): stack.append(try pop().signed(negative: negative))
      case .arithmetic(let operation):
        let right = pop()
        let result = try operation.apply(pop(), right)
        stack.append(try admitted(result))
      case .compare(let operation):
        let right = pop()
        stack.append(.bool(try holds(operation, pop(), right)))
      case .compareChain(let operation, let otherwise):
        let right = pop()
        if try holds(operation, pop(), right) {
          stack.append(right)
        } else {
          stack.append(.bool(false))
          position = otherwise
        }
      case .concatenate(let count, let mode): try concatenate(Int(count), mode)
      case .asMarkup: stack.append(try asMarkup(pop()))
      case .jump(let target): position = target
      case .jumpIfFalse(let target): if !pop().isTrue { position = target }
      case .skipIfAttribute(let slot, let name):
        if try isAttributeTrue(name, of: base + Int(slot)) { position += 1 }
      case .jumpIfFalseOrPop(let target): jumpOrPop(target, when: false)
      case .jumpIfTrueOrPop(let target): jumpOrPop(target, when: true)
      case .jumpIfExtended(let target):
        if contexts[Int(context)].parent >= 0 { position = target }
      case .fail(let index): throw program.faults[Int(index)]
      case .filter(let index, let shape): try applyFilter(Int(index), Int(shape))
      case .filterConstantly(let index, let arguments):
        try applyFilter(Int(index), program.arguments[Int(arguments)])
      case .test(let index, let shape): try applyTest(Int(index), Int(shape))
      case .call(let shape): try call(Int(shape), .value(.dynamic))
      case .callMethod(let name, let shape):
        try callMethod(name, Int(shape), .value(.dynamic))
      case .callEmit(let shape, let mode): try callAndEmit(Int(shape), mode)
      case .callMethodEmit(let name, let shape, let mode):
        try callMethodAndEmit(name, Int(shape), mode)
      case .finish:
        try throwDeferred(frame: frames.count - 1)
        if try finish() { return }
      case .resolve(let slot, let name): slots[base + Int(slot)] = resolve(name)
      case .unset(let slot): slots[base + Int(slot)] = unsetValue
      case .alias(let slot, let depth, let from):
        slots[base + Int(slot)] = depth == 0 ? slots[base + Int(from)] : outer(depth, from)
      case .export(let name, let slot): export(name, slots[base + Int(slot)], isPublic: true)
      case .exportImported(let name, let slot):
        export(name, slots[base + Int(slot)], isPublic: false)
      case .useDefault(let slot, let otherwise):
        if !slots[base + Int(slot)].isUnset { position = otherwise }
      case .makeMacro(let function): makeMacro(function)
      case .templateReference(let slot):
        slots[base + Int(slot)] = .reference(Reference(kind: .template, index: context))
      case .superReference(let slot, let name): slots[base + Int(slot)] = superReference(name)
      case .loopBegin: try beginLoop(pop())
      case .loopBeginRecursive(let function): try beginRecursiveLoop(pop(), function)
      case .loopNext(let exit):
        if let item = try nextItem() { stack.append(item) } else { position = exit }
      case .loopNextStore(let slot, let exit):
        if !(try nextItem(into: base + Int(slot))) { position = exit }
      case .loopKeep: keepItem()
      case .loopReference(let slot): slots[base + Int(slot)] = loopReference
      case .loopDone: loops[loops.count - 1].isDone = true
      case .loopEnd: loops.removeLast()
      case .loopEndKept: stack.append(.list(loops.removeLast().kept))
      case .jumpIfLooped(let target): if loops[loops.count - 1].isDone { position = target }
      case .callLoop(let function): try callLoop(function)
      case .block(let name, let locals): try callBlock(name, locals)
      case .requireBlock(let name): try requireBlock(name)
      case .extends: try extend(pop())
      case .runParent: try runParent()
      case .include(let ignoresMissing, let locals): try include(ignoresMissing, locals)
      case .includeKnown(let template, let locals):
        try include(sound(Int(template)), locals)
      case .importTemplate(let locals): try importTemplate(templateIndex(pop()), locals)
      case .importKnown(let template, let locals):
        try importTemplate(sound(Int(template)), locals)
      case .moduleName(let name): try takeFromModule(name)
      case .saveAutoescape(let slot): slots[base + Int(slot)] = .bool(isEscaping)
      case .setAutoescape: contexts[Int(context)].autoescape = pop().isTrue
      case .restoreAutoescape(let slot):
        contexts[Int(context)].autoescape = slots[base + Int(slot)].isTrue
      case .swapPop: stack.swapLastTwo()
      }
    }
  }
}
