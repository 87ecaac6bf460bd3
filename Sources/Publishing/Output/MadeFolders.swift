import Diagnostics
import Synchronization

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// What was done to a destination's folders, which can be taken back.
struct FolderChanges: Sendable {
  /// The paths of those that weren't there.
  fileprivate var made: [String] = []
  /// Files of ours that gave way to a folder, as `a` when `a/index.html` came.
  fileprivate var displaced: [String] = []

  /// Adds what others did.
  mutating func add(_ other: FolderChanges) {
    made += other.made
    displaced += other.displaced
  }

  /// Removes the folders again, and puts the files of ours back that gave way to them.
  func undo() {
    // What is in another has the longer path.
    for path in made.sorted(by: { $0.utf8.count > $1.utf8.count }) { unsafe rmdir(path) }
    for path in displaced { unsafe rename(path + Manifest.partSuffix, path) }
  }

  /// Lets go of the files that gave way.
  func keep() {
    for path in displaced { unsafe unlink(path + Manifest.partSuffix) }
  }

  /// Makes a destination with the folders above it.
  mutating func make(_ destination: Destination) throws(SystemError) {
    guard destination.isNew else { return }
    let root = destination.root
    var end = root.startIndex
    while let slash = root[end...].dropFirst().firstIndex(of: "/") {
      if unsafe mkdir(String(root[..<slash]), 0o777) == 0 { made.append(String(root[..<slash])) }
      end = slash
    }
    if unsafe mkdir(root, 0o777) == 0 {
      made.append(root)
    } else if errno != EEXIST {
      throw SystemError("can't be made", path: root, errno: errno)
    }
  }
}

/// The folders that one worker makes in the destination.
struct MadeFolders {
  private let writer: OutputWriter
  private(set) var changes = FolderChanges()
  /// The folders that are there, relative to the destination.
  private var seen: Set<String> = []

  init(_ writer: OutputWriter) {
    self.writer = writer
  }

  /// Makes the folders that a file, or another folder, needs.
  mutating func make(for path: String) throws(SystemError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard !seen.contains(folder) else { return }
    try make(for: folder)
    try makeFolder(folder)
    seen.insert(folder)
  }

  private mutating func makeFolder(_ folder: String) throws(SystemError) {
    let path = writer.destination.path(of: folder)
    // Lent as it is: handed over, a string is copied first.
    if unsafe path.withCString({ unsafe mkdir($0, 0o777) }) == 0 {
      return changes.made.append(path)
    }
    let code = errno
    guard code == EEXIST else { throw SystemError("can't be made", path: path, errno: code) }
    if try !isFolder(path) { try displace(path, folder) }
  }

  private func isFolder(_ path: String) throws(SystemError) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      throw SystemError("can't be made", path: path, errno: EEXIST)
    }
    if status.st_mode & S_IFMT == S_IFDIR { return true }
    // What isn't ours was refused before; this is for what came since.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SystemError("isn't a folder of ours", path: path, errno: ENOTDIR)
    }
    return false
  }

  /// Has a file of ours give way to a folder.
  private mutating func displace(_ path: String, _ folder: String) throws(SystemError) {
    guard writer.destination.manifest.contains(folder) else {
      throw SystemError("isn't a folder of ours", path: path, errno: ENOTDIR)
    }
    let isDone = try writer.givingWay.withLock { _ throws(SystemError) -> Bool in
      if try isFolder(path) { return false }
      guard unsafe rename(path, path + Manifest.partSuffix) == 0 else {
        throw SystemError("can't be made", path: path, errno: errno)
      }
      guard unsafe mkdir(path, 0o777) == 0 else {
        let code = errno
        unsafe rename(path + Manifest.partSuffix, path)
        throw SystemError("can't be made", path: path, errno: code)
      }
      return true
    }
    guard isDone else { return }
    changes.displaced.append(path)
    changes.made.append(path)
  }
}
