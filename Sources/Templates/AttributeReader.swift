internal import HTML

/// Reads markup that was printed between a tag's attributes, and judges it as if it stood in the template.
///
/// A macro or `xmlattr` made it, at a place where nobody knew yet what it would be.
struct AttributeReader {
  private let text: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  init(_ text: [UInt8]) { self.text = text }

  /// The attributes, with `#` for addresses that could run as code.
  ///
  /// - Throws: a fault when it isn't whole attributes, or one of them is code.
  mutating func checked() throws(TemplateFault) -> [UInt8] {
    output.reserveCapacity(text.count)
    while true {
      copy { $0.isSpace }
      guard position < text.count else { return output }
      let start = position
      copy { $0.isInAttributeName }
      let name = Array(text[start..<position]).lowercased
      guard !name.isEmpty else { throw fault("markup other than attributes") }
      guard position < text.count, text[position] == UInt8(ascii: "=") else { continue }
      copy { $0 == UInt8(ascii: "=") }
      try copyValue(of: name)
    }
  }

  private mutating func copyValue(of name: [UInt8]) throws(TemplateFault) {
    let use = MarkupContext.use(of: name)
    var shown: String { String(decoding: name, as: UTF8.self) }
    guard use != .code, use != .document else {
      throw fault("the attribute `\(shown)`, which is code,")
    }
    guard position < text.count,
      text[position] == UInt8(ascii: "\"") || text[position] == UInt8(ascii: "'")
    else { throw fault("the attribute `\(shown)` without quotes") }
    let quote = text[position]
    guard let end = text[(position + 1)...].firstIndex(of: quote) else {
      throw fault("the attribute `\(shown)`, whose quote is never closed,")
    }
    if use == .address, isUnsafeURL(HTMLEntities.decoded(Array(text[(position + 1)..<end]))) {
      output += [quote, UInt8(ascii: "#"), quote]
    } else {
      output += text[position...end]
    }
    position = end + 1
  }

  private mutating func copy(_ isWanted: (UInt8) -> Bool) {
    let start = position
    while position < text.count, isWanted(text[position]) { position += 1 }
    output += text[start..<position]
  }

  private func fault(_ what: String) -> TemplateFault {
    TemplateFault(
      "\(what) can't be printed in a tag",
      help: "write it in the template itself, or mark what you trust with `safe`"
    )
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether it can be a part of an attribute's name.
  fileprivate var isInAttributeName: Bool {
    switch self {
    case UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "`"):
      false
    default: !isSpace
    }
  }

  /// Whether a value may print it between a tag's attributes: it can't end a name and begin a value.
  var isInTagName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."), 0x20, 0x80...:
      true
    default: false
    }
  }
}
