public import Diagnostics

/// A list of maps of texts, as a thread of comments is, in the plainest way to write one.
///
/// libyaml spends some hundred instructions on a character, and threads are most of the YAML of a site.
/// What is read here is read as libyaml reads it, which a test holds against it; whatever isn't as plain,
/// and all that is wrong, is left to libyaml:
///
///     - key: one line without quotes, or in quotes without an escape
///       key: |
///         lines
///
/// Nothing is copied: keys and texts are ranges of the file until somebody asks for one.
public struct FlatList: Sendable {
  /// A key with its text.
  public struct Pair: Sendable {
    /// The key: at most eight ASCII letters, digits and `_`.
    public let key: Range<Int>
    /// The key as ``FlatList/word(_:)`` has it.
    public let word: UInt64
    /// The value as it was typed, with its quotes or its `|`.
    public let place: Range<Int>
    /// How it was typed.
    public let style: YAMLScalar.Style
    /// The text without its quotes; below a `|`, the lines with their indentation.
    public let text: Range<Int>
    /// How many blanks indent each line of a block that isn't empty.
    let indentation: Int
  }

  /// The file that the list stands in.
  public let file: SourceFile
  /// The pairs of all maps, in order.
  public let pairs: [Pair]
  /// For each map its pairs; none is empty.
  public let items: [Range<Int>]

  /// A key as a number, to compare at once: its bytes, the last of them the lowest.
  public static func word(_ key: String) -> UInt64 {
    precondition(key.utf8.count <= 8, "a number has eight bytes")
    return key.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The UTF-8 of a pair's text.
  public func bytes(of pair: Pair) -> [UInt8] {
    let bytes = file.bytes
    guard pair.style == .block else { return Array(bytes[pair.text]) }
    var text: [UInt8] = []
    text.reserveCapacity(pair.text.count)
    var start = pair.text.lowerBound
    while start < pair.text.upperBound {
      // Nothing indents an empty line.
      if bytes[start] != UInt8(ascii: "\n") { start += pair.indentation }
      let end = bytes.endOfLine(from: start) + 1
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
      start = end
    }
    return text
  }
}

extension FlatList {
  /// One of the maps, as libyaml's tree has it.
  public func node(ofItem item: Range<Int>) -> YAMLNode {
    let nodes = pairs[item].map { pair in
      let scalar = YAMLScalar(text: text(of: pair), style: pair.style)
      return YAMLPair(
        key: file.text(in: pair.key),
        keyRange: pair.key,
        value: YAMLNode(content: .scalar(scalar), range: pair.place)
      )
    }
    return YAMLNode(content: .mapping(nodes), range: range(ofItem: item))
  }

  /// All of it, as libyaml's tree has it.
  var node: YAMLNode {
    let nodes = items.map(node(ofItem:))
    let start = (nodes.first?.range.lowerBound ?? 0) - FlatListReader.keyColumn
    let end = nodes.last?.range.upperBound ?? 0
    return YAMLNode(content: .sequence(nodes), range: start..<end)
  }

  /// Where one of the maps stands, from its first key to its last value.
  public func range(ofItem item: Range<Int>) -> Range<Int> {
    pairs[item.lowerBound].key.lowerBound..<pairs[item.upperBound - 1].place.upperBound
  }

  private func text(of pair: Pair) -> String {
    pair.style == .block
      ? String(decoding: bytes(of: pair), as: UTF8.self) : file.text(in: pair.text)
  }
}

extension [UInt8] {
  /// Where the line ends that a place is in: each of a flat list does.
  @inline(__always)
  func endOfLine(from start: Int) -> Int {
    guard let end = nextIndex(of: UInt8(ascii: "\n"), from: start) else {
      preconditionFailure("the last line was looked at")
    }
    return end
  }
}
