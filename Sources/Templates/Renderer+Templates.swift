internal import Diagnostics
internal import HTML

extension Renderer {
  // MARK: Blocks

  mutating func callBlock(_ name: Int32, _ locals: Int32) throws(TemplateFault) {
    guard let entry = contexts[Int(context)].blocks.first(where: { $0.name == name }) else {
      preconditionFailure("a template's own blocks are in its context")
    }
    var target = context
    if locals >= 0 { target = deriveContext(locals) }
    try begin(entry.function, context: target, parent: -1, .written)
  }

  mutating func requireBlock(_ name: Int32) throws(TemplateFault) {
    let found = contexts[Int(context)].blocks.count { $0.name == name }
    if found <= 1 {
      let text = program.names.all[Int(name)]
      throw TemplateFault("the required block `\(text)` is not filled in")
    }
  }

  /// Makes a context in which a scoped block sees the variables around it.
  private mutating func deriveContext(_ locals: Int32) -> Int32 {
    var state = ContextState(
      layer: layer(with: locals),
      template: contexts[Int(context)].template
    )
    state.blocks = contexts[Int(context)].blocks
    state.autoescape = isEscaping
    contexts.append(state)
    return Int32(contexts.count - 1)
  }

  /// Everything that can be seen here, for a template that gets the context.
  func layer(with locals: Int32) -> ContextLayer {
    let index = Int(context)
    var layer = contexts[index].layer
    if !contexts[index].variables.isEmpty {
      layer = ContextLayer(variables: contexts[index].variables, below: layer)
    }
    guard locals >= 0 else { return layer }
    var variables: [NamedValue] = []
    variables.reserveCapacity(program.locals[Int(locals)].count)
    for local in program.locals[Int(locals)] {
      let value =
        local.depth == 0 ? slots[base + Int(local.slot)] : outer(local.depth, local.slot)
      if !value.isUnset { variables.append(NamedValue(name: local.name, value: value)) }
    }
    return variables.isEmpty ? layer : ContextLayer(variables: variables, below: layer)
  }

  func superReference(_ name: Int32) -> Value {
    guard let frame = frames.last else { preconditionFailure("a call is under way") }
    let blocks = contexts[Int(context)].blocks
    let position = blocks.firstIndex { $0.name == name && $0.function == frame.function } ?? -1
    return blockReference(name, after: position, context)
  }

  /// The block below one that `super` or `self` refers to.
  func parentBlock(of reference: Reference) -> Value {
    guard let entry = block(reference) else { return .missing("there is no parent block") }
    return blockReference(entry.name, after: Int(reference.index), reference.serial)
  }

  /// The block that `self` has under a name.
  func selfBlock(_ name: String, _ context: Int32) -> Value? {
    guard let number = program.names.known(name), Int(context) < contexts.count,
      let index = contexts[Int(context)].blocks.firstIndex(where: { $0.name == number })
    else { return nil }
    return .reference(Reference(kind: .block, index: Int32(index), serial: context))
  }

  private func blockReference(_ name: Int32, after position: Int, _ context: Int32) -> Value {
    let blocks = contexts[Int(context)].blocks
    let next = blocks.indices.dropFirst(position + 1).first { blocks[$0].name == name }
    guard let next, position >= 0 else {
      let text = program.names.all[Int(name)]
      return .missing("there is no parent block `\(text)`")
    }
    return .reference(Reference(kind: .block, index: Int32(next), serial: context))
  }

  /// The block that a reference means: its place in a context, whose number is the serial.
  private func block(_ reference: Reference) -> BlockEntry? {
    guard contexts.indices.contains(Int(reference.serial)) else { return nil }
    let blocks = contexts[Int(reference.serial)].blocks
    return blocks.indices.contains(Int(reference.index)) ? blocks[Int(reference.index)] : nil
  }

  /// Calls what `super` or `self.name` refers to.
  mutating func call(
    block reference: Reference,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    guard let entry = block(reference) else { throw TemplateFault("the block is gone") }
    var result = result
    if case .value(.dynamic) = result {
      let isMarkup = contexts[Int(reference.serial)].autoescape
      result = .value(isMarkup ? .escaped : .plain)
    }
    try begin(entry.function, context: reference.serial, parent: -1, result)
    frames[frames.count - 1].isReferred = true
  }

  // MARK: Inheritance

  mutating func extend(_ parent: Value) throws(TemplateFault) {
    let index = try templateIndex(parent)
    contexts[Int(context)].parent = index
    contexts[Int(context)].blocks += program.templates[Int(index)].blocks
  }

  /// Goes on with the parent's root in place of the child's.
  mutating func runParent() throws(TemplateFault) {
    let parent = contexts[Int(context)].parent
    guard parent >= 0 else { return }
    contexts[Int(context)].parent = -1
    let root = program.templates[Int(parent)].root
    try begin(root, context: context, parent: -1, .written)
  }

  // MARK: Includes and imports

  /// The number of the template that a value names.
  func templateIndex(_ name: Value) throws(TemplateFault) -> Int32 {
    switch name {
    case .undefined(let undefined): throw TemplateFault(undefined)
    case .string(let text), .markup(let text):
      guard let index = try known(text) else {
        throw notFound(String(decoding: text, as: UTF8.self))
      }
      return index
    default: throw notAName(name)
    }
  }

