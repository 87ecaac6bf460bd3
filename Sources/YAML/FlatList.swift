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
public final class FlatList: Sendable {
  /// A key with its text.
  public struct Pair: Sendable {
    /// The key: at most eight ASCII letters, digits and `_`.
    public let key: TextRange
    /// The key as ``FlatList/word(_:)`` has it.
    public let word: UInt64
    /// The value as it was typed, with its quotes or its `|`.
    public let place: TextRange
    /// The text without its quotes; below a `|`, the lines with their indentation.
    public let text: TextRange
    /// How many blanks indent each line of a block that isn't empty; 0 for anything but a block.
    public let indentation: Int
    /// How it was typed.
    public let style: YAMLScalar.Style
  }

  /// The file that the list stands in.
  public let file: SourceFile
  /// The pairs of all maps, in order.
  public let pairs: [Pair]
  /// For each map its pairs; none is empty.
  public let items: [Range<Int>]

  /// Reads a block; `nil` when it is anything but such a list.
  ///
  /// - Parameters:
  ///   - file: the file that the block is part of, in UTF-8.
  ///   - range: the block's bytes.
  ///   - limits: how much the block may ask for.
  public init?(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) {
    guard range.count <= limits.bytes, limits.depth >= 2 else { return nil }
    var reader = FlatListReader(file, in: range, limits: limits)
    guard let (pairs, items) = reader.read() else { return nil }
    self.file = file
    self.pairs = pairs
    self.items = items
  }

  /// A key as a number, to compare at once: its bytes, the last of them the lowest.
  public static func word(_ key: String) -> UInt64 {
    precondition(key.utf8.count <= 8, "a number has eight bytes")
    return key.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension FlatList {
  /// One of the maps, as libyaml's tree has it.
  public func node(ofItem item: Range<Int>) -> YAMLNode {
    let nodes = pairs[item].map { pair in
      let scalar = YAMLScalar(text: text(of: pair), style: pair.style)
      return YAMLPair(
        key: file.text(in: pair.key.range),
        keyRange: pair.key.range,
        value: YAMLNode(content: .scalar(scalar), range: pair.place.range)
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
    let start = pairs[item.lowerBound].key.range.lowerBound
    return start..<pairs[item.upperBound - 1].place.range.upperBound
  }

  private func text(of pair: Pair) -> String {
    guard pair.indentation > 0 else { return file.text(in: pair.text.range) }
    var text: [UInt8] = []
    file.bytes.appendLines(pair.text.range, indentedBy: pair.indentation, to: &text)
    return String(decoding: text, as: UTF8.self)
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
