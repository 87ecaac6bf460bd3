internal import Diagnostics

extension SourceFile {
  /// A block scalar's range without the line breaks behind it, which libyaml counts in.
  func trimmingBreaks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// From a place up to the next blank or bracket.
  func word(at start: Int, in range: Range<Int>) -> Range<Int> {
    var end = start
    while end < range.upperBound, bytes[end] > 0x20, !bytes[end].closesFlow { end += 1 }
    return start..<end
  }

  /// The rest of a line from a place, without blanks or a comment behind it.
  func lineRest(from start: Int, in range: Range<Int>) -> Range<Int> {
    var end = start
    while end < range.upperBound, !bytes[end].endsLine {
      let isComment = bytes[end] == UInt8(ascii: "#") && end > start && bytes[end - 1].isBlank
      if isComment { break }
      end += 1
    }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The first line from a place on that says something, if it is a directive.
  func directive(from offset: Int, in range: Range<Int>) -> Int? {
    var start = offset
    while start < range.upperBound {
      let line = start..<lineEnd(from: start, in: range)
      if bytes[start] == UInt8(ascii: "%") { return start }
      let first = bytes[line].first { $0 > 0x20 }
      let isEndMarker = bytes[line].starts(with: "...".utf8)
      guard first == nil || first == UInt8(ascii: "#") || isEndMarker else { return nil }
      start = line.upperBound
    }
    return nil
  }

  /// Where a place's line begins.
  func lineStart(of offset: Int, in range: Range<Int>) -> Int {
    var start = offset
    while start > range.lowerBound, !bytes[start - 1].endsLine { start -= 1 }
    return start
  }

  /// The character at a place.
  func character(at offset: Int, in range: Range<Int>) -> Range<Int> {
    guard offset < range.upperBound else { return range.upperBound..<range.upperBound }
    var end = offset + 1
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }
}

extension UInt8 {
  fileprivate var closesFlow: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
}
