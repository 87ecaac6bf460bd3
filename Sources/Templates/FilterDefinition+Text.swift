extension FilterDefinition {
  /// The filters that change letters and lengths.
  static let textFilters: [FilterDefinition] = [
    FilterDefinition("upper") { (renderer, value, _) throws(TemplateFault) in
      try renderer.mapText(value) { $0.uppercased }
    },
    FilterDefinition("lower") { (renderer, value, _) throws(TemplateFault) in
      try renderer.mapText(value) { $0.lowercased }
    },
    FilterDefinition("capitalize") { (renderer, value, _) throws(TemplateFault) in
      try renderer.mapText(value) { $0.capitalized }
    },
    FilterDefinition("title") { (renderer, value, _) throws(TemplateFault) in
      .string(titleCased(try renderer.text(of: value)))
    },
    FilterDefinition("string") { (renderer, value, _) throws(TemplateFault) in
      try renderer.mapText(value) { $0 }
    },
    FilterDefinition("trim", [Parameter("chars", default: .none)]) {
      (renderer, value, arguments) throws(TemplateFault) in
      let characters: [UInt8]? =
        if case .none = arguments[0] { nil } else { try arguments[0].textArgument("chars") }
      return try renderer.mapText(value) { trimmed($0, characters) }
    },
    FilterDefinition("center", [Parameter("width", default: .int(80))]) {
      (renderer, value, arguments) throws(TemplateFault) in
      let width = try arguments[0].argument("width")
      guard width <= Limits.largestRepetition else {
        throw TemplateFault(
          "`center` makes a text larger than \(Limits.largestRepetition >> 20) MiB"
        )
      }
      return try renderer.mapText(value) { centered($0, width) }
    },
    FilterDefinition(
      "replace",
      [Parameter("old"), Parameter("new"), Parameter("count", default: .none)]
    ) { (renderer, value, arguments) throws(TemplateFault) in
      try renderer.replace(value, arguments)
    },
    FilterDefinition(
      "indent",
      [
        Parameter("width", default: .int(4)), Parameter("first", default: .bool(false)),
        Parameter("blank", default: .bool(false)),
      ]
    ) { (renderer, value, arguments) throws(TemplateFault) in
      try renderer.indent(value, arguments)
    },
    FilterDefinition(
      "truncate",
      [
        Parameter("length", default: .int(255)), Parameter("killwords", default: .bool(false)),
        Parameter("end", default: Value("...")), Parameter("leeway", default: .none),
      ]
    ) { (renderer, value, arguments) throws(TemplateFault) in
      try renderer.truncate(value, arguments)
    },
    FilterDefinition("format", nil) { (renderer, value, arguments) throws(TemplateFault) in
      guard arguments.positional.isEmpty || arguments.named.isEmpty else {
        throw TemplateFault("`format` takes positional or named arguments, not both")
      }
      let subject = try renderer.mapText(value) { $0 }
      if arguments.named.isEmpty {
        return try formatted(subject, with: .tuple(arguments.positional))
      }
      return try formatted(
        subject,
        with: .map(ValueMap(arguments.named.map { ($0.name, $0.value) }))
      )
    },
  ]
}

extension Renderer {
  /// A value's text changed, as text of the same kind.
  func mapText(_ value: Value, _ change: ([UInt8]) -> [UInt8]) throws(TemplateFault) -> Value {
    switch value {
    case .string(let text): .string(change(text))
    case .markup(let text): .markup(change(text))
    default: .string(change(try text(of: value)))
    }
  }

