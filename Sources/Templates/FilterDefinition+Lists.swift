extension FilterDefinition {
  private static let keyParameters = [
    Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none),
  ]

  /// The filters that work on lists and dictionaries.
  static let listFilters: [FilterDefinition] =
    [
      FilterDefinition("length") { (renderer, value, _) throws(TemplateFault) in
        .int(try renderer.length(of: value))
      },
      FilterDefinition("first") { (renderer, value, _) throws(TemplateFault) in
        if case .reference(let reference) = value, reference.kind == .iterator {
          return try renderer.next(of: reference.index)
            ?? .missing("there is no first item: the list is empty")
        }
        // Not by way of all of a text's characters.
        if let text = value.textBytes, !text.isEmpty {
          return .string(Array(text[..<UTF8Text.offset(of: 1, in: text)]))
        }
        return try renderer.collect(value, "has no first item").first
          ?? .missing("there is no first item: the list is empty")
      },
      FilterDefinition("last") { (renderer, value, _) throws(TemplateFault) in
        try refuseIterator(value, "last")
        if case .markup(let text) = value, let last = UTF8Text.characters(text).last {
          return .markup(last)
        }
        return try renderer.collect(value, "has no last item").last
          ?? .missing("there is no last item: the list is empty")
      },
      FilterDefinition("list") { (renderer, value, _) throws(TemplateFault) in
        .list(try renderer.collect(value, "can't be made a list"))
      },
      FilterDefinition("reverse") { (renderer, value, _) throws(TemplateFault) in
        switch value {
        case .string, .markup:
          return try renderer.mapText(value) { Array(UTF8Text.characters($0).reversed().joined()) }
        default:
          let items = try renderer.collect(value, "can't be reversed").reversed()
          if case .reference = value { return .list(Array(items)) }
          return renderer.iterator(over: Array(items))
        }
      },
      FilterDefinition("random") { (renderer, value, _) throws(TemplateFault) in
        try refuseIterator(value, "random")
        if case .map(let map) = value, !map.isEmpty {
          throw TemplateFault(
            "a dictionary has no order to choose from",
            help: "try `|list|random`"
          )
        }
        let items = try renderer.collect(value, "has no items")
        guard !items.isEmpty else { return .missing("there is no random item: the list is empty") }
        return items[renderer.random(below: items.count)]
      },
      FilterDefinition(
        "join",
        [Parameter("d", default: Value("")), Parameter("attribute", default: .none)]
      ) { (renderer, value, arguments) throws(TemplateFault) in
        try renderer.join(value, arguments)
      },
      FilterDefinition("min", keyParameters) { (renderer, value, arguments) throws(TemplateFault) in
        try renderer.extreme(value, arguments) { (a, b, effort) throws(TemplateFault) in
          try precedes(a, b, &effort)
        }
      },
      FilterDefinition("max", keyParameters) { (renderer, value, arguments) throws(TemplateFault) in
        try renderer.extreme(value, arguments) { (a, b, effort) throws(TemplateFault) in
          try precedes(b, a, &effort, ">")
        }
      },
      FilterDefinition(
        "sort",
        [Parameter("reverse", default: .bool(false))] + keyParameters
      ) { (renderer, value, arguments) throws(TemplateFault) in
        let items = try renderer.collect(value, "can't be sorted")
        let paths = try AttributePath.list(arguments[2])
        let ignoresCase = !arguments[1].isTrue
        return .list(
          try renderer.sorted(items, isReversed: arguments[0].isTrue) {
            (renderer, item) throws(TemplateFault) in
            var keys: [Value] = []
            for path in paths {
              let key = try renderer.value(at: path, of: item, nil)
              keys.append(ignoresCase ? key.ignoringCase : key)
            }
            return .list(keys)
          }
        )
      },
      FilterDefinition(
        "dictsort",
        [
          Parameter("case_sensitive", default: .bool(false)),
          Parameter("by", default: Value("key")),
          Parameter("reverse", default: .bool(false)),
        ]
      ) { (renderer, value, arguments) throws(TemplateFault) in
        try renderer.dictionarySorted(value, arguments)
      },
      FilterDefinition(
        "groupby",
        [
          Parameter("attribute"), Parameter("default", default: .none),
          Parameter("case_sensitive", default: .bool(false)),
        ]
      ) { (renderer, value, arguments) throws(TemplateFault) in
        .list(try renderer.groups(value, arguments))
      },
      lazy(.unique, keyParameters),
      lazy(.batch, [Parameter("linecount"), Parameter("fill_with", default: .none)]),
      lazy(.slice, [Parameter("slices"), Parameter("fill_with", default: .none)]),
      FilterDefinition("items") { (renderer, value, _) in
        renderer.iterator(.items, value, CallArguments())
      },
      lazy(.map, nil), lazy(.select, nil), lazy(.reject, nil), lazy(.selectattr, nil),
      lazy(.rejectattr, nil),
    ]

  private static func lazy(
    _ filter: IteratorFilter,
    _ parameters: [Parameter]?
  ) -> FilterDefinition {
    FilterDefinition(filter.rawValue, parameters) { (renderer, value, arguments) in
      renderer.iterator(filter, value, arguments)
    }
  }
}

