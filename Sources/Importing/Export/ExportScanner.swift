import Diagnostics

/// Reads an export an entry at a time, in bounded memory, whatever its bytes.
///
/// Exports in the wild aren't well-formed XML: WordPress wrote `<![CDATA[` and `]]>` of a post's own
/// text as they were, bound no prefixes, and kept NUL bytes. So this reads what stands there: tags by
/// their names, CDATA up to the `]]>` that the element's own end tag follows, no declarations.
struct ExportScanner: ~Copyable {
  let shape: ExportShape
  var window: ByteWindow
  /// What was found, to hold against what is imported.
  var tally = ExportTally()
  /// The prefixes that the file binds to the namespaces that we know by another.
  private var prefixes: [String: String] = [:]

  /// Opens a file.
  init(path: String, shape: ExportShape) throws(SystemError) {
    self.shape = shape
    window = ByteWindow(try ByteSource(path: path), patterns: shape.counted)
  }

  /// The next entry: an element that the shape names; `nil` at the end of the file.
  mutating func next() throws(SystemError) -> XMLElement? {
    while try window.skip(to: UInt8(ascii: "<")) {
      switch try markup() {
      case .start(let tag) where shape.entries.contains(tag.name): return try element(tag)
      case .start(let tag): noteContainer(tag)
      case .end(let name): noteEnd(of: name)
      case .text, .other: continue
      }
    }
    finish()
    return nil
  }

  /// Remembers the elements around the entries, to know whether the file ends where it should.
  private mutating func noteContainer(_ tag: StartTag) {
    if tally.rootName == nil { tally.rootName = tag.name }
    if !tag.isEmpty { tally.openContainers.append(tag.name) }
  }

  private mutating func noteEnd(of name: String) {
    if let index = tally.openContainers.lastIndex(of: name) {
      tally.openContainers.removeSubrange(index...)
    } else {
      tally.strayEnds += 1
    }
  }

  private mutating func finish() {
    tally.raw = window.counts
    tally.isCutOff =
      tally.isCutOff || (tally.rootName.map { tally.openContainers.contains($0) } ?? false)
  }

  // MARK: Elements

  /// Reads an element whose start tag was read, with a stack of its own in place of recursion.
  private mutating func element(_ tag: StartTag) throws(SystemError) -> XMLElement {
    let root = open(tag)
    guard !tag.isEmpty else { return root }
    var stack = [root]
    let limit = window.consumed + Self.entryLimit
    while let current = stack.last {
      guard window.consumed < limit else {
        tally.oversized += 1
        return root
      }
      switch try markupOrText(in: current.name) {
      case .text(let bytes): current.text += bytes
      case .start(let tag):
        if beginsAnotherEntry(tag.name, root) {
          window.rewind(tag.length)
          tally.unclosed += stack.count
          for element in stack { element.isClosed = true }
          return root
        }
        // A comment never holds another: the end tag of the one before is missing.
        if shape.counted.contains(tag.name) { close(tag.name, &stack, isStray: false) }
        let child = open(tag)
        (stack.last ?? root).children.append(child)
        if !tag.isEmpty, stack.count < Self.depthLimit { stack.append(child) }
      case .end(let name):
        close(name, &stack)
      case .other(let isEnd) where isEnd:
        tally.isCutOff = true
        return root
      case .other: continue
      }
    }
    return root
  }

  private mutating func open(_ tag: StartTag) -> XMLElement {
    if let index = shape.counted.firstIndex(of: tag.rawName) { tally.opened[index] += 1 }
    let element = XMLElement(name: tag.name, attributes: tag.attributes, line: window.line)
    element.isClosed = tag.isEmpty
    return element
  }

  /// Closes the innermost element of that name; an end tag that fits none is read over.
  private mutating func close(_ name: String, _ stack: inout [XMLElement], isStray: Bool = true) {
    guard let index = stack.lastIndex(where: { $0.name == name }) else {
      if isStray { tally.strayEnds += 1 }
      return
    }
    tally.unclosed += stack.count - index - (isStray ? 1 : 0)
    for element in stack[index...] { element.isClosed = true }
    stack.removeSubrange(index...)
  }

  /// Whether a start tag can only mean that the end tag of the entry that we are in is missing.
  private func beginsAnotherEntry(_ name: String, _ root: XMLElement) -> Bool {
    name == root.name || (shape.entries.contains(name) && shape.counted.contains(name))
  }

  /// The most bytes of an entry: more is no post that anybody wrote.
  private static let entryLimit = ByteWindow.limit * 2
  private static let depthLimit = 16

  // MARK: Tokens

  enum Token {
    case start(StartTag)
    case end(String)
    case text([UInt8])
    /// A comment, a declaration; or the end of the file.
    case other(isEnd: Bool)
  }

  struct StartTag {
    let name: String
    let rawName: String
    let attributes: [(name: String, value: String)]
    let isEmpty: Bool
    let length: Int
  }

  private mutating func markupOrText(in element: String) throws(SystemError) -> Token {
    guard let byte = try window.peek() else { return .other(isEnd: true) }
    guard byte == UInt8(ascii: "<") else {
      return .text(replacingXMLReferences(try window.take(upTo: UInt8(ascii: "<"))[...]))
    }
    if try window.starts(with: "<![CDATA[") { return try characterData(in: element) }
    return try markup()
  }

