import Diagnostics

/// A stretch of a file that moves forward, in which patterns are looked for.
///
/// Positions are counted from where reading stands.
struct ByteWindow: ~Copyable {
  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isWhole = false
  /// The last bytes that were read, for what begins in them.
  private var tail: [UInt8] = []
  /// How many bytes lie behind.
  private(set) var consumed = 0
  /// The line on which reading stands, from 1.
  private(set) var line = 1
  /// How often each pattern was seen in the bytes of the file.
  private(set) var counts: [Int]
  private let patterns: [String]
  /// Up to where a pattern was looked for in vain, from which place on, in bytes of the file.
  private var searched: [String: Range<Int>] = [:]
  /// How many bytes were looked at ahead of reading: what bounds the cost of a hostile file.
  private var spent = 0

  /// How far ahead anything is looked for.
  static let limit = 32 << 20

  /// Begins at the start of a file, counting the start tags of some names.
  init(_ source: ByteSource, patterns: [String]) {
    self.source = source
    self.patterns = patterns
    counts = patterns.map { _ in 0 }
  }

  /// How many bytes are there to be looked at.
  var available: Int { buffer.count - position }

  /// Reads on; `false` at the end of the file.
  private mutating func fill() throws(SystemError) -> Bool {
    guard !isWhole else { return false }
    if position > 1 << 16, position * 2 > buffer.count {
      buffer.removeSubrange(..<position)
      position = 0
    }
    let chunk = try source.next()
    // A tag that two chunks share is counted with the second.
    for (index, name) in patterns.enumerated() {
      counts[index] +=
        occurrences(ofTag: name, in: tail + chunk) - occurrences(ofTag: name, in: tail)
    }
    tail = Array((tail + chunk.suffix(64)).suffix(64))
    buffer += chunk
    isWhole = chunk.isEmpty
    return !isWhole
  }

  /// The byte at a place.
  mutating func peek(_ offset: Int = 0) throws(SystemError) -> UInt8? {
    while available <= offset { guard try fill() else { return nil } }
    return buffer[position + offset]
  }

