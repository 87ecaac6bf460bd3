#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The machine refused: a disk is full, a permission is missing.
public struct SystemError: Error, Sendable, Hashable {
  /// What was tried, as a phrase that ends a sentence: `can't be read`.
  public let refusal: String

  /// The path that it was tried on, as the author knows it.
  public let path: String

  /// The code that the system call left.
  public let errno: Int32

  /// Creates an error from a system call's `errno`.
  public init(_ refusal: String, path: String, errno: Int32) {
    self.refusal = refusal
    self.path = path
    self.errno = errno
  }

  /// The refusal with the system's reason: `can't be read: Permission denied`.
  ///
  /// The C locale's words: tweetup never calls `setlocale`.
  public var message: String {
    guard let text = unsafe strerror(errno) else { return "\(refusal): error \(errno)" }
    return unsafe "\(refusal): \(String(cString: text))"
  }
}
