/// Writes values as Python's `repr` does, up to a number of bytes.
struct RepresentationWriter {
  private(set) var output: [UInt8] = []
  private let limit: Int
  private var sortsKeys: Bool

  /// - Parameters:
  ///   - limit: how many bytes are wanted; a few more may be written.
  ///   - sortsKeys: whether the entries of dictionaries come in their keys' order.
  init(limit: Int, sortsKeys: Bool = false) {
    self.limit = limit
    self.sortsKeys = sortsKeys
  }

  /// Whether there is more than was wanted; what is left of the value is not written then.
  var isFull: Bool { output.count > limit }

  /// Writes one value.
  mutating func write(_ value: Value) {
    switch value {
    case .undefined: output.append("Undefined")
    case .none: output.append("None")
    case .bool(let flag): output.append(flag ? "True" : "False")
    case .int(let number): output.appendDecimal(number)
    case .wide(let number): output.append(String(number.number))
    case .double(let number): output.append(pythonDescription(of: number))
    case .string(let text): output.appendQuoted(text)
    case .markup(let text):
      output.append("Markup(")
      output.appendQuoted(text)
      output.append(")")
    case .list(let items): write(items, "[", "]")
    case .tuple(let items): write(items, "(", items.count == 1 ? ",)" : ")")
    case .group(let group):
      // Python prints this one by its own, which sorts nothing.
      let sorted = sortsKeys
      sortsKeys = false
      write(group.pair, "(", ")")
      sortsKeys = sorted
    case .map(let map): write(map)
    case .object(let object): output.append(contentsOf: object.text)
    case .range(let range): write(range)
    case .function(let function): output.append("<function \(function.name)>")
    case .reference(let reference): output.append("<\(reference.kind)>")
    }
  }

  private mutating func write(_ items: [Value], _ open: String, _ close: String) {
    output.append(open)
    for (index, item) in items.enumerated() {
      if isFull { return }
      if index > 0 { output.append(", ") }
      write(item)
    }
    output.append(close)
  }

  private mutating func write(_ map: ValueMap) {
    output.append("{")
    for (index, entry) in (sortsKeys ? map.sortedEntries : map.entries).enumerated() {
      if isFull { return }
      if index > 0 { output.append(", ") }
      write(entry.key)
      output.append(": ")
      write(entry.value)
    }
    output.append("}")
  }

  private mutating func write(_ range: ValueRange) {
    output.append("range(\(range.start), \(range.stop)")
    output.append(range.step == 1 ? ")" : ", \(range.step))")
  }
}

extension Value {
  /// The value as Python's `repr` gives it; a fault when that is too large.
  func representation() throws(TemplateFault) -> [UInt8] {
    var writer = RepresentationWriter(limit: Limits.largestRepetition)
    writer.write(self)
    guard !writer.isFull else {
      throw TemplateFault("a value's text is larger than \(Limits.largestRepetition >> 20) MiB")
    }
    return writer.output
  }

  /// The value quoted for a message, the end of a long one left out.
  var quoted: String {
    // 60 characters have 240 bytes at most.
    var writer = RepresentationWriter(limit: 240)
    writer.write(self)
    let text = writer.output
    let isLong = UTF8Text.count(text) > 60
    let shown = isLong ? Array(UTF8Text.prefix(text, 57)) + Array("...".utf8) : text
    return "`\(String(decoding: shown, as: UTF8.self))`"
  }
}

extension ValueMap {
  /// The entries in their keys' order; those of several types by their types' names.
  var sortedEntries: [(key: Value, value: Value)] {
    // Keys are small: nobody counts this.
    var effort = Effort()
    return entries.sorted { a, b in
      do {
        return try precedes(a.key, b.key, &effort)
      } catch {
        return a.key.article < b.key.article
      }
    }
  }
}