  /// Copies bytes that were looked at.
  func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    Array(buffer[min(buffer.count, position + start)..<min(buffer.count, position + end)])
  }

  /// Moves forward.
  mutating func advance(_ count: Int) {
    let end = min(buffer.count, position + count)
    for index in position..<end where buffer[index] == 0x0A { line += 1 }
    consumed += end - position
    position = end
  }

  /// Moves back over what was just read.
  mutating func rewind(_ count: Int) {
    precondition(count <= position, "only what was just read is still there")
    position -= count
    consumed -= count
    for index in position..<position + count where buffer[index] == 0x0A { line -= 1 }
  }

  /// Moves to the next byte of a kind; `false` at the end of the file.
  mutating func skip(to byte: UInt8) throws(SystemError) -> Bool {
    while true {
      if let index = buffer[position...].firstIndex(of: byte) {
        advance(index - position)
        return true
      }
      advance(available)
      guard try fill() else { return false }
    }
  }

  /// Takes the bytes before the next of a kind, at most a mebibyte at once.
  mutating func take(upTo byte: UInt8) throws(SystemError) -> [UInt8] {
    var length = 0
    while length < 1 << 20 {
      if let index = buffer[(position + length)...].firstIndex(of: byte) {
        length = index - position
        break
      }
      length = available
      guard try fill() else { break }
    }
    let taken = bytes(0, length)
    advance(length)
    return taken
  }

  /// Whether a text stands at a place.
  mutating func starts(with text: StaticString, at offset: Int = 0) throws(SystemError) -> Bool {
    let wanted = text.utf8CodeUnitCount
    while available < offset + wanted { guard try fill() else { return false } }
    return text.withUTF8Buffer { unsafe buffer[(position + offset)...].starts(with: $0) }
  }

  /// Where a text begins next; `nil` when it doesn't within the limit.
  mutating func find(_ text: String, from offset: Int) throws(SystemError) -> Int? {
    let pattern = Array(text.utf8)
    var start = offset
    if let known = searched[text], known.contains(consumed + offset) {
      start = max(offset, known.upperBound - consumed)
    }
    let first = start
    while true {
      if let found = buffer.firstIndex(of: pattern, from: position + start) {
        return found - position
      }
      start = max(start, available - pattern.count + 1)
      spent += max(0, start - first)
      let isTooFar = start > Self.limit || spent / 8 > consumed + Self.limit
      guard !isTooFar, try fill() else { break }
    }
    if searched.count > 64 { searched.removeAll() }
    searched[text] = (consumed + offset)..<max(consumed + offset, consumed + start)
    return nil
  }

  /// Where an element's end tag begins next.
  mutating func findEndTag(of name: String, from offset: Int) throws(SystemError) -> Int? {
    var from = offset
    while let found = try find("</\(name)", from: from) {
      let next = try peek(found + 2 + name.utf8.count)
      if next == UInt8(ascii: ">") || next?.isBlank == true { return found }
      from = found + 2
    }
    return nil
  }

  /// Whether, blanks apart, an element's end tag stands at a place.
  mutating func isFollowedByEndTag(of name: String, at offset: Int) throws(SystemError) -> Bool {
    var index = offset
    while let byte = try peek(index), byte.isBlank, index - offset < 4096 { index += 1 }
    let tag = Array("</\(name)".utf8)
    for (step, byte) in tag.enumerated() {
      guard try peek(index + step) == byte else { return false }
    }
    index += tag.count
    while let byte = try peek(index), byte.isBlank, index - offset < 8192 { index += 1 }
    return try peek(index) == UInt8(ascii: ">")
  }

  /// Whether, blanks apart, a `>` stands at a place.
  mutating func isFollowedByTagEnd(_ offset: Int) throws(SystemError) -> Bool {
    var index = offset
    while let byte = try peek(index), byte.isBlank, index - offset < 4096 { index += 1 }
    return try peek(index) == UInt8(ascii: ">")
  }

  /// The length of the tag that begins here; `nil` when this `<` begins none.
  mutating func tagLength() throws(SystemError) -> Int? {
    var index = 1
    if try peek(1) == UInt8(ascii: "/") { index = 2 }
    guard let first = try peek(index), first.isASCIILetter || first == UInt8(ascii: "_") else {
      return nil
    }
    var quote: UInt8?
    var bare: Int?
    while index < 1 << 16, let byte = try peek(index) {
      switch byte {
      case UInt8(ascii: ">"):
        guard quote != nil else { return index + 1 }
        bare = bare ?? index + 1
      case UInt8(ascii: "<") where quote == nil: return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == byte { quote = nil } else if quote == nil { quote = byte }
      default: break
      }
      index += 1
    }
    // A quote that is never closed: the tag ends where its first `>` is.
    return bare
  }

  /// Where CDATA that nothing closes ends: before its element's end tag, or with the file.
  mutating func endOfOpenData(
    _ element: String,
    from: Int
  ) throws(SystemError) -> (position: Int, isEndOfFile: Bool) {
    if let end = try findEndTag(of: element, from: from) { return (end, false) }
    return (available, isWhole)
  }
}

/// How many start tags of a name stand in some bytes.
func occurrences(ofTag name: String, in bytes: [UInt8]) -> Int {
  let pattern = Array("<\(name)".utf8)
  var count = 0
  var index = 0
  while let found = bytes.firstIndex(of: pattern, from: index) {
    index = found + pattern.count
    guard index < bytes.count else { break }
    let next = bytes[index]
    if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next.isBlank { count += 1 }
  }
  return count
}

extension [UInt8] {
  /// Where a pattern begins next.
  func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return start }
    var index = start
    while index + pattern.count <= count {
      guard let candidate = self[index...].firstIndex(of: first) else { return nil }
      if self[candidate...].starts(with: pattern) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
