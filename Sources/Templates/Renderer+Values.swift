internal import HTML

extension Renderer {
  /// Writes a value as it is printed.
  mutating func emit(_ value: Value, _ mode: EmitMode) throws(TemplateFault) {
    switch mode {
    case .escaped: try emitEscaped(value)
    case .plain: output.append(contentsOf: try text(of: value))
    case .dynamic: try emit(value, isEscaping ? .escaped : .plain)
    case .quoted: output.appendEscaped(try text(of: value))
    case .unquoted: try emitUnquoted(value)
    case .tag: try emitInTag(value)
    case .verbatim: emitVerbatim(value)
    }
  }

  private mutating func emitEscaped(_ value: Value) throws(TemplateFault) {
    switch value {
    case .string(let text): output.appendEscaped(text)
    case .markup(let text): output.append(contentsOf: text)
    case .int(let number): output.append(decimal: number)
    case .object(let object): output.appendEscaped(object.text)
    case .reference(let reference) where reference.kind == .module:
      output.append(contentsOf: modules[Int(reference.index)].body)
    default: output.appendEscaped(try text(of: value))
    }
  }

  /// Writes what is in a slot.
  mutating func emitSlot(_ slot: Int, _ mode: EmitMode) throws(TemplateFault) {
    let value = slots.take(slot, leaving: .none)
    defer { slots.putBack(value, at: slot) }
    try emit(value, mode)
  }

  /// Writes an attribute of what is in a slot.
  mutating func emitAttribute(
    _ name: Int32,
    of slot: Int,
    _ mode: EmitMode
  ) throws(TemplateFault) {
    let owner = slots.take(slot, leaving: .none)
    defer { slots.putBack(owner, at: slot) }
    try emit(name, of: owner, mode)
  }

  /// Whether an attribute of what is in a slot is true.
  mutating func isAttributeTrue(_ name: Int32, of slot: Int) throws(TemplateFault) -> Bool {
    let owner = slots.take(slot, leaving: .none)
    defer { slots.putBack(owner, at: slot) }
    return try isTrue(name, of: owner)
  }

  // Functions of their own, to which a value is lent: matching a variable would count its object.

  /// Writes an attribute, or has the thing write it itself.
  @inline(never)
  private mutating func emit(
    _ name: Int32,
    of owner: Value,
    _ mode: EmitMode
  ) throws(TemplateFault) {
    switch owner {
    case .object(let object):
      let index = Int(attributeIndex(name, of: object.typeIdentifier))
      guard index >= 0 else { break }
      let isDirect = mode == .escaped || mode == .quoted
      if isDirect, object.write(index, isQuoted: mode == .quoted, to: &output) { return }
      return try emit(object.attribute(index), mode)
    default: break
    }
    try emit(try attribute(name, of: owner), mode)
  }

  /// Whether an attribute is true, by what the thing says or by its value.
  @inline(never)
  private mutating func isTrue(_ name: Int32, of owner: Value) throws(TemplateFault) -> Bool {
    switch owner {
    case .object(let object):
      let index = Int(attributeIndex(name, of: object.typeIdentifier))
      guard index >= 0 else { break }
      return object.isTrue(index) ?? object.attribute(index).isTrue
    default: break
    }
    return try attribute(name, of: owner).isTrue
  }

  /// Puts an attribute of what is in a slot on the stack.
  mutating func loadAttribute(_ name: Int32, of slot: Int) throws(TemplateFault) {
    let owner = slots.take(slot, leaving: .none)
    defer { slots.putBack(owner, at: slot) }
    stack.append(try attribute(name, of: owner))
  }

  private mutating func emitVerbatim(_ value: Value) {
    guard let text = value.textBytes else {
      let fault = TemplateFault(
        "only text can be printed here, not \(value.article)",
        help: "end the filters with `string`"
      )
      postpone(fault)
      return
    }
    output.append(contentsOf: text)
  }