private func refuseIterator(_ value: Value, _ filter: String) throws(TemplateFault) {
  if case .map = value, filter == "last" { return }
  guard case .reference(let reference) = value, reference.kind == .iterator else { return }
  throw TemplateFault(
    "`\(filter)` needs a list, not an iterator",
    help: "make a list of it first: `|list|\(filter)`"
  )
}

extension Value {
  /// The value for comparisons that ignore case.
  fileprivate var ignoringCase: Value {
    textBytes.map { .string($0.lowercased) } ?? self
  }
}

extension Renderer {
  /// A number that looks random, the same each time a page is rendered.
  mutating func random(below limit: Int) -> Int {
    randomState = randomState &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((randomState >> 33) % UInt64(limit))
  }

  fileprivate mutating func join(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    var items = try collect(value, "can't be joined")
    if case .none = arguments[1] {
    } else {
      let path = try AttributePath(arguments[1])
      var values: [Value] = []
      for item in items { values.append(try self.value(at: path, of: item, nil)) }
      items = values
    }
    let isMarkup = isEscaping && (arguments[0].isMarkup || items.contains(where: \.isMarkup))
    let separator = isMarkup ? try arguments[0].escaped() : try text(of: arguments[0])
    var joined: [UInt8] = []
    for (index, item) in items.enumerated() {
      if index > 0 { joined += separator }
      joined += isMarkup ? try item.escaped() : try text(of: item)
      if joined.count > Limits.largestRepetition {
        throw TemplateFault("`join` makes a text larger than \(Limits.largestRepetition >> 20) MiB")
      }
    }
    return isMarkup ? .markup(joined) : .string(joined)
  }

  fileprivate mutating func extreme(
    _ value: Value,
    _ arguments: CallArguments,
    _ isBetter: (Value, Value, inout Effort) throws(TemplateFault) -> Bool
  ) throws(TemplateFault) -> Value {
    let items = try collect(value, "has no items")
    let path = try AttributePath(arguments[1])
    var best: (item: Value, key: Value)?
    for item in items {
      var key = try self.value(at: path, of: item, nil)
      if !arguments[0].isTrue { key = key.ignoringCase }
      if let known = best {
        if try isBetter(key, known.key, &effort) { best = (item, key) }
      } else {
        best = (item, key)
      }
    }
    return best?.item ?? .missing("there is no least or greatest item: the list is empty")
  }

  /// Sorts by keys, keeping the order of items with equal keys.
  fileprivate mutating func sorted(
    _ items: [Value],
    isReversed: Bool,
    _ key: (inout Renderer, Value) throws(TemplateFault) -> Value
  ) throws(TemplateFault) -> [Value] {
    var keyed: [(item: Value, key: Value)] = []
    for item in items { keyed.append((item, try key(&self, item))) }
    if isReversed { keyed.reverse() }
    try mergeSort(&keyed, &effort)
    if isReversed { keyed.reverse() }
    return keyed.map(\.item)
  }

  fileprivate mutating func dictionarySorted(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    let by = try arguments[1].textArgument("by")
    let position: Int
    switch String(decoding: by, as: UTF8.self) {
    case "key": position = 0
    case "value": position = 1
    default: throw TemplateFault("`by` is `key` or `value`")
    }
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    let pairs = try pairs(value)
    let ignoresCase = !arguments[0].isTrue
    return .list(
      try sorted(pairs, isReversed: arguments[2].isTrue) { (_, pair) in
        let key = pair.items.map { $0[position] } ?? .none
        return ignoresCase ? key.ignoringCase : key
      }
    )
  }

