internal import Diagnostics

/// A line that defines a label, `[label]: address` or `[label]: address "title"` (CommonMark §4.7).
///
/// As plain as most are: no blanks in the label, an address of the bytes that ``DirectWriter`` takes. A
/// title isn't shown of a stranger's link.
struct LinkDefinition {
  /// Where the address stands.
  let address: Range<Int>
  /// The line's end.
  let end: Int

  /// Reads the line that begins at an index; `nil` when it isn't such a line.
  init?(_ text: [UInt8], at line: Int) {
    guard text[line] == UInt8(ascii: "[") else { return nil }
    let close = text.labelEnd(from: line + 1)
    let start = close + 3
    guard close > line + 1, start < text.count, text[close] == UInt8(ascii: "]"),
      text[close + 1] == UInt8(ascii: ":"), text[close + 2] == UInt8(ascii: " ")
    else { return nil }
    address = start..<text.addressEnd(from: start)
    end = text.titleEnd(from: address.upperBound)
    guard !address.isEmpty, end == text.count || text[end] == UInt8(ascii: "\n") else { return nil }
  }

  /// The first line that may define a label, and what it says; `nil` when that isn't a plain one.
  ///
  /// Labels are the same in whatever case.
  static func first(
    of label: Range<Int>,
    in text: [UInt8]
  ) -> (line: Int, definition: LinkDefinition)? {
    var line = 0
    while line < text.count {
      if text.defines(label, at: line) {
        return LinkDefinition(text, at: line).map { (line, $0) }
      }
      line = text.nextIndex(of: UInt8(ascii: "\n"), from: line).map { $0 + 1 } ?? text.count
    }
    return nil
  }
}

extension [UInt8] {
  /// Where an address ends that begins at an index.
  func addressEnd(from start: Int) -> Int {
    firstIndex(from: start) { !isAlphanumeric($0) && !ASCIISet.address.contains($0) }
  }

  /// Where a label ends that begins at an index: letters, digits and `-`, so that case is all that can differ.
  func labelEnd(from start: Int) -> Int {
    firstIndex(from: start) { !isAlphanumeric($0) && $0 != UInt8(ascii: "-") }
  }

  /// Where a title ends that stands behind an address, in double quotes and without any of its own; the
  /// address's end where none does.
  fileprivate func titleEnd(from start: Int) -> Int {
    let first = start + 2
    guard first < count, self[start] == UInt8(ascii: " "), self[start + 1] == UInt8(ascii: "\"")
    else {
      return start
    }
    let quote = firstIndex(from: first) {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
    }
    return quote < count && self[quote] == UInt8(ascii: "\"") ? quote + 1 : start
  }

  /// Whether `[label]:` begins at an index.
  fileprivate func defines(_ label: Range<Int>, at line: Int) -> Bool {
    let end = line + 1 + label.count
    guard self[line] == UInt8(ascii: "["), end + 1 < count, self[end] == UInt8(ascii: "]"),
      self[end + 1] == UInt8(ascii: ":")
    else { return false }
    return zip(self[(line + 1)..<end], self[label]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
