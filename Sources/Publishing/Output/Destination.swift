import Content
import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The folder that a build writes to, as it stands before anything is written.
struct Destination: Sendable {
  /// The folder as the command was given it.
  let root: String
  /// What earlier builds left there.
  let manifest: Manifest
  /// Whether there is nothing there yet.
  let isNew: Bool
  /// Which file the manifest was read from: another build leaves another.
  private let stamp: FileStamp?

  /// Looks at a folder.
  ///
  /// - Throws: a diagnostic when the folder holds things but no manifest, or can't be looked at.
  init(_ root: String) throws(Diagnostic) {
    self.root = root
    stamp = FileStamp("\(root)/\(Manifest.name)")
    var status = stat()
    guard unsafe stat(root, &status) == 0 else {
      let code = errno
      guard code == ENOENT else {
        throw Diagnostic(SystemError("can't be looked at", path: root, errno: code))
      }
      manifest = Manifest.empty
      isNew = true
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Diagnostic("the destination isn't a folder", path: root)
    }
    if let bytes = try Destination.manifest(in: root) {
      manifest = Manifest(reading: bytes)
      isNew = false
      return
    }
    guard try Destination.isEmpty(root) else {
      throw Diagnostic(
        "the destination holds files that tweetup didn't write",
        path: root,
        help: "give an empty folder with --destination, or empty this one; a folder of ours has a "
          + "`\(Manifest.name)`"
      )
    }
    manifest = Manifest.empty
    isNew = true
  }

  /// Where a file or folder of ours stands on the disk.
  func path(of relative: String) -> String { String(joining: root, "/", relative) }

  /// Keeps other builds away, for as long as the lock lives.
  ///
  /// - Throws: a refusal when one is there, or was since the destination was looked at.
  func lock() throws(SystemError) -> DestinationLock {
    let lock = try DestinationLock(root)
    guard FileStamp(path(of: Manifest.name)) == stamp else {
      throw SystemError("was changed by another build meanwhile", path: root, errno: EBUSY)
    }
    return lock
  }

  private static func manifest(in root: String) throws(Diagnostic) -> [UInt8]? {
    do throws(SystemError) {
      return try readWhole("\(root)/\(Manifest.name)")
    } catch {
      if error.errno == ENOENT { return nil }
      throw Diagnostic(error)
    }
  }

  private static func isEmpty(_ folder: String) throws(Diagnostic) -> Bool {
    guard let stream = unsafe opendir(folder) else {
      throw Diagnostic(SystemError("can't be looked at", path: folder, errno: errno))
    }
    defer { unsafe closedir(stream) }
    var entries = 0
    while unsafe readdir(stream) != nil { entries += 1 }
    return entries <= 2
  }

  /// What stands at a path of the destination.
  enum Occupant: Sendable {
    case nothing
    /// A file of ours with exactly these bytes.
    case same
    /// A file of ours with other bytes.
    case different
    /// Something that no build of ours left stands there, or where a folder on the way should be.
    case foreign(path: String)
    /// A folder stands there, which holds files of earlier builds.
    case folder(path: String)
  }

  /// Compares what stands at a path with what should.
  ///
  /// `scratch` is reused between calls, so that comparing allocates nothing.
  func occupant(
    of file: String,
    _ bytes: Span<UInt8>,
    scratch: inout [UInt8]
  ) throws(SystemError) -> Occupant {
    if isNew { return .nothing }
    let path = path(of: file)
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw SystemError("can't be looked at", path: path, errno: errno)
      }
      return obstacle(to: file).map { .foreign(path: $0) } ?? .nothing
    }
    if status.st_mode & S_IFMT == S_IFDIR, manifest.hasFiles(in: file) {
      return .folder(path: path)
    }
    guard manifest.contains(file), status.st_mode & S_IFMT == S_IFREG else {
      return .foreign(path: path)
    }
    if Int(status.st_size) == bytes.count {
      try readWhole(path, into: &scratch)
      if scratch.span.hasSameBytes(as: bytes) { return .same }
    }
    return obstacle(to: file).map { .foreign(path: $0) } ?? .different
  }

  /// What stands where a folder on the way to a file should be, unless it is a file of ours, which
  /// gives way; a symbolic link isn't ours, wherever it leads.
  private func obstacle(to file: String) -> String? {
    var end = file.startIndex
    while let slash = file[end...].firstIndex(of: "/") {
      let folder = file[..<slash]
      let path = path(of: String(folder))
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: end = file.index(after: slash)
      case S_IFREG where manifest.contains(String(folder)): return nil
      default: return path
      }
    }
    return nil
  }
}

/// The bytes of a file.
func readWhole(_ path: String) throws(SystemError) -> [UInt8] {
  var bytes: [UInt8] = []
  try readWhole(path, into: &bytes)
  return bytes
}

/// Puts the bytes of a file in place of what the buffer held; a symbolic link isn't followed.
private func readWhole(_ path: String, into bytes: inout [UInt8]) throws(SystemError) {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
  guard descriptor >= 0 else { throw SystemError("can't be read", path: path, errno: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else {
    throw SystemError("can't be read", path: path, errno: errno)
  }
  let size = Int(status.st_size)
  if bytes.count != size { bytes = [UInt8](repeating: 0, count: size) }
  var received = 0
  while received < size {
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress?.advanced(by: received), size - received)
    }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw SystemError("can't be read", path: path, errno: errno) }
    if count == 0 { break }
    received += count
  }
  bytes.removeLast(size - received)
}

extension Span<UInt8> {
  fileprivate func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { ours in
      unsafe other.withUnsafeBytes { theirs in
        guard let ours = ours.baseAddress, let theirs = theirs.baseAddress else { return true }
        return unsafe memcmp(ours, theirs, other.count) == 0
      }
    }
  }
}
