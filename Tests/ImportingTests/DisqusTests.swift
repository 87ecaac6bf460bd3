import Diagnostics
import Testing

@testable import Importing

@Suite struct DisqusTests {
  private static let page = ["content/tea.comments.yml": ["/2012/tea/", "/old/tea.html"]]

  private func export(_ entries: String) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
    \(entries)
    </disqus>
    """
  }

  private func thread(_ id: Int, _ link: String, isDeleted: Bool = false) -> String {
    """
    <thread dsq:id="\(id)"><id/><link>\(link)</link><title>T</title>\
    <createdAt>2012-01-01T00:00:00Z</createdAt><isDeleted>\(isDeleted)</isDeleted></thread>
    """
  }

  private func post(
    _ id: Int,
    in thread: Int = 1,
    _ message: String = "<p>Hi</p>",
    parent: Int? = nil,
    author: String = "Robin",
    date: String = "2012-02-01T00:00:00Z",
    fields: String = ""
  ) -> String {
    let answers = parent.map { "<parent dsq:id=\"\($0)\"/>" } ?? ""
    return """
      <post dsq:id="\(id)"><id/><message><![CDATA[\(message)]]></message>\
      <createdAt>\(date)</createdAt>\(fields)<author><email>r@secret.example</email>\
      <name>\(author)</name></author><ipAddress>192.0.2.1</ipAddress>\
      <thread dsq:id="\(thread)"/>\(answers)</post>
      """
  }

  private func run(
    _ entries: String,
    rewrites: RewriteTable = RewriteTable(),
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (thread: String?, report: ImportReport) {
    let folder = try ImportFolder(["export.xml": export(entries)])
    let report = try folder.importDisqus(onto: Self.page, rewrites: rewrites, change)
    return (try folder.site()["content/tea.comments.yml"], report)
  }

  private func ids(_ thread: String?) -> [String] {
    (thread ?? "").matches(of: #/- id: (\S+)/#).map { String($0.1) }
  }

  @Test func `comments are written as they stand, without what is nobody's business`() throws {
    let (written, report) = try run(
      thread(1, "https://harbor.example/2012/tea/")
        + post(5, "<p>Hi <b>you</b></p><p>there</p>", author: "O&#39;Neil")
        + post(6, parent: 5)
    )
    #expect(
      written == """
        - id: 5
          author: O'Neil
          date: 2012-02-01T00:00:00Z
          body: |
            Hi **you**

            there
        - id: 6
          reply_to: 5
          author: Robin
          date: 2012-02-01T00:00:00Z
          body: |
            Hi

        """
    )
    #expect(report.log.diagnostics == [])
  }

  @Test(arguments: [
    "http://other.example/2012/tea/", "https://harbor.example/2012/TEA",
    "//harbor.example/2012/tea/",
    "https://harbor.example//2012/tea/index.html", "http://h.example/old/tea.html", "/2012/tea/",
    "https://harbor.example/2012/t%65a/#disqus_thread", "https://h.example/2012/tea/?utm_source=x",
  ])
  func `a thread finds its page by its path`(link: String) throws {
    #expect(ids(try run(thread(1, link) + post(5)).thread) == ["5"])
  }

  @Test func `a table says where pages are now`() throws {
    var log = DiagnosticLog()
    let table = RewriteTable(
      SourceFile(
        path: "t",
        text: "# old new\r\n/x/?p=1, /2012/tea/\r\n\nhttp://a.example/b /2012/tea\n"
      ),
      log: &log
    )
    #expect(log.diagnostics == [])
    #expect(
      ids(try run(thread(1, "http://h.example/x/?p=1") + post(5), rewrites: table).thread) == []
    )
    #expect(
      ids(try run(thread(1, "https://a.example/b/") + post(5), rewrites: table).thread) == ["5"]
    )
    _ = RewriteTable(SourceFile(path: "t", text: "/a /b\n/only\n"), log: &log)
    #expect(
      log.sorted.map { $0.rendered() } == [
        """
        t:2:1: error: a line of a rewrite table must be an old address and a path of the site
          |
        2 | /only
          | ^^^^^
          = help: write `/2010/old.html /2010/new/`

        """
      ]
    )
  }

  @Test func `two threads of one page are joined, with the same comment once`() throws {
    let entries =
      thread(1, "http://a.example/2012/tea/") + thread(2, "http://b.example/old/tea.html")
      + post(5) + post(6, in: 2) + post(7, in: 2, "<p>More</p>", parent: 6) + post(5)
    let (written, report) = try run(entries)
    #expect(ids(written) == ["5", "7"])
    #expect(written?.contains("reply_to: 5") == true)
    #expect(
      report.ledgers[0].summary
        == "4 comments in the file: 2 imported (2 comments), 2 not (1 in two threads of a page, 1 written twice)"
    )
  }

  @Test func `hidden comments stay away, but for a placeholder where others answer`() throws {
    let deleted = "<isDeleted>true</isDeleted>"
    let entries =
      thread(1, "/2012/tea/") + thread(2, "/2012/tea/", isDeleted: true) + post(1, fields: deleted)
      + post(2, parent: 1, date: "2012-02-02T00:00:00Z", fields: "<isSpam>true</isSpam>")
      + post(3, parent: 2, date: "2012-02-03T00:00:00Z") + post(4, "y", fields: deleted)
      + post(8, in: 2) + post(9, in: 7)
    let (written, report) = try run(entries)
    #expect(
      written == """
        - id: 1
          date: 2012-02-01T00:00:00Z
          status: deleted
        - id: 2
          reply_to: 1
          date: 2012-02-02T00:00:00Z
          status: deleted
        - id: 3
          reply_to: 2
          author: Robin
          date: 2012-02-03T00:00:00Z
          body: |
            Hi

        """
    )
    #expect(
      report.ledgers[0].lines.map { "\($0.count) \($0.outcome)" } == [
        "2 deleted", "1 spam", "1 in a deleted thread", "1 in a thread that isn't in the export",
        "1 comments",
      ]
    )
  }

  @Test func `what can't be read costs only itself`() throws {
    let entries =
      thread(1, "/2012/tea/") + post(5, date: "2012-x01")
      + post(6).replacing("<thread dsq:id=\"1\"/>", with: "<thread dsq:id=1/>")
      + post(7).replacing(" dsq:id=\"7\"", with: "").replacing("<id/>", with: "<id>77</id>")
      + post(8)
    let (written, report) = try run(entries)
    #expect(ids(written) == ["5", "6", "77", "8"])
    #expect(written?.contains("- id: 5\n  author: Robin\n  date: 2012-01-01T00:00:00Z") == true)
    #expect(report.log.sorted.map(\.message) == ["1 comments have no date"])
  }

  @Test func `comments that don't fit into memory are written in parts, each once`() throws {
    let posts = (10..<160).map { post($0, author: "A\($0)") }
    let folder = try ImportFolder(["export.xml": export(thread(1, "/2012/tea/") + posts.joined())])
    var disqus = try DisqusImport(
      ImportOptions(file: folder.path("export.xml"), site: folder.path("site")),
      pages: [CommentedPage(thread: "content/tea.comments.yml", paths: ["/2012/tea/"])],
      rewrites: RewriteTable()
    )
    disqus.budget = 2000
    let report = try disqus.run()
    let written = try folder.site()["content/tea.comments.yml"]
    #expect(ids(written) == (10..<160).map(String.init))
    #expect(report.files.map { "\($0.outcome.rawValue) \($0.contents)" } == ["new 150 comments"])
  }
}