  fileprivate mutating func groups(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> [Value] {
    let path = try AttributePath(arguments[0])
    let defaultValue: Value? = if case .none = arguments[1] { nil } else { arguments[1] }
    let ignoresCase = !arguments[2].isTrue
    let items = try collect(value, "can't be grouped")
    let ordered = try sorted(items, isReversed: false) { (renderer, item) throws(TemplateFault) in
      let key = try renderer.value(at: path, of: item, defaultValue)
      return ignoresCase ? key.ignoringCase : key
    }
    var groups: [(key: Value, compared: Value, members: [Value])] = []
    for item in ordered {
      let key = try self.value(at: path, of: item, defaultValue)
      let compared = ignoresCase ? key.ignoringCase : key
      if let last = groups.last, try areEqual(last.compared, compared, &effort) {
        groups[groups.count - 1].members.append(item)
      } else {
        groups.append((key, compared, [item]))
      }
    }
    return groups.map { .group(ValueGroup(grouper: $0.key, members: $0.members)) }
  }

  // MARK: Parts of iterators

  /// The entries of a dictionary as tuples.
  func pairs(_ value: Value) throws(TemplateFault) -> [Value] {
    switch value {
    case .undefined: return []
    case .map(let map): return map.entries.map { .tuple([$0.key, $0.value]) }
    default: throw TemplateFault("only a dictionary has entries, not \(value.article)")
    }
  }

  mutating func unique(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> [Value] {
    let path = try AttributePath(arguments[1])
    var seen: Set<ValueKey> = []
    var kept: [Value] = []
    for item in try collect(value, "can't be gone through") {
      let key = try self.value(at: path, of: item, nil)
      if seen.insert(try ValueKey(hashing: arguments[0].isTrue ? key : key.ignoringCase)).inserted {
        kept.append(item)
      }
    }
    return kept
  }

  mutating func batch(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> [Value] {
    let size = try arguments[0].argument("linecount")
    var rows: [[Value]] = []
    var row: [Value] = []
    for item in try collect(value, "can't be gone through") {
      if row.count == size {
        rows.append(row)
        row = []
      }
      row.append(item)
    }
    guard !row.isEmpty else { return rows.map { .list($0) } }
    if case .none = arguments[1] {
    } else if row.count < size {
      guard size <= Limits.collectedItems else {
        throw TemplateFault("`batch` makes too large a row")
      }
      row += Array(repeating: arguments[1], count: size - row.count)
    }
    return (rows + [row]).map { .list($0) }
  }

  mutating func columns(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> [Value] {
    let items = try collect(value, "can't be gone through")
    let count = try arguments[0].argument("slices")
    guard count != 0 else { throw TemplateFault("`slice` needs at least one column") }
    guard count > 0 else { return [] }
    guard count <= Limits.collectedItems else {
      throw TemplateFault("`slice` makes too many columns")
    }
    let (size, larger) = items.count.quotientAndRemainder(dividingBy: count)
    var columns: [Value] = []
    var start = 0
    for column in 0..<count {
      let end = start + size + (column < larger ? 1 : 0)
      var part = Array(items[start..<end])
      if case .none = arguments[1] {
      } else if column >= larger {
        part.append(arguments[1])
      }
      columns.append(.list(part))
      start = end
    }
    return columns
  }
}

/// Sorts stably; a comparison may fail.
func mergeSort(
  _ items: inout [(item: Value, key: Value)],
  _ effort: inout Effort
) throws(TemplateFault) {
  var width = 1
  while width < items.count {
    var merged: [(item: Value, key: Value)] = []
    merged.reserveCapacity(items.count)
    var start = 0
    while start < items.count {
      let middle = min(start + width, items.count)
      let end = min(start + 2 * width, items.count)
      try merge(items, start..<middle, middle..<end, into: &merged, &effort)
      start = end
    }
    items = merged
    width *= 2
  }
}

private func merge(
  _ items: [(item: Value, key: Value)],
  _ left: Range<Int>,
  _ right: Range<Int>,
  into merged: inout [(item: Value, key: Value)],
  _ effort: inout Effort
) throws(TemplateFault) {
  var a = left.lowerBound
  var b = right.lowerBound
  while a < left.upperBound, b < right.upperBound {
    if try precedes(items[b].key, items[a].key, &effort) {
      merged.append(items[b])
      b += 1
    } else {
      merged.append(items[a])
      a += 1
    }
  }
  merged += items[a..<left.upperBound]
  merged += items[b..<right.upperBound]
}
