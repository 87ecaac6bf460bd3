extension String {
  /// Three texts as one, such as the path of a folder, a slash and a name.
  ///
  /// In one allocation: interpolation guesses how long the text will be, and grows it.
  package init(joining first: String, _ second: String, _ third: String = "") {
    let count = first.utf8.count + second.utf8.count + third.utf8.count
    unsafe self.init(unsafeUninitializedCapacity: count) { room in
      var end = unsafe room.write(first, at: 0)
      end = unsafe room.write(second, at: end)
      return unsafe room.write(third, at: end)
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a text, and returns where it ends.
  @inline(__always)
  fileprivate func write(_ text: String, at start: Int) -> Int {
    let text = text.utf8Span.span
    unsafe text.withUnsafeBytes { bytes in
      let room = unsafe UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(self)[start...]
      )
      unsafe room.copyMemory(from: bytes)
    }
    return start + text.count
  }
}