  /// As in Jinja, what could be a key is a name of which there is no template.
  private func notAName(_ value: Value) -> TemplateFault {
    let isKey = if case .some = ValueKey(value) { true } else { false }
    return TemplateFault(
      "a template's name is text, not \(value.article)",
      kind: isKey ? .notFound : .runtime
    )
  }

  private func known(_ name: [UInt8]) throws(TemplateFault) -> Int32? {
    try program.templateIndex[String(decoding: name, as: UTF8.self)]
      .map { index throws(TemplateFault) in try sound(index) }
  }

  /// The template with a number, which must have been compiled.
  func sound(_ index: Int) throws(TemplateFault) -> Int32 {
    if program.templates[index].root < 0 {
      let name = program.templates[index].name
      throw TemplateFault("the template `\(name)` has errors", kind: .syntax)
    }
    return Int32(index)
  }

  private func notFound(_ name: String) -> TemplateFault {
    let near = nearest(to: name, among: program.templates.map(\.name).sorted())
    return TemplateFault(
      "there is no template `\(name)`",
      kind: .notFound,
      help: near.map { "did you mean `\($0)`?" }
    )
  }

  /// The first template there is, of one name or several.
  private mutating func firstTemplate(_ names: Value) throws(TemplateFault) -> Int32? {
    switch names {
    case .undefined(let undefined): throw TemplateFault(undefined)
    case .string(let text), .markup(let text): return try known(text)
    default: break
    }
    // As in Jinja, nothing at all is a list without a name.
    guard names.isTrue else { return nil }
    for name in try collect(names, "isn't a template's name or a list of them") {
      // As in Jinja, a name that isn't defined is one of which there is no template.
      if case .undefined = name { continue }
      guard let text = name.textBytes else {
        let fault = notAName(name)
        if fault.kind == .notFound { continue }
        throw fault
      }
      if let index = try known(text) { return index }
    }
    return nil
  }

  mutating func include(_ ignoresMissing: Bool, _ locals: Int32) throws(TemplateFault) {
    let names = pop()
    guard let index = try firstTemplate(names) else {
      if ignoresMissing { return }
      throw missing(names)
    }
    try include(index, locals)
  }

  mutating func include(_ index: Int32, _ locals: Int32) throws(TemplateFault) {
    if includes.isOn, let inputs = program.templates[Int(index)].inputs,
      let key = includeKey(index, inputs, locals)
    {
      return try include(key, locals)
    }
    let layer = locals >= 0 ? layer(with: locals) : globals
    try beginTemplate(index, layer, .written)
  }

  private func missing(_ names: Value) -> TemplateFault {
    guard let items = names.items, items.count != 1 else {
      let name = names.items?.first?.textBytes ?? names.textBytes ?? []
      return notFound(String(decoding: name, as: UTF8.self))
    }
    let all = items.compactMap(\.textBytes).map { "`\(String(decoding: $0, as: UTF8.self))`" }
    return TemplateFault(
      "there is none of the templates \(all.joined(separator: ", "))",
      kind: .notFound
    )
  }

  mutating func beginTemplate(
    _ index: Int32,
    _ layer: ContextLayer,
    _ result: CallFrame.Result
  ) throws(TemplateFault) {
    var state = ContextState(layer: layer, template: index)
    state.blocks = program.templates[Int(index)].blocks
    contexts.append(state)
    let context = Int32(contexts.count - 1)
    try begin(program.templates[Int(index)].root, context: context, parent: -1, result)
  }

  mutating func importTemplate(_ index: Int32, _ locals: Int32) throws(TemplateFault) {
    if locals < 0, let module = sharedModules[index] {
      guard module >= 0 else {
        throw TemplateFault("`\(program.templates[Int(index)].name)` imports itself")
      }
      stack.append(.reference(Reference(kind: .module, index: module)))
      return
    }
    if locals < 0 { return try makeSharedModule(index) }
    try beginTemplate(index, layer(with: locals), .module)
  }

  /// Begins to make the module of a template that sees nothing of who imports it.
  mutating func makeSharedModule(_ index: Int32) throws(TemplateFault) {
    try beginTemplate(index, globals, .module)
    sharedModules[index] = -1
  }

  /// Makes a module of a template that was run for its names.
  mutating func finishModule(_ index: Int32) {
    let state = contexts[Int(index)]
    let exported = state.variables.filter(\.isExported)
    guard let start = captures.popLast() else { preconditionFailure("captures are balanced") }
    let body = output.bytes(from: start)
    output.truncate(to: start)
    modules.append(ModuleState(template: state.template, exported: exported, body: body))
    let module = Int32(modules.count - 1)
    if sharedModules[state.template] == -1 { sharedModules[state.template] = module }
    stack.append(.reference(Reference(kind: .module, index: module)))
  }

  mutating func takeFromModule(_ name: Int32) throws(TemplateFault) {
    guard case .reference(let reference) = stack[stack.count - 1] else {
      preconditionFailure("an import leaves a module")
    }
    let module = modules[Int(reference.index)]
    if let found = module.exported.first(where: { $0.name == name }) {
      return stack.append(found.value)
    }
    let text = program.names.all[Int(name)]
    let template = program.templates[Int(module.template)].name
    let near = nearest(to: text, among: module.exported.map { program.names.all[Int($0.name)] })
    let hint = near.map { "; did you mean `\($0)`?" } ?? ""
    stack.append(.missing("the template `\(template)` has no name `\(text)` to import\(hint)"))
  }
}
