internal import Diagnostics

/// A path like `address.city` or `0.name`, as `map`, `sort` and others take it.
struct AttributePath: Sendable {
  enum Part: Sendable {
    case name([UInt8])
    case key(Value)
  }

  let parts: [Part]

  /// Reads a path; `none` is the value itself.
  init(_ value: Value) throws(TemplateFault) {
    switch value {
    case .none: parts = []
    case .string(let text), .markup(let text): parts = Self.parts(text)
    case .undefined(let undefined): throw TemplateFault(undefined)
    default: parts = [.key(value)]
    }
  }

  private init(parts: [Part]) { self.parts = parts }

  private static func parts(_ text: [UInt8]) -> [Part] {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { part in
      let isNumber = !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      if isNumber, let number = pythonInteger(Array(part), base: 10) { return .key(number) }
      return .name(Array(part))
    }
  }

  /// Reads several paths between commas.
  static func list(_ value: Value) throws(TemplateFault) -> [AttributePath] {
    guard let text = value.textBytes else { return [try AttributePath(value)] }
    return text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { AttributePath(parts: parts(Array($0))) }
  }
}

extension Renderer {
  /// The value at the end of a path; where a part is missing, the default goes on.
  mutating func value(
    at path: AttributePath,
    of value: Value,
    _ defaultValue: Value?
  ) throws(TemplateFault) -> Value {
    var value = value
    for part in path.parts {
      switch part {
      case .name(let name): value = try namedItem(name, of: value)
      case .key(let key): value = try item(key, of: value)
      }
      if let defaultValue, case .undefined = value { value = defaultValue }
    }
    return value
  }

  private mutating func namedItem(_ name: [UInt8], of value: Value) throws(TemplateFault) -> Value {
    if case .map(let map) = value, let found = map[utf8: name] { return found }
    let text = String(decoding: name, as: UTF8.self)
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    if let found = try attribute(named: text, of: value) { return found }
    return .undefined(Undefined(.attribute(text, of: value)))
  }

  /// The filter that `map` or a test names.
  func filter(named name: Value) throws(TemplateFault) -> FilterDefinition {
    if case .undefined(let undefined) = name { throw TemplateFault(undefined) }
    let text = try String(decoding: self.text(of: name), as: UTF8.self)
    if let filter = environmentFilters[text] { return filter }
    throw unknown("filter", text, Array(environmentFilters.keys))
  }

  /// The test that `select` and its like name.
  func test(named name: Value) throws(TemplateFault) -> TestDefinition {
    if case .undefined(let undefined) = name { throw TemplateFault(undefined) }
    let text = try String(decoding: self.text(of: name), as: UTF8.self)
    if let test = TestDefinition.builtIn[text] { return test }
    throw unknown("test", text, Array(TestDefinition.builtIn.keys))
  }

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> TemplateFault {
    let near = nearest(to: name, among: known.sorted())
    return TemplateFault("unknown \(what) `\(name)`", help: near.map { "did you mean `\($0)`?" })
  }

  mutating func applyFilter(_ index: Int, _ arguments: CallArguments) throws(TemplateFault) {
    stack.append(try apply(program.filters[index].body, to: pop().assigned, arguments))
  }

  mutating func applyFilter(_ index: Int, _ shape: Int) throws(TemplateFault) {
    var arguments = CallArguments()
    if shape != program.emptyShape { arguments = try takeArguments(program.shapes[shape]) }
    if let parameters = program.filters[index].parameters, !arguments.fills(parameters) {
      arguments = try arguments.bound(to: parameters, of: program.filters[index].name)
    }
    // Not a copy of the whole filter, whose references all threads count.
    stack.append(try apply(program.filters[index].body, to: pop().assigned, arguments))
  }

  /// Calls a filter's body with arguments that are bound.
  mutating func apply(
    _ body: FilterDefinition.Body,
    to value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    try effort.add(value.cost)
    // In two steps: in one, the renderer would be copied before the filter changes it.
    let result = try body(&self, value, arguments)
    return try admitted(result)
  }

  mutating func applyTest(_ index: Int, _ shape: Int) throws(TemplateFault) {
    let test = program.tests[index]
    let arguments = try takeArguments(program.shapes[shape])
      .bound(to: test.parameters, of: test.name)
    let value = pop()
    try effort.add(value.cost)
    stack.append(.bool(try test.body(&self, value, arguments)))
  }
}
