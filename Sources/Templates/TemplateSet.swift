public import Diagnostics
internal import HTML

/// Templates that know each other by name, compiled once and rendered many times.
///
/// It is constant: several threads may render from one set at the same time.
public struct TemplateSet: Sendable {
  /// A template's source and the name by which others include and extend it.
  public struct Source: Sendable {
    /// The name that other templates use: `post.html`.
    public let name: String
    /// The text; its path is how errors name it: `templates/post.html`.
    public let file: SourceFile

    /// Creates a source.
    public init(name: String, file: SourceFile) {
      self.name = name
      self.file = file
    }
  }

  let environment: Environment
  let shared: SharedProgram
  /// What every context has: the environment's functions, by the name's number.
  let globals: ContextLayer

  /// Compiles templates.
  ///
  /// Every fault of every template is said in the log. A template with faults is left out: rendering
  /// it, or one that includes it, throws.
  public init(_ sources: [Source], environment: Environment, log: inout DiagnosticLog) {
    self.environment = environment
    var program = Program()
    program.typeCount = environment.types.count
    for source in sources {
      program.templateIndex[source.name] = program.templates.count
      program.templates.append(TemplateInfo(name: source.name, file: source.file))
    }
    let parsed = program.templates.map { Self.parse($0.file) }
    for index in Self.parentsFirst(parsed, program) {
      for fault in Self.compile(index, parsed[index], environment, &program) { log.append(fault) }
    }
    if environment.escaping == .page {
      Self.reportCycles(&program, &log)
      Self.reportLostBlocks(program, &log)
    }
    if program.names.known(Builtin.lipsum.rawValue) != nil { program.drawsByChance = true }
    for name in environment.names + environment.functions.map(\.name) {
      let number = program.names.number(of: name)
      if Int(number) == program.unset.count {
        program.unset.append(.undefined(Undefined(.variable(name), isUnset: true)))
      }
    }
    program.findInputs(environment)
    var base = program.unset
    for (name, function) in environment.functions {
      guard let number = program.names.known(name) else { continue }
      base[Int(number)] = .function(function)
    }
    globals = ContextLayer(base: base)
    shared = SharedProgram(program)
  }

  /// The same templates, for a thread of its own.
  ///
  /// Any set may be rendered from by many threads; but what they all count references to, constants above
  /// all, goes to and fro between the processor's cores. Complexity: O(the constants' bytes).
  package init(separating other: TemplateSet) {
    environment = other.environment
    globals = ContextLayer(base: other.globals.base)
    var program = other.program
    program.constants = program.constants.map(\.separate)
    program.arguments = program.arguments.map {
      CallArguments(positional: $0.positional.map(\.separate))
    }
    shared = SharedProgram(program)
  }

  private static func parse(_ file: SourceFile) -> Result<[Statement], Diagnostic> {
    do {
      return .success(try Parser.parse(file))
    } catch {
      return .failure(error)
    }
  }

  /// The templates' numbers, parents before those that extend them by a constant name.
  private static func parentsFirst(
    _ parsed: [Result<[Statement], Diagnostic>],
    _ program: Program
  ) -> [Int] {
    let parents = parsed.map { result -> Int? in
      guard case .success(let body) = result else { return nil }
      return body.lazy.compactMap(\.constantParent).first.flatMap { program.templateIndex[$0] }
    }
    var order: [Int] = []
    var isDone = Array(repeating: false, count: parsed.count)
    for index in parsed.indices {
      var chain: [Int] = []
      var current: Int? = index
      while let template = current, !isDone[template] {
        isDone[template] = true
        chain.append(template)
        current = parents[template]
      }
      order += chain.reversed()
    }
    return order
  }

  /// Leaves out the templates that no page can come to the end of.
  private static func reportCycles(_ program: inout Program, _ log: inout DiagnosticLog) {
    let cycles = program.templates.indices.map { program.parentCycle($0) }
    var isSaid = Array(repeating: false, count: cycles.count)
    for (index, cycle) in cycles.enumerated() {
      guard let cycle else { continue }
      if !isSaid[index] { log.append(cycle) }
      // Once is enough for all that are in the same circle.
      var member: Int? = index
      while let current = member, !isSaid[current] {
        isSaid[current] = true
        member = program.templates[current].parent.flatMap { program.templateIndex[$0] }
      }
      program.templates[index].faults = [cycle]
      program.templates[index].root = -1
    }
  }

