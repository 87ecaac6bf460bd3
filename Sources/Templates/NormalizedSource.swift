internal import Diagnostics

/// A template's text with every line ending as LF, and where each byte came from.
///
/// Jinja normalises line endings before it looks at anything else.
struct NormalizedSource: Sendable {
  let file: SourceFile
  let bytes: [UInt8]
  /// The offset in the file of each byte, or empty when nothing moved.
  private let origins: [Int]

  init(_ file: SourceFile) {
    self.file = file
    // A byte order mark is not part of the text.
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start > 0 || file.bytes.contains(0x0D) else {
      bytes = file.bytes
      origins = []
      return
    }
    var bytes: [UInt8] = []
    var origins: [Int] = []
    for index in file.bytes.indices.dropFirst(start) {
      var byte = file.bytes[index]
      if byte == 0x0A, index > 0, file.bytes[index - 1] == 0x0D { continue }
      if byte == 0x0D { byte = 0x0A }
      bytes.append(byte)
      origins.append(index)
    }
    self.bytes = bytes
    self.origins = origins + [file.bytes.count]
  }

  /// The range of the file that a range of ``bytes`` came from.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard !origins.isEmpty else { return range }
    let start = origins[min(range.lowerBound, origins.count - 1)]
    let end = origins[min(range.upperBound, origins.count - 1)]
    return start..<max(start, end)
  }
}
