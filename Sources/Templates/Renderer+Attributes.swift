extension Renderer {
  /// What `owner.name` is, the name being known when the template was compiled.
  mutating func attribute(_ name: Int32, of owner: Value) throws(TemplateFault) -> Value {
    switch owner {
    case .object(let object):
      // Asked first: across this call the table would be retained, and all threads count the same.
      let index = attributeIndex(name, of: object.typeIdentifier)
      if index >= 0 { return object.attribute(Int(index)) }
    case .map(let map):
      if let value = map[utf8: program.attributes.utf8[Int(name)]] { return value }
    case .undefined(let undefined): throw TemplateFault(undefined)
    case .reference(let reference):
      let text = program.attributes.all[Int(name)]
      if let value = try attribute(text, of: reference) { return value }
    case .group(let group):
      let text = program.attributes.all[Int(name)]
      if text == "grouper" { return group.grouper }
      if text == "list" { return .list(group.members) }
    default: break
    }
    return .undefined(Undefined(.attribute(program.attributes.all[Int(name)], of: owner)))
  }

  /// The number of an attribute among those of a type; negative when it has none of the name.
  @inline(__always)
  func attributeIndex(_ name: Int32, of type: Int) -> Int16 {
    program.attributeIndices[Int(name) * program.typeCount + type]
  }

  /// What `owner[key]` is.
  mutating func item(_ key: Value, of owner: Value) throws(TemplateFault) -> Value {
    if case .undefined(let undefined) = owner { throw TemplateFault(undefined) }
    try effort.add(key.cost)
    if let value = element(key, of: owner) { return value }
    if let text = key.textBytes {
      let name = String(decoding: text, as: UTF8.self)
      if let value = try attribute(named: name, of: owner) { return value }
    }
    if case .undefined(let undefined) = key { throw TemplateFault(undefined) }
    return .undefined(Undefined(.item(key, of: owner)))
  }

  private func element(_ key: Value, of owner: Value) -> Value? {
    if case .map(let map) = owner { return map.value(of: key) }
    guard let number = key.integer, let index = Int(exactly: number) else { return nil }
    switch owner {
    case .list(let items), .tuple(let items): return Self.element(index, items)
    case .group(let group): return Self.element(index, group.pair)
    case .range(let range):
      let absolute = index < 0 ? index + range.count : index
      return absolute >= 0 && absolute < range.count ? range[absolute] : nil
    case .string(let text): return Self.character(index, text).map { .string($0) }
    case .markup(let text): return Self.character(index, text).map { .markup($0) }
    default: return nil
    }
  }

  private static func element(_ index: Int, _ items: [Value]) -> Value? {
    let absolute = index < 0 ? index + items.count : index
    return items.indices.contains(absolute) ? items[absolute] : nil
  }

  private static func character(_ index: Int, _ text: [UInt8]) -> [UInt8]? {
    let count = UTF8Text.count(text)
    let absolute = index < 0 ? index + count : index
    guard absolute >= 0, absolute < count else { return nil }
    let start = UTF8Text.offset(of: absolute, in: text)
    return Array(text[start..<UTF8Text.offset(of: absolute + 1, in: text)])
  }

  /// An attribute whose name is known only now.
  mutating func attribute(named name: String, of owner: Value) throws(TemplateFault) -> Value? {
    switch owner {
    case .object(let object):
      return object.objectType.attributes.firstIndex(of: name).map { object.attribute($0) }
    case .reference(let reference): return try attribute(name, of: reference)
    case .group(let group):
      if name == "grouper" { return group.grouper }
      return name == "list" ? .list(group.members) : nil
    default: return nil
    }
  }

  private mutating func attribute(
    _ name: String,
    of reference: Reference
  ) throws(TemplateFault) -> Value? {
    let index = Int(reference.index)
    switch reference.kind {
    case .loop: return try loopAttribute(name, reference)
    case .namespace: return namespaces[index].map[name]
    case .cycler: return name == "current" ? cyclers[index].items[cyclers[index].position] : nil
    case .module:
      guard let number = program.names.known(name) else { return nil }
      return modules[index].exported.first { $0.name == number }?.value
    case .macro: return macroAttribute(name, macros[index])
    case .template: return selfBlock(name, reference.index)
    case .block: return name == "super" ? parentBlock(of: reference) : nil
    case .joiner, .iterator: return nil
    }
  }

  private func macroAttribute(_ name: String, _ macro: MacroState) -> Value? {
    let info = program.functions[Int(macro.function)]
    switch name {
    case "name": return info.kind == .caller ? Value.none : Value(info.name)
    case "arguments": return .tuple(info.parameters.map { Value($0.name) })
    case "catch_kwargs": return .bool(info.keywordsSlot >= 0)
    case "catch_varargs": return .bool(info.varargsSlot >= 0)
    case "caller":
      return .bool(info.callerSlot >= 0 || info.parameters.contains { $0.name == "caller" })
    default: return nil
    }
  }

  mutating func storeAttribute(_ name: Int32) throws(TemplateFault) {
    let owner = pop()
    let value = pop()
    guard case .reference(let reference) = owner, reference.kind == .namespace else {
      throw Self.notANamespace(owner)
    }
    let admitted = try admitted(value.assigned)
    namespaces[Int(reference.index)].map.append(program.attributes.all[Int(name)], admitted)
  }

  mutating func checkNamespace() throws(TemplateFault) {
    let owner = pop()
    if case .reference(let reference) = owner, reference.kind == .namespace { return }
    throw Self.notANamespace(owner)
  }

  private static func notANamespace(_ owner: Value) -> TemplateFault {
    TemplateFault(
      "only an attribute of a namespace can be assigned to, not of \(owner.article)",
      help: "make one with `{% set ns = namespace(count=0) %}`"
    )
  }
}
