internal import Diagnostics

/// What each file under `content/` is, by its path.
struct TreeLayout: Sendable {
  /// A Markdown file and what it is.
  struct Entry: Sendable {
    let path: String
    let place: DocumentPlace
  }

  /// The Markdown files, by path.
  private(set) var documents: [Entry] = []

  /// The threads' files, by path.
  private(set) var threads: [String] = []

  /// The files that would be threads with another ending, by path.
  private(set) var misnamedThreads: [String] = []

  /// All other files, by path.
  private(set) var files: [String] = []

  init(_ tree: SourceTree) {
    for path in tree.paths where path.hasPrefix("content/") {
      if let place = DocumentPlace(path) {
        documents.append(Entry(path: path, place: place))
      } else if TreeLayout.isThread(path) {
        threads.append(path)
      } else if TreeLayout.isMisnamedThread(path, in: tree) {
        misnamedThreads.append(path)
      } else {
        files.append(path)
      }
    }
  }

  private static func isThread(_ path: String) -> Bool {
    path.hasSuffix(".comments.yml") || path.hasSuffix("/comments.yml")
  }

  /// Whether a file is named like a thread in YAML's longer ending: were it published as it is, so
  /// would be what visitors wrote and nobody approved.
  private static func isMisnamedThread(_ path: String, in tree: SourceTree) -> Bool {
    if path.hasSuffix(".comments.yaml") { return true }
    guard path.hasSuffix("/comments.yaml") else { return false }
    return tree.contains(path.dropLast("comments.yaml".count) + "index.md")
  }

  /// Says of each misnamed thread what its name should be.
  func tellMisnamedThreads(_ log: inout DiagnosticLog) {
    for path in misnamedThreads {
      let name = path.split(separator: "/").last.map { $0.dropLast("yaml".count) + "yml" } ?? ""
      log.append(
        Diagnostic("a thread's file ends in `.yml`", path: path, help: "name it `\(name)`")
      )
    }
  }

  /// The files that may be a thread's page: the one beside it, or the folder that it stands in.
  static func pages(ofThread path: String) -> [String] {
    if path.hasSuffix(".comments.yml") {
      // By bytes: characters are counted by Unicode's tables.
      let stem = Substring(path.utf8.dropLast(".comments.yml".utf8.count))
      return ["\(stem).md", "\(stem)/index.md"]
    }
    return [Substring(path.utf8.dropLast("comments.yml".utf8.count)) + "index.md"]
  }
}
