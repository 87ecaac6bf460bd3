/// Values spread over lines where they are long, as Python's `pprint` does.
struct PrettyPrinter {
  var output: [UInt8] = []

  /// The text of a value; a fault when it is too large.
  static func text(of value: Value) throws(TemplateFault) -> [UInt8] {
    var printer = PrettyPrinter()
    try printer.format(value, indent: 0, allowance: 0, isOutermost: true)
    return printer.output
  }

  private mutating func format(
    _ value: Value,
    indent: Int,
    allowance: Int,
    isOutermost: Bool = false
  ) throws(TemplateFault) {
    guard output.count <= Limits.largestRepetition else {
      throw TemplateFault("`pprint` makes a text larger than \(Limits.largestRepetition >> 20) MiB")
    }
    let room = 80 - indent - allowance
    // No further than it takes to see whether the value fits: each of its parts asks again.
    var line = RepresentationWriter(limit: 4 * max(0, room), sortsKeys: true)
    line.write(value)
    guard line.isFull || UTF8Text.count(line.output) > room else {
      output += line.output
      return
    }
    switch value {
    case .list(let items):
      try formatItems(items, "[", "]", indent: indent, allowance: allowance)
    case .tuple(let items):
      let close = items.count == 1 ? ",)" : ")"
      try formatItems(items, "(", close, indent: indent, allowance: allowance)
    case .map(let map) where !map.isEmpty:
      try formatMap(map, indent: indent, allowance: allowance)
    case .string(let text) where !text.isEmpty:
      formatText(text, indent: indent, allowance: allowance, isOutermost: isOutermost)
    default: output += try value.representation()
    }
  }

  private mutating func formatItems(
    _ items: [Value],
    _ open: String,
    _ close: String,
    indent: Int,
    allowance: Int
  ) throws(TemplateFault) {
    output.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      let isLast = index == items.count - 1
      let room = isLast ? allowance + close.utf8.count : 1
      try format(item, indent: indent + 1, allowance: room)
      if !isLast { output.append(",") }
    }
    output.append(close)
  }

  private mutating func formatMap(
    _ map: ValueMap,
    indent: Int,
    allowance: Int
  ) throws(TemplateFault) {
    output.append("{")
    let entries = map.sortedEntries
    for (index, entry) in entries.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      let key = try entry.key.representation()
      output += key
      output.append(": ")
      let isLast = index == entries.count - 1
      try format(
        entry.value,
        indent: indent + 1 + UTF8Text.count(key) + 2,
        allowance: isLast ? allowance + 1 : 1
      )
      if !isLast { output.append(",") }
    }
    output.append("}")
  }

  mutating func breakLine(_ indent: Int) {
    output.append(0x0A)
    output += Array(repeating: UInt8(ascii: " "), count: indent)
  }
}
