/// Values spread over lines where they are long, as Python's `pprint` does.
struct PrettyPrinter {
  var output: [UInt8] = []

  /// The text of a value.
  static func text(of value: Value) -> [UInt8] {
    var printer = PrettyPrinter()
    printer.format(value, indent: 0, allowance: 0, depth: 0)
    return printer.output
  }

  private mutating func format(_ value: Value, indent: Int, allowance: Int, depth: Int) {
    let plain = Self.sorted(value, depth).representation
    guard UTF8Text.count(plain) > 80 - indent - allowance, depth < 100 else {
      output += plain
      return
    }
    switch value {
    case .list(let items):
      formatItems(items, "[", "]", indent: indent, allowance: allowance, depth: depth)
    case .tuple(let items):
      let close = items.count == 1 ? ",)" : ")"
      formatItems(items, "(", close, indent: indent, allowance: allowance, depth: depth)
    case .map(let map) where !map.isEmpty:
      formatMap(map, indent: indent, allowance: allowance, depth: depth)
    case .string(let text) where !text.isEmpty:
      formatText(text, indent: indent, allowance: allowance, isOutermost: depth == 0)
    default: output += plain
    }
  }

  private mutating func formatItems(
    _ items: [Value],
    _ open: String,
    _ close: String,
    indent: Int,
    allowance: Int,
    depth: Int
  ) {
    output.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      let isLast = index == items.count - 1
      let room = isLast ? allowance + close.utf8.count : 1
      format(item, indent: indent + 1, allowance: room, depth: depth + 1)
      if !isLast { output.append(",") }
    }
    output.append(close)
  }

  private mutating func formatMap(_ map: ValueMap, indent: Int, allowance: Int, depth: Int) {
    output.append("{")
    let entries = Self.sortedEntries(map)
    for (index, entry) in entries.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      let key = Self.sorted(entry.key, depth).representation
      output += key
      output.append(": ")
      let isLast = index == entries.count - 1
      format(
        entry.value,
        indent: indent + 1 + UTF8Text.count(key) + 2,
        allowance: isLast ? allowance + 1 : 1,
        depth: depth + 1
      )
      if !isLast { output.append(",") }
    }
    output.append("}")
  }

  mutating func breakLine(_ indent: Int) {
    output.append(0x0A)
    output += Array(repeating: UInt8(ascii: " "), count: indent)
  }

  /// The value with the keys of its dictionaries in order.
  private static func sorted(_ value: Value, _ depth: Int) -> Value {
    guard depth < 100 else { return value }
    switch value {
    case .list(let items): return .list(items.map { sorted($0, depth + 1) })
    case .tuple(let items): return .tuple(items.map { sorted($0, depth + 1) })
    case .map(let map):
      var result = ValueMap()
      for entry in sortedEntries(map) {
        result.setKnown(entry.key, sorted(entry.value, depth + 1))
      }
      return .map(result)
    default: return value
    }
  }

  private static func sortedEntries(_ map: ValueMap) -> [(key: Value, value: Value)] {
    map.entries.sorted { a, b in
      do {
        return try precedes(a.key, b.key)
      } catch {
        // Python falls back to the types' names.
        return a.key.article < b.key.article
      }
    }
  }
}
