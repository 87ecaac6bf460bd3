/// Where in an HTML page a template's text leaves off, so that a build knows what a value means there.
///
/// It is a small part of WHATWG HTML's tokenizer (§13.2.5), run over the constant text when a template
/// is compiled. What it can't follow ends in an error, never in a guess.
struct MarkupContext: Sendable, Equatable {
  /// What an attribute's value is used for.
  enum Use: Sendable, Equatable {
    case text
    /// An address that a browser follows or loads.
    case address
    /// A script: an `on…` attribute.
    case code
    /// A page of its own: `srcdoc`.
    case document
  }

  enum State: Sendable, Equatable {
    case text
    case tagOpen
    case tagName(closing: Bool, [UInt8])
    case insideTag
    case attributeName([UInt8])
    case behindName([UInt8])
    case beforeValue([UInt8])
    /// An attribute's value, and the quote that ends it, or 0.
    case value(Use, quote: UInt8)
    /// The text of a `script` or `style` element.
    case raw([UInt8])
    case comment
  }

  var state = State.text
  let isTracked: Bool
  /// The element whose tag is open.
  var element: [UInt8] = []
  /// How much of an address was constant text so far.
  var addressLength = 0
  /// The slot that knows where the address began, once something that isn't constant is in it.
  var addressSlot: Int32?

  init(isTracked: Bool) { self.isTracked = isTracked }

  static func == (a: MarkupContext, b: MarkupContext) -> Bool {
    a.state == b.state && (a.state == .text || a.element == b.element)
  }

  /// A context in which another template's code goes on.
  var inherited: MarkupContext {
    var context = self
    // Who shows a block checks the whole address.
    context.addressSlot = isInAddress || isBeforeAddress ? -1 : nil
    return context
  }

  var isInAddress: Bool {
    if case .value(.address, _) = state { return true }
    return false
  }

  /// Whether what is printed next begins an address without quotes.
  var isBeforeAddress: Bool {
    if case .beforeValue(let name) = state { return Self.use(of: name) == .address }
    return false
  }

  /// Whether only JSON may be printed here.
  var isInCode: Bool {
    switch state {
    case .raw, .value(.code, _): true
    default: false
    }
  }

  /// Reads constant text.
  ///
  /// - Returns: the offset at which an address ends that has parts that aren't constant.
  mutating func advance(over text: [UInt8]) -> Int? {
    guard isTracked else { return nil }
    var addressEnd: Int?
    var index = 0
    while index < text.count {
      if case .text = state {
        // Nothing but a tag means anything here.
        index = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
        guard index < text.count else { break }
      }
      let wasInAddress = isInAddress && (addressSlot ?? -1) >= 0
      let start = index
      index = step(text, index)
      if wasInAddress, !isInAddress { addressEnd = start }
      if isInAddress { addressLength += index - start }
    }
    return addressEnd
  }

  /// Reads one byte, or more where that decides, and gives the place behind it.
  private mutating func step(_ text: [UInt8], _ index: Int) -> Int {
    let byte = text[index]
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    switch state {
    case .text:
      guard byte == UInt8(ascii: "<") else { break }
      if text.matches("<!--", at: index) {
        state = .comment
        return index + 4
      }
      state = .tagOpen
    case .comment:
      if text.matches("-->", at: index) {
        state = .text
        return index + 3
      }
    case .tagOpen: openTag(byte)
    case .tagName(let closing, let name): readTagName(byte, isSpace, closing, name)
    case .insideTag: readInsideTag(byte, isSpace)
    case .attributeName(let name):
      if byte == UInt8(ascii: "=") {
        beginValue(of: name)
      } else if isSpace {
        state = .behindName(name)
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        readInsideTag(byte, isSpace)
      } else {
        state = .attributeName(name + [byte].lowercased)
      }
    case .behindName(let name):
      if byte == UInt8(ascii: "=") {
        beginValue(of: name)
      } else if !isSpace {
        readInsideTag(byte, isSpace)
      }
    case .beforeValue(let name): readValueStart(byte, isSpace, name)
    case .value(let use, let quote):
      readValue(byte, isSpace, use, quote)
    case .raw(let name):
      if byte == UInt8(ascii: "<"), text.matchesTag(name, at: index) {
        state = .tagName(closing: true, name)
        return index + 2 + name.count
      }
    }
    return index + 1
  }

  private mutating func openTag(_ byte: UInt8) {
    if byte == UInt8(ascii: "/") {
      state = .tagName(closing: true, [])
    } else if (0x61...0x7A).contains(byte | 0x20) {
      state = .tagName(closing: false, [byte | 0x20])
    } else if byte != UInt8(ascii: "<") {
      // A lone `<`, a declaration or a processing instruction; none has attributes that matter.
      state = .text
    }
  }

