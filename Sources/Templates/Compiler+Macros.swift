internal import Diagnostics

extension Compiler {
  func compileMacro(
    _ name: String,
    _ signature: Signature,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let index = compileMacroFunction(.macro, name, signature, body, range, frame)
    write(.makeMacro(function: index), range)
    let variable = variable(name, frame)
    write(.store(slot: variable.slot), range)
    if frame.isTopLevel {
      write(.export(name: self.name(name), slot: variable.slot), range)
    }
  }

  func compileCallBlock(
    _ signature: Signature,
    _ call: Expression,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    guard case .call(let callee, let arguments) = call.kind else {
      preconditionFailure("the parser lets only calls through")
    }
    let caller = compileMacroFunction(.caller, "caller", signature, body, range, frame)
    compile(callee, frame)
    let shape = compileArguments(arguments, frame, caller: caller)
    let mode = environment.escaping == .jinja ? EmitMode.verbatim : autoescape
    checkPlace("`call`", call.range)
    write(.callEmit(shape: shape, mode), call.range)
    markup.passDynamic()
  }

  private func compileMacroFunction(
    _ kind: FunctionInfo.Kind,
    _ name: String,
    _ signature: Signature,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) -> Int32 {
    let info = FunctionInfo(kind: kind, name: name, template: template)
    return compileFunction(info, parent: function) { function in
      markup = MarkupContext(isTracked: environment.escaping == .page)
      var info = info
      var inner = frame.inner(function)
      inner.requiresOutputCheck = false
      inner.scope.analyze(signature, body)
      info.parameters = signature.parameters.map { parameter in
        MacroParameter(name: parameter.name, slot: variable(parameter.name, inner).slot)
      }
      declareSpecialParameters(&info, signature, body, range, inner)
      inner.scope.analyze(signature, body)
      enter(inner.scope, range)
      compileDefaults(info, signature, range, inner)
      let start = markup
      compile(body, inner)
      checkBalance(start, kind == .caller ? "the body of `call`" : "the macro `\(name)`", range)
      return info
    }
  }

  private func declareSpecialParameters(
    _ info: inout FunctionInfo,
    _ signature: Signature,
    _ body: [Statement],
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let used = SpecialNames.used(["caller", "kwargs", "varargs"], in: body)
    let names = signature.parameters.map(\.name)
    if used.contains("caller") {
      if let index = names.firstIndex(of: "caller") {
        if index < names.count - signature.defaults.count {
          let help = "leave it out, or give it a default"
          report("the parameter `caller` has no default", range, help: help)
        }
      } else {
        info.callerSlot = frame.scope.declareParameter("caller").slot
      }
    }
    if used.contains("kwargs"), !names.contains("kwargs") {
      info.keywordsSlot = frame.scope.declareParameter("kwargs").slot
    }
    if used.contains("varargs"), !names.contains("varargs") {
      info.varargsSlot = frame.scope.declareParameter("varargs").slot
    }
  }

  private func compileDefaults(
    _ info: FunctionInfo,
    _ signature: Signature,
    _ range: Range<Int>,
    _ frame: Frame
  ) {
    let firstDefault = signature.parameters.count - signature.defaults.count
    for (index, parameter) in info.parameters.enumerated() {
      let skip = write(.useDefault(slot: parameter.slot, otherwise: 0), range)
      if index >= firstDefault {
        compile(signature.defaults[index - firstDefault], frame)
      } else {
        constant(.missing("the parameter `\(parameter.name)` was not given"), range)
      }
      write(.store(slot: parameter.slot), range)
      land(skip)
    }
  }
}
