internal import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The folder of a site, in which nothing is written over and no symbolic link is followed.
struct SiteFolder {
  /// The folder as the command was given it.
  let root: String
  /// Whether nothing is to be written.
  let isDryRun: Bool

  /// What became of a file.
  enum Placement: Sendable {
    /// It wasn't there.
    case created
    /// It is there with these bytes.
    case unchanged
    /// It is there with other bytes, which stay.
    case kept
    /// Something that is no file or folder stands on the way: a symbolic link, say.
    case blocked
  }

  /// Writes a file that isn't there yet.
  func place(_ path: String, _ bytes: [UInt8]) throws(SystemError) -> Placement {
    switch try find(path) {
    case .file(let existing): return existing == bytes ? .unchanged : .kept
    case .blocked: return .blocked
    case .nothing: break
    }
    if !isDryRun { try write(path, bytes) }
    return .created
  }

  /// Puts a file in the place of another, or of none, at once.
  func replace(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    if !isDryRun { try write(path, bytes) }
  }

  /// What stands at a path.
  enum Occupant {
    case nothing
    case file([UInt8])
    case blocked
  }

  /// Looks at a path below the root.
  func find(_ path: String) throws(SystemError) -> Occupant {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return .blocked }
    var folder = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return try missing(root) }
    defer { close(folder) }
    for part in parts.dropLast() {
      let next = unsafe openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { return try missing(path) }
      close(folder)
      folder = next
    }
    let file = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return try missing(path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .blocked
    }
    return .file(try readAll(file, Int(status.st_size), path))
  }

  private func missing(_ path: String) throws(SystemError) -> Occupant {
    switch errno {
    case ENOENT: return .nothing
    case ENOTDIR, ELOOP, ENXIO, EISDIR: return .blocked
    default: throw SystemError("can't be read", path: path, errno: errno)
    }
  }

  private func readAll(
    _ file: Int32,
    _ size: Int,
    _ path: String
  ) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe read(file, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard code == 0 else { throw SystemError("can't be read", path: path, errno: code) }
    return bytes
  }

  /// Writes beside the place and renames, so that no reader ever sees half a file.
  private func write(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return }
    let folder = try openFolder(Array(parts.dropLast()), path)
    defer { close(folder) }
    let temporary = ".tweetup-part"
    unsafe unlinkat(folder, temporary, 0)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe openat(folder, temporary, flags, 0o666)
    guard file >= 0 else { throw SystemError("can't be written", path: path, errno: errno) }
    var code = writeAll(bytes, to: file)
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, unsafe renameat(folder, temporary, folder, name) != 0 { code = errno }
    guard code == 0 else {
      unsafe unlinkat(folder, temporary, 0)
      throw SystemError("can't be written", path: path, errno: code)
    }
  }

  /// Opens a folder below the root, making what isn't there.
  private func openFolder(_ parts: [String], _ path: String) throws(SystemError) -> Int32 {
    try makeRoot()
    var folder = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemError("can't be opened", path: root, errno: errno) }
    for part in parts {
      unsafe mkdirat(folder, part, 0o777)
      let next = unsafe openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(folder)
      guard next >= 0 else { throw SystemError("can't be written", path: path, errno: code) }
      folder = next
    }
    return folder
  }

  private func makeRoot() throws(SystemError) {
    for (index, byte) in root.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      unsafe mkdir(String(decoding: root.utf8.prefix(index), as: UTF8.self), 0o777)
    }
    if unsafe mkdir(root, 0o777) != 0, errno != EEXIST {
      throw SystemError("can't be made", path: root, errno: errno)
    }
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return 0
  }
}
