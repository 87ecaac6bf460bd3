#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// Floating-point numbers as C's `printf` writes them, correctly rounded.
enum CNumberFormat {
  /// Like `%.3f`.
  static func fixed(_ number: Double, _ precision: Int) -> String {
    format("%.*f", number, precision)
  }

  /// Like `%.3e`.
  static func exponential(_ number: Double, _ precision: Int) -> String {
    format("%.*e", number, precision)
  }

  /// Like `%.3g`, or `%#.3g`, which keeps zeros at the end.
  static func general(_ number: Double, _ precision: Int, keepsZeros: Bool) -> String {
    format(keepsZeros ? "%#.*g" : "%.*g", number, precision)
  }

  private static func format(_ format: String, _ number: Double, _ precision: Int) -> String {
    // The largest number has 309 digits before the point.
    let capacity = 400 + max(0, precision)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = unsafe withVaList([Int32(clamping: precision), number]) { arguments in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          unsafe vsnprintf(characters.baseAddress, characters.count, format, arguments)
        }
      }
      count = min(max(0, Int(written)), capacity - 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
