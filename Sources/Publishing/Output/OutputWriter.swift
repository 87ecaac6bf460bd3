import Content
import Diagnostics
import Parallel

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// A file that has to be written, and where its bytes are.
struct ChangedFile: Sendable {
  /// Its path below the destination.
  let file: String
  /// Whether a file of ours stands there, which is then replaced at once or not at all.
  let replaces: Bool
  /// Where its bytes are.
  let bytes: Kept

  enum Kept: Sendable {
    /// In what that worker's spool kept.
    case spooled(worker: Int, SpooledPlace)
    /// In a file of the source that is published as it is.
    case source(path: String, size: Int)
    /// Nowhere yet: what can't fail is made when it is written; `size` is about how large it will be.
    case made(size: Int, bytes: @Sendable () -> [UInt8])
  }
}

/// Writes what changed to the destination, and removes what is no longer built.
struct OutputWriter: Sendable {
  let destination: Destination
  let spools: [SpooledBytes]
  let tree: SourceTree
  let jobs: Int

  /// Writes files, then removes what the manifest lists and the build no longer has.
  ///
  /// Nothing of what stood there changes before everything new is on the disk, and when the disk
  /// refuses a part of it, the rest is taken back. The manifest is written twice: before, with the old
  /// and the new paths, so that a build that is cut off leaves nothing that the next doesn't know; and
  /// at the end.
  ///
  /// - Returns: how many files were removed.
  func write(_ changed: [ChangedFile], all files: [String]) throws(SystemError) -> Int {
    let manifest = Manifest(files)
    let stale = destination.manifest.files.filter { !manifest.contains($0) }
    guard !changed.isEmpty || !stale.isEmpty || destination.isNew else { return 0 }
    try checkRoom(for: changed)
    let earlier = destination.isNew ? nil : try readWhole("\(destination.root)/\(Manifest.name)")
    var folders = MadeFolders(destination)
    do throws(SystemError) {
      try folders.make(for: changed.map(\.file))
      try replace(Manifest.name, with: Manifest(files + stale).bytes[...])
      try stage(changed)
    } catch {
      restore(earlier)
      folders.undo()
      throw error
    }
    folders.keep()
    try commit(changed)
    let removed = try remove(stale)
    try replace(Manifest.name, with: manifest.bytes[...])
    return removed
  }

  /// Writes new files to their places and the others beside theirs; all of them or none.
  private func stage(_ changed: [ChangedFile]) throws(SystemError) {
    let failures = concurrentMap(changed, jobs: jobs) { file -> SystemError? in
      do throws(SystemError) {
        try create(stagedPath(file), bytes(of: file))
        return nil
      } catch {
        return error
      }
    }
    guard let first = failures.compactMap({ $0 }).first else { return }
    for (file, failure) in zip(changed, failures) where failure == nil {
      unsafe unlink(stagedPath(file))
    }
    throw first
  }

  /// Puts what was staged beside a file in that file's place.
  private func commit(_ changed: [ChangedFile]) throws(SystemError) {
    for file in changed where file.replaces {
      guard unsafe rename(stagedPath(file), "\(destination.root)/\(file.file)") == 0 else {
        let code = errno
        unsafe unlink(stagedPath(file))
        throw SystemError("can't be written", path: "\(destination.root)/\(file.file)", errno: code)
      }
    }
  }

  /// Puts the manifest back as it was.
  private func restore(_ earlier: [UInt8]?) {
    guard let earlier else {
      unsafe unlink("\(destination.root)/\(Manifest.name)")
      return
    }
    do throws(SystemError) {
      try replace(Manifest.name, with: earlier[...])
    } catch {
      // The manifest with the old and the new paths stays, which the next build understands as well;
      // why this one failed is said already.
    }
  }

  private func stagedPath(_ file: ChangedFile) -> String {
    "\(destination.root)/\(file.file)" + (file.replaces ? ".tweetup-part" : "")
  }

  private func bytes(of file: ChangedFile) throws(SystemError) -> ArraySlice<UInt8> {
    switch file.bytes {
    case .source(let path, _): try tree.read(path)[...]
    case .spooled(let worker, let range): try spools[worker].bytes(range)
    case .made(_, let bytes): bytes()[...]
    }
  }

  /// Refuses a disk that is too small before anything is touched.
  private func checkRoom(for changed: [ChangedFile]) throws(SystemError) {
    var status = statvfs()
    guard unsafe statvfs(existingFolder, &status) == 0 else { return }
    let blockSize = Int(status.f_frsize)
    let available = Int(clamping: status.f_bavail).multipliedReportingOverflow(by: blockSize)
    let needed = changed.reduce(0) { sum, file in
      sum + (file.bytes.count + blockSize - 1) / max(1, blockSize) * blockSize
    }
    if !available.overflow, available.partialValue < needed {
      throw SystemError("has no room for the site", path: destination.root, errno: ENOSPC)
    }
  }

  /// The destination, or the folder above it when it isn't there yet.
  private var existingFolder: String {
    guard destination.isNew, let slash = destination.root.lastIndex(of: "/") else {
      return destination.isNew ? "." : destination.root
    }
    return String(destination.root[...slash])
  }

  /// Puts a whole file in the place of another, or of none, at once.
  private func replace(_ file: String, with bytes: ArraySlice<UInt8>) throws(SystemError) {
    let path = "\(destination.root)/\(file)"
    let temporary = path + ".tweetup-part"
    unsafe unlink(temporary)
    try create(temporary, bytes)
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw SystemError("can't be written", path: path, errno: code)
    }
  }

  /// Creates a file; one that can't be written whole is removed again.
  private func create(_ path: String, _ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o666)
    guard descriptor >= 0 else { throw SystemError("can't be written", path: path, errno: errno) }
    let code = writeAll(bytes, to: descriptor)
    let closed = close(descriptor)
    guard code == 0, closed == 0 else {
      let reason = code == 0 ? errno : code
      unsafe unlink(path)
      throw SystemError("can't be written", path: path, errno: reason)
    }
  }

  /// Writes bytes; returns the `errno` of what went wrong, or 0.
  private func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: written),
          buffer.count - written
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return 0
  }

  /// Removes files of ours and the folders that this empties.
  private func remove(_ files: [String]) throws(SystemError) -> Int {
    var removed = 0
    for file in files where !passesThroughLink(file) {
      let path = "\(destination.root)/\(file)"
      if unsafe unlink(path) == 0 {
        removed += 1
        removeEmptyFolders(above: file)
      } else if errno != ENOENT, errno != ENOTDIR, errno != EISDIR {
        throw SystemError("can't be removed", path: path, errno: errno)
      }
    }
    return removed
  }

  /// Whether a symbolic link stands on the way to a file: then it isn't ours to remove.
  private func passesThroughLink(_ file: String) -> Bool {
    var end = file.startIndex
    while let slash = file[end...].firstIndex(of: "/") {
      var status = stat()
      let path = "\(destination.root)/\(file[..<slash])"
      if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
      end = file.index(after: slash)
    }
    return false
  }

  private func removeEmptyFolders(above file: String) {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if unsafe rmdir("\(destination.root)/\(folder)") != 0 { return }
    }
  }
}

extension ChangedFile.Kept {
  /// How many bytes.
  fileprivate var count: Int {
    switch self {
    case .source(_, let size), .made(let size, _): size
    case .spooled(_, let place): place.count
    }
  }
}
