public import Diagnostics

/// The files of a site: `site.yml`, `content/` and `templates/`, on the disk or written in a test.
///
/// Names that begin with a dot are not part of it, but for `content/.well-known`.
public struct SourceTree: Sendable {
  /// Where the bytes are.
  enum Storage: Sendable {
    case memory([String: [UInt8]])
    case disk(root: String)
  }

  /// The paths of all files relative to the site's root, sorted.
  public let paths: [String]

  let storage: Storage

  /// The most bytes that a text of a site may have: 8 MiB.
  public static let textLimit = 8 << 20

  /// Creates a tree of texts that are nowhere on a disk.
  ///
  /// - Parameter files: the texts by path, such as `["content/about.md": "…"]`.
  public init(_ files: [String: String]) {
    self.init(files.mapValues { Array($0.utf8) })
  }

  /// Creates a tree of bytes that are nowhere on a disk.
  public init(_ files: [String: [UInt8]]) {
    paths = files.keys.filter(SourceTree.isPublic).sorted(by: SourceTree.precedes)
    storage = .memory(files)
  }

  init(root: String, paths: [String]) {
    // Of ASCII two paths that differ are never equal to Swift, whose own order is bytes' then.
    let isASCII = paths.allSatisfy(\.isASCII)
    self.paths = isASCII ? paths.sorted() : paths.sorted(by: SourceTree.precedes)
    storage = .disk(root: root)
  }

  /// Whether a path is part of a site: nothing on the way begins with a dot, but `.well-known`.
  static func isPublic(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).enumerated().allSatisfy {
      depth,
      part in
      !part.utf8.starts(with: ".".utf8) || (depth == 1 && path.hasPrefix(wellKnown))
    }
  }

  /// The order of paths: Swift's, and where that sees no difference, as between a letter and the
  /// same letter with its accent apart, that of their bytes.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left == right ? left.utf8.lexicographicallyPrecedes(right.utf8) : left < right
  }

  static let wellKnown = "content/.well-known/"

  /// Whether the tree has a file.
  ///
  /// Complexity: O(log n).
  public func contains(_ path: String) -> Bool {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < path { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == path
  }

  /// The bytes of a file of the tree.
  ///
  /// - Throws: the machine's refusal; also for a path that isn't in the tree (`ENOENT`).
  public func read(_ path: String) throws(SystemError) -> [UInt8] {
    switch storage {
    case .memory(let files):
      guard let bytes = files[path] else { throw .missing(path) }
      return bytes
    case .disk(let root):
      return try readRegularFile("\(root)/\(path)", as: path, limit: .max) ?? []
    }
  }

  /// Where a file stands on the disk, for copying it; `nil` in a tree that isn't on a disk.
  public func diskPath(_ path: String) -> String? {
    guard case .disk(let root) = storage else { return nil }
    return "\(root)/\(path)"
  }
}
