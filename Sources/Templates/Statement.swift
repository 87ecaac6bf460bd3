/// A part of a template that does something.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case text([UInt8])
    case output([Expression])
    case condition([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case assign(AssignmentTarget, Expression)
    case assignBlock(AssignmentTarget, filter: Expression?, body: [Statement])
    case with([(target: AssignmentTarget, value: Expression)], body: [Statement])
    case filterBlock(Expression, body: [Statement])
    case macro(String, Signature, body: [Statement])
    case callBlock(Signature, call: Expression, body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoresMissing: Bool, withContext: Bool)
    case importTemplate(Expression, as: String, withContext: Bool)
    case importNames(Expression, [ImportedName], withContext: Bool)
    case autoescape(Expression, body: [Statement])
    case breakLoop
    case continueLoop
  }

  let kind: Kind
  /// Where its tag stands in the file.
  let range: Range<Int>
}

/// A `for` loop.
struct Loop: Sendable {
  let target: AssignmentTarget
  let iterable: Expression
  let test: Expression?
  let isRecursive: Bool
  let body: [Statement]
  let otherwise: [Statement]
}

/// A `block`.
struct Block: Sendable {
  let name: String
  let nameRange: Range<Int>
  let isScoped: Bool
  let isRequired: Bool
  let body: [Statement]
}

/// The parameters of a macro or a call block.
struct Signature: Sendable {
  var parameters: [(name: String, range: Range<Int>)] = []
  /// The defaults of the last parameters.
  var defaults: [Expression] = []
}

/// A name that `from … import` takes over.
struct ImportedName: Sendable {
  let name: String
  let alias: String
  let range: Range<Int>
}

/// What can be assigned to.
indirect enum AssignmentTarget: Sendable {
  case name(String, Range<Int>)
  case tuple([AssignmentTarget])
  /// `namespace.attribute`.
  case attribute(String, String, Range<Int>)

  /// The names that it binds.
  var names: [String] {
    switch self {
    case .name(let name, _): [name]
    case .tuple(let targets): targets.flatMap(\.names)
    case .attribute: []
    }
  }

  /// The namespaces that it changes.
  var namespaces: [(name: String, range: Range<Int>)] {
    switch self {
    case .name: []
    case .tuple(let targets): targets.flatMap(\.namespaces)
    case .attribute(let name, _, let range): [(name, range)]
    }
  }
}