  private mutating func readTagName(
    _ byte: UInt8,
    _ isSpace: Bool,
    _ closing: Bool,
    _ name: [UInt8]
  ) {
    guard isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
      state = .tagName(closing: closing, name + [byte].lowercased)
      return
    }
    element = closing ? [] : name
    state = .insideTag
    readInsideTag(byte, isSpace)
  }

  private mutating func readInsideTag(_ byte: UInt8, _ isSpace: Bool) {
    if byte == UInt8(ascii: ">") {
      let isRaw = element.elementsEqual("script".utf8) || element.elementsEqual("style".utf8)
      state = isRaw ? .raw(element) : .text
    } else if isSpace || byte == UInt8(ascii: "/") {
      state = .insideTag
    } else {
      state = .attributeName([byte].lowercased)
    }
  }

  /// The place where an earlier address was marked isn't this one's, which may begin with what isn't
  /// constant.
  private mutating func beginValue(of name: [UInt8]) {
    state = .beforeValue(name)
    addressLength = 0
    addressSlot = nil
  }

  private mutating func readValueStart(_ byte: UInt8, _ isSpace: Bool, _ name: [UInt8]) {
    guard !isSpace else { return }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      state = .value(Self.use(of: name), quote: byte)
      // The quote itself is not part of the address.
      addressLength = -1
    case UInt8(ascii: ">"): readInsideTag(byte, isSpace)
    default: state = .value(Self.use(of: name), quote: 0)
    }
  }

  private mutating func readValue(_ byte: UInt8, _ isSpace: Bool, _ use: Use, _ quote: UInt8) {
    if quote != 0 {
      if byte == quote { state = .insideTag }
    } else if isSpace || byte == UInt8(ascii: ">") {
      state = .insideTag
      readInsideTag(byte, isSpace)
    }
  }

  /// What the value of an attribute is used for.
  static func use(of name: [UInt8]) -> Use {
    // A name with a part that isn't constant could be any.
    if name.starts(with: "on".utf8) || name.contains(Self.unknown) { return .code }
    return switch String(decoding: name, as: UTF8.self) {
    case "href", "src", "action", "formaction", "xlink:href", "data", "poster", "cite",
      "background":
      .address
    case "srcdoc": .document
    default: .text
    }
  }

  /// Stands in an attribute's name for a part that isn't constant.
  static let unknown: UInt8 = 1

  /// The state behind a value that was printed here, or behind other code that may print.
  mutating func passDynamic() {
    switch state {
    case .insideTag: state = .attributeName([Self.unknown])
    case .attributeName(let name): state = .attributeName(name + [Self.unknown])
    case .beforeValue(let name):
      addressLength = 0
      state = .value(Self.use(of: name), quote: 0)
    default: break
    }
  }
}

extension [UInt8] {
  /// Whether `</name` stands here, in whatever case, with a tag's name ending behind it.
  fileprivate func matchesTag(_ name: [UInt8], at index: Int) -> Bool {
    let end = index + 2 + name.count
    guard end <= count, self[index + 1] == UInt8(ascii: "/"),
      Array(self[(index + 2)..<end]).lowercased == name
    else { return false }
    guard end < count else { return true }
    return [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E].contains(self[end])
  }
}

extension MarkupContext {
  /// Brings together the places in which the branches of a statement end.
  struct Merge {
    private var contexts: [MarkupContext] = []

    mutating func add(_ context: MarkupContext) { contexts.append(context) }

    /// The place that all branches share, or `nil` when they differ.
    var result: MarkupContext? {
      guard var merged = contexts.first else { return nil }
      for context in contexts.dropFirst() where merged != context {
        guard merged.joinTag(context) else { return nil }
      }
      // An address is checked from where it began: that must be one place.
      let isOneAddress = contexts.allSatisfy { $0.addressSlot == merged.addressSlot }
      guard isOneAddress || !merged.isInAddress else { return nil }
      if let marked = contexts.first(where: { $0.addressSlot != nil }) {
        merged.addressSlot = marked.addressSlot
      }
      return merged
    }
  }

  /// Joins two places between a tag's attributes, where a name may or may not stand.
  private mutating func joinTag(_ other: MarkupContext) -> Bool {
    var other = other
    endTagName()
    other.endTagName()
    guard element == other.element, isBetweenAttributes, other.isBetweenAttributes else {
      return false
    }
    state = .attributeName([Self.unknown])
    return true
  }

  /// Takes a tag's name as complete, unless it could yet become one whose text is code.
  private mutating func endTagName() {
    guard case .tagName(closing: false, let name) = state else { return }
    let mayBecomeCode = ["script", "style"].contains { $0.utf8.starts(with: name) }
    guard !mayBecomeCode else { return }
    element = name
    state = .insideTag
  }

  private var isBetweenAttributes: Bool {
    switch state {
    case .insideTag, .attributeName, .behindName: true
    default: false
    }
  }
}
