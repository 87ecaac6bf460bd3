internal import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// What the zone database asks of the disk.
enum ZoneFile {
  /// What stands at a path.
  enum Kind {
    case folder
    case zone
    case other
  }

  /// No zone's file is anywhere near it; the largest have 4 kB.
  private static let sizeLimit = 1 << 20

  /// Reads a file, or `nil` when there is none.
  static func read(_ path: String) throws(SystemError) -> [UInt8]? {
    try read(path, limit: sizeLimit)
  }

  /// Looks at a path; what can't be read is no zone.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .other }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    do {
      return try read(path, limit: 4) == Array("TZif".utf8) ? .zone : .other
    } catch {
      return .other
    }
  }

  /// The names in a folder, none when it can't be read; in no order.
  static func entries(of path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  private static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard ![ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) else { return nil }
      throw SystemError("can't be opened", path: path, errno: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit, 16_384))
    while bytes.count < limit {
      let size = min(chunk.count, limit - bytes.count)
      let count = readBytes(descriptor, &chunk, size)
      guard count >= 0 else {
        if errno == EINTR { continue }
        if errno == EISDIR { return nil }
        throw SystemError("can't be read", path: path, errno: errno)
      }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}

/// The system's `read`, which our own of that name hides.
private func readBytes(_ descriptor: Int32, _ bytes: inout [UInt8], _ count: Int) -> Int {
  unsafe read(descriptor, &bytes, count)
}
