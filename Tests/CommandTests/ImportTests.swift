import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  private static let export = """
    <rss><channel><title>Harbor</title><link>https://harbor.example</link>
    <item><title>Tea</title><link>https://harbor.example/2012/01/tea/</link>
    <wp:post_id>7</wp:post_id><wp:post_date>2012-01-05 14:30:46</wp:post_date>
    <wp:post_date_gmt>2012-01-05 14:30:46</wp:post_date_gmt><wp:post_name>tea</wp:post_name>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <content:encoded><![CDATA[A cup.]]></content:encoded>
    <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Robin</wp:comment_author>
    <wp:comment_date_gmt>2012-01-06 08:00:00</wp:comment_date_gmt>
    <wp:comment_content>Nice &amp; warm</wp:comment_content>
    <wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>
    """

  private static let discussion = """
    <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
    <thread dsq:id="1"><link>http://other.example/2012/01/tea/index.html</link></thread>
    <thread dsq:id="2"><link>http://harbor.example/old.html</link></thread>
    <thread dsq:id="3"><link>http://harbor.example/gone/</link></thread>
    <post dsq:id="11"><message>One</message><createdAt>2013-01-01T00:00:00Z</createdAt>
    <author><name>A</name></author><thread dsq:id="1"/></post>
    <post dsq:id="12"><message>Two</message><createdAt>2013-01-02T00:00:00Z</createdAt>
    <author><name>B</name></author><thread dsq:id="2"/><parent dsq:id="11"/></post>
    <post dsq:id="13"><message>Three</message><createdAt>2013-01-03T00:00:00Z</createdAt>
    <author><name>C</name></author><thread dsq:id="3"/></post></disqus>
    """

  @Test func `a dry run prints a table and writes nothing`() throws {
    let folder = try Scratch(["export.xml": Self.export])
    let result = try Command.run(
      ["import", "wordpress", "export.xml", "--into", "site", "--dry-run"],
      in: folder.url
    )
    #expect(result.status == 0)
    #expect(
      result.output == """
        new  content/posts/2012-01-05-tea.md  (post)
        new  content/posts/2012-01-05-tea.comments.yml  (1 comment)
        new  site.yml  (settings)

        """
    )
    #expect(
      result.errors == """
        1 items in the file: 1 imported (1 posts), 0 not
        1 comments in the file: 1 imported (1 comments), 0 not
        files: 3 new, 0 extended, 0 unchanged, 0 kept as edited (nothing was written)

        """
    )
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "site").path))
  }

  @Test func `import, build, import again: nothing in the site's folder changes`() throws {
    let folder = try Scratch(["export.xml": Self.export])
    let arguments = ["import", "wordpress", "export.xml", "--into", "site"]
    #expect(try Command.run(arguments, in: folder.url).status == 0)
    #expect(try Command.run(["build", "-s", "site", "--strict"], in: folder.url).status == 0)
    let built = try folder.files(in: "site")
    let page = try #require(built["public/2012/01/tea/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("Nice &amp; warm"))
    let again = try Command.run(arguments, in: folder.url)
    #expect(again.errors.hasSuffix("files: 0 new, 0 extended, 2 unchanged, 0 kept as edited\n"))
    #expect(try folder.files(in: "site") == built)
  }

  @Test func `comments of Disqus come to the pages that are there`() throws {
    let folder = try Scratch([
      "disqus.xml": Self.discussion, "table": "# moved\n/old.html /2012/01/tea/\n",
      "site/site.yml": "title: T\nbase_url: https://harbor.example/\n",
      "site/content/posts/2012-01-05-tea.md": "---\naliases: [/2012/01/tea/]\n---\nA cup.\n",
    ])
    let arguments = ["import", "disqus", "disqus.xml", "--into", "site", "--rewrite", "table"]
    let result = try Command.run(arguments, in: folder.url)
    #expect(
      result.errors == """
        3 comments in the file: 2 imported (2 comments), 1 not (1 without a page)
        files: 1 new, 0 extended, 0 unchanged, 0 kept as edited
        disqus.xml: warning: no page stands at `http://harbor.example/gone/`, which has 1 comments
         = help: add an alias to its page, or a line to a --rewrite table

        """
    )
    #expect(result.status == 0)
    let thread = "site/content/posts/2012-01-05-tea.comments.yml"
    let written = try Data(contentsOf: folder.url.appending(path: thread))
    #expect(
      String(decoding: written, as: UTF8.self) == """
        - id: 11
          author: A
          date: 2013-01-01T00:00:00Z
          body: |
            One
        - id: 12
          reply_to: 11
          author: B
          date: 2013-01-02T00:00:00Z
          body: |
            Two

        """
    )
    _ = try Command.run(arguments, in: folder.url)
    #expect(try Data(contentsOf: folder.url.appending(path: thread)) == written)
  }

  @Test func `a file that is no export ends with 1, one that isn't there with 74`() throws {
    let folder = try Scratch(["page.html": "<html></html>"])
    let wrong = try Command.run(
      ["import", "wordpress", "page.html", "--into", "s"],
      in: folder.url
    )
    #expect(wrong.status == 1)
    #expect(
      wrong.errors.hasSuffix(
        """
        page.html: error: this is not a WordPress export, or an empty one: it holds no `<item>`
         = help: its first element is `<html>`

        """
      )
    )
    let missing = try Command.run(["import", "wordpress", "no.xml"], in: folder.url)
    #expect(missing.status == 74)
    #expect(missing.errors == "no.xml: error: can't be read: No such file or directory\n")
    #expect(try Command.run(["import", "wordpress", "."], in: folder.url).status == 74)
    #expect(try Command.run(["import", "blogger", "page.html"], in: folder.url).status == 64)
    #expect(try Command.run(["import", "wordpress"], in: folder.url).status == 64)
  }
}
