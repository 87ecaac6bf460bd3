/// `.tweetup-files`: which files of a destination are ours, so that nothing else is ever deleted.
struct Manifest: Sendable {
  static let name = ".tweetup-files"

  /// Relative paths, sorted by their bytes.
  let files: [String]
  private let known: Set<String>

  init(_ files: some Sequence<String>) {
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    known = Set(self.files)
  }

  /// Reads a manifest, which anybody may have written.
  ///
  /// A path that is absolute, or has an empty, `.` or `..` part, is ignored.
  init(reading bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    self.init(lines.filter(Manifest.isPlain))
  }

  /// The lines of the file.
  var bytes: [UInt8] { files.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }

  func contains(_ file: String) -> Bool { known.contains(file) }

  /// Whether any of the files lies in a folder.
  func hasFiles(in folder: String) -> Bool { files.contains { $0.hasPrefix("\(folder)/") } }

  private static func isPlain(_ path: String) -> Bool {
    !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}