  private mutating func emitUnquoted(_ value: Value) throws(TemplateFault) {
    let start = output.count
    try emitEscaped(value)
    let text = output.bytes(from: start)
    output.truncate(to: start)
    for byte in text {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "="), UInt8(ascii: "`"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        output.append("&#\(byte);")
      default: output.append(byte)
      }
    }
  }

  private mutating func emitInTag(_ value: Value) throws(TemplateFault) {
    // A heading's level, mostly: a number is all letters of a name.
    if case .int(let number) = value { return output.append(decimal: number) }
    let text = try text(of: value)
    if value.isMarkup {
      var attributes = AttributeReader(text)
      output.append(contentsOf: try attributes.checked())
    } else if text.allSatisfy({ $0.isInTagName }) {
      output.append(contentsOf: text)
    } else {
      throw TemplateFault(
        "\(value.quoted) can't stand in a tag",
        help: "write attributes with the filter `xmlattr`, or put the value in quotes"
      )
    }
  }

  /// Makes `#` of an address that could run as code.
  mutating func finishAddress(_ slot: Int32) {
    guard case .int(let start) = slots[base + Int(slot)], start <= output.count else { return }
    guard mayBeUnsafe(start) else { return }
    let address = HTMLEntities.decoded(output.bytes(from: start))
    guard isUnsafeURL(address) else { return }
    output.truncate(to: start)
    output.append(UInt8(ascii: "#"))
  }

  /// Whether an address needs a closer look: most begin with a slash, a number sign or `http`.
  private func mayBeUnsafe(_ start: Int) -> Bool {
    guard start < output.count else { return false }
    switch output[start] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."): return false
    case UInt8(ascii: "h"):
      return !output.holds("https://", at: start) && !output.holds("http://", at: start)
    default: return true
    }
  }

  /// A value's text as `str()` gives it.
  func text(of value: Value) throws(TemplateFault) -> [UInt8] {
    guard case .reference(let reference) = value else { return try value.text() }
    switch reference.kind {
    case .module: return modules[Int(reference.index)].body
    case .namespace:
      let map = namespaces[Int(reference.index)].map
      return Array("<Namespace ".utf8) + (try Value.map(map).representation()) + Array(">".utf8)
    case .macro:
      let name = program.functions[Int(macros[Int(reference.index)].function)].name
      return Array("<Macro ".utf8) + (try Value(name).representation()) + Array(">".utf8)
    case .template where Int(reference.index) < contexts.count:
      let name = program.templates[Int(contexts[Int(reference.index)].template)].name
      return Array("<TemplateReference ".utf8) + (try Value(name).representation())
        + Array(">".utf8)
    default: return try value.representation()
    }
  }

  mutating func endCapture(_ mode: EmitMode) throws(TemplateFault) -> Value {
    guard let start = captures.popLast() else { preconditionFailure("captures are balanced") }
    let text = output.bytes(from: start)
    output.truncate(to: start)
    try effort.add(text.count)
    switch mode {
    case .plain: return .string(text)
    case .dynamic: return isEscaping ? .markup(text) : .string(text)
    case .escaped, .quoted, .unquoted, .tag, .verbatim: return .markup(text)
    }
  }

  mutating func dropCaptures(_ count: Int) throws(TemplateFault) {
    let start = captures[captures.count - count]
    captures.removeLast(count)
    try effort.add(output.count - start)
    output.truncate(to: start)
  }

  func asMarkup(_ value: Value) throws(TemplateFault) -> Value {
    guard isEscaping else { return value }
    return .markup(try text(of: value))
  }

  mutating func popItems(_ count: Int) -> [Value] {
    let items = stack.elements(from: stack.count - count)
    stack.removeLast(count)
    return items.contains(where: \.isUnset) ? items.map(\.assigned) : items
  }

  mutating func makeMap(_ count: Int) throws(TemplateFault) {
    let items = popItems(count * 2)
    var map = ValueMap()
    for index in 0..<count { try map.set(items[index * 2], items[index * 2 + 1]) }
    stack.append(try admitted(.map(map)))
  }

  mutating func unpack(_ count: Int) throws(TemplateFault) {
    let value = pop()
    let items: [Value]
    if let known = value.items {
      items = known
    } else {
      items = try collect(value, "can't be taken apart into names")
    }
    guard items.count == count else {
      let found = items.count == 1 ? "1 value" : "\(items.count) values"
      throw TemplateFault("there are \(found) for \(count) names")
    }
    for item in items.reversed() { stack.append(item) }
  }

  mutating func jumpOrPop(_ target: Int32, when wanted: Bool) {
    if stack[stack.count - 1].isTrue == wanted {
      position = target
    } else {
      stack.removeLast()
    }
  }

  mutating func holds(
    _ operation: Comparison,
    _ a: Value,
    _ b: Value
  ) throws(TemplateFault) -> Bool {
    guard operation == .isIn || operation == .isNotIn, case .reference(let reference) = b,
      reference.kind == .iterator
    else { return try operation.holds(a, b, &effort) }
    while let item = try next(of: reference.index) {
      if try areEqual(item, a, &effort) { return operation == .isIn }
    }
    return operation == .isNotIn
  }

  mutating func concatenate(_ count: Int, _ mode: EmitMode) throws(TemplateFault) {
    let parts = popItems(count)
    // Where only the rendering knows whether text is escaped, Jinja joins plain text.
    let isMarkup = mode != .plain && mode != .dynamic && parts.contains(where: \.isMarkup)
    var joined: [UInt8] = []
    for part in parts {
      joined += isMarkup ? try part.escaped() : try text(of: part)
    }
    stack.append(try admitted(isMarkup ? .markup(joined) : .string(joined)))
  }

  mutating func slice() throws(TemplateFault) {
    let step = try bound(pop())
    let stop = try bound(pop())
    let start = try bound(pop())
    let value = pop()
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    let count = try length(of: value)
    guard let indices = SliceIndices(start: start, stop: stop, step: step, count: count) else {
      throw TemplateFault("the step of a slice can't be 0")
    }
    stack.append(try admitted(try slice(value, indices)))
  }

  private func bound(_ value: Value) throws(TemplateFault) -> Int? {
    if case .none = value { return nil }
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    guard let number = value.integer else {
      throw TemplateFault("a slice's bounds are whole numbers, not \(value.article)")
    }
    return Int(clamping: number)
  }

  private func slice(_ value: Value, _ indices: SliceIndices) throws(TemplateFault) -> Value {
    switch value {
    case .list(let items): return .list(indices.all.map { items[$0] })
    case .tuple(let items): return .tuple(indices.all.map { items[$0] })
    case .group(let group): return .tuple(indices.all.map { group.pair[$0] })
    case .string(let text): return .string(slice(text, indices))
    case .markup(let text): return .markup(slice(text, indices))
    case .range(let range): return .range(indices.applied(to: range))
    default: throw TemplateFault("\(value.article) can't be sliced")
    }
  }

  private func slice(_ text: [UInt8], _ indices: SliceIndices) -> [UInt8] {
    if UTF8Text.isASCII(text) { return indices.all.map { text[$0] } }
    let characters = UTF8Text.characters(text)
    return indices.all.flatMap { characters[$0] }
  }

  /// How many items or characters a value has.
  func length(of value: Value) throws(TemplateFault) -> Int {
    switch value {
    case .string(let text), .markup(let text): return UTF8Text.count(text)
    case .list(let items), .tuple(let items): return items.count
    case .group: return 2
    case .map(let map): return map.count
    case .range(let range): return range.count
    case .undefined(let undefined):
      if undefined.isLenient { return 0 }
      throw TemplateFault(undefined)
    case .reference(let reference) where reference.kind == .loop:
      if let loop = loop(reference) { return loop.count }
    default: break
    }
    let isIterator =
      if case .reference(let reference) = value { reference.kind == .iterator } else { false }
    let help = isIterator ? "make a list of it first: `|list|length`" : nil
    throw TemplateFault("\(value.article) has no length", help: help)
  }
}

/// The indices that a slice selects, as Python computes them.
struct SliceIndices {
  private let first: Int
  private let end: Int
  private let step: Int

  /// `nil` when the step is 0.
  init?(start: Int?, stop: Int?, step: Int?, count: Int) {
    let step = step ?? 1
    guard step != 0 else { return nil }
    let lowest = step > 0 ? 0 : -1
    let highest = step > 0 ? count : count - 1
    func clamped(_ bound: Int?, _ otherwise: Int) -> Int {
      guard let bound else { return otherwise }
      let absolute = bound < 0 ? bound + count : bound
      return min(max(absolute, lowest), highest)
    }
    first = clamped(start, step > 0 ? lowest : highest)
    end = clamped(stop, step > 0 ? highest : lowest)
    self.step = step
  }

  var all: StrideTo<Int> { stride(from: first, to: end, by: step) }

  /// The part of a range that is selected.
  func applied(to range: ValueRange) -> ValueRange {
    func number(_ index: Int) -> Int {
      Int(clamping: Int128(range.start) + Int128(range.step) * Int128(index))
    }
    let combined = Int(clamping: Int128(range.step) * Int128(step))
    return ValueRange(start: number(first), stop: number(end), step: combined)
  }
}
