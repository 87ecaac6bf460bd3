import Foundation
import TestSupport
import Testing

/// Real exports of others, imported and built, and counted again by html5lib.
@Suite struct ImportedSetTests {
  private static let expectations = "real/expected-comments.json"

  /// What an importer must end up with, of one file.
  private struct Expectation: Decodable {
    var visibleComments: Int
    var visibleMaxDepth: Int
    var byTypeStatus: [String: Int]?
    var hiddenNeedingTombstone: Int?
  }

  /// What html5lib finds in a site's pages.
  private struct Count: Decodable, Equatable {
    var visible: Int
    var depth: Int
    var pings: Int
    var placeholders: Int
  }

  /// What those must not show which are visible by their own status: on drafts, on what is protected, in
  /// a thread that is deleted or isn't in the export.
  private static let onHiddenPages = [
    "wordpress/theme-test-data_themeunittestdata.wordpress.xml": 1,
    "wordpress/a11y-unit-test-data.xml": 1, "wordpress/wp2sm_wordpress-export.xml": 1,
    "wordpress/test-serialized-comment-meta.xml": 1, "disqus/isso_disqus.xml": 1,
    "disqus/remark42_disqus-deleted-thread.xml": 3,
  ]

  private static let settings = """
    title: T
    base_url: https://club.example/
    comments: {max_depth: 20}

    """

  @Test(
    .enabled(
      if: SharedSets.includes("real/expected-comments.json") && Oracle.has(module: "html5lib")
    ),
    arguments: ["wordpress", "disqus"]
  )
  func `every expected comment is in the built pages`(kind: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let expected = try decoder.decode(
      [String: Expectation].self,
      from: Data(try SharedSets.bytes(Self.expectations))
    )
    let files = expected.keys.filter { $0.hasPrefix(kind) }.sorted()
    #expect(files.count == (kind == "disqus" ? 5 : 13))
    for file in files {
      let expectation = try #require(expected[file])
      let hidden = Self.onHiddenPages[file] ?? 0
      let visible = expectation.visibleComments - hidden
      let pings = (expectation.byTypeStatus ?? [:]).reduce(0) { sum, entry in
        entry.key == "pingback:1" || entry.key == "trackback:1" ? sum + entry.value : sum
      }
      let count = try importAndCount(file, kind: kind)
      #expect(count.visible == visible, "\(file)")
      #expect(count.depth == (visible == 0 ? 0 : expectation.visibleMaxDepth), "\(file)")
      #expect(count.pings == pings, "\(file)")
      #expect(count.placeholders == expectation.hiddenNeedingTombstone ?? 0, "\(file)")
    }
  }

  /// Imports a file twice with a build between, sees that the second changes nothing, and counts.
  private func importAndCount(_ file: String, kind: String) throws -> Count {
    let folder = try Scratch(["site/site.yml": Self.settings])
    let bytes = try SharedSets.bytes("real/\(file)")
    try folder.write(bytes, to: "export.xml")
    var arguments = ["import", kind, "export.xml", "--into", "site"]
    if kind == "disqus" {
      try writePages(for: String(decoding: bytes, as: UTF8.self), in: folder)
      arguments += ["--rewrite", "rewrites"]
    }
    #expect(try Command.run(arguments, in: folder.url).status == 0, "\(file)")
    let build = ["build", "-s", "site", "--strict", "--now", "2026-01-01"]
    let built = try Command.run(build, in: folder.url)
    #expect(built.status == 0, "\(file): \(built.errors)")
    let before = try folder.files(in: "site")
    #expect(try Command.run(arguments, in: folder.url).status == 0, "\(file)")
    #expect(try folder.files(in: "site") == before, "\(file)")
    let site = folder.url.appending(path: "site/public").path
    let output = try Oracle.output(of: "imported_comments.py", input: Array(site.utf8))
    return try JSONDecoder().decode(Count.self, from: Data(output.utf8))
  }

  /// A page for each address that Disqus knows; the front page's thread moves to a page of its own.
  private func writePages(for export: String, in folder: Scratch) throws {
    var paths: Set<String> = []
    var rewrites = ""
    for link in export.matches(of: #/<link>(.*?)</link>/#) {
      guard let url = URL(string: String(link.1)) else { continue }
      var path = url.path.replacing(#/\/\/+/#, with: "/")
      if path.isEmpty || path == "/" {
        path = "/front"
        rewrites += "\(link.1) /front\n"
      }
      let key = path.replacing("/index.html", with: "").lowercased()
      guard paths.insert(key).inserted else { continue }
      let name = "site/content/p\(paths.count).md"
      try folder.write("---\npermalink: \"\(path)\"\n---\nHello.\n", to: name)
    }
    try folder.write(rewrites, to: "rewrites")
  }
}
