package import Diagnostics
package import HTML

/// Renders pages of a set, one after the other: one for each worker.
///
/// It keeps what each page would make anew: the memory of a rendering, the modules of templates that hold
/// macros and nothing else, and what includes wrote that write the same for other pages.
package struct TemplateRenderer: ~Copyable {
  private let templates: TemplateSet
  private var renderer: Renderer
  /// What is there before each page.
  private var mark = RenderingMark()
  /// The names of the last page's context and their numbers: the next page has mostly the same.
  private var names: [(name: String, number: Int32?)] = []

  /// Creates a renderer of many pages.
  package init(_ templates: TemplateSet) {
    self.init(for: templates)
    mark = renderer.makeConstantModules()
    renderer.includes.isOn = true
  }

  /// Creates a renderer of one page, or of pages whose imports are all to be measured.
  package init(for templates: TemplateSet) {
    self.templates = templates
    renderer = Renderer(
      program: templates.shared,
      environment: templates.environment,
      globals: templates.globals
    )
  }

  /// Renders a template, appends what it writes, and adds to a profile if there is one.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - context: the variables that it sees, with the host's functions.
  ///   - page: the page that is rendered, for errors.
  ///   - profile: what the templates and macros cost; taking the time costs some itself.
  ///   - output: what the page is appended to, memory that many pages may use; unchanged when an error is
  ///     thrown.
  /// - Throws: what went wrong, with the place, the way there and the page.
  package mutating func render(
    _ name: String,
    _ context: [(String, Value)],
    page: String? = nil,
    profile: inout RenderProfile?,
    into output: inout OutputBuffer
  ) throws(Diagnostic) {
    do {
      try renderClassified(name, context, page: page, profile: &profile, into: &output)
    } catch {
      throw error.diagnostic
    }
  }

  /// Renders a template, and says of what kind an error is.
  mutating func renderClassified(
    _ name: String,
    _ context: [(String, Value)],
    page: String?,
    profile: inout RenderProfile?,
    into output: inout OutputBuffer
  ) throws(ClassifiedFault) {
    let index = try templates.usable(name)
    renderer.hostContext = context
    let start = output.count
    swap(&renderer.profile, &profile)
    swap(&renderer.output, &output)
    defer {
      swap(&renderer.profile, &profile)
      swap(&renderer.output, &output)
    }
    do {
      try renderer.start(index, layer(context))
      try renderer.run()
      renderer.forget(downTo: mark)
    } catch {
      renderer.profile?.abandon()
      renderer.output.truncate(to: start)
      let diagnostic = renderer.diagnostic(error, page: page)
      makeAnew()
      throw ClassifiedFault(kind: error.kind, diagnostic: diagnostic)
    }
  }

  /// The variables that the host gives a page.
  private mutating func layer(_ context: [(String, Value)]) -> ContextLayer {
    guard context.count <= 16 else {
      var base = templates.globals.base
      for (name, value) in context {
        if let number = templates.program.names.known(name) { base[Int(number)] = value }
      }
      return ContextLayer(base: base)
    }
    // A page's few are looked through; a copy of the globals would count all of their references. Of
    // equal names the last counts, and the first is found.
    var variables: [NamedValue] = []
    variables.reserveCapacity(context.count)
    for index in context.indices.reversed() {
      guard let number = number(of: context[index].0, at: index) else { continue }
      variables.append(NamedValue(name: number, value: context[index].1))
    }
    return ContextLayer(variables: variables, below: templates.globals)
  }

  private mutating func number(of name: String, at index: Int) -> Int32? {
    if index < names.count, names[index].name == name { return names[index].number }
    let number = templates.program.names.known(name)
    while names.count <= index { names.append(("", nil)) }
    names[index] = (name, number)
    return number
  }

  /// Forgets everything: what a page that failed left half done isn't known.
  private mutating func makeAnew() {
    let hadModules = !mark.modules.isEmpty
    mark = RenderingMark()
    renderer.forget(downTo: mark)
    if hadModules { mark = renderer.makeConstantModules() }
  }
}

/// What of a rendering's memory is there before a page begins.
struct RenderingMark {
  var slots = 0
  var activations = 0
  var contexts = 0
  var macros = 0
  /// The modules by their templates, as many as there are.
  var modules: [Int32: Int32] = [:]
}

extension Renderer {
  /// Prepares the outermost template.
  mutating func start(_ template: Int32, _ layer: ContextLayer) throws(TemplateFault) {
    var state = ContextState(layer: layer, template: template)
    state.blocks = program.templates[Int(template)].blocks
    contexts.append(state)
    let context = Int32(contexts.count - 1)
    try begin(program.templates[Int(template)].root, context: context, parent: -1, .written)
  }

  /// Makes the modules that are alike in every rendering, for pages to find.
  mutating func makeConstantModules() -> RenderingMark {
    do throws(TemplateFault) {
      for template in program.templates.indices where program.isConstantModule(template) {
        try makeSharedModule(Int32(template))
        try run()
        stack.removeLast()
      }
    } catch {
      // Then each page makes them, and says it.
      forget(downTo: RenderingMark())
      return RenderingMark()
    }
    let mark = RenderingMark(
      slots: slots.count,
      activations: activations.count,
      contexts: contexts.count,
      macros: macros.count,
      modules: sharedModules
    )
    forget(downTo: mark)
    return mark
  }

  /// Becomes what it was before a page.
  mutating func forget(downTo mark: RenderingMark) {
    stack.removeLast(stack.count)
    slots.removeLast(slots.count - mark.slots)
    frames.removeLast(frames.count)
    activations.removeLast(activations.count - mark.activations)
    loops.removeLast(loops.count)
    captures.removeAll(keepingCapacity: true)
    contexts.removeLast(contexts.count - mark.contexts)
    macros.removeLast(macros.count - mark.macros)
    namespaces.removeAll(keepingCapacity: true)
    cyclers.removeAll(keepingCapacity: true)
    joiners.removeAll(keepingCapacity: true)
    modules.removeLast(modules.count - mark.modules.count)
    iterators.removeAll(keepingCapacity: true)
    sharedModules = mark.modules
    includes.forgetUnfinished()
    (position, base, context) = (0, 0, 0)
    deferred = nil
    effort = Effort()
    iteratorDepth = 0
    loopSerial = 0
    randomState = Self.randomSeed
  }
}

extension Program {
  /// Whether a template that is imported gives the same in every rendering: it makes macros and writes
  /// constant text, and does nothing else.
  func isConstantModule(_ template: Int) -> Bool {
    let root = templates[template].root
    guard root >= 0 else { return false }
    var position = Int(functions[Int(root)].entry)
    var hasMacros = false
    while true {
      switch code[position] {
      case .makeMacro: hasMacros = true
      case .text, .store, .export, .unset, .resolve: break
      case .finish: return hasMacros
      default: return false
      }
      position += 1
    }
  }
}