  /// Warns of blocks that no page can show, since their names are misspelt.
  ///
  /// A template above that has nothing of the kind may be meant so.
  private static func reportLostBlocks(_ program: Program, _ log: inout DiagnosticLog) {
    for template in program.templates where template.faults.isEmpty {
      guard let shown = program.ancestors(of: template) else { continue }
      let names = shown.flatMap { $0.blocks.map { program.names.all[Int($0.name)] } }
      for (block, range) in template.overrides where !names.contains(block) {
        guard let near = nearest(to: block, among: names) else { continue }
        log.append(
          Diagnostic(
            "no template that this one extends has a block `\(block)`",
            severity: .warning,
            at: SourceSpan(template.file, range),
            help: "did you mean `\(near)`?"
          )
        )
      }
    }
  }

  private static func compile(
    _ index: Int,
    _ parsed: Result<[Statement], Diagnostic>,
    _ environment: Environment,
    _ program: inout Program
  ) -> [Diagnostic] {
    let faults: [Diagnostic]
    switch parsed {
    case .success(let body):
      faults = Compiler.compile(
        body,
        template: Int32(index),
        environment: environment,
        program: &program
      )
    case .failure(let fault): faults = [fault]
    }
    if !faults.isEmpty {
      program.templates[index].faults = faults
      program.templates[index].root = -1
    }
    return faults
  }

  var program: Program {
    @inline(__always) _read { yield shared.program }
  }

  /// Whether there is a template with this name, well formed or not.
  public func contains(_ name: String) -> Bool { program.templateIndex[name] != nil }

  /// The templates' names, in the order in which they were given.
  public var names: [String] { program.templates.map(\.name) }

  /// What is wrong with a template and with those that it names, as far as that was found without rendering.
  public func faults(of name: String) -> [Diagnostic] {
    var pending = [name]
    var seen: Set<String> = []
    var faults: [Diagnostic] = []
    while let name = pending.popLast() {
      guard seen.insert(name).inserted, let index = program.templateIndex[name] else { continue }
      faults += program.templates[index].faults
      pending += program.templates[index].uses.reversed()
    }
    return faults
  }

  /// The templates that a template names in its includes, imports and `extends`, as far as they are constant.
  public func uses(of name: String) -> [String] {
    program.templateIndex[name].map { program.templates[$0].uses } ?? []
  }

  /// Renders a template and appends what it writes.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - context: the variables that it sees, with the host's functions.
  ///   - page: the page that is rendered, for errors.
  ///   - output: what the page is appended to; unchanged when an error is thrown.
  /// - Throws: what went wrong, with the place, the way there and the page.
  public func render(
    _ name: String,
    _ context: [(String, Value)],
    page: String? = nil,
    into output: inout [UInt8]
  ) throws(Diagnostic) {
    var profile: RenderProfile?
    var buffer = OutputBuffer()
    var renderer = TemplateRenderer(for: self)
    try renderer.render(name, context, page: page, profile: &profile, into: &buffer)
    buffer.copy(to: &output)
  }

  /// Renders a template, and says of what kind an error is.
  package func renderClassified(
    _ name: String,
    _ context: [(String, Value)],
    page: String? = nil,
    into output: inout [UInt8]
  ) throws(ClassifiedFault) {
    var profile: RenderProfile?
    var buffer = OutputBuffer()
    var renderer = TemplateRenderer(for: self)
    try renderer.renderClassified(name, context, page: page, profile: &profile, into: &buffer)
    buffer.copy(to: &output)
  }

  func usable(_ name: String) throws(ClassifiedFault) -> Int32 {
    guard let index = program.templateIndex[name] else {
      let help = nearest(to: name, among: names.sorted()).map { "did you mean `\($0)`?" }
      let diagnostic = Diagnostic("there is no template `\(name)`", path: nil, help: help)
      throw ClassifiedFault(kind: .notFound, diagnostic: diagnostic)
    }
    if let fault = program.templates[index].faults.first {
      throw ClassifiedFault(kind: .syntax, diagnostic: fault)
    }
    return Int32(index)
  }
}

/// An error of a rendering with the class that Jinja's exception would have.
package struct ClassifiedFault: Error {
  /// The class.
  package let kind: TemplateFault.Kind
  /// What is said.
  package let diagnostic: Diagnostic
}

extension Statement {
  /// The template that it extends, when it is an `extends` with a constant name.
  fileprivate var constantParent: String? {
    guard case .extends(let parent) = kind, case .constant(let value) = parent.kind else {
      return nil
    }
    return value.textBytes.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Value {
  /// The same value; a text or a list is copied.
  fileprivate var separate: Value {
    switch self {
    case .string(let text): .string(text.map { $0 })
    case .markup(let text): .markup(text.map { $0 })
    case .list(let items): .list(items.map(\.separate))
    case .tuple(let items): .tuple(items.map(\.separate))
    default: self
    }
  }
}
