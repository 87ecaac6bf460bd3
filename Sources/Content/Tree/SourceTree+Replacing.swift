public import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

extension SourceTree {
  /// Puts a file in the place of another, or of none, at once: whoever reads it meanwhile, and
  /// whatever happens, finds the old bytes or the new.
  ///
  /// The file keeps its mode. Where a symbolic link stands, the file that it leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: a path of the tree on a disk, such as `content/posts/tea.comments.yml`.
  ///   - bytes: all of the new file.
  ///   - earlier: what it held when `bytes` were made of it. A file that holds something else by now
  ///     is left alone (`EBUSY`).
  /// - Throws: the machine's refusal.
  public func replace(
    _ path: String,
    with bytes: [UInt8],
    earlier: [UInt8]
  ) throws(SystemError) {
    guard let place = diskPath(path) else {
      throw SystemError("can't be written", path: path, errno: EROFS)
    }
    let target = realPath(of: place) ?? place
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    let now = exists ? try readRegularFile(target, as: path, limit: .max) ?? [] : []
    guard now == earlier else {
      throw SystemError("was changed meanwhile", path: path, errno: EBUSY)
    }
    let temporary = hiddenNeighbour(of: target)
    unsafe unlink(temporary)
    try create(temporary, bytes, mode: exists ? status.st_mode & 0o7777 : nil, as: path)
    guard unsafe rename(temporary, target) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw SystemError("can't be written", path: path, errno: code)
    }
  }

  /// A name in the same folder that is no part of a site.
  private func hiddenNeighbour(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let start = slash ?? path.startIndex
    return path[..<start] + "." + path[start...] + ".tweetup-part"
  }

  /// Creates a file that is on the disk when this returns; one that can't be is removed again.
  private func create(
    _ location: String,
    _ bytes: [UInt8],
    mode: mode_t?,
    as path: String
  ) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(location, flags, 0o666)
    guard descriptor >= 0 else { throw SystemError("can't be written", path: path, errno: errno) }
    var code = writeAll(bytes, to: descriptor)
    if code == 0, let mode, fchmod(descriptor, mode) != 0 { code = errno }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unsafe unlink(location)
      throw SystemError("can't be written", path: path, errno: code)
    }
  }

  /// Writes bytes; returns the `errno` of what went wrong, or 0.
  private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return 0
  }
}
