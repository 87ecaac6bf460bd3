import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// Keeps other builds out of a destination for as long as it lives.
///
/// On a file system that knows no locks, or in a folder that may not be read, nothing keeps them out.
final class DestinationLock: Sendable {
  private let descriptor: Int32

  /// Locks a folder that is there.
  ///
  /// - Throws: a refusal when another build holds it.
  init(_ root: String) throws(SystemError) {
    descriptor = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    guard errno != EWOULDBLOCK else {
      throw SystemError("is being written by another build", path: root, errno: EBUSY)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

/// Which file stands at a path, and since when it is as it is.
struct FileStamp: Equatable, Sendable {
  private let number: UInt64
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at a file; `nil` when there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    number = UInt64(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