  /// What stands at a `<`.
  private mutating func markup() throws(SystemError) -> Token {
    if try window.starts(with: "<!--") { return try skip(behind: "-->", from: 4) }
    if try window.starts(with: "<![CDATA[") { return try skip(behind: "]]>", from: 9) }
    if try window.starts(with: "<?") { return try skip(behind: "?>", from: 2) }
    if try window.starts(with: "<!") { return try skipDeclaration() }
    guard let length = try window.tagLength() else {
      window.advance(1)
      return .text([UInt8(ascii: "<")])
    }
    let bytes = window.bytes(0, length)
    window.advance(length)
    if bytes[1] == UInt8(ascii: "/") {
      let name = bytes[2...].prefix { !$0.isBlank && $0 != UInt8(ascii: ">") }
      return .end(canonical(String(decoding: Array(name).cleaned, as: UTF8.self)))
    }
    return .start(startTag(bytes))
  }

  private mutating func startTag(_ bytes: [UInt8]) -> StartTag {
    let parsed = parseTag(bytes)
    for attribute in parsed.attributes where attribute.name.hasPrefix("xmlns:") {
      bind(String(attribute.name.dropFirst(6)), to: attribute.value)
    }
    return StartTag(
      name: canonical(parsed.name),
      rawName: parsed.name,
      attributes: parsed.attributes,
      isEmpty: parsed.isEmpty,
      length: bytes.count
    )
  }

  /// Another prefix for a namespace that we know means the same; our own names always mean it.
  private mutating func bind(_ prefix: String, to namespace: String) {
    guard let known = ExportShape.prefix(of: namespace), !ExportShape.prefixes.contains(prefix)
    else { return }
    prefixes[prefix] = known
  }

  private func canonical(_ name: String) -> String {
    guard !prefixes.isEmpty, let colon = name.firstIndex(of: ":"),
      let prefix = prefixes[String(name[..<colon])]
    else { return name }
    return prefix + name[colon...]
  }

  private mutating func skip(behind end: String, from start: Int) throws(SystemError) -> Token {
    let found = try window.find(end, from: start)
    let length = found.map { $0 + end.utf8.count } ?? start
    noteText(window.bytes(0, length))
    window.advance(length)
    return .other(isEnd: false)
  }

  /// Skips `<!DOCTYPE …>` with what it declares, which is never used.
  private mutating func skipDeclaration() throws(SystemError) -> Token {
    guard let end = try window.find(">", from: 2) else {
      window.advance(2)
      return .other(isEnd: false)
    }
    let head = window.bytes(0, end)
    var length = end + 1
    if head.contains(UInt8(ascii: "[")), let close = try window.find("]", from: 0) {
      var last = close
      // An entity's value may hold a bracket: the declarations end at the one before a `>`.
      while try !window.isFollowedByTagEnd(last + 1),
        let next = try window.find("]", from: last + 1)
      { last = next }
      length = (try window.find(">", from: last) ?? last) + 1
    }
    noteText(window.bytes(0, length))
    window.advance(length)
    return .other(isEnd: false)
  }

  // MARK: CDATA

  /// Reads `<![CDATA[…` up to the `]]>` that the end tag of its element follows.
  ///
  /// `]]]]><![CDATA[>`, as XML has `]]>` in CDATA, is put together again. A `]]>` that neither follows
  /// is text that WordPress didn't escape, if the next end tag of the element has one before it.
  private mutating func characterData(in element: String) throws(SystemError) -> Token {
    let opening = 9
    var text: [UInt8] = []
    var start = opening
    var from = opening
    while let end = try window.find("]]>", from: from) {
      if try window.isFollowedByEndTag(of: element, at: end + 3) {
        return takeData(text, start, end)
      }
      if try window.starts(with: "<![CDATA[", at: end + 3) {
        text += window.bytes(start, end)
        start = end + 12
        from = start
        continue
      }
      guard try reachesEndTag(of: element, from: end + 3) else {
        return takeData(text, start, end)
      }
      from = end + 3
    }
    // Never closed: what there is up to the next entry, or to where the file breaks off.
    let end = try window.endOfOpenData(element, from: start)
    if end.isEndOfFile { tally.isCutOff = true } else { tally.unclosed += 1 }
    text += window.bytes(start, max(start, end.position))
    noteText(window.bytes(0, end.position))
    window.advance(end.position)
    return .text(text)
  }

  private mutating func takeData(_ head: [UInt8], _ start: Int, _ end: Int) -> Token {
    let text = head + window.bytes(start, end)
    noteText(text)
    window.advance(end + 3)
    return .text(text)
  }

  /// Whether a `]]>` stands right before the next end tag of the element: then those before it are text.
  private mutating func reachesEndTag(of element: String, from: Int) throws(SystemError) -> Bool {
    guard let end = try window.findEndTag(of: element, from: from) else { return false }
    let before = window.bytes(from, end).reversed().drop(while: \.isBlank).prefix(3)
    return before.elementsEqual(">]]".utf8)
  }

  /// Counts the openings that stand in a text, which are no entries.
  private mutating func noteText(_ text: [UInt8]) {
    for (index, name) in shape.counted.enumerated() {
      tally.inTexts[index] += occurrences(ofTag: name, in: text)
    }
  }
}
