import Diagnostics
import Foundation
import Testing

@testable import Importing

@Suite struct HostileNameTests {
  @Test(arguments: [
    ("../../etc/passwd", "etc-passwd"), ("..", ""), (".", ""), ("/", ""), (".hidden", "hidden"),
    ("a\u{0}b", "ab"), ("a/b\\c", "a-b-c"), ("%2e%2e%2fx", "x"), ("x%00y", "xy"), ("a b", "a-b"),
    ("%e3%81%82", "あ"), ("e\u{301}", "é"), ("a\u{202E}b", "ab"), ("con.md", "con-md"),
    ("%ff", "-ff"),
    ("a.", "a"),
  ])
  func `a slug can't lead anywhere`(slug: String, name: String) {
    #expect(fileName(slug) == (name == "-ff" ? "ff" : name))
  }

  @Test func `a long name is cut between characters`() {
    let name = fileName(String(repeating: "あ", count: 300))
    #expect(name.utf8.count <= 200)
    #expect(name.allSatisfy { $0 == "あ" })
  }

  @Test func `whatever slugs and addresses say, nothing is written outside of content`() throws {
    let slugs = [
      "../../../evil", "/etc/evil", "..", "%2e%2e%2f%2e%2e%2fevil", "a\u{0}b", "", "index", "CON",
      "Tea", "tea", "TEA", String(repeating: "x", count: 400), ".git", "te\u{301}a", "téa",
    ]
    let items = slugs.enumerated().map { index, slug in
      item(
        "T\(index)",
        id: index,
        slug: slug,
        type: index % 2 == 0 ? "post" : "page",
        link: "https://harbor.example/../\(slug)/"
      )
    }
    let folder = try ImportFolder(["export.xml": wordPressExport(items.joined())])
    let report = try folder.importWordPress()
    #expect(report.ledgers[0].imported == slugs.count)
    let site = try folder.site()
    #expect(site.keys.allSatisfy { $0.hasPrefix("content/") || $0 == "site.yml" })
    #expect(site.count == slugs.count + 2)
    #expect(Set(site.keys.map { $0.lowercased() }).count == site.count)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
        "export.xml", "site",
      ]
    )
  }

  @Test func `no symbolic link is followed, and the rest is imported`() throws {
    let items =
      post(comment("1"))
      + item("About", id: 8, slug: "about", type: "page", link: "https://harbor.example/about/")
    let folder = try ImportFolder(["export.xml": wordPressExport(items), "elsewhere/keep": "x"])
    try folder.write([], to: "site/content/keep")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("site/content/posts"),
      withDestinationPath: folder.path("elsewhere")
    )
    let report = try folder.importWordPress()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("elsewhere")) == ["keep"]
    )
    #expect(try folder.site()["content/about.md"] != nil)
    let messages: [String] = report.log.sorted.map { $0.rendered() }
    let refusal = "error: a folder or symbolic link stands where a file belongs\n"
    #expect(messages == ["content/posts/2012-01-05-tea.md: \(refusal)"])
    #expect(
      report.ledgers[1].summary == "1 comments in the file: 0 imported, 1 not (1 without a place)"
    )
  }

  @Test func `uploads are copied, and links to them lead to the copies`() throws {
    let old = "https://harbor.example/wp-content/uploads"
    let content = """
      <img src="\(old)/2012/01/cup.jpg" alt="Cup"> <a href="http://harbor.example/wp-content/uploads/2012/01/no.pdf">no</a>
      <a href="\(old)/../../secret">x</a>
      """
    let picture = item(
      "Cup",
      id: 9,
      slug: "cup",
      status: "inherit",
      type: "attachment",
      "<wp:attachment_url>\(old)/2012/02/plate.jpg</wp:attachment_url>"
    )
    let folder = try ImportFolder([
      "export.xml": wordPressExport(item(content: content) + picture),
      "uploads/2012/01/cup.jpg": "CUP", "uploads/2012/02/plate.jpg": "PLATE", "secret": "SECRET",
    ])
    let report = try folder.importWordPress { $0.media = folder.path("uploads") }
    let site = try folder.site()
    #expect(site["content/wp-content/uploads/2012/01/cup.jpg"] == "CUP")
    #expect(site["content/wp-content/uploads/2012/02/plate.jpg"] == "PLATE")
    #expect(!site.values.contains("SECRET"))
    #expect(
      site["content/posts/2012-01-05-tea.md"]?.hasSuffix(
        """
        ---
        ![Cup](/wp-content/uploads/2012/01/cup.jpg) [no](http://harbor.example/wp-content/uploads/2012/01/no.pdf)\\
        [x](https://harbor.example/wp-content/uploads/../../secret)

        """
      ) == true
    )
    #expect(
      report.log.sorted.map(\.message) == [
        "2 files aren't in the folder of --media: 2012/01/no.pdf, ../../secret"
      ]
    )
    #expect(try folder.importWordPress { $0.media = folder.path("uploads") }.count(.created) == 0)
  }
}
