import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The folders that a build makes in its destination, which can be taken back.
struct MadeFolders {
  private let destination: Destination
  /// The paths of those that weren't there, in the order in which they were made.
  private var made: [String] = []
  /// Files of ours that gave way to a folder, as `a` when `a/index.html` came.
  private var displaced: [String] = []
  /// The folders that are there, relative to the destination.
  private var seen: Set<String> = []

  init(_ destination: Destination) {
    self.destination = destination
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

  /// Removes the folders again, and puts the files of ours back that gave way to them.
  func undo() {
    for path in made.reversed() { unsafe rmdir(path) }
    for path in displaced { unsafe rename(path + Manifest.partSuffix, path) }
  }

  /// Lets go of the files that gave way.
  func keep() {
    for path in displaced { unsafe unlink(path + Manifest.partSuffix) }
  }

  /// Makes the destination with the folders above it.
  mutating func makeDestination() throws(SystemError) {
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

  private mutating func makeFolder(_ folder: String) throws(SystemError) {
    let path = "\(destination.root)/\(folder)"
    if unsafe mkdir(path, 0o777) == 0 { return made.append(path) }
    let code = errno
    var status = stat()
    guard code == EEXIST, unsafe lstat(path, &status) == 0 else {
      throw SystemError("can't be made", path: path, errno: code)
    }
    if status.st_mode & S_IFMT == S_IFDIR { return }
    // What isn't ours was refused before; this is for what came since.
    guard destination.manifest.contains(folder), status.st_mode & S_IFMT == S_IFREG else {
      throw SystemError("isn't a folder of ours", path: path, errno: ENOTDIR)
    }
    guard unsafe rename(path, path + Manifest.partSuffix) == 0 else {
      throw SystemError("can't be made", path: path, errno: errno)
    }
    displaced.append(path)
    guard unsafe mkdir(path, 0o777) == 0 else {
      throw SystemError("can't be made", path: path, errno: errno)
    }
    made.append(path)
  }
}
