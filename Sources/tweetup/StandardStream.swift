#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The command's outputs and its input, as bytes.
enum StandardStream: Int32 {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sees it.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes everything; a reader that went away ends the command quietly, as it ends `cat`.
  func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          rawValue,
          buffer.baseAddress?.advanced(by: written),
          buffer.count - written
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }

  /// Writes a text.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Everything up to the end; `nil` when reading fails.
  func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(rawValue, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

/// The variables that the command was started with.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static subscript(name: String, default fallback: String) -> String {
    Environment[name] ?? fallback
  }
}

/// What the machine tells about itself and this process.
enum Machine {
  /// The code of a failed read from standard input.
  static let inputError = EIO

  /// How many threads can work at once.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Seconds of a clock that only goes forward.
  static var clock: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds since 1970.
  static var unixTime: Int64 { Int64(time(nil)) }

  /// The most memory that the process had at once, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
