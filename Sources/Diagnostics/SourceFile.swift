/// A text that somebody wrote, with the name by which its author knows it.
///
/// It is a class because many values point into one file: a document, its body, its links.
public final class SourceFile: Sendable {
  /// The path relative to the site's root, with `/` between its parts.
  public let path: String

  /// The bytes as they were read.
  ///
  /// Whoever parses them checks first that they are UTF-8.
  public let bytes: [UInt8]

  /// Creates a file of these bytes; nothing is read from the disk.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a file of a text, as tests and built-in templates do.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a range of bytes, with malformed UTF-8 replaced by U+FFFD.
  public func text(in range: Range<Int>) -> String {
    // A slice of the array would be counted.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      precondition(range.upperBound <= bytes.count, "a text lies inside its file")
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }
}
