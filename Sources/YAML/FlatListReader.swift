public import Diagnostics

extension FlatList {
  /// Reads a block; `nil` when it is anything but such a list.
  ///
  /// - Parameters:
  ///   - file: the file that the block is part of, in UTF-8.
  ///   - range: the block's bytes.
  ///   - limits: how much the block may ask for.
  public init?(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) {
    guard range.count <= limits.bytes, limits.depth >= 2 else { return nil }
    var reader = FlatListReader(file, in: range, limits: limits)
    guard let list = reader.read() else { return nil }
    self = list
  }
}

/// Finds the keys and texts of a ``FlatList`` in one pass.
struct FlatListReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let end: Int
  private let limits: YAMLLimits
  private var index: Int
  private var pairs: [FlatList.Pair] = []

  /// The column of an item's keys, behind `- `.
  static let keyColumn = 2

  /// More keys than any map here has: each is compared with those before it.
  private static let maximumPairs = 32

  init(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) {
    self.file = file
    bytes = file.bytes
    end = range.upperBound
    self.limits = limits
    index = range.lowerBound
  }

  mutating func read() -> FlatList? {
    guard index < end, bytes[end - 1] == UInt8(ascii: "\n"), bytes[index..<end].isPlainText else {
      return nil
    }
    // Threads of real sites have a pair in some eighty bytes.
    pairs.reserveCapacity((end - index) / 64)
    var items: [Range<Int>] = []
    while index + FlatListReader.keyColumn < end {
      guard bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") else {
        return nil
      }
      index += FlatListReader.keyColumn
      let first = pairs.count
      guard readItem() else { return nil }
      items.append(first..<pairs.count)
    }
    // The list, its maps, and the keys and values of these.
    guard index == end, 1 + items.count + 2 * pairs.count <= limits.nodes else { return nil }
    return FlatList(file: file, pairs: pairs, items: items)
  }

  /// Reads a map, whose first key stands here, up to the next item.
  private mutating func readItem() -> Bool {
    let first = pairs.count
    repeat {
      guard let pair = pair(), pairs.count - first < FlatListReader.maximumPairs,
        !pairs[first...].contains(where: { $0.word == pair.word })
      else { return false }
      pairs.append(pair)
    } while skipToKey()
    return true
  }

  /// Goes over empty lines, and the blanks before the map's next key if that comes.
  private mutating func skipToKey() -> Bool {
    while index < end, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    let isKey =
      index + FlatListReader.keyColumn < end && bytes[index] == UInt8(ascii: " ")
      && bytes[index + 1] == UInt8(ascii: " ")
    if isKey { index += FlatListReader.keyColumn }
    return isKey
  }

  /// A key and its value, up to the beginning of the next line that isn't part of it.
  private mutating func pair() -> FlatList.Pair? {
    // The last line ends as every other does, so that looking stops there.
    var stop = index
    var word: UInt64 = 0
    while bytes[stop].isKeyByte {
      word = word << 8 | UInt64(bytes[stop])
      stop += 1
    }
    let key = index..<stop
    guard !key.isEmpty, key.count <= 8, bytes[stop] == UInt8(ascii: ":"),
      bytes[stop + 1] == UInt8(ascii: " ")
    else { return nil }
    stop += 1
    while bytes[stop] == UInt8(ascii: " ") { stop += 1 }
    index = stop
    return pair(of: key, word)
  }

  /// A key with the value that stands here.
  private mutating func pair(of key: Range<Int>, _ word: UInt64) -> FlatList.Pair? {
    let line = index..<bytes.endOfLine(from: index)
    guard !line.isEmpty, bytes[line.upperBound - 1] != UInt8(ascii: " ") else { return nil }
    index = line.upperBound + 1
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "|"):
      return line.count == 1 ? literal(key, word, at: line.lowerBound) : nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let inner = bytes.quotedText(in: line) else { return nil }
      return FlatList.Pair(
        key: key,
        word: word,
        place: line,
        style: .quoted,
        text: inner,
        indentation: 0
      )
    case let first where first.beginsText:
      guard bytes.isOneText(line) else { return nil }
      return FlatList.Pair(
        key: key,
        word: word,
        place: line,
        style: .plain,
        text: line,
        indentation: 0
      )
    default: return nil
    }
  }

  /// The lines below a `|`, without the empty lines behind them.
  private mutating func literal(_ key: Range<Int>, _ word: UInt64, at bar: Int) -> FlatList.Pair? {
    let indentation = indentation
    guard indentation > FlatListReader.keyColumn else { return nil }
    let start = index
    var textEnd = index
    while index < end {
      if bytes[index] == UInt8(ascii: "\n") {
        index += 1
        continue
      }
      let columns = self.indentation
      guard columns >= indentation else {
        if columns > FlatListReader.keyColumn { return nil }
        break
      }
      let lineEnd = bytes.endOfLine(from: index)
      guard index + columns < lineEnd else { return nil }
      index = lineEnd + 1
      textEnd = index
    }
    return FlatList.Pair(
      key: key,
      word: word,
      place: file.trimmingBreaks(bar..<textEnd),
      style: .block,
      text: start..<textEnd,
      indentation: indentation
    )
  }

  /// How many blanks stand here.
  private var indentation: Int {
    var stop = index
    while stop < end, bytes[stop] == UInt8(ascii: " ") { stop += 1 }
    return stop - index
  }
}
