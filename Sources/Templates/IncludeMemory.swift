internal import HTML

/// What includes wrote of things that pages show again.
///
/// A post's card stands in the lists of its tags, its community, its year: what it says is the same
/// everywhere, when its template reads nothing but the post and the site.
struct IncludeMemory {
  /// What decides what an include writes.
  struct Key: Hashable {
    let template: Int32
    /// For each input its kind, and which one of the kind it is.
    fileprivate(set) var parts: [Int]
  }

  /// What an include wrote, and how much it did for that.
  struct Text {
    let bytes: [UInt8]
    let effort: Effort
  }

  /// An include that is under way.
  fileprivate struct Recording {
    let key: Key
    /// Where its output begins.
    let start: Int
    /// What was done before it.
    let effort: Effort
  }

  /// Whether anything is remembered: many pages are rendered.
  var isOn = false
  private var texts: [Key: Text] = [:]
  private var size = 0
  fileprivate var recordings: [Recording] = []

  /// How many bytes of text are kept.
  private static let capacity = 16 << 20

  /// What an include wrote that was given the same.
  func text(_ key: Key) -> Text? { texts[key] }

  fileprivate mutating func keep(_ text: Text, _ key: Key) {
    guard size + text.bytes.count <= Self.capacity else { return }
    size += text.bytes.count
    texts[key] = text
  }

  /// Forgets what a page that failed had begun.
  mutating func forgetUnfinished() { recordings.removeAll(keepingCapacity: true) }
}

extension Renderer {
  /// What decides what an include writes; `nil` when it was given something that no number stands for.
  func includeKey(_ template: Int32, _ inputs: [Int32], _ locals: Int32) -> IncludeMemory.Key? {
    guard locals >= 0 else { return nil }
    var key = IncludeMemory.Key(template: template, parts: [])
    key.parts.reserveCapacity(inputs.count * 2)
    for name in inputs {
      // A variable of the including template hides what has that name outside, whatever it is.
      let value = local(name, locals) ?? resolve(name)
      guard let part = value.identityParts else { return nil }
      key.parts.append(part.kind)
      key.parts.append(part.number)
    }
    return key
  }

  private func local(_ name: Int32, _ locals: Int32) -> Value? {
    for index in program.locals[Int(locals)].indices {
      let local = program.locals[Int(locals)][index]
      guard local.name == name else { continue }
      let value =
        local.depth == 0 ? slots[base + Int(local.slot)] : outer(local.depth, local.slot)
      if !value.isUnset { return value }
    }
    return nil
  }

  /// Writes what an include wrote before, or has it write and remembers that.
  mutating func include(_ key: IncludeMemory.Key, _ locals: Int32) throws(TemplateFault) {
    if let known = includes.text(key), output.count + known.bytes.count <= Limits.outputBytes,
      effort.add(known.effort)
    {
      return output.append(contentsOf: known.bytes)
    }
    includes.recordings.append(
      IncludeMemory.Recording(key: key, start: output.count, effort: effort)
    )
    try beginTemplate(key.template, layer(with: locals), .remembered)
  }

  /// Remembers what the include wrote that ends here.
  mutating func remember() {
    guard let recording = includes.recordings.popLast() else {
      preconditionFailure("what is remembered was begun")
    }
    if case .some = deferred { return }
    let text = IncludeMemory.Text(
      bytes: output.bytes(from: recording.start),
      effort: effort.since(recording.effort)
    )
    includes.keep(text, recording.key)
  }
}

extension Value {
  /// A number for the kind of value and one for which it is, together the same for what is the same.
  fileprivate var identityParts: (kind: Int, number: Int)? {
    switch self {
    case .undefined: (0, 0)
    case .none: (1, 0)
    case .bool(let flag): (2, flag ? 1 : 0)
    case .int(let number): (3, number)
    case .object(let object): object.identity.map { (16 + object.typeIdentifier, $0) }
    default: nil
    }
  }
}

extension Program {
  /// Finds what decides what each template writes where it is included.
  mutating func findInputs(_ environment: Environment) {
    // Where chance plays a part, the same may look different.
    guard !drawsByChance else { return }
    let passing = environment.names.filter { !environment.lastingNames.contains($0) }
    let numbers = Set(passing.compactMap(names.known))
    for index in templates.indices {
      guard let inputs = inputs(of: Int32(index)), numbers.isDisjoint(with: inputs) else {
        continue
      }
      templates[index].inputs = inputs.sorted()
    }
  }

  /// The names that a template reads of those who include it; `nil` when what it writes may depend on
  /// anything else, or when it includes itself.
  private func inputs(of template: Int32) -> Set<Int32>? {
    var inputs: Set<Int32> = []
    var seen: Set<Int32> = [template]
    var pending = [template]
    // Each once, however often it is included.
    while let next = pending.popLast() {
      guard let includes = gatherInputs(of: next, into: &inputs), !includes.contains(template)
      else {
        return nil
      }
      pending += includes.filter { seen.insert($0).inserted }
    }
    return inputs
  }

  /// Gathers the names that a template reads itself, and gives the templates that it includes.
  private func gatherInputs(of template: Int32, into inputs: inout Set<Int32>) -> [Int32]? {
    let root = templates[Int(template)].root
    guard root >= 0 else { return nil }
    var includes: [Int32] = []
    var position = Int(functions[Int(root)].entry)
    while true {
      switch code[position] {
      case .finish: return includes
      case .resolve(_, let name): inputs.insert(name)
      case .includeKnown(let other, let locals) where locals >= 0: includes.append(other)
      case .importKnown(let module, let locals):
        guard locals < 0, isConstantModule(Int(module)) else { return nil }
      case .include, .includeKnown, .importTemplate, .extends, .runParent, .block, .requireBlock,
        .templateReference, .superReference, .makeMacro, .loopBeginRecursive, .callLoop:
        return nil
      default: break
      }
      position += 1
    }
  }
}
