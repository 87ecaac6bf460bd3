import Foundation
import Testing

/// The root of this project: `swift test` runs in it.
private let project = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)

private func build(
  _ destination: Scratch,
  _ options: [String] = [],
  _ environment: [String: String] = [:]
)
  throws -> [String: Data]
{
  let path = destination.url.appendingPathComponent("public").path
  let result = try Command.run(
    ["build", "--source", project.path, "--destination", path] + options,
    environment: environment
  )
  try #require(result.status == 0, "\(result.errors)")
  return try destination.files(in: "public")
}

@Test(arguments: [
  (["--jobs", "1"], ["TZ": "Asia/Kathmandu", "LANG": "C"]),
  (["--jobs", "8"], ["TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
  (["--jobs", "3", "--now", "2026-11-01T00:00:00Z"], ["SOURCE_DATE_EPOCH": "1"]),
])
func `the sample is the same bytes for any zone, locale and number of jobs`(
  options: [String],
  environment: [String: String]
) throws {
  let committed = try Scratch.committed(project)
  #expect(try build(try Scratch(), options, environment) == committed)
}

@Test func `a build over an old build is the same as a new one`() throws {
  let destination = try Scratch()
  let old = try build(destination, ["--now", "2026-01-05", "--future", "--drafts"])
  let fresh = try build(destination)
  #expect(old != fresh)
  #expect(try fresh == Scratch.committed(project))
}

@Test func `a build names what it left out, and ends with one line`() throws {
  let destination = try Scratch()
  let path = destination.url.appendingPathComponent("public").path
  let result = try Command.run(["build", "--source", project.path, "--destination", path])
  let lines = result.errors.split(separator: "\n").map(String.init)
  #expect(
    lines.dropLast() == [
      "content/posts/2026-10-28-who-pays-for-the-bread.md: not published: draft",
      "content/posts/2026-11-15-a-box-of-name-badges.md: not published: future until 2026-11-15T08:00:00-05:00",
    ]
  )
  let summary = try Regex(#"^\d+ written, 0 unchanged, 0 removed in \d+ ms, \d+ MiB$"#)
  #expect(lines.last?.firstMatch(of: summary) != nil, "\(result.errors)")
}

extension Scratch {
  /// public/ as it is committed.
  fileprivate static func committed(_ project: URL) throws -> [String: Data] {
    let root = project.appendingPathComponent("public")
    guard let walker = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let name as String in walker {
      let file = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: file) }
    }
    return files
  }
}
