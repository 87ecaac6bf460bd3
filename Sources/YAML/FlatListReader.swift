internal import Diagnostics

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

  /// Reads all of it: the pairs of all maps, and which are whose; `nil` when it isn't such a list.
  mutating func read() -> (pairs: [FlatList.Pair], items: [Range<Int>])? {
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
    return (pairs, items)
  }

  /// Reads a map, whose first key stands here, up to the next item.
  private mutating func readItem() -> Bool {
    let first = pairs.count
    repeat {
      guard pairs.count - first < FlatListReader.maximumPairs, readPair(since: first) else {
        return false
      }
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

  /// Reads a key and its value, up to the beginning of the next line that isn't part of it.
  ///
  /// - Parameter first: the number of the map's first pair.
  /// - Returns: whether it is a plain one, with a key that no earlier pair of the map has.
  private mutating func readPair(since first: Int) -> Bool {
    // The last line ends as every other does, so that looking stops there.
    var stop = index
    var word: UInt64 = 0
    while bytes[stop].isKeyByte {
      word = word << 8 | UInt64(bytes[stop])
      stop += 1
    }
    let key = index..<stop
    guard !key.isEmpty, key.count <= 8, bytes[stop] == UInt8(ascii: ":"),
      bytes[stop + 1] == UInt8(ascii: " "), !has(word, since: first)
    else { return false }
    stop += 1
    while bytes[stop] == UInt8(ascii: " ") { stop += 1 }
    if bytes[stop] == UInt8(ascii: "|") { return readLiteral(key, word, at: stop) }
    guard let (line, text) = line(from: stop) else { return false }
    index = line.upperBound + 1
    pairs.append(
      FlatList.Pair(
        key: TextRange(key),
        word: word,
        place: TextRange(line),
        text: TextRange(text),
        indentation: 0,
        style: line == text ? .plain : .quoted
      )
    )
    return true
  }

  /// Whether a pair from one on has a key.
  private func has(_ word: UInt64, since first: Int) -> Bool {
    for number in first..<pairs.count where pairs[number].word == word { return true }
    return false
  }

  /// The value that stands at a place to the end of the line, and its text without quotes.
  private func line(from start: Int) -> (place: Range<Int>, text: Range<Int>)? {
    let first = bytes[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let line = start..<bytes.endOfLine(from: start)
      return bytes.quotedText(in: line).map { (line, $0) }
    }
    guard first.beginsText, let end = bytes.endOfText(from: start) else { return nil }
    return (start..<end, start..<end)
  }

  /// Reads the lines below a `|`, without the empty lines behind them.
  private mutating func readLiteral(_ key: Range<Int>, _ word: UInt64, at bar: Int) -> Bool {
    guard bytes[bar + 1] == UInt8(ascii: "\n") else { return false }
    index = bar + 2
    let indentation = indentation
    guard indentation > FlatListReader.keyColumn else { return false }
    let start = index
    var textEnd = index
    while index < end {
      if bytes[index] == UInt8(ascii: "\n") {
        index += 1
        continue
      }
      let columns = self.indentation
      guard columns >= indentation else {
        if columns > FlatListReader.keyColumn { return false }
        break
      }
      let lineEnd = bytes.endOfLine(from: index)
      guard index + columns < lineEnd else { return false }
      index = lineEnd + 1
      textEnd = index
    }
    pairs.append(
      FlatList.Pair(
        key: TextRange(key),
        word: word,
        place: TextRange(file.trimmingBreaks(bar..<textEnd)),
        text: TextRange(start..<textEnd),
        indentation: indentation,
        style: .block
      )
    )
    return true
  }

  /// How many blanks stand here.
  private var indentation: Int {
    var stop = index
    while stop < end, bytes[stop] == UInt8(ascii: " ") { stop += 1 }
    return stop - index
  }
}
