import Diagnostics
import Testing

@testable import Importing

@Suite struct WordPressTests {
  private func folder(_ items: String) throws -> ImportFolder {
    try ImportFolder(["export.xml": wordPressExport(items)])
  }

  @Test func `a post, its author and its thread become files`() throws {
    let comments =
      comment("3", "<b>Two</b> sugars?\nPlease.", author: "Tom &amp; Jerry", parent: 2)
      + comment(
        "2",
        "First",
        "<wp:comment_author_url>http://robin.example/</wp:comment_author_url>"
      )
    let tags = """
      <category domain="category" nicename="drinks"><![CDATA[Hot drinks]]></category>\
      <category domain="post_tag" nicename="c"><![CDATA[C++]]></category>
      """
    let folder = try folder(item("Tea &amp; &quot;cake&quot;", tags + comments))
    let report = try folder.importWordPress()
    #expect(report.log.diagnostics == [])
    #expect(
      try folder.site() == [
        "site.yml": """
        title: Harbor
        base_url: "https://harbor.example/"
        timezone: America/New_York

        """,
        "content/people/jess.md": "---\nname: Jess Field\n---\n",
        "content/posts/2012-01-05-tea.md": """
        ---
        title: "Tea & \\"cake\\""
        date: 2012-01-05T14:30:46-05:00
        author: jess
        tags: [Hot drinks, C++]
        permalink: "/2012/01/tea/"
        ---
        A cup.

        """,
        "content/posts/2012-01-05-tea.comments.yml": """
        - id: 3
          reply_to: 2
          author: "Tom & Jerry"
          date: 2012-01-06T08:00:00-05:00
          body: |
            **Two** sugars?\\
            Please.
        - id: 2
          author: Robin
          url: "http://robin.example/"
          date: 2012-01-06T08:00:00-05:00
          body: |
            First

        """,
      ]
    )
    #expect(
      report.ledgers.map(\.summary) == [
        "1 items in the file: 1 imported (1 posts), 0 not",
        "2 comments in the file: 2 imported (2 comments), 0 not",
      ]
    )
  }

  @Test func `what nobody is to see isn't written, and is counted and named`() throws {
    let hidden =
      item("Diary", id: 1, status: "private", comment("1"))
      + item("Old", id: 2, status: "trash", comment("2"))
      + item("Club", id: 3, "<wp:post_password>x</wp:post_password>" + comment("3"))
      + item(
        "Picture",
        id: 4,
        status: "inherit",
        type: "attachment",
        "<wp:post_parent>1</wp:post_parent>" + comment("4")
      )
      + item("Order", id: 5, type: "shop_order", comment("5"))
    let folder = try folder(hidden)
    let report = try folder.importWordPress()
    #expect(try folder.site() == [:])
    #expect(
      report.remarks == [
        "not imported: private: `Diary` (post 1)", "not imported: in the trash: `Old` (post 2)",
        "not imported: password-protected: `Club` (post 3)",
      ]
    )
    #expect(
      report.ledgers.map { [$0.found, $0.imported, $0.skipped] } == [[5, 0, 5], [5, 0, 5]]
    )
  }

  @Test(arguments: [false, true])
  func `comments that aren't approved stay away, pending ones unless they are asked for`(
    keepsPending: Bool
  ) throws {
    let comments =
      comment("1", approved: "0") + comment("2", approved: "spam") + comment("3", approved: "trash")
      + comment("4", approved: "") + comment("5", type: "order_note")
      + comment("6", type: "pingback") + comment("7", type: "trackback")
      + "<wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_content>x</wp:comment_content></wp:comment>"
    let folder = try folder(post(comments))
    let report = try folder.importWordPress { $0.keepsPending = keepsPending }
    let thread = try #require(try folder.site()["content/posts/2012-01-05-tea.comments.yml"])
    #expect(thread.contains("status: pending") == keepsPending)
    #expect(thread.contains("id: 1\n") == keepsPending)
    #expect(thread.matches(of: #/type: (pingback|trackback)/#).count == 2)
    #expect(thread.matches(of: #/- id:/#).count == (keepsPending ? 3 : 2))
    let ledger = report.ledgers[1]
    #expect(
      [ledger.found, ledger.imported, ledger.skipped] == [
        8, keepsPending ? 3 : 2, keepsPending ? 5 : 6,
      ]
    )
  }

  @Test func `no e-mail and no IP address of a commenter gets into a file`() throws {
    let folder = try folder(
      post(
        comment("1", author: "robin@secret.example")
          + comment("2", author: "Robin <robin@secret.example>")
          + comment(
            "3",
            "x",
            "<wp:comment_author_url>http://robin@secret.example</wp:comment_author_url>"
          )
      )
    )
    try folder.importWordPress()
    for (_, text) in try folder.site() {
      #expect(!text.contains("secret.example"))
      #expect(!text.contains("192.0.2.7"))
      #expect(!text.contains("jess@"))
    }
  }

  @Test func `a hidden comment that visible ones answer leaves a placeholder`() throws {
    let comments =
      comment("1", "bad", approved: "spam") + comment("2", "worse", parent: 1, approved: "0")
      + comment("3", "fine", parent: 2)
    let folder = try folder(post(comments))
    try folder.importWordPress()
    #expect(
      try folder.site()["content/posts/2012-01-05-tea.comments.yml"] == """
        - id: 1
          date: 2012-01-06T08:00:00-05:00
          status: deleted
        - id: 2
          reply_to: 1
          date: 2012-01-06T08:00:00-05:00
          status: deleted
        - id: 3
          reply_to: 2
          author: Robin
          date: 2012-01-06T08:00:00-05:00
          body: |
            fine

        """
    )
  }

  @Test func `an author's own reply is marked by their account, not by their name`() throws {
    let own = comment("1", author: "Jess Field", "<wp:comment_user_id>1</wp:comment_user_id>")
    let other = comment("2", author: "Jess Field")
    let folder = try folder(post(own + other))
    try folder.importWordPress()
    let thread = try #require(try folder.site()["content/posts/2012-01-05-tea.comments.yml"])
    #expect(thread.contains("- id: 1\n  person: jess\n"))
    #expect(thread.contains("- id: 2\n  author: Jess Field\n"))
  }

  @Test func `a comment that stands twice counts once, and two with one id stay two`() throws {
    let folder = try folder(post(comment("1", "a") + comment("1", "a") + comment("1", "b")))
    let report = try folder.importWordPress()
    let thread = try #require(try folder.site()["content/posts/2012-01-05-tea.comments.yml"])
    #expect(thread.matches(of: #/- id: (\S+)/#).map { String($0.1) } == ["1", "\"1-2\""])
    #expect(
      report.log.sorted.map { $0.rendered() } == [
        """
        content/posts/2012-01-05-tea.comments.yml: warning: a comment has another's id
         = help: written with a number behind it

        """
      ]
    )
  }

  @Test func `pages stand where their address says, drafts are drafts, and ?p= falls back`() throws
  {
    let items =
      item("About", id: 1, slug: "about", type: "page", link: "https://harbor.example/club/about/")
      + item("Events", id: 2, slug: "events", type: "page", link: "https://harbor.example/events/")
      + item("Idea", id: 3, slug: "", status: "draft", link: "https://harbor.example/?p=3")
      + item("Query", id: 4, slug: "query", link: "https://harbor.example/?p=4")
      + item("Ünïcode", id: 5, slug: "%e3%81%82", link: "https://harbor.example/2012/%e3%81%82/")
    let folder = try folder(items)
    let report = try folder.importWordPress()
    let site = try folder.site()
    #expect(
      site.keys.sorted() == [
        "content/club/about.md", "content/pages/events.md", "content/people/jess.md",
        "content/posts/2012-01-05-idea.md", "content/posts/2012-01-05-query.md",
        "content/posts/2012-01-05-あ.md", "site.yml",
      ]
    )
    #expect(site["content/posts/2012-01-05-idea.md"]?.contains("draft: true") == true)
    #expect(site["content/posts/2012-01-05-query.md"]?.contains("permalink") == false)
    #expect(site["content/posts/2012-01-05-あ.md"]?.contains("permalink: \"/2012/あ/\"") == true)
    #expect(site["content/pages/events.md"]?.contains("permalink: \"/events-2/\"") == true)
    #expect(
      report.log.sorted.map { $0.rendered() } == [
        """
        content/pages/events.md: warning: another page stands at `/events/`
         = help: this one is at `/events-2/`

        """
      ]
    )
  }

  @Test func `an attachment that people talked about gets a page`() throws {
    let url = "<wp:attachment_url>https://harbor.example/wp-content/cup.jpg</wp:attachment_url>"
    let folder = try folder(
      item(
        "A cup",
        slug: "cup",
        status: "inherit",
        type: "attachment",
        link: "https://harbor.example/cup/",
        content: "",
        url + comment("1")
      )
        + item("Other", id: 8, slug: "other", status: "inherit", type: "attachment", url)
    )
    let report = try folder.importWordPress()
    let site = try folder.site()
    #expect(
      site["content/cup.md"]?.hasSuffix(
        "---\n![A cup](https://harbor.example/wp-content/cup.jpg)\n"
      ) == true
    )
    #expect(site["content/cup.comments.yml"] != nil)
    #expect(
      report.ledgers[0].summary
        == "2 items in the file: 1 imported (1 attachments with comments), 1 not (1 attachments)"
    )
  }

  @Test func `a second import changes nothing, and what was edited stays`() throws {
    let folder = try folder(post(comment("1") + comment("2")) + item("Milk", id: 8, slug: "milk"))
    try folder.importWordPress()
    let first = try folder.site()
    #expect(try folder.importWordPress().count(.unchanged) == 4)
    #expect(try folder.site() == first)

    let thread = "content/posts/2012-01-05-tea.comments.yml"
    let edited = "# mine\n- {id: 2, date: 2012-01-06, author: Changed, body: x}"
    try folder.write(Array(edited.utf8), to: "site/\(thread)")
    try folder.write(
      Array("---\ntitle: New\n---\n".utf8),
      to: "site/content/posts/2012-01-05-tea.md"
    )
    let report = try folder.importWordPress()
    #expect(report.count(.kept) == 1)
    #expect(report.count(.extended) == 1)
    let site = try folder.site()
    #expect(site["content/posts/2012-01-05-tea.md"] == "---\ntitle: New\n---\n")
    #expect(
      site[thread] == edited + """

        - id: 1
          author: Robin
          date: 2012-01-06T08:00:00-05:00
          body: |
            Nice.

        """
    )
  }

  @Test func `a dry run writes nothing and says what it would`() throws {
    let folder = try folder(post(comment("1")))
    let report = try folder.importWordPress { $0.isDryRun = true }
    #expect(try folder.site() == [:])
    #expect(
      report.files.map { "\($0.outcome.rawValue) \($0.path) \($0.contents)" } == [
        "new content/people/jess.md person", "new content/posts/2012-01-05-tea.md post",
        "new content/posts/2012-01-05-tea.comments.yml 1 comment", "new site.yml settings",
      ]
    )
  }

  @Test(arguments: [
    (
      "[caption id=\"a_1\" align=\"alignnone\" width=\"9\"]<img src=\"/t.jpg\" alt=\"Tea\" /> A <em>cup</em>[/caption]",
      "<figure><img src=\"/t.jpg\" alt=\"Tea\" /><figcaption>A <em>cup</em></figcaption></figure>"
    ),
    (
      "Before [caption align=\"alignright\"]<a href=\"/t/\"><img src=\"/t.jpg\"></a>Cup[/caption]",
      "Before\n\n<figure class=\"alignright\"><a href=\"/t/\"><img src=\"/t.jpg\"></a>"
        + "<figcaption>Cup</figcaption></figure>"
    ),
    (
      "[wp_caption caption=\"Tea &amp; <toast>\"]<img src=\"/t.jpg\">[/wp_caption]",
      "<figure><img src=\"/t.jpg\"><figcaption>Tea &amp; &lt;toast&gt;</figcaption></figure>"
    ),
    ("[[caption]<img src=\"/t.jpg\">A[/caption]]", "\\[\\[caption\\]![](/t.jpg)A\\[/caption\\]\\]"),
    ("[captions] [caption x]", "\\[captions\\] \\[caption x\\]"),
  ])
  func `a caption becomes a figure`(content: String, markdown: String) throws {
    let folder = try folder(item(content: content))
    _ = try folder.importWordPress()
    let text = try #require(try folder.site()["content/posts/2012-01-05-tea.md"])
    #expect(text.hasSuffix("---\n\(markdown)\n"))
  }

  @Test func `shortcodes stay as text and are counted`() throws {
    let content = "[gallery ids=\"1,2\"]\n\nas [sic] said [caption id=\"x\"]A[/caption]"
    let folder = try folder(item(content: content))
    let report = try folder.importWordPress()
    #expect(
      report.remarks == [
        "shortcode [caption]: once, kept as text, in content/posts/2012-01-05-tea.md",
        "shortcode [gallery]: once, kept as text, in content/posts/2012-01-05-tea.md",
      ]
    )
    let text = try #require(try folder.site()["content/posts/2012-01-05-tea.md"])
    #expect(
      text.hasSuffix(
        "---\n\\[gallery ids=\"1,2\"\\]\n\nas \\[sic\\] said \\[caption id=\"x\"\\]A\\[/caption\\]\n"
      )
    )
  }
}