  fileprivate func replace(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    let limit: Int
    if case .none = arguments[2] { limit = -1 } else { limit = try arguments[2].argument("count") }
    var subject = isEscaping ? try mapText(value) { $0 } : Value.string(try text(of: value))
    let (old, new) = (arguments[0], arguments[1])
    if isEscaping, old.isMarkup || (new.isMarkup && !subject.isMarkup) {
      subject = .markup(try subject.escaped())
    }
    guard let text = subject.textBytes else { preconditionFailure("it was made text") }
    guard case .markup = subject else {
      return .string(try replaced(text, try self.text(of: old), try self.text(of: new), limit))
    }
    // MarkupSafe escapes what is put in, not what is looked for.
    return .markup(try replaced(text, try self.text(of: old), try new.escaped(), limit))
  }

  fileprivate func indent(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    guard let text = value.textBytes else {
      throw TemplateFault("`indent` takes text, not \(value.article)")
    }
    var indentation: [UInt8]
    if let given = arguments[0].textBytes {
      indentation = given
    } else {
      indentation = try blanks(arguments[0], "width")
    }
    let indentsBlank = arguments[2].isTrue
    // One more line break, so that a break at the end ends an empty line.
    let lines = splitLines(text + [0x0A])
    var result: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      if index == 0 ? arguments[1].isTrue : indentsBlank || !line.isEmpty { result += indentation }
      result += line
      guard result.count <= Limits.largestRepetition else {
        throw TemplateFault(
          "`indent` makes a text larger than \(Limits.largestRepetition >> 20) MiB"
        )
      }
    }
    return value.sameKind(result)
  }

  fileprivate func truncate(
    _ value: Value,
    _ arguments: CallArguments
  ) throws(TemplateFault) -> Value {
    let length = try arguments[0].argument("length")
    let end = try arguments[2].textArgument("end")
    let leeway: Int
    if case .none = arguments[3] {
      leeway = 5
    } else {
      leeway = try arguments[3].argument("leeway")
    }
    let endLength = UTF8Text.count(end)
    guard length >= endLength else {
      throw TemplateFault("`length` is at least the length of `end`: \(endLength), not \(length)")
    }
    guard leeway >= 0 else { throw TemplateFault("`leeway` is not negative") }
    // What doesn't fit 64 bits is longer than any text.
    let (longest, isEndless) = length.addingReportingOverflow(leeway)
    let own = try self.length(of: value)
    if isEndless || own <= longest { return value }
    guard let text = value.textBytes else {
      throw TemplateFault("`truncate` takes text, not \(value.article)")
    }
    var kept = Array(UTF8Text.prefix(text, length - endLength))
    if !arguments[1].isTrue, let blank = kept.lastIndex(of: UInt8(ascii: " ")) {
      kept.removeLast(kept.count - blank)
    }
    let ending = value.isMarkup ? arguments[2].escapedText : end
    return value.sameKind(kept + ending)
  }
}

/// As many blanks as an argument says, to indent lines with.
func blanks(_ count: Value, _ parameter: String) throws(TemplateFault) -> [UInt8] {
  let count = max(0, try count.argument(parameter))
  guard count <= 10_000 else {
    throw TemplateFault("`\(parameter)` is 10000 at most, not \(count)")
  }
  return Array(repeating: UInt8(ascii: " "), count: count)
}

/// The text with occurrences of another replaced: all of them where the limit is negative.
func replaced(
  _ text: [UInt8],
  _ old: [UInt8],
  _ new: [UInt8],
  _ limit: Int
) throws(TemplateFault) -> [UInt8] {
  var result: [UInt8] = []
  var count = 0
  var position = 0
  if old.isEmpty {
    for character in UTF8Text.characters(text) {
      if limit < 0 || count < limit { result += new }
      count += 1
      result += character
    }
    if limit < 0 || count < limit { result += new }
  } else {
    while limit < 0 || count < limit, let found = text.firstRange(of: old, from: position) {
      result += text[position..<found]
      result += new
      position = found + old.count
      count += 1
      guard result.count <= Limits.largestRepetition else {
        throw TemplateFault(
          "`replace` makes a text larger than \(Limits.largestRepetition >> 20) MiB"
        )
      }
    }
    result += text[position...]
  }
  return result
}
