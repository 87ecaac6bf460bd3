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

  /// All other files, by path.
  private(set) var files: [String] = []

  init(_ tree: SourceTree) {
    for path in tree.paths where path.hasPrefix("content/") {
      if let place = DocumentPlace(path) {
        documents.append(Entry(path: path, place: place))
      } else if TreeLayout.isThread(path) {
        threads.append(path)
      } else {
        files.append(path)
      }
    }
  }

  private static func isThread(_ path: String) -> Bool {
    path.hasSuffix(".comments.yml") || path.hasSuffix("/comments.yml")
  }

  /// The files that may be a thread's page: the one beside it, or the folder that it stands in.
  static func pages(ofThread path: String) -> [String] {
    if path.hasSuffix(".comments.yml") {
      let stem = path.dropLast(".comments.yml".count)
      return ["\(stem).md", "\(stem)/index.md"]
    }
    return [path.dropLast("comments.yml".count) + "index.md"]
  }
}
