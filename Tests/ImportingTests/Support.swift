import Calendar
import Foundation
import Testing

@testable import Importing

/// A folder with an export and a site, which goes when nobody needs it any more.
final class ImportFolder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  /// Every file of the site, as text.
  func site() throws -> [String: String] {
    let root = url.appending(path: "site")
    guard let walker = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var files: [String: String] = [:]
    for case let name as String in walker {
      var isFolder: ObjCBool = false
      let file = root.appending(path: name)
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue {
        files[name] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      }
    }
    return files
  }

  /// Imports `export.xml` into `site`.
  @discardableResult
  func importWordPress(
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(file: path("export.xml"), site: path("site"))
    change(&options)
    var wordPress = try WordPressImport(options, zones: ZoneDatabase())
    return try wordPress.run()
  }

  /// Imports `export.xml` onto pages of `site`, each known by its thread's file.
  @discardableResult
  func importDisqus(
    onto pages: [String: [String]],
    rewrites: RewriteTable = RewriteTable(),
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(file: path("export.xml"), site: path("site"))
    change(&options)
    let pages = pages.sorted { $0.key < $1.key }.map {
      CommentedPage(thread: $0.key, paths: $0.value)
    }
    var disqus = try DisqusImport(options, pages: pages, rewrites: rewrites)
    return try disqus.run()
  }
}

/// A WordPress export of some items.
func wordPressExport(_ items: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8" ?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
  <channel>
  <title>Harbor</title>
  <link>https://harbor.example</link>
  <wp:base_blog_url>https://harbor.example</wp:base_blog_url>
  <wp:author><wp:author_id>1</wp:author_id><wp:author_login>jess</wp:author_login>\
  <wp:author_email>jess@harbor.example</wp:author_email>\
  <wp:author_display_name><![CDATA[Jess Field]]></wp:author_display_name></wp:author>
  \(items)
  </channel>
  </rss>

  """
}

/// An item with the fields that every post has; `fields` are XML.
func item(
  _ title: String = "Tea",
  id: Int = 7,
  slug: String = "tea",
  status: String = "publish",
  type: String = "post",
  link: String? = nil,
  content: String = "A cup.",
  _ fields: String = ""
) -> String {
  """
  <item><title>\(title)</title><link>\(link ?? "https://harbor.example/2012/01/\(slug)/")</link><dc:creator>jess</dc:creator>\
  <content:encoded><![CDATA[\(content)]]></content:encoded><wp:post_id>\(id)</wp:post_id>\
  <wp:post_date>2012-01-05 14:30:46</wp:post_date>\
  <wp:post_date_gmt>2012-01-05 19:30:46</wp:post_date_gmt><wp:post_name>\(slug)</wp:post_name>\
  <wp:status>\(status)</wp:status><wp:post_type>\(type)</wp:post_type>\(fields)</item>
  """
}

/// A published post about tea.
func post(_ fields: String) -> String { item("Tea", fields) }

/// A comment of a WordPress export.
func comment(
  _ id: String,
  _ text: String = "Nice.",
  author: String = "Robin",
  parent: Int = 0,
  approved: String = "1",
  type: String = "",
  _ fields: String = ""
) -> String {
  """
  <wp:comment><wp:comment_id>\(id)</wp:comment_id>\
  <wp:comment_author><![CDATA[\(author)]]></wp:comment_author>\
  <wp:comment_author_email>robin@secret.example</wp:comment_author_email>\
  <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>\
  <wp:comment_date>2012-01-06 08:00:00</wp:comment_date>\
  <wp:comment_date_gmt>2012-01-06 13:00:00</wp:comment_date_gmt>\
  <wp:comment_content><![CDATA[\(text)]]></wp:comment_content>\
  <wp:comment_approved>\(approved)</wp:comment_approved><wp:comment_type>\(type)</wp:comment_type>\
  <wp:comment_parent>\(parent)</wp:comment_parent>\(fields)</wp:comment>
  """
}

/// The Markdown of an author's text.
func author(_ html: String, breaksLines: Bool = true) -> String {
  let converter = MarkdownConverter(writer: .author, breaksLines: breaksLines)
  return String(decoding: converter.markdown(of: Array(html.utf8)), as: UTF8.self)
}

/// The Markdown of a comment.
func visitor(_ html: String) -> String {
  var text = CommentText()
  return String(decoding: text.markdown(of: Array(html.utf8)), as: UTF8.self)
}
