internal import Diagnostics

/// Reads a list of maps of texts, as a thread of comments is, in the plainest way to write one.
///
/// libyaml spends some hundred instructions on a character, and threads are most of the YAML of a site:
/// a tenth of a build. What is read here is read as libyaml reads it, which a test holds against it;
/// whatever isn't as plain, and all that is wrong, is left to libyaml:
///
///     - key: one line without quotes, or in quotes without an escape
///       key: |
///         lines
struct FlatList {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let limits: YAMLLimits
  private var index: Int
  private var nodes = 0

  /// The column of an item's keys, behind `- `.
  private static let keyColumn = 2

  init(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) {
    self.file = file
    bytes = file.bytes
    self.range = range
    self.limits = limits
    index = range.lowerBound
  }

  /// The list, or `nil` when the block is anything else.
  mutating func read() -> YAMLNode? {
    guard bytes[range].last == UInt8(ascii: "\n"), bytes[range].isPlainText else { return nil }
    var items: [YAMLNode] = []
    while index + FlatList.keyColumn < range.upperBound {
      guard bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") else {
        return nil
      }
      index += FlatList.keyColumn
      guard let item = item() else { return nil }
      items.append(item)
    }
    guard index == range.upperBound, let last = items.last, nodes + 1 <= limits.nodes,
      limits.depth >= 2
    else { return nil }
    return YAMLNode(content: .sequence(items), range: range.lowerBound..<last.range.upperBound)
  }

  /// A map, whose first key stands here; ends at the next item.
  private mutating func item() -> YAMLNode? {
    let start = index
    var pairs: [YAMLPair] = []
    pairs.reserveCapacity(8)
    repeat {
      guard let pair = pair(), !pairs.contains(where: { $0.key == pair.key }) else { return nil }
      pairs.append(pair)
    } while skipToKey()
    nodes += 1 + 2 * pairs.count
    guard nodes <= limits.nodes, let last = pairs.last else { return nil }
    return YAMLNode(content: .mapping(pairs), range: start..<last.value.range.upperBound)
  }

  /// Goes over empty lines, and the blanks before the map's next key if that comes.
  private mutating func skipToKey() -> Bool {
    while index < range.upperBound, bytes[index].endsLine { index += 1 }
    let isKey =
      index + FlatList.keyColumn < range.upperBound && bytes[index] == UInt8(ascii: " ")
      && bytes[index + 1] == UInt8(ascii: " ")
    if isKey { index += FlatList.keyColumn }
    return isKey
  }

  /// A key and its value, up to the beginning of the next line that isn't part of it.
  private mutating func pair() -> YAMLPair? {
    let start = index
    while index < range.upperBound, bytes[index].isKeyByte { index += 1 }
    let key = start..<index
    guard !key.isEmpty, key.count <= 64, index + 1 < range.upperBound,
      bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: " ")
    else { return nil }
    index += 1
    while index < range.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard let value = value() else { return nil }
    return YAMLPair(key: file.text(in: key), keyRange: key, value: value)
  }

  private mutating func value() -> YAMLNode? {
    let end = lineFeed
    guard index < end, bytes[end - 1] != UInt8(ascii: " ") else { return nil }
    let line = index..<end
    index = end + 1
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "|"): return line.count == 1 ? literal(at: line.lowerBound) : nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(line)
    case let first where first.isKeyByte || first == UInt8(ascii: "/") || first >= 0x80:
      return isOneText(line) ? scalar(file.text(in: line), .plain, line) : nil
    default: return nil
    }
  }

  private func scalar(_ text: String, _ style: YAMLScalar.Style, _ range: Range<Int>) -> YAMLNode {
    YAMLNode(content: .scalar(YAMLScalar(text: text, style: style)), range: range)
  }

  /// Whether nothing in a line means anything: `: ` and ` #`.
  private func isOneText(_ line: Range<Int>) -> Bool {
    line.allSatisfy { index in
      switch bytes[index] {
      case UInt8(ascii: ":"): index + 1 < line.upperBound && bytes[index + 1] != UInt8(ascii: " ")
      case UInt8(ascii: "#"): bytes[index - 1] != UInt8(ascii: " ")
      default: true
      }
    }
  }

  private func quoted(_ line: Range<Int>) -> YAMLNode? {
    guard line.count >= 2 else { return nil }
    let quote = bytes[line.lowerBound]
    let inner = line.lowerBound + 1..<line.upperBound - 1
    guard bytes[inner.upperBound] == quote,
      !bytes[inner].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") })
    else { return nil }
    return scalar(file.text(in: inner), .quoted, line)
  }

  /// The lines below a `|`, without their indentation and the empty lines behind them.
  private mutating func literal(at bar: Int) -> YAMLNode? {
    let indent = indentation
    guard indent > FlatList.keyColumn else { return nil }
    var text: [UInt8] = []
    var emptyLines = 0
    while index < range.upperBound {
      if bytes[index].endsLine {
        emptyLines += 1
        index += 1
        continue
      }
      let columns = indentation
      guard columns >= indent else {
        if columns > FlatList.keyColumn { return nil }
        break
      }
      let end = lineFeed
      guard index + columns < end else { return nil }
      text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: emptyLines))
      text += bytes[index + indent...end]
      emptyLines = 0
      index = end + 1
    }
    let place = file.trimmingBreaks(bar..<index)
    return scalar(String(decoding: text, as: UTF8.self), .block, place)
  }

  /// Where this line ends: each does, since the last one was looked at.
  private var lineFeed: Int {
    var end = index
    while bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// How many blanks stand here.
  private var indentation: Int {
    var end = index
    while end < range.upperBound, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return end - index
  }
}

extension ArraySlice<UInt8> {
  /// Whether all of it can stand in a YAML text (§5.1), and no line ends but with LF: YAML 1.1 ends one
  /// at U+0085, U+2028 and U+2029, too.
  fileprivate var isPlainText: Bool {
    for index in indices {
      let byte = self[index]
      if byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\n") { continue }
      guard byte >= 0x80, index + 1 < endIndex else { return false }
      switch (byte, self[index + 1]) {
      case (0xC2, 0x80...0x9F): return false
      case (0xE2, 0x80): if index + 2 < endIndex, self[index + 2] | 1 == 0xA9 { return false }
      // U+FEFF, a byte order mark, and U+FFFE and U+FFFF.
      case (0xEF, 0xBB), (0xEF, 0xBF):
        if index + 2 < endIndex, self[index + 2] >= 0xBE { return false }
      default: continue
      }
    }
    return true
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter, a digit or `_`, of which keys are made here.
  fileprivate var isKeyByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
