internal import Diagnostics

/// Compiles one template into a program that it shares with the other templates of its set.
///
/// It follows Jinja's own compiler closely, since which variable a name means depends on it.
final class Compiler {
  let environment: Environment
  let template: Int32
  let file: SourceFile
  var program: Program
  /// What is wrong with the template beyond its syntax.
  var faults: [Diagnostic] = []
  var function: FunctionBuilder
  /// How the text of the place that is being compiled is escaped.
  var autoescape = EmitMode.escaped
  /// How it is escaped around the `autoescape` whose value isn't constant; Jinja uses it for constants.
  var constantAutoescape = EmitMode.escaped
  var extendsSoFar = 0
  /// Whether an `extends` that always happens was seen, after which the template writes nothing itself.
  var hasKnownExtends = false
  var blocks: [Block] = []
  var markup: MarkupContext

  /// Where a piece of code stands.
  struct Frame {
    var scope: Scope
    var isTopLevel = false
    var isRootLevel = false
    var requiresOutputCheck = false
    /// Whether it is inside a condition, where unknown filters only matter when they are reached.
    var isSoft = false

    func inner(_ function: FunctionBuilder) -> Frame {
      Frame(
        scope: Scope(function: function, parent: scope),
        requiresOutputCheck: requiresOutputCheck
      )
    }

    var soft: Frame {
      var frame = self
      frame.isRootLevel = false
      frame.isSoft = true
      return frame
    }
  }

  private init(environment: Environment, template: Int32, program: consuming Program) {
    self.environment = environment
    self.template = template
    self.program = program
    file = self.program.templates[Int(template)].file
    function = FunctionBuilder(index: Int32(self.program.functions.count), parent: nil)
    markup = MarkupContext(isTracked: environment.escaping == .page)
  }

  /// Compiles a template; the program is unchanged but for tables when it has faults.
  static func compile(
    _ body: [Statement],
    template: Int32,
    environment: Environment,
    program: inout Program
  ) -> [Diagnostic] {
    let compiler = Compiler(environment: environment, template: template, program: program)
    // Let the only owner change the tables in place.
    program = Program()
    compiler.compileTemplate(body)
    program = compiler.program
    compiler.program = Program()
    return compiler.faults
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file, range) }

  func report(
    _ message: String,
    _ range: Range<Int>,
    label: String? = nil,
    help: String? = nil
  ) {
    faults.append(Diagnostic(message, at: span(range), label: label, help: help))
  }

  // MARK: Writing code

  @discardableResult
  func write(_ instruction: Instruction, _ range: Range<Int>) -> Int {
    function.code.append(instruction)
    function.ranges.append(Int32(clamping: range.lowerBound)..<Int32(clamping: range.upperBound))
    return function.code.count - 1
  }

  var here: Int32 { Int32(function.code.count) }

  /// Lets a jump that was written go to this place.
  func land(_ jump: Int) {
    function.code[jump] = function.code[jump].jumping(to: here)
  }

  func name(_ name: String) -> Int32 {
    let number = program.names.number(of: name)
    if Int(number) == program.unset.count {
      program.unset.append(.undefined(Undefined(.variable(name), isUnset: true)))
    }
    return number
  }

  func attribute(_ name: String) -> Int32 {
    let number = program.attributes.number(of: name)
    let first = Int(number) * program.typeCount
    guard first == program.attributeIndices.count else { return number }
    for type in environment.types {
      let index = type.attributes.firstIndex(of: name).map { Int16(clamping: $0) } ?? -1
      program.attributeIndices.append(index)
    }
    return number
  }

  func text(_ bytes: [UInt8], _ range: Range<Int>) {
    write(.text(start: Int32(program.text.count), count: Int32(bytes.count)), range)
    program.text += bytes
  }

  func constant(_ value: Value, _ range: Range<Int>) {
    program.constants.append(value)
    write(.constant(Int32(program.constants.count - 1)), range)
  }

  func fail(_ fault: TemplateFault, _ range: Range<Int>) {
    program.faults.append(fault)
    write(.fail(Int32(program.faults.count - 1)), range)
  }

  /// Writes the code that gives a scope's variables their first values.
  func enter(
    _ scope: Scope,
    _ range: Range<Int>,
    where isWanted: (Variable) -> Bool = { _ in true }
  ) {
    for variable in scope.symbols.order where isWanted(variable) {
      guard let value = scope.symbols.initial[variable] else { continue }
      switch value {
      case .parameter: break
      case .resolve(let text): write(.resolve(slot: variable.slot, name: name(text)), range)
      case .alias(let outer):
        let depth = Int32(function.depth - outer.depth)
        write(.alias(slot: variable.slot, depth: depth, from: outer.slot), range)
      case .unset: write(.unset(slot: variable.slot), range)
      }
    }
  }

  /// Writes the code that forgets a scope's variables.
  func leave(_ scope: Scope, _ range: Range<Int>) {
    for variable in scope.symbols.order where variable.depth == function.depth {
      write(.unset(slot: variable.slot), range)
    }
  }

  func variable(_ name: String, _ frame: Frame) -> Variable {
    if let variable = frame.scope.variable(name) { return variable }
    // Jinja's analysis misses a few places; there the context decides.
    frame.scope.load(name)
    guard let variable = frame.scope.variable(name) else {
      preconditionFailure("a name was just loaded")
    }
    write(.resolve(slot: variable.slot, name: self.name(name)), 0..<0)
    return variable
  }

  func load(_ variable: Variable, _ range: Range<Int>) {
    if variable.depth == function.depth {
      write(.load(slot: variable.slot), range)
    } else {
      let depth = Int32(function.depth - variable.depth)
      write(.loadOuter(depth: depth, slot: variable.slot), range)
    }
  }

  /// Compiles a function on its own and links it into the program.
  func compileFunction(
    _ info: FunctionInfo,
    parent: FunctionBuilder?,
    _ body: (FunctionBuilder) -> FunctionInfo
  ) -> Int32 {
    let index = Int32(program.functions.count)
    program.functions.append(info)
    let outer = function
    let savedMarkup = markup
    function = FunctionBuilder(index: index, parent: parent)
    var finished = body(function)
    write(.finish, 0..<0)
    let offset = Int32(program.code.count)
    finished.entry = offset
    finished.slotCount = function.slotCount
    finished.variables = function.variables
    program.code += function.code.map { $0.relocated(by: offset) }
    program.ranges += function.ranges
    program.functions[Int(index)] = finished
    function = outer
    markup = savedMarkup
    return index
  }
}
