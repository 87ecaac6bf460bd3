import Content
import Diagnostics
import Synchronization

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// A file that was written and isn't part of the site before all the others are.
struct StagedFile: Sendable {
  /// Its path below the destination.
  let file: String
  /// Whether a file of ours stands there, which is then replaced at once or not at all.
  ///
  /// The new one waits beside it; a file that replaces none waits at its own place.
  let replaces: Bool
}

/// Writes what changed to the destination, and removes what is no longer built.
///
/// Files are staged while others are still being made, so that none has to wait in memory; then all of
/// them are committed, or all of it is undone. Until then no page of the earlier build is changed; and
/// whenever a build ends without a word, the manifest lists all that is there, so that the next one
/// finds its way.
final class OutputWriter: Sendable {
  let destination: Destination
  /// Held while a file gives way to a folder: another worker might take the new folder for the file.
  let givingWay = Mutex(())
  /// The path of each file that the build emits.
  private let planned: [String]
  private let ground: Mutex<StagingGround>

  /// Creates a writer, which touches nothing yet.
  init(_ destination: Destination, planned: [String]) {
    self.destination = destination
    self.planned = planned
    ground = Mutex(StagingGround(destination))
  }

  /// What stages the files of one worker.
  var stager: FileStager { FileStager(self) }

  /// Makes the destination ready for files, if it isn't yet.
  fileprivate func prepare() throws(SystemError) {
    try ground.withLock { ground throws(SystemError) in try ground.prepare(for: planned) }
  }

  /// Makes what was staged the site, and removes files of earlier builds.
  ///
  /// - Returns: how many files were removed.
  func commit(_ staged: [StagedFile], _ folders: FolderChanges) throws(SystemError) -> Int {
    let stale = destination.manifest.files(notIn: planned)
    return try ground.withLock { ground throws(SystemError) in
      if staged.isEmpty, stale.isEmpty, !destination.isNew { return 0 }
      try ground.prepare(for: planned)
      folders.keep()
      for file in staged where file.replaces {
        let path = destination.path(of: file.file)
        try move(path + Manifest.partSuffix, to: path)
      }
      let removed = try destination.remove(stale)
      try ground.finish(with: planned)
      return removed
    }
  }

  /// Takes everything back.
  func undo(_ staged: [StagedFile], _ folders: FolderChanges) {
    for file in staged {
      unsafe unlink(
        destination.path(of: file.file) + (file.replaces ? Manifest.partSuffix : "")
      )
    }
    folders.undo()
    ground.withLock { $0.undo() }
  }
}

/// Stages the files of one worker, which waits for no other.
struct FileStager {
  private let writer: OutputWriter
  private var folders: MadeFolders
  private var isPrepared = false

  fileprivate init(_ writer: OutputWriter) {
    self.writer = writer
    folders = MadeFolders(writer)
  }

  /// The folders that it made.
  var folderChanges: FolderChanges { folders.changes }

  /// Writes a file to where it waits.
  ///
  /// Complexity: O(n).
  mutating func stage(_ staged: StagedFile, _ bytes: Span<UInt8>) throws(SystemError) {
    do throws(SystemError) {
      try write(staged, bytes)
    } catch {
      // Which file it was that found the disk full says nothing.
      guard error.errno == ENOSPC else { throw error }
      let root = writer.destination.root
      throw SystemError("has no room for the site", path: root, errno: ENOSPC)
    }
  }

  private mutating func write(_ staged: StagedFile, _ bytes: Span<UInt8>) throws(SystemError) {
    if !isPrepared {
      try writer.prepare()
      isPrepared = true
    }
    let destination = writer.destination
    let path = destination.path(of: staged.file)
    if staged.replaces {
      let part = path + Manifest.partSuffix
      // One that a build left that was cut off.
      if destination.manifest.contains(staged.file + Manifest.partSuffix) { unsafe unlink(part) }
      try createFile(part, bytes, saying: path)
    } else {
      try folders.make(for: staged.file)
      try createFile(path, bytes, saying: path)
    }
  }
}

