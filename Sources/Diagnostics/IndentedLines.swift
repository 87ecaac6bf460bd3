extension [UInt8] {
  /// Appends lines to a text, without the blanks that indent them.
  ///
  /// - Parameters:
  ///   - lines: where the lines stand; with an indentation each of them ends with LF.
  ///   - indentation: how many blanks stand before each line that isn't empty.
  ///   - text: what they are appended to.
  package func appendLines(_ lines: Range<Int>, indentedBy indentation: Int, to text: inout [UInt8])
  {
    unsafe withUnsafeBufferPointer { bytes in
      var start = lines.lowerBound
      while indentation > 0, start < lines.upperBound {
        // Nothing indents an empty line.
        if unsafe bytes[start] != UInt8(ascii: "\n") { start += indentation }
        let end = (nextIndex(of: UInt8(ascii: "\n"), from: start) ?? lines.upperBound - 1) + 1
        unsafe text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
      guard start < lines.upperBound else { return }
      unsafe text.append(
        contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<lines.upperBound])
      )
    }
  }
}
