internal import Diagnostics

/// All templates of a set, compiled: one flat list of instructions and the tables they index.
struct Program: Sendable {
  var code: [Instruction] = []
  /// Where in its template each instruction came from.
  var ranges: [Range<Int32>] = []
  var functions: [FunctionInfo] = []
  var templates: [TemplateInfo] = []
  /// The constant text of all templates, one part behind the other.
  var text: [UInt8] = []
  var constants: [Value] = []
  var faults: [TemplateFault] = []
  private(set) var shapes: [CallShape] = [CallShape(positional: 0)]
  /// The shapes' numbers.
  private var shapeNumbers: [CallShape: Int32] = [CallShape(positional: 0): 0]
  /// The shape of a call without arguments.
  let emptyShape = 0
  /// The arguments of filters that are the same at each call.
  var arguments: [CallArguments] = []
  var filters: [FilterDefinition] = []
  var tests: [TestDefinition] = []
  /// The variables that go with an include, an import or a scoped block.
  var locals: [[LocalVariable]] = []
  /// The names of variables and blocks.
  var names = NameTable()
  /// The names behind dots.
  var attributes = NameTable()
  /// The number of each attribute in each object type, or -1.
  var attributeIndices: [Int16] = []
  var typeCount = 0
  /// What each name is before anybody gives it a value.
  var unset: [Value] = []
  /// Whether any template may ask for what chance decides.
  var drawsByChance = false
  /// Templates by their name.
  var templateIndex: [String: Int] = [:]
}

extension Program {
  /// The number of a shape, a new one for a new shape.
  mutating func number(of shape: CallShape) -> Int32 {
    if let known = shapeNumbers[shape] { return known }
    let number = Int32(shapes.count)
    shapeNumbers[shape] = number
    shapes.append(shape)
    return number
  }
}

/// A program that many renderings share.
final class SharedProgram: Sendable {
  let program: Program

  init(_ program: Program) { self.program = program }
}

/// Names and the numbers that stand for them.
struct NameTable: Sendable {
  private(set) var all: [String] = []
  private(set) var utf8: [[UInt8]] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(all.count)
    numbers[name] = number
    all.append(name)
    utf8.append(Array(name.utf8))
    return number
  }

  func known(_ name: String) -> Int32? { numbers[name] }
}

/// A piece of code that is called as a whole.
struct FunctionInfo: Sendable {
  enum Kind: Sendable {
    case template
    case block
    case macro
    case caller
    case loop
  }

  let kind: Kind
  let name: String
  let template: Int32
  var entry: Int32 = 0
  var slotCount: Int32 = 0
  /// The names of its variables, for suggestions.
  var variables: [String] = []
  var parameters: [MacroParameter] = []
  var keywordsSlot: Int32 = -1
  var varargsSlot: Int32 = -1
  var callerSlot: Int32 = -1
  /// Whether a call's value is markup; only a recursive loop's is known when it is compiled.
  var result: EmitMode = .dynamic

  /// Whether a macro called with so many positional arguments only puts them into its slots.
  func takes(positional count: Int) -> Bool {
    count <= parameters.count && callerSlot < 0 && keywordsSlot < 0 && varargsSlot < 0
  }
}

/// A parameter of a macro.
struct MacroParameter: Sendable {
  let name: String
  let slot: Int32
}

/// A template of the set.
struct TemplateInfo: Sendable {
  let name: String
  let file: SourceFile
  /// Its root function, or -1 when it couldn't be compiled.
  var root: Int32 = -1
  /// Why it couldn't be compiled.
  var faults: [Diagnostic] = []
  var blocks: [BlockEntry] = []
  /// The templates that it names.
  var uses: [String] = []
  /// The names that decide what it writes where it is included; `nil` when more may than that.
  var inputs: [Int32]?
  /// The template that it extends, when that is constant.
  var parent: String?
  /// Whether it extends one that only the rendering knows.
  var hasUnknownParent = false
  /// Where it says so.
  var parentRange: Range<Int> = 0..<0
  /// Where in the markup each block stands.
  var blockPlaces: [String: MarkupContext] = [:]
  /// The blocks that stand for an ancestor's, and where.
  var overrides: [(block: String, range: Range<Int>)] = []
}

extension Program {
  /// Where a template's block stands: where the oldest ancestor shows it.
  func blockPlace(_ block: String, _ template: Int32) -> MarkupContext? {
    var place = templates[Int(template)].blockPlaces[block]
    var current = templates[Int(template)]
    var seen = 0
    while let parent = current.parent, let index = templateIndex[parent], seen < templates.count {
      current = templates[index]
      place = current.blockPlaces[block] ?? place
      seen += 1
    }
    return place
  }
}

extension Program {
  /// The templates that a template extends, the nearest first; `nil` when a page decides which.
  func ancestors(of template: TemplateInfo) -> [TemplateInfo]? {
    var ancestors: [TemplateInfo] = []
    var current = template
    while let parent = current.parent {
      guard let index = templateIndex[parent], ancestors.count < templates.count else { return nil }
      current = templates[index]
      ancestors.append(current)
    }
    let isKnown = ancestors.allSatisfy { $0.faults.isEmpty && !$0.hasUnknownParent }
    return ancestors.isEmpty || !isKnown ? nil : ancestors
  }

  /// The fault of a template that extends itself, by way of others or not.
  func parentCycle(_ template: Int) -> Diagnostic? {
    let info = templates[template]
    var way: [String] = []
    var current = info
    while let parent = current.parent, let index = templateIndex[parent] {
      if index == template {
        let through = way.isEmpty ? "" : " by way of " + way.joined(separator: ", ")
        return Diagnostic(
          "`\(info.name)` extends itself\(through)",
          at: SourceSpan(info.file, info.parentRange),
          help: "one of them must extend nothing"
        )
      }
      // A circle that this one only leads to is said where it is.
      guard way.count < templates.count else { return nil }
      way.append("`\(parent)`")
      current = templates[index]
    }
    return nil
  }
}

/// A block's code under its name.
struct BlockEntry: Sendable {
  let name: Int32
  let function: Int32
}

/// A variable that is handed on with its name.
struct LocalVariable: Sendable {
  let name: Int32
  let depth: Int32
  let slot: Int32
}

/// How many arguments of which kinds a call has on the stack.
struct CallShape: Sendable, Hashable {
  var positional: Int
  var names: [String] = []
  var hasUnpacked = false
  var hasUnpackedNames = false

  var isPlain: Bool { names.isEmpty && !hasUnpacked && !hasUnpackedNames }

  /// How many values it takes from the stack.
  var count: Int {
    positional + names.count + (hasUnpacked ? 1 : 0) + (hasUnpackedNames ? 1 : 0)
  }
}

/// A test as the compiler and the renderer see it.
struct TestDefinition: Sendable {
  typealias Body = @Sendable (inout Renderer, Value, CallArguments) throws(TemplateFault) -> Bool

  let name: String
  let parameters: [Parameter]
  let body: Body

  init(_ name: String, _ parameters: [Parameter] = [], _ body: @escaping Body) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}
