public import Diagnostics

extension Value {
  /// Reads JSON (RFC 8259); the members of an object keep their order, and of equal names the last counts.
  ///
  /// - Parameter file: the text, in UTF-8, nested 256 deep at most.
  /// - Throws: the first fault, with its place.
  public init(json file: SourceFile) throws(Diagnostic) {
    var reader = JSONReader(file: file, bytes: file.bytes)
    self = try reader.readDocument()
  }
}

/// Reads one JSON text, without recursion.
private struct JSONReader {
  let file: SourceFile
  let bytes: [UInt8]
  var position = 0
  /// The arrays and objects that are open, outermost first.
  var open: [Container] = []

  private static let depth = 256

  /// An array or an object that isn't complete.
  enum Container {
    case array([Value])
    case object(ValueMap, key: String)
  }

  init(file: SourceFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  func fault(_ message: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(message, at: SourceSpan(file, range))
  }

  func fault(_ message: String) -> Diagnostic {
    fault(message, min(position, bytes.count)..<min(position + 1, bytes.count))
  }

  mutating func readDocument() throws(Diagnostic) -> Value {
    while true {
      guard var value = try readStart() else { continue }
      while let container = open.popLast() {
        guard let finished = try add(value, to: container) else { break }
        value = finished
      }
      if open.isEmpty {
        skipSpace()
        guard position == bytes.count else { throw fault("there is something behind the value") }
        return value
      }
    }
  }

  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  /// Reads a whole value, or opens an array or object and gives nothing.
  private mutating func readStart() throws(Diagnostic) -> Value? {
    skipSpace()
    guard position < bytes.count else { throw fault("a value is missing at the end") }
    switch current {
    case UInt8(ascii: "["): return try openContainer(UInt8(ascii: "]"), .list([]))
    case UInt8(ascii: "{"): return try openContainer(UInt8(ascii: "}"), .map(ValueMap()))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: return try readWord()
    }
  }

  private mutating func openContainer(_ end: UInt8, _ empty: Value) throws(Diagnostic) -> Value? {
    guard open.count < Self.depth else {
      throw fault("values can be nested \(Self.depth) deep at most")
    }
    position += 1
    skipSpace()
    if current == end {
      position += 1
      return empty
    }
    if case .map = empty {
      open.append(.object(ValueMap(), key: try readKey()))
    } else {
      open.append(.array([]))
    }
    return nil
  }

  private mutating func readKey() throws(Diagnostic) -> String {
    skipSpace()
    guard current == UInt8(ascii: "\"") else {
      throw fault("a member's name in quotes is due here")
    }
    let key = try readString()
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw fault("`:` is due here") }
    position += 1
    return String(decoding: key, as: UTF8.self)
  }

  /// Adds a value to its container; gives the container's value when it is complete.
  private mutating func add(
    _ value: Value,
    to container: Container
  ) throws(Diagnostic) -> Value? {
    skipSpace()
    let byte = current
    switch container {
    case .array(var items):
      items.append(value)
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else {
        throw fault("`,` or `]` is due here")
      }
      position += 1
      if byte == UInt8(ascii: "]") { return .list(items) }
      open.append(.array(items))
    case .object(var map, let key):
      map.append(key, value)
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
        throw fault("`,` or `}` is due here")
      }
      position += 1
      if byte == UInt8(ascii: "}") { return .map(map) }
      open.append(.object(map, key: try readKey()))
    }
    return nil
  }

  private mutating func readWord() throws(Diagnostic) -> Value {
    for (word, value) in [("true", Value.bool(true)), ("false", .bool(false)), ("null", .none)]
    where bytes.matches(Array(word.utf8), at: position) {
      position += word.utf8.count
      return value
    }
    throw fault("a value is due here")
  }

  private mutating func readNumber() throws(Diagnostic) -> Value {
    let start = position
    var isFloating = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isFloating = true
      default: return try number(start, isFloating)
      }
      position += 1
    }
    return try number(start, isFloating)
  }

  private func number(_ start: Int, _ isFloating: Bool) throws(Diagnostic) -> Value {
    let text = Array(bytes[start..<position])
    guard isNumber(text) else { throw fault("this isn't a number", start..<position) }
    if !isFloating, let whole = pythonInteger(text, base: 10) { return whole }
    guard let number = pythonFloat(text), number.isFinite else {
      throw fault("this number is too large", start..<position)
    }
    return .double(number)
  }

  /// Whether a text is a number by JSON's grammar (§6).
  private func isNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    func digits() -> Int { rest.prefix { (0x30...0x39).contains($0) }.count }
    let whole = digits()
    guard whole > 0, whole == 1 || rest.first != UInt8(ascii: "0") else { return false }
    rest.removeFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() > 0 else { return false }
      rest.removeFirst(digits())
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() > 0 else { return false }
      rest.removeFirst(digits())
    }
    return rest.isEmpty
  }

  private mutating func readString() throws(Diagnostic) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try checked(text, start)
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0x00...0x1F: throw fault("a control character in a string is written as an escape")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw fault("a string has no end", start..<start + 1)
  }

  private func checked(_ text: [UInt8], _ start: Int) throws(Diagnostic) -> [UInt8] {
    guard text.allSatisfy({ $0 < 0x80 }) || String(validating: text, as: UTF8.self) != nil else {
      throw fault("this string isn't UTF-8", start..<position)
    }
    return text
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Diagnostic) {
    let letter = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(into: &text)
    default: throw fault("this escape isn't known", position..<min(position + 2, bytes.count))
    }
    position += 2
  }

  private mutating func readUnicodeEscape(into text: inout [UInt8]) throws(Diagnostic) {
    let high = try readUnit()
    if (0xD800...0xDBFF).contains(high), bytes.matches(Array("\\u".utf8), at: position) {
      let saved = position
      let low = try readUnit()
      if (0xDC00...0xDFFF).contains(low) {
        text.append(Unicode.Scalar((high - 0xD800) << 10 + (low - 0xDC00) + 0x10000) ?? "\u{FFFD}")
        return
      }
      position = saved
    }
    text.append(Unicode.Scalar(high) ?? "\u{FFFD}")
  }

  private mutating func readUnit() throws(Diagnostic) -> UInt32 {
    let range = position + 2..<position + 6
    guard range.upperBound <= bytes.count,
      bytes[range].allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }),
      let unit = UInt32(String(decoding: bytes[range], as: UTF8.self), radix: 16)
    else {
      throw fault(
        "`\\u` needs four hexadecimal digits",
        position..<min(position + 2, bytes.count)
      )
    }
    position = range.upperBound
    return unit
  }
}
