extension FilterDefinition {
  /// The filters that take any value.
  static let valueFilters: [FilterDefinition] = [
    FilterDefinition(
      "default",
      [
        Parameter("default_value", default: Value("")), Parameter("boolean", default: .bool(false)),
      ]
    ) { (_, value, arguments) in
      if case .undefined = value { return arguments[0] }
      return arguments[1].isTrue && !value.isTrue ? arguments[0] : value
    },
    FilterDefinition("attr", [Parameter("name")]) {
      (renderer, value, arguments) throws(TemplateFault) in
      if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
      let name = String(decoding: try arguments[0].textArgument("name"), as: UTF8.self)
      return try renderer.attribute(named: name, of: value)
        ?? .undefined(Undefined(.attribute(name, of: value)))
    },
    FilterDefinition("pprint") { (_, value, _) throws(TemplateFault) in
      if case .undefined = value { return Value("Undefined") }
      return .string(try PrettyPrinter.text(of: value))
    },
    FilterDefinition("tojson", [Parameter("indent", default: .none)]) {
      (renderer, value, arguments) throws(TemplateFault) in
      var writer = JSONWriter(sortsKeys: true, isPython: true)
      switch arguments[0] {
      case .none: break
      case .string(let text), .markup(let text): writer.indentation = text
      default: writer.indentation = try blanks(arguments[0], "indent")
      }
      try writer.write(value)
      return .markup(writer.output)
    },
    FilterDefinition("json") { (renderer, value, _) throws(TemplateFault) in
      var writer = JSONWriter(sortsKeys: false, isPython: false)
      try writer.write(try renderer.settled(value))
      return .markup(writer.output)
    },
  ]
}
