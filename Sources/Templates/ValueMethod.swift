/// The methods of Python's texts and dictionaries that templates written for Jinja use most.
///
/// A convenience beyond the contract; each is also a filter, or can be said with one.
enum ValueMethod: String {
  case items
  case keys
  case values
  case get
  case upper
  case lower
  case title
  case capitalize
  case strip
  case startswith
  case endswith
  case split
  case join
  case replace
  case format

  /// Whether a value has the method.
  func applies(to value: Value) -> Bool {
    switch (self, value) {
    case (.items, .map), (.keys, .map), (.values, .map), (.get, .map): true
    case (.items, _), (.keys, _), (.values, _), (.get, _): false
    case (_, .string), (_, .markup): true
    default: false
    }
  }

  /// Calls the method.
  func call(
    _ value: Value,
    _ arguments: CallArguments,
    _ renderer: inout Renderer
  ) throws(TemplateFault) -> Value {
    if case .map(let map) = value { return try call(map, arguments) }
    let text = value.textBytes ?? []
    switch self {
    case .upper: return value.sameKind(text.uppercased)
    case .lower: return value.sameKind(text.lowercased)
    case .capitalize: return value.sameKind(text.capitalized)
    case .title: return value.sameKind(titleCased(text))
    case .strip:
      let characters = try arguments.positional.first?.textArgument("chars")
      return value.sameKind(trimmed(text, characters))
    case .startswith, .endswith:
      let other = try one(arguments).textArgument(rawValue)
      let offset = self == .startswith ? 0 : text.count - other.count
      return .bool(text.matches(other, at: offset))
    case .split: return .list(try split(text, arguments).map { value.sameKind($0) })
    case .join: return try join(value, try renderer.collect(try one(arguments), "can't be joined"))
    case .replace:
      guard arguments.positional.count == 2 else {
        throw TemplateFault("`replace` takes what to replace and what with")
      }
      let old = try arguments[0].textArgument("old")
      let new = value.isMarkup ? try arguments[1].escaped() : try arguments[1].textArgument("new")
      return value.sameKind(try replaced(text, old, new, -1))
    case .format, .items, .keys, .values, .get:
      throw TemplateFault(
        "texts have no method `\(rawValue)` here",
        help: "use the filter `format`"
      )
    }
  }

  private func call(_ map: ValueMap, _ arguments: CallArguments) throws(TemplateFault) -> Value {
    switch self {
    case .items: return .list(map.entries.map { .tuple([$0.key, $0.value]) })
    case .keys: return .list(map.entries.map(\.key))
    case .values: return .list(map.entries.map(\.value))
    default:
      guard let key = arguments.positional.first, arguments.positional.count <= 2 else {
        throw TemplateFault("`get` takes a key, and what to give without it")
      }
      return map.value(of: key) ?? arguments.positional.dropFirst().first ?? .none
    }
  }

  private func one(_ arguments: CallArguments) throws(TemplateFault) -> Value {
    guard arguments.positional.count == 1, arguments.named.isEmpty else {
      throw TemplateFault("`\(rawValue)` takes one argument")
    }
    return arguments[0]
  }

  private func split(_ text: [UInt8], _ arguments: CallArguments) throws(TemplateFault) -> [[UInt8]]
  {
    guard let given = arguments.positional.first else {
      return UTF8Text.scalars(text).split(whereSeparator: \.isPythonSpace).map { UTF8Text.text($0) }
    }
    let separator = try given.textArgument("sep")
    guard !separator.isEmpty else { throw TemplateFault("a text can't be split at nothing") }
    var parts: [[UInt8]] = []
    var position = 0
    while let found = text.firstRange(of: separator, from: position) {
      parts.append(Array(text[position..<found]))
      position = found + separator.count
    }
    return parts + [Array(text[position...])]
  }

  private func join(_ separator: Value, _ items: [Value]) throws(TemplateFault) -> Value {
    var parts: [[UInt8]] = []
    for item in items {
      parts.append(separator.isMarkup ? try item.escaped() : try item.textArgument("item"))
    }
    return separator.sameKind(Array(parts.joined(separator: separator.textBytes ?? [])))
  }
}
