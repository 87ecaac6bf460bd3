internal import HTML

extension FilterDefinition {
  /// The filters that make or take away markup.
  static let markupFilters: [FilterDefinition] = [
    FilterDefinition("escape") { (renderer, value, _) throws(TemplateFault) in
      if case .reference = value { return .markup(try renderer.text(of: value)) }
      return .markup(try value.escaped())
    },
    FilterDefinition("forceescape") { (renderer, value, _) throws(TemplateFault) in
      .markup(Value.string(try renderer.text(of: value)).escapedText)
    },
    FilterDefinition("safe") { (renderer, value, _) throws(TemplateFault) in
      .markup(try renderer.text(of: value))
    },
    FilterDefinition("striptags") { (renderer, value, _) throws(TemplateFault) in
      .string(withoutTags(try renderer.text(of: value)))
    },
    FilterDefinition("xmlattr", [Parameter("autospace", default: .bool(true))]) {
      (renderer, value, arguments) throws(TemplateFault) in
      try renderer.attributes(value, startsWithSpace: arguments[0].isTrue)
    },
    FilterDefinition("urlencode") { (renderer, value, _) throws(TemplateFault) in
      .string(try renderer.urlEncoded(value))
    },
    FilterDefinition(
      "urlize",
      [
        Parameter("trim_url_limit", default: .none), Parameter("nofollow", default: .bool(false)),
        Parameter("target", default: .none), Parameter("rel", default: .none),
        Parameter("extra_schemes", default: .none),
      ]
    ) { (renderer, value, arguments) throws(TemplateFault) in
      let linker = try Urlizer(arguments, &renderer)
      let text = linker.linked(try value.escaped())
      return renderer.isEscaping ? .markup(text) : .string(text)
    },
  ]
}

extension Renderer {
  fileprivate func attributes(
    _ value: Value,
    startsWithSpace: Bool
  ) throws(TemplateFault) -> Value {
    if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
    guard case .map(let map) = value else {
      throw TemplateFault("`xmlattr` takes a dictionary, not \(value.article)")
    }
    var text: [UInt8] = []
    for entry in map.entries {
      switch entry.value {
      case .none, .undefined: continue
      default: break
      }
      let key = try entry.key.textArgument("an attribute's name")
      if key.contains(where: {
        [0x20, 0x2F, 0x3E, 0x3D].contains($0) || (0x09...0x0D).contains($0)
      }) {
        throw TemplateFault(
          "an attribute's name can't hold white space, `/`, `>` or `=`: \(entry.key.quoted)"
        )
      }
      if !text.isEmpty || startsWithSpace { text.append(UInt8(ascii: " ")) }
      text += try entry.key.escaped()
      text += Array("=\"".utf8)
      text += try entry.value.escaped()
      text.append(UInt8(ascii: "\""))
    }
    return isEscaping ? .markup(text) : .string(text)
  }

  fileprivate mutating func urlEncoded(_ value: Value) throws(TemplateFault) -> [UInt8] {
    let pairs: [Value]
    switch value {
    case .string(let text), .markup(let text): return percentEncoded(text, isQuery: false)
    case .undefined(let undefined):
      if undefined.isLenient { return [] }
      throw TemplateFault(undefined)
    case .map: pairs = try self.pairs(value)
    case .list, .tuple, .group, .range, .reference:
      pairs = try collect(value, "can't be made a query")
    default: return percentEncoded(try text(of: value), isQuery: false)
    }
    var query: [UInt8] = []
    for pair in pairs {
      let parts = try collect(pair, "isn't a pair for a query")
      guard parts.count == 2 else {
        throw TemplateFault("a query is made of pairs, not of \(parts.count) parts")
      }
      if !query.isEmpty { query.append(UInt8(ascii: "&")) }
      query += percentEncoded(try text(of: parts[0]), isQuery: true)
      query.append(UInt8(ascii: "="))
      query += percentEncoded(try text(of: parts[1]), isQuery: true)
    }
    return query
  }
}

/// Text for a path or a query: all but letters, digits and `_.-~` as `%XX`; a path keeps `/`.
func percentEncoded(_ text: [UInt8], isQuery: Bool) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in text {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "~"):
      encoded.append(byte)
    case UInt8(ascii: "/") where !isQuery: encoded.append(byte)
    case UInt8(ascii: " ") where isQuery: encoded.append(UInt8(ascii: "+"))
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return encoded
}

/// Markup as text: without comments and tags, white space joined, entities read.
func withoutTags(_ markup: [UInt8]) -> [UInt8] {
  let plain = removing("<", ">", from: removing("<!--", "-->", from: markup))
  var words: [[Unicode.Scalar]] = []
  for word in UTF8Text.scalars(plain).split(whereSeparator: \.isPythonSpace) {
    words.append(Array(word))
  }
  return HTMLEntities.decoded(UTF8Text.text(words.joined(separator: [" "])))
}

/// The text without what stands between two marks, the first of them found from left to right.
private func removing(_ open: String, _ close: String, from text: [UInt8]) -> [UInt8] {
  var kept: [UInt8] = []
  var position = 0
  // What a removal joins may open a comment anew, as in Jinja; the scan goes on in what is kept.
  while let start = text.firstRange(of: Array(open.utf8), from: position),
    let end = text.firstRange(of: Array(close.utf8), from: start)
  {
    kept += text[position..<start]
    position = end + close.utf8.count
  }
  return kept + text[position...]
}
