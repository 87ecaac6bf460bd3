internal import Diagnostics

/// Reads a mapping as nearly all front matter is written: keys with texts of one line, lists in
/// brackets, and maps and lists in lines below a key.
///
/// It is a ``FlatList``'s counterpart for blocks that nest. What is read here is read as libyaml reads
/// it, which a test holds against it; whatever isn't as plain, and all that is wrong, is left to libyaml:
///
///     key: one line without quotes, or in quotes without an escape
///     key: [a, "b c"]
///     key:
///       key: …
///     key:
///       - key: …
///         key: …
///       - one line
struct PlainMappingReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let end: Int
  private let maximumDepth: Int

  /// The first byte of a line that isn't empty, behind its blanks, once a value has been read.
  private var index: Int

  /// How many blanks stand before it; -1 behind the last line.
  private var column = 0

  /// How deep maps and lists may nest for reading them by recursion.
  private static let depthOfRecursion = 16

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - file: the file that the block is part of.
  ///   - range: the block's bytes.
  ///   - limits: how much the block may ask for.
  /// - Returns: `nil` when it is anything but such a mapping.
  static func read(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) -> YAMLNode? {
    // Each key, text and collection has a byte of its own, were it the colon before it.
    guard !range.isEmpty, range.count <= min(limits.bytes, limits.nodes),
      file.bytes[range.lowerBound].isKeyByte,
      file.bytes[range.upperBound - 1] == UInt8(ascii: "\n"),
      file.bytes[range].isPlainText, file.bytes[range].isUTF8
    else { return nil }
    var reader = PlainMappingReader(file, in: range, limits: limits)
    guard let node = reader.mapping(at: 0, depth: 1), reader.index == reader.end else { return nil }
    return node
  }

  private init(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) {
    self.file = file
    bytes = file.bytes
    end = range.upperBound
    index = range.lowerBound
    maximumDepth = min(limits.depth, PlainMappingReader.depthOfRecursion)
  }
}

extension PlainMappingReader {
  /// A mapping in lines, whose first key stands here.
  private mutating func mapping(at column: Int, depth: Int) -> YAMLNode? {
    guard depth <= maximumDepth else { return nil }
    let start = index
    var pairs: [YAMLPair] = []
    pairs.reserveCapacity(8)
    repeat {
      guard let key = endOfKey(from: index).map({ index..<$0 }) else { return nil }
      index = key.upperBound
      guard let value = value(at: column, depth: depth) else { return nil }
      let pair = YAMLPair(key: file.text(in: key), keyRange: key, value: value)
      guard !pairs.contains(where: { isSame(key, $0.keyRange) }) else { return nil }
      pairs.append(pair)
    } while self.column == column
    let last = pairs[pairs.count - 1].value.range.upperBound
    return YAMLNode(content: .mapping(pairs), range: start..<last)
  }

  /// A list in lines, whose first dash stands here.
  private mutating func sequence(at column: Int, depth: Int) -> YAMLNode? {
    guard depth <= maximumDepth else { return nil }
    let start = index
    var items: [YAMLNode] = []
    repeat {
      index += 2
      let isMapping = endOfKey(from: index) != nil
      let item = isMapping ? mapping(at: column + 2, depth: depth + 1) : text(depth: depth)
      guard let item else { return nil }
      items.append(item)
    } while self.column == column && isAtDash
    let last = items[items.count - 1].range.upperBound
    return YAMLNode(content: .sequence(items), range: start..<last)
  }

  /// What stands behind a key's colon, or below it.
  private mutating func value(at column: Int, depth: Int) -> YAMLNode? {
    index += 1
    guard bytes[index] == UInt8(ascii: "\n") else {
      while bytes[index] == UInt8(ascii: " ") { index += 1 }
      return text(depth: depth)
    }
    let place = index..<index
    goToLine(behind: index)
    if self.column >= column, isAtDash { return sequence(at: self.column, depth: depth + 1) }
    if self.column > column { return mapping(at: self.column, depth: depth + 1) }
    return YAMLNode(content: .scalar(YAMLScalar(text: "", style: .plain)), range: place)
  }

