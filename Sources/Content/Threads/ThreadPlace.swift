public import Diagnostics

/// A page that can have comments, and where they stand or would stand.
public struct ThreadPlace: Sendable, Hashable {
  /// The page's file: `content/posts/2010-03-24-slug.md`.
  public let page: String
  /// The thread's file.
  public let file: String
  /// Whether the thread's file is there.
  public let exists: Bool
}

extension SourceTree {
  /// The pages that have a thread, by path.
  public var threads: [ThreadPlace] {
    pages.filter { !threadFiles(of: $0).isEmpty }.map(place)
  }

  /// The page that somebody means by a path, with or without `content/` and `.md`.
  ///
  /// A page in a folder may be called by its folder, and any page by its thread's file.
  ///
  /// - Throws: a diagnostic when there is no such page, or when two files fit.
  public func thread(of name: String) throws(Diagnostic) -> ThreadPlace {
    let stem = SourceTree.stem(of: name)
    let all = pages
    let found = all.filter { SourceTree.stem(of: $0) == stem }
    guard let page = found.first else {
      let near = nearest(to: stem, among: all.map(SourceTree.stem))
      throw Diagnostic(
        "there is no page `\(name)` that takes comments",
        path: nil,
        help: near.map { "did you mean `\($0)`?" }
      )
    }
    if found.count > 1 {
      throw Diagnostic("`\(name)` is both `\(found[0])` and `\(found[1])`", path: nil)
    }
    let files = threadFiles(of: page)
    if files.count > 1 {
      let help = "move its comments to `\(files[0])`"
      throw Diagnostic("a page must have one thread", path: files[1], help: help)
    }
    return place(of: page)
  }

  /// The text of a thread; empty where there is none yet.
  ///
  /// - Returns: `nil` when it can't be read, which the log then says.
  public func text(of place: ThreadPlace, log: inout DiagnosticLog) -> SourceFile? {
    place.exists ? text(place.file, log: &log) : SourceFile(path: place.file, bytes: [])
  }

  /// Makes sure that there is a person of that id.
  public func checkPerson(_ id: String) throws(Diagnostic) {
    let people = TreeLayout(self).documents.filter { $0.place.kind == .person }.map(\.place.name)
    guard !people.contains(id) else { return }
    throw Diagnostic(
      "there is no person `\(id)` in content/people",
      path: nil,
      help: nearest(to: id, among: people).map { "did you mean `\($0)`?" }
    )
  }

  private var pages: [String] {
    TreeLayout(self).documents.filter { $0.place.takesComments }.map(\.path)
  }

  private func place(of page: String) -> ThreadPlace {
    if let file = threadFiles(of: page).first {
      return ThreadPlace(page: page, file: file, exists: true)
    }
    let isFolder = page.hasSuffix("/index.md")
    let base = page.dropLast((isFolder ? "index.md" : ".md").count)
    let file = base + (isFolder ? "comments.yml" : ".comments.yml")
    return ThreadPlace(page: page, file: String(file), exists: false)
  }

  /// The thread files of a page that are there.
  private func threadFiles(of page: String) -> [String] {
    let base = page.dropLast(".md".count)
    guard page.hasSuffix("/index.md") else { return ["\(base).comments.yml"].filter(contains) }
    let folder = page.dropLast("/index.md".count)
    return ["\(folder)/comments.yml", "\(folder).comments.yml"].filter(contains)
  }

  /// What all ways to call a page have in common: `posts/2010-03-24-slug`.
  private static func stem(of name: String) -> String {
    var stem = name[...]
    while stem.hasPrefix("./") { stem = stem.dropFirst(2) }
    if stem.hasPrefix("content/") { stem = stem.dropFirst("content/".count) }
    while stem.hasSuffix("/") { stem = stem.dropLast() }
    for end in [".comments.yml", "/comments.yml", ".md"] where stem.hasSuffix(end) {
      stem = stem.dropLast(end.count)
      break
    }
    return String(stem.hasSuffix("/index") ? stem.dropLast("/index".count) : stem)
  }
}