/// What a build did to the destination so that files can be staged there.
private struct StagingGround {
  private let destination: Destination
  private var folders = FolderChanges()
  private var isPrepared = false
  private var lock: DestinationLock?
  /// The manifest as it was, if there was one.
  private var earlier: [UInt8]?

  init(_ destination: Destination) {
    self.destination = destination
  }

  /// Makes the destination, and lists there what the build may leave if it is cut off.
  mutating func prepare(for planned: [String]) throws(SystemError) {
    guard !isPrepared else { return }
    try folders.make(destination)
    // A worker that failed behind this has the lock already.
    if lock == nil { lock = try destination.lock() }
    if destination.isNew {
      let path = destination.path(of: Manifest.name)
      try createFile(path, Manifest.bytes(of: planned).span, saying: path)
    } else {
      earlier = try readWhole(destination.path(of: Manifest.name))
      let old = destination.manifest.files
      try replaceManifest(with: old + planned + old.map { $0 + Manifest.partSuffix })
    }
    isPrepared = true
  }

  /// Lists what the build made, and nothing else.
  func finish(with planned: [String]) throws(SystemError) {
    if !destination.isNew { try replaceManifest(with: planned) }
  }

  /// Takes back what was prepared.
  func undo() {
    if isPrepared {
      if let earlier {
        do throws(SystemError) {
          try replaceManifest(writing: earlier)
        } catch {
          // The longer manifest stays, which the next build understands as well; why this one failed is
          // said already.
        }
      } else {
        unsafe unlink(destination.path(of: Manifest.name))
      }
    }
    folders.undo()
  }

  private func replaceManifest(with files: [String]) throws(SystemError) {
    try replaceManifest(writing: Manifest.bytes(of: files))
  }

  private func replaceManifest(writing bytes: [UInt8]) throws(SystemError) {
    let path = destination.path(of: Manifest.name)
    let part = path + Manifest.partSuffix
    unsafe unlink(part)
    try createFile(part, bytes.span, saying: path)
    try move(part, to: path)
  }
}

/// Puts a file in the place of another at once; if that fails, neither of it is left.
private func move(_ part: String, to path: String) throws(SystemError) {
  guard unsafe rename(part, path) == 0 else {
    let code = errno
    unsafe unlink(part)
    throw SystemError("can't be written", path: path, errno: code)
  }
}

/// Creates a file, which an error calls by another name; one that can't be written whole is removed again.
private func createFile(
  _ path: String,
  _ bytes: Span<UInt8>,
  saying name: String
) throws(SystemError) {
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
  // Lent as it is: handed over, a string is copied first.
  let descriptor = unsafe path.withCString { unsafe open($0, flags, 0o666) }
  guard descriptor >= 0 else { throw SystemError("can't be written", path: name, errno: errno) }
  let code = writeAll(bytes, to: descriptor)
  let closed = close(descriptor)
  guard code == 0, closed == 0 else {
    let reason = code == 0 ? errno : code
    unsafe unlink(path)
    throw SystemError("can't be written", path: name, errno: reason)
  }
}

/// Writes bytes; returns the `errno` of what went wrong, or 0.
private func writeAll(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32 {
  unsafe bytes.withUnsafeBytes { bytes in
    var written = 0
    while written < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = unsafe write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return 0
  }
}

extension Destination {
  /// Removes files of ours and the folders that this empties; returns how many files.
  fileprivate func remove(_ files: [String]) throws(SystemError) -> Int {
    var removed = 0
    for file in files where !passesThroughLink(file) {
      let path = path(of: file)
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
      let path = "\(root)/\(file[..<slash])"
      if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
      end = file.index(after: slash)
    }
    return false
  }

  private func removeEmptyFolders(above file: String) {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if unsafe rmdir("\(root)/\(folder)") != 0 { return }
    }
  }
}
