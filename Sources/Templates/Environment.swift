/// What templates may use besides the language: filters, functions, names, and how text is escaped.
public struct Environment: Sendable {
  /// How text is made safe where it is printed.
  public enum Escaping: Sendable {
    /// Exactly as Jinja does, for `tweetup render`.
    case jinja
    /// As Jinja does, and with an eye to the place in the page, for a build.
    ///
    /// An unsafe scheme at the start of an address becomes `#`; an expression in a script, a style
    /// sheet or an `on…` attribute is an error unless its last filter is `json`. Unknown filters,
    /// tests and templates are found when templates are compiled.
    case page
  }

  /// How text is made safe where it is printed.
  public let escaping: Escaping

  /// The kinds of objects that templates may look into; each one's `id` is its index here.
  public let types: [ObjectType]

  /// The names that the context may hold, for suggestions.
  public let names: [String]

  /// Those of ``names`` that stand for the same thing in all renderings of a worker.
  public let lastingNames: Set<String>

  let filters: [String: FilterDefinition]
  let functions: [(name: String, function: Function)]

  /// Creates an environment; a filter given here takes the place of the built-in one of that name.
  public init(
    escaping: Escaping,
    types: [ObjectType] = [],
    names: [String] = [],
    lastingNames: Set<String> = [],
    filters: [Filter] = [],
    functions: [(String, Function)] = []
  ) {
    precondition(
      types.enumerated().allSatisfy { $0.offset == $0.element.id },
      "types are numbered from 0 without gaps"
    )
    self.escaping = escaping
    self.types = types
    self.names = names
    self.lastingNames = lastingNames
    var table = FilterDefinition.builtIn
    for filter in filters { table[filter.name] = FilterDefinition(filter) }
    self.filters = table
    self.functions =
      Builtin.allCases.map { ($0.rawValue, Function($0)) } + functions.map { ($0.0, $0.1) }
  }
}
