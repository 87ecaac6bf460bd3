public import Diagnostics

/// An address that an author wrote, to be resolved before it is written into the page.
public struct LinkReference: Sendable {
  /// What an address is for.
  public enum Kind: Sendable {
    /// Something to follow.
    case link
    /// Something to show.
    case image
  }

  /// What the address is for.
  public let kind: Kind

  /// The address as it was written, escapes and entities resolved.
  public let destination: String

  /// The bytes of its file that are Markdown.
  let body: Range<Int>

  /// The line of the body on which cmark says that the link begins, from 1.
  let line: Int

  /// Where the address stands in its file: the address itself where the line has it as it is, else
  /// the line.
  ///
  /// Costs a pass over the text, so it is asked for only when something is said.
  public func span(in file: SourceFile) -> SourceSpan {
    let text = Array(file.bytes[body])
    let lines = SourceLines(text)
    let range = lines.range(ofLine: line)
    let needle = Array(destination.utf8)
    if let found = text.address(needle, from: range.lowerBound) ?? text.address(needle, from: 0) {
      return SourceSpan(
        file,
        found.lowerBound + body.lowerBound..<found.upperBound + body.lowerBound
      )
    }
    var start = range.lowerBound
    while start < range.upperBound, isSpace(text[start]) { start += 1 }
    return SourceSpan(file, start + body.lowerBound..<range.upperBound + body.lowerBound)
  }
}

extension [UInt8] {
  /// Where an address stands whole: another that only begins like it is passed over while there is a
  /// whole one.
  fileprivate func address(_ needle: [UInt8], from start: Int) -> Range<Int>? {
    var found = firstRange(of: needle, from: start)
    let first = found
    while let range = found {
      if range.upperBound == count || endsAddress(self[range.upperBound]) { return range }
      found = firstRange(of: needle, from: range.lowerBound + 1)
    }
    return first
  }

  private func endsAddress(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ">")
  }
}

/// What becomes of an address.
public enum LinkResolution: Sendable {
  /// It stays as it was written.
  case keep
  /// It leads elsewhere; an image's size in pixels is given where it is known.
  case replace(String, size: ImageSize? = nil)
  /// It leads nowhere, which is an error at the place where it is written.
  case fault(message: String, help: String? = nil)
}
