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
  case lstrip
  case rstrip
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

  /// What it takes, as in Python 3.11.
  private var parameters: [Parameter] {
    switch self {
    case .items, .keys, .values, .upper, .lower, .title, .capitalize, .format: []
    case .get: [Parameter("key"), Parameter("default", default: .none)]
    case .strip, .lstrip, .rstrip: [Parameter("chars", default: .none)]
    case .startswith, .endswith:
      [
        Parameter(self == .startswith ? "prefix" : "suffix"), Parameter("start", default: .none),
        Parameter("end", default: .none),
      ]
    case .split: [Parameter("sep", default: .none), Parameter("maxsplit", default: .int(-1))]
    case .join: [Parameter("iterable")]
    case .replace: [Parameter("old"), Parameter("new"), Parameter("count", default: .int(-1))]
    }
  }

  /// Calls the method.
  func call(
    _ value: Value,
    _ arguments: CallArguments,
    _ renderer: inout Renderer
  ) throws(TemplateFault) -> Value {
    if self == .format {
      throw TemplateFault(
        "texts have no method `format` here",
        help: "use the filter `format`: `'%s' | format(x)`"
      )
    }
    if self != .split, let named = arguments.named.first {
      throw TemplateFault("`\(rawValue)` takes no argument by its name, and `\(named.name)` is one")
    }
    let arguments = try arguments.bound(to: parameters, of: rawValue)
    if case .map(let map) = value { return try call(map, arguments) }
    let text = value.textBytes ?? []
    switch self {
    case .upper: return value.sameKind(text.uppercased)
    case .lower: return value.sameKind(text.lowercased)
    case .capitalize: return value.sameKind(text.capitalized)
    case .title: return value.sameKind(text.titled)
    case .strip, .lstrip, .rstrip:
      let characters = try arguments[0].optionalText("chars")
      let sides: Sides = self == .strip ? .both : self == .lstrip ? .start : .end
      return value.sameKind(trimmed(text, characters, sides))
    case .startswith, .endswith: return .bool(try matches(text, arguments))
    case .split: return .list(try split(text, arguments).map { value.sameKind($0) })
    case .join:
      return try join(value, try renderer.collect(arguments[0], "can't be joined"))
    case .replace:
      let old = try arguments[0].textArgument("old")
      let new = value.isMarkup ? try arguments[1].escaped() : try arguments[1].textArgument("new")
      return value.sameKind(try replaced(text, old, new, try arguments[2].argument("count")))
    case .items, .keys, .values, .get, .format:
      preconditionFailure("texts don't have this method")
    }
  }

  private func call(_ map: ValueMap, _ arguments: CallArguments) throws(TemplateFault) -> Value {
    switch self {
    case .items: .list(map.entries.map { .tuple([$0.key, $0.value]) })
    case .keys: .list(map.entries.map(\.key))
    case .values: .list(map.entries.map(\.value))
    default:
      map.position(of: try ValueKey(hashing: arguments[0])).map { map.entries[$0].value }
        ?? arguments[1]
    }
  }

  /// Whether a part of a text begins or ends with another text, or with one of several.
  private func matches(
    _ text: [UInt8],
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Bool {
    let count = UTF8Text.count(text)
    let start = try arguments[1].position("start", in: count) ?? 0
    let end = try arguments[2].position("end", in: count) ?? count
    guard start <= end, start <= count else { return false }
    let first = UTF8Text.offset(of: start, in: text)
    let part = Array(text[first..<UTF8Text.offset(of: min(end, count), in: text)])
    let name = parameters[0].name
    let wanted = if case .tuple(let items) = arguments[0] { items } else { [arguments[0]] }
    for item in wanted {
      let other = try item.textArgument(name)
      if part.matches(other, at: self == .startswith ? 0 : part.count - other.count) { return true }
    }
    return false
  }

  private func split(_ text: [UInt8], _ arguments: CallArguments) throws(TemplateFault) -> [[UInt8]]
  {
    let limit = try arguments[1].argument("maxsplit")
    guard let separator = try arguments[0].optionalText("sep") else {
      return UTF8Text.words(text, atMost: limit)
    }
    guard !separator.isEmpty else { throw TemplateFault("a text can't be split at nothing") }
    var parts: [[UInt8]] = []
    var position = 0
    while limit < 0 || parts.count < limit,
      let found = text.firstRange(of: separator, from: position)
    {
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

extension Value {
  /// Its text for an argument that is text or `none`.
  fileprivate func optionalText(_ name: String) throws(TemplateFault) -> [UInt8]? {
    if case .none = self { return nil }
    return try textArgument(name)
  }

  /// Its place in a text of so many characters, counted from the end when it is negative.
  fileprivate func position(_ name: String, in count: Int) throws(TemplateFault) -> Int? {
    if case .none = self { return nil }
    let position = try argument(name)
    return position < 0 ? max(0, position + count) : position
  }
}

extension UTF8Text {
  /// What stands between white space; behind so many words the rest of the text, unless that is negative.
  fileprivate static func words(_ text: [UInt8], atMost limit: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var rest = scalars(text)[...].drop(while: \.isPythonSpace)
    while !rest.isEmpty {
      let end =
        limit < 0 || words.count < limit ? rest.firstIndex(where: \.isPythonSpace) : nil
      words.append(Self.text(rest[..<(end ?? rest.endIndex)]))
      rest = rest[(end ?? rest.endIndex)...].drop(while: \.isPythonSpace)
    }
    return words
  }
}
