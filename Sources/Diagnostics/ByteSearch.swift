#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

extension [UInt8] {
  /// The index of a byte at or behind another index.
  ///
  /// Complexity: O(n) of the C library's kind, dozens of bytes at a time.
  package func nextIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count, "a search begins inside the bytes")
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
  }
}
