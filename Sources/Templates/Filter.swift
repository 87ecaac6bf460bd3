internal import Diagnostics

/// A parameter of a host's filter or function.
public struct Parameter: Sendable {
  /// The name by which an argument can be given.
  public let name: String

  /// What it is when it isn't given; `nil` makes it required.
  public let defaultValue: Value?

  /// Creates a parameter that must be given.
  public init(_ name: String) {
    self.name = name
    defaultValue = nil
  }

  /// Creates a parameter that may be left out.
  public init(_ name: String, default defaultValue: Value) {
    self.name = name
    self.defaultValue = defaultValue
  }
}

/// The arguments of a call, one for each parameter, in the parameters' order.
public struct Arguments: Sendable {
  let values: [Value]

  /// The argument for the parameter with this number.
  public subscript(index: Int) -> Value { values[index] }
}

/// A filter that the host gives: `{{ value | name(arguments) }}`.
public struct Filter: Sendable {
  let name: String
  let parameters: [Parameter]
  let body: @Sendable (Value, Arguments) throws(TemplateFault) -> Value

  /// Creates a filter; its arguments may be given by position or by name.
  ///
  /// An iterator is given to the body as a list.
  public init(
    _ name: String,
    parameters: [Parameter] = [],
    _ body: @escaping @Sendable (Value, Arguments) throws(TemplateFault) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}

/// A function that templates may call by its name.
public final class Function: Sendable {
  enum Body: Sendable {
    case host(@Sendable (Arguments) throws(TemplateFault) -> Value)
    case builtin(Builtin)
  }

  let name: String
  let parameters: [Parameter]
  let body: Body

  /// Creates a function; its arguments may be given by position or by name.
  public init(
    _ name: String,
    parameters: [Parameter] = [],
    _ body: @escaping @Sendable (Arguments) throws(TemplateFault) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.body = .host(body)
  }

  init(_ builtin: Builtin) {
    name = builtin.rawValue
    parameters = []
    body = .builtin(builtin)
  }
}

/// Jinja's own global functions.
enum Builtin: String, CaseIterable, Sendable {
  case range
  case dict
  case cycler
  case joiner
  case namespace
  case lipsum
}

/// A filter as the compiler and the renderer see it.
struct FilterDefinition: Sendable {
  typealias Body =
    @Sendable (inout Renderer, Value, CallArguments) throws(TemplateFault) -> Value

  let name: String
  /// The parameters, or `nil` when it takes whatever is given.
  let parameters: [Parameter]?
  let body: Body

  init(_ name: String, _ parameters: [Parameter]? = [], _ body: @escaping Body) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }

  init(_ filter: Filter) {
    let body = filter.body
    self.init(filter.name, filter.parameters) {
      (renderer, value, arguments) throws(TemplateFault) in
      let value = try renderer.settled(value)
      var values = arguments.positional
      for index in values.indices where values[index].isIterator {
        values[index] = try renderer.settled(values[index])
      }
      return try body(value, Arguments(values: values))
    }
  }
}

extension Value {
  /// Whether it gives its items one by one.
  fileprivate var isIterator: Bool {
    if case .reference(let reference) = self { reference.kind == .iterator } else { false }
  }
}

/// The arguments of a call as they were given.
struct CallArguments: Sendable {
  var positional: [Value] = []
  var named: [(name: String, value: Value)] = []

  subscript(index: Int) -> Value { positional[index] }

  /// Whether each parameter has its argument in its place.
  func fills(_ parameters: [Parameter]) -> Bool {
    named.isEmpty && positional.count == parameters.count
  }

  /// The arguments in the order of parameters, defaults filled in.
  func bound(to parameters: [Parameter], of callee: String) throws(TemplateFault) -> CallArguments {
    if fills(parameters) { return self }
    guard positional.count <= parameters.count else {
      let most = parameters.isEmpty ? "no arguments" : "\(parameters.count) at most"
      throw TemplateFault("`\(callee)` takes \(most), not \(positional.count)")
    }
    if named.isEmpty { return try filledUp(for: parameters, callee) }
    var values = positional.map { Optional($0) }
    values += Array(repeating: nil, count: parameters.count - positional.count)
    for (name, value) in named {
      guard let index = parameters.firstIndex(where: { $0.name == name }) else {
        throw TemplateFault(
          "`\(callee)` has no parameter `\(name)`",
          help: suggestion(for: name, among: parameters.map(\.name))
        )
      }
      if values[index] != nil {
        throw TemplateFault("`\(callee)` is given `\(name)` twice")
      }
      values[index] = value
    }
    return CallArguments(positional: try Self.filled(values, parameters, callee))
  }

  /// The positional arguments with the defaults of those that weren't given behind them.
  private func filledUp(
    for parameters: [Parameter],
    _ callee: String
  ) throws(TemplateFault) -> CallArguments {
    var values: [Value] = []
    values.reserveCapacity(parameters.count)
    values += positional
    for index in positional.count..<parameters.count {
      guard let value = parameters[index].defaultValue else {
        throw TemplateFault("`\(callee)` needs the argument `\(parameters[index].name)`")
      }
      values.append(value)
    }
    return CallArguments(positional: values)
  }

  private static func filled(
    _ values: [Value?],
    _ parameters: [Parameter],
    _ callee: String
  ) throws(TemplateFault) -> [Value] {
    var filled: [Value] = []
    for (value, parameter) in zip(values, parameters) {
      guard let value = value ?? parameter.defaultValue else {
        throw TemplateFault("`\(callee)` needs the argument `\(parameter.name)`")
      }
      filled.append(value)
    }
    return filled
  }
}
