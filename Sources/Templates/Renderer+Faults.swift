internal import Diagnostics

extension Renderer {
  /// The fault with its place in the template and the way there.
  func diagnostic(_ fault: TemplateFault, page: String?) -> Diagnostic {
    let place = Int(position) - 1
    var notes: [String] = []
    var help = fault.help
    if case .undefined = fault.kind, help == nil { help = variableSuggestion(fault) }
    guard let innermost = frames.last else {
      return Diagnostic(fault.message, path: nil, help: help)
    }
    var returnTo = innermost.returnTo
    notes.append(contentsOf: note(innermost, calledAt: Int(returnTo) - 1, frames.count - 2))
    for index in (0..<frames.count - 1).reversed() {
      returnTo = frames[index].returnTo
      notes.append(contentsOf: note(frames[index], calledAt: Int(returnTo) - 1, index - 1))
    }
    if notes.count > 12 {
      let left = notes.count - 10
      notes = notes.prefix(8) + ["… \(left) more calls …"] + notes.suffix(2)
    }
    if let page { notes.append("while rendering \(page)") }
    let file = program.templates[Int(program.functions[Int(innermost.function)].template)].file
    return Diagnostic(
      fault.message,
      at: SourceSpan(file, range(place, in: file)),
      label: fault.label,
      help: help,
      notes: notes
    )
  }

  private func range(_ place: Int, in file: SourceFile) -> Range<Int> {
    let range = program.ranges[place]
    let end = min(Int(range.upperBound), file.bytes.count)
    return min(Int(range.lowerBound), end)..<end
  }

  /// How a call came about, from the template that made it.
  private func note(_ frame: CallFrame, calledAt place: Int, _ callerIndex: Int) -> [String] {
    guard callerIndex >= 0 else { return [] }
    let info = program.functions[Int(frame.function)]
    let caller = program.functions[Int(frames[callerIndex].function)]
    let file = program.templates[Int(caller.template)].file
    let location = SourceLocation(SourceSpan(file, range(place, in: file)))
    let at = "\(file.path):\(location.line):\(location.column)"
    switch info.kind {
    case .macro: return ["in the macro `\(info.name)`, called at \(at)"]
    case .caller: return ["in the body of a `call`, called at \(at)"]
    case .block: return ["in the block `\(info.name)`, shown at \(at)"]
    case .loop: return callerIndex >= 0 ? ["in a recursive loop, called at \(at)"] : []
    case .template:
      if case .runParent = program.code[place] {
        return ["in the template that \(file.path) extends"]
      }
      let verb = if case .module = frame.result { "imported" } else { "included" }
      return ["\(verb) at \(at)"]
    }
  }

  /// A name like the one that isn't defined.
  private func variableSuggestion(_ fault: TemplateFault) -> String? {
    guard let name = fault.variable else { return nil }
    if let owner = fault.owner { return suggestion(for: name, among: names(in: owner)) }
    if let help = ForeignSyntax.variable(name) { return help }
    let near = nearest(to: name, among: knownNames.filter { $0 != name })
    return near.map { "did you mean `\($0)`?" }
  }

  /// The names that one of the rendering's own things has.
  private func names(in reference: Reference) -> [String] {
    let index = Int(reference.index)
    switch reference.kind {
    case .module: return modules[index].exported.map { program.names.all[Int($0.name)] }
    case .template where index < contexts.count:
      return contexts[index].blocks.map { program.names.all[Int($0.name)] }
    case .namespace: return Value.map(namespaces[index].map).attributeNames
    case .loop:
      return [
        "index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem",
        "nextitem", "depth", "depth0", "cycle", "changed",
      ]
    case .cycler: return ["current", "next", "reset"]
    case .macro: return ["name", "arguments", "catch_kwargs", "catch_varargs", "caller"]
    case .block: return ["super"]
    case .joiner, .iterator, .template: return []
    }
  }

  /// The names that the context has here.
  private var knownNames: [String] {
    var names = hostContext.map(\.0)
    if let frame = frames.last {
      let function = program.functions[Int(frame.function)]
      names += function.variables
      if case .block = function.kind { names.append("super") }
      if case .macro = function.kind { names.append("caller") }
    }
    let state = contexts[Int(context)]
    names += state.variables.map { program.names.all[Int($0.name)] }
    var layer: ContextLayer? = state.layer
    while let current = layer {
      names += current.variables.map { program.names.all[Int($0.name)] }
      for (number, value) in current.base.enumerated() where !value.isUnset {
        names.append(program.names.all[number])
      }
      layer = current.below
    }
    return names
  }
}
