/// Writes values as JSON that may stand in a script element.
///
/// `<`, `>`, `&`, `'` and the two line separators of JavaScript are escaped, so that no text can end
/// the script or open a comment in it.
struct JSONWriter {
  let sortsKeys: Bool
  /// Whether it writes byte for byte what Jinja's `tojson` does.
  let isPython: Bool
  var indentation: [UInt8]?
  private(set) var output: [UInt8] = []

  init(sortsKeys: Bool, isPython: Bool) {
    self.sortsKeys = sortsKeys
    self.isPython = isPython
  }

  /// Writes one value.
  mutating func write(_ value: Value, depth: Int = 0) throws(TemplateFault) {
    guard output.count <= Limits.largestRepetition else {
      throw TemplateFault("the JSON is larger than \(Limits.largestRepetition >> 20) MiB")
    }
    switch value {
    case .none: output.append("null")
    case .bool(let flag): output.append(flag ? "true" : "false")
    case .int(let number): output.appendDecimal(number)
    case .wide(let number): output.append(String(number.number))
    case .double(let number): try write(number)
    case .string(let text), .markup(let text): write(text)
    case .list(let items), .tuple(let items): try write(items, depth)
    case .group(let group): try write(group.pair, depth)
    case .map(let map): try write(map, depth)
    case .undefined(let undefined):
      if isPython { throw TemplateFault("an undefined value can't be written as JSON") }
      throw TemplateFault(undefined)
    case .object where !isPython: write(try value.representation())
    case .range(let range) where !isPython: try write((0..<range.count).map { range[$0] }, depth)
    case .object, .range, .function, .reference:
      throw TemplateFault("\(value.article) can't be written as JSON")
    }
  }

  private mutating func write(_ number: Double) throws(TemplateFault) {
    if number.isFinite { return output.append(pythonDescription(of: number)) }
    guard isPython else { throw TemplateFault("JSON has no number for \(number)") }
    output.append(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
  }

  private mutating func write(_ items: [Value], _ depth: Int) throws(TemplateFault) {
    guard !items.isEmpty else { return output.append("[]") }
    output.append("[")
    for (index, item) in items.enumerated() {
      separate(index, depth + 1)
      try write(item, depth: depth + 1)
    }
    breakLine(depth)
    output.append("]")
  }

  private mutating func write(_ map: ValueMap, _ depth: Int) throws(TemplateFault) {
    guard !map.isEmpty else { return output.append("{}") }
    output.append("{")
    for (index, entry) in try ordered(map).enumerated() {
      separate(index, depth + 1)
      write(entry.key)
      output.append(isPython || indentation != nil ? ": " : ":")
      try write(entry.value, depth: depth + 1)
    }
    breakLine(depth)
    output.append("}")
  }

  private func ordered(_ map: ValueMap) throws(TemplateFault) -> [(key: [UInt8], value: Value)] {
    var keys: [(key: Value, value: Value)] = map.entries
    if sortsKeys {
      keys = try sortedByKey(keys)
    }
    var ordered: [(key: [UInt8], value: Value)] = []
    for entry in keys { ordered.append((try keyText(entry.key), entry.value)) }
    return ordered
  }

  private func sortedByKey(
    _ entries: [(key: Value, value: Value)]
  ) throws(TemplateFault) -> [(key: Value, value: Value)] {
    var sorted = entries.map { (item: $0.value, key: $0.key) }
    // Keys are small, and what is written is counted.
    var effort = Effort()
    try mergeSort(&sorted, &effort)
    return sorted.map { ($0.key, $0.item) }
  }

  private func keyText(_ key: Value) throws(TemplateFault) -> [UInt8] {
    switch key {
    case .string(let text), .markup(let text): return text
    case .int, .wide, .double: return try key.representation()
    case .bool(let flag): return Array((flag ? "true" : "false").utf8)
    case .none: return Array("null".utf8)
    default: throw TemplateFault("\(key.article) can't be a key in JSON")
    }
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { output.append(isPython && indentation == nil ? ", " : ",") }
    breakLine(depth)
  }

  private mutating func breakLine(_ depth: Int) {
    guard let indentation else { return }
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { output += indentation }
  }

  private mutating func write(_ text: [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in UTF8Text.scalars(text) {
      switch scalar {
      case "\"": output.append("\\\"")
      case "\\": output.append("\\\\")
      case "\n": output.append("\\n")
      case "\r": output.append("\\r")
      case "\t": output.append("\\t")
      case "\u{8}": output.append("\\b")
      case "\u{C}": output.append("\\f")
      case "<", ">", "&", "'", "\u{2028}", "\u{2029}": escape(scalar)
      case _ where scalar.value < 0x20 || (scalar.value == 0x7F && !isPython): escape(scalar)
      case _ where isPython && scalar.value >= 0x7F: escape(scalar)
      default: output.append(scalar)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    if isPython, scalar.value == 0x7F { return output.append(scalar) }
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      output.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
