/// One step of a compiled template.
///
/// Numbers are indices: of slots in the function's frame, of the program's tables, or of the
/// instruction to go on with.
enum Instruction: Sendable {
  // Output
  case text(start: Int32, count: Int32)
  case emit(EmitMode)
  /// The commonest outputs, `{{ name }}` and `{{ name.attribute }}`, in one step.
  case emitSlot(Int32, EmitMode)
  case emitAttribute(slot: Int32, name: Int32, EmitMode)
  case beginCapture
  case endCapture(EmitMode)
  case dropCaptures(Int32)
  case addressBegin(slot: Int32, length: Int32)
  case addressEnd(slot: Int32)

  // Values
  case constant(Int32)
  case load(slot: Int32)
  case loadOuter(depth: Int32, slot: Int32)
  case store(slot: Int32)
  case storeAttribute(name: Int32)
  case checkNamespace
  case pop
  case unpack(count: Int32)
  case makeList(count: Int32)
  case makeTuple(count: Int32)
  case makeMap(count: Int32)
  case attribute(Int32)
  /// The commonest, `name.attribute`.
  case loadAttribute(slot: Int32, name: Int32)
  case item
  case slice
  case not
  case sign(negative: Bool)
  case arithmetic(Arithmetic)
  case compare(Comparison)
  /// Compares, and keeps the right operand for the next link of a chain, or leaves with false.
  case compareChain(Comparison, otherwise: Int32)
  case swapPop
  case concatenate(count: Int32, EmitMode)
  case asMarkup

  // Control
  case jump(Int32)
  case jumpIfFalse(Int32)
  case jumpIfFalseOrPop(Int32)
  case jumpIfTrueOrPop(Int32)
  /// Goes over the next step, a jump, where `name.attribute` is true: the commonest test.
  case skipIfAttribute(slot: Int32, name: Int32)
  case jumpIfExtended(Int32)
  case fail(Int32)

  // Calls
  case filter(Int32, shape: Int32)
  /// With arguments that are all constant.
  case filterConstantly(Int32, arguments: Int32)
  case test(Int32, shape: Int32)
  case call(shape: Int32)
  case callMethod(name: Int32, shape: Int32)
  case callEmit(shape: Int32, EmitMode)
  case callMethodEmit(name: Int32, shape: Int32, EmitMode)
  case finish

  // Names
  case resolve(slot: Int32, name: Int32)
  case unset(slot: Int32)
  case alias(slot: Int32, depth: Int32, from: Int32)
  case export(name: Int32, slot: Int32)
  case exportImported(name: Int32, slot: Int32)
  case useDefault(slot: Int32, otherwise: Int32)
  case makeMacro(function: Int32)
  case templateReference(slot: Int32)
  case superReference(slot: Int32, name: Int32)

  // Loops
  case loopBegin
  case loopBeginRecursive(function: Int32)
  case loopNext(exit: Int32)
  /// The commonest, `for name in …`: the item goes to its slot without a stop on the stack.
  case loopNextStore(slot: Int32, exit: Int32)
  case loopKeep
  case loopReference(slot: Int32)
  case loopDone
  case loopEnd
  case loopEndKept
  case jumpIfLooped(Int32)
  case callLoop(function: Int32)

  // Templates
  case block(name: Int32, locals: Int32)
  case requireBlock(name: Int32)
  case extends
  case runParent
  case include(ignoresMissing: Bool, locals: Int32)
  /// With a name that is constant, as nearly all are.
  case includeKnown(template: Int32, locals: Int32)
  case importTemplate(locals: Int32)
  case importKnown(template: Int32, locals: Int32)
  case moduleName(Int32)
  case saveAutoescape(slot: Int32)
  case setAutoescape
  case restoreAutoescape(slot: Int32)
}

/// What is done to a value that is printed.
enum EmitMode: UInt8, Sendable {
  /// It is printed as it is.
  case plain
  /// It is escaped unless it is markup.
  case escaped
  /// As the context says, inside `autoescape` with a value that isn't constant.
  case dynamic
  /// It must be text, and is printed as it is, as Jinja prints filter blocks.
  case verbatim
  /// It is escaped even when it is markup: JSON in an attribute.
  case quoted
  /// White space is escaped too: an attribute's value without quotes.
  case unquoted
  /// It is a part of a tag: letters that make a name, or markup that is whole attributes.
  case tag
}