  /// Goes from the end of a line to the next one that isn't empty.
  private mutating func goToLine(behind place: Int) {
    index = place
    while index < end, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    let start = index
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    column = index < end ? index - start : -1
  }

  private var isAtDash: Bool {
    index < end && bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: " ")
  }

  /// Where the colon stands behind a key that begins at a place, if one does.
  ///
  /// libyaml looks for it no further than 1,024 characters.
  private func endOfKey(from start: Int) -> Int? {
    var stop = start
    while stop < end, bytes[stop].isKeyByte || (bytes[stop] == UInt8(ascii: "-") && stop > start) {
      stop += 1
    }
    guard stop > start, stop - start <= 128, stop < end, bytes[stop] == UInt8(ascii: ":"),
      bytes[stop + 1] <= UInt8(ascii: " ")
    else { return nil }
    return stop
  }

  private func isSame(_ key: Range<Int>, _ other: Range<Int>) -> Bool {
    key.count == other.count && bytes[key.lowerBound] == bytes[other.lowerBound]
      && bytes[key] == bytes[other]
  }
}

extension PlainMappingReader {
  /// A text or a list in brackets, which end with this line; goes to the next one.
  private mutating func text(depth: Int) -> YAMLNode? {
    let start = index
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let line = start..<bytes.endOfLine(from: start)
      guard let text = bytes.quotedText(in: line) else { return nil }
      goToLine(behind: line.upperBound)
      return scalar(text, .quoted, at: line)
    case UInt8(ascii: "["):
      let line = start..<bytes.endOfLine(from: start)
      goToLine(behind: line.upperBound)
      return depth < maximumDepth ? list(line) : nil
    default:
      // A number may be negative.
      let letter = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
      guard bytes[letter].beginsText, let end = bytes.endOfText(from: start) else { return nil }
      goToLine(behind: end)
      return scalar(start..<end, .plain, at: start..<end)
    }
  }

  private func scalar(
    _ text: Range<Int>,
    _ style: YAMLScalar.Style,
    at place: Range<Int>
  ) -> YAMLNode {
    let scalar = YAMLScalar(text: file.text(in: text), style: style)
    return YAMLNode(content: .scalar(scalar), range: place)
  }

  /// A list of texts in brackets, which are all of a line.
  private func list(_ line: Range<Int>) -> YAMLNode? {
    let close = line.upperBound - 1
    guard close > line.lowerBound, bytes[close] == UInt8(ascii: "]") else { return nil }
    var items: [YAMLNode] = []
    var start = line.lowerBound + 1
    while start < close || !items.isEmpty {
      start = skippingBlanks(from: start)
      guard let item = item(from: start, in: line) else { return nil }
      items.append(item)
      start = skippingBlanks(from: item.range.upperBound)
      if start == close { break }
      guard bytes[start] == UInt8(ascii: ",") else { return nil }
      start += 1
    }
    return YAMLNode(content: .sequence(items), range: line)
  }

  private func skippingBlanks(from start: Int) -> Int {
    var stop = start
    while bytes[stop] == UInt8(ascii: " ") { stop += 1 }
    return stop
  }

  /// A text in a list in brackets.
  private func item(from start: Int, in line: Range<Int>) -> YAMLNode? {
    let first = bytes[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let rest = start + 1..<line.upperBound
      guard let quote = bytes[rest].firstIndex(of: first),
        let text = bytes.quotedText(in: start..<quote + 1)
      else { return nil }
      return scalar(text, .quoted, at: start..<quote + 1)
    }
    guard first.isKeyByte || first >= 0x80 else { return nil }
    var stop = start
    while bytes[stop].isOfItem { stop += 1 }
    while bytes[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    return scalar(start..<stop, .plain, at: start..<stop)
  }
}

extension UInt8 {
  /// Whether it can't mean anything within a text in brackets.
  fileprivate var isOfItem: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x80...:
      true
    default: isKeyByte
    }
  }
}
