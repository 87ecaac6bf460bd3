import Calendar
import Content
import Diagnostics
import Foundation
import Publishing
import Testing

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "tweetup-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Issue.record("the folder \(path) stays: \(error)")
    }
  }

  /// Every file below the folder with its text.
  func files(in subfolder: String = "public") throws -> [String: String] {
    let root = "\(path)/\(subfolder)"
    guard let walker = FileManager.default.enumerator(atPath: root) else { return [:] }
    var files: [String: String] = [:]
    for case let name as String in walker {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)"))
      files[name] = String(decoding: data, as: UTF8.self)
    }
    return files
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }
}

/// A build of a site that is written as a literal.
struct TestBuild {
  let folder: TemporaryFolder
  var report: BuildReport?
  var diagnostics: [String] = []

  /// The settings that a test's site has unless it says otherwise.
  static let settings = """
    title: Harbor
    base_url: https://harbor.example/
    now: 2026-11-01T00:00:00Z
    """

  /// Builds into a new folder, or over what an earlier build left.
  init(
    _ files: [String: String],
    over folder: TemporaryFolder? = nil,
    jobs: Int = 2,
    base: BaseURL? = nil
  ) throws {
    self.folder = try folder ?? TemporaryFolder()
    var files = files
    if files["site.yml"] == nil { files["site.yml"] = TestBuild.settings }
    let tree = SourceTree(files)
    var log = DiagnosticLog()
    let options = ReadingOptions(fallbackNow: Instant(seconds: 0), jobs: jobs)
    let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
    if let site = reader.read(log: &log) {
      let options = BuildOptions(
        destination: "\(self.folder.path)/public",
        base: base,
        jobs: jobs
      )
      report = SiteBuilder(tree: tree, options: options).build(site, log: &log)
    }
    diagnostics = log.sorted.map { $0.rendered() }
  }

  /// Every emitted file but the manifest.
  func files() throws -> [String: String] {
    try folder.files().filter { $0.key != ".tweetup-files" }
  }

  /// One emitted file.
  func file(_ name: String) throws -> String {
    try #require(try folder.files()[name], "the build emits \(name)")
  }
}

/// A post with a title and a text.
func post(_ title: String, _ body: String = "Text.", keys: String = "") -> String {
  "---\ntitle: \(title)\n\(keys.isEmpty ? "" : keys + "\n")---\n\(body)\n"
}
