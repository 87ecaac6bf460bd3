#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// `.tweetup-files`: which files of a destination are ours, so that nothing else is ever deleted.
struct Manifest: Sendable {
  static let name = ".tweetup-files"
  /// What the name of a file ends in that waits beside the one whose place it will take.
  static let partSuffix = ".tweetup-part"

  /// Relative paths.
  let files: [String]
  private let known: Set<String>

  private init(_ files: [String]) {
    self.files = files
    known = Set(files)
  }

  /// What a destination has that nothing was built into.
  static let empty = Manifest([])

  /// Reads a manifest, which anybody may have written.
  ///
  /// A path that is absolute, or has an empty, `.` or `..` part, is ignored.
  init(reading bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    self.init(lines.filter(Manifest.isPlain))
  }

  /// The lines of the file: paths, sorted by their bytes, each once.
  static func bytes(of files: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.reduce(0) { $0 + $1.utf8.count + 1 })
    var last: String?
    for file in files.sorted(by: { $0.precedesInBytes($1) }) where file != last {
      bytes += file.utf8
      bytes.append(UInt8(ascii: "\n"))
      last = file
    }
    return bytes
  }

  func contains(_ file: String) -> Bool { known.contains(file) }

  /// Whether any of the files lies in a folder.
  func hasFiles(in folder: String) -> Bool { files.contains { $0.hasPrefix("\(folder)/") } }

  /// The files that others aren't.
  func files(notIn others: [String]) -> [String] {
    guard !files.isEmpty else { return [] }
    let others = Set(others)
    return files.filter { !others.contains($0) }
  }

  private static func isPlain(_ path: String) -> Bool {
    !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}

extension String {
  /// Whether its UTF-8 sorts before another's.
  fileprivate func precedesInBytes(_ other: String) -> Bool {
    unsafe utf8Span.span.withUnsafeBytes { ours in
      unsafe other.utf8Span.span.withUnsafeBytes { theirs in
        let shared = min(ours.count, theirs.count)
        guard shared > 0, let a = ours.baseAddress, let b = theirs.baseAddress else {
          return ours.count < theirs.count
        }
        let order = unsafe memcmp(a, b, shared)
        return order == 0 ? ours.count < theirs.count : order < 0
      }
    }
  }
}
