package import Diagnostics

#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

/// Reads a regular file whole.
///
/// A pipe or device that took the file's place since it was listed is refused, never waited for.
///
/// - Parameters:
///   - location: where it stands on the disk.
///   - path: what its author calls it.
///   - limit: the most bytes that are read.
/// - Returns: its bytes, or `nil` when it has more than `limit`.
/// - Throws: the machine's refusal.
package func readRegularFile(
  _ location: String,
  as path: String,
  limit: Int
) throws(SystemError) -> [UInt8]? {
  // Lent as it is: handed over, a string is copied first.
  let descriptor = unsafe location.withCString {
    unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  }
  guard descriptor >= 0 else { throw .unreadable(path) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw SystemError("can't be read", path: path, errno: EINVAL)
  }
  let size = Int(status.st_size)
  guard size <= limit else { return nil }
  return try readToEnd(descriptor, expecting: size, as: path)
}

private func readToEnd(
  _ descriptor: Int32,
  expecting size: Int,
  as path: String
) throws(SystemError) -> [UInt8] {
  var code: Int32 = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let received = unsafe read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      if received < 0, errno == EINTR { continue }
      if received < 0 { code = errno }
      if received <= 0 { break }
      count += received
    }
  }
  guard code == 0 else { throw SystemError("can't be read", path: path, errno: code) }
  return bytes
}

/// The last system call's `errno`, which ``SystemError/errno`` hides inside its type.
private var lastCode: Int32 { errno }

extension SystemError {
  /// A file that can't be read, by the last system call's `errno`.
  static func unreadable(_ path: String) -> SystemError {
    SystemError("can't be read", path: path, errno: lastCode)
  }

  /// A file that isn't there.
  static func missing(_ path: String) -> SystemError {
    SystemError("can't be read", path: path, errno: ENOENT)
  }
}
