import Calendar
import Content
import Testing

private func settings(_ text: String) throws -> Settings {
  let reading = Reading([:], settings: text)
  #expect(reading.said == "")
  return try #require(reading.site?.settings)
}

@Test func `all but the title has a default`() throws {
  let settings = try settings("title: T\nbase_url: http://localhost:8080\n")
  #expect(settings.baseURL == .localhost)
  #expect(settings.language == "en")
  #expect(settings.zone == .utc)
  #expect(settings.perPage == 10)
  #expect(settings.permalinks == Permalinks())
  #expect(settings.menu == nil)
  #expect(settings.eventHorizon == 12)
  #expect(settings.feeds == FeedSettings())
  #expect(settings.comments == CommentSettings())
  #expect(settings.allowsHTML)
  #expect(settings.usesSmartPunctuation)
  #expect(settings.disabledOutputs.isEmpty)
}

@Test func `every setting is kept`() throws {
  let settings = try settings(
    """
    title: Harbor City
    base_url: HTTPS://Meetups.Example.org:8443/club
    description: By the sea
    author: jess
    language: pt-BR
    timezone: America/New_York
    logo: /logo.svg
    favicon: favicon.ico
    image: https://img.example/a.jpg
    accent: "#0a6"
    links: {Mastodon: https://social.example/@a, Mail: "mailto:a@b.example"}
    now: 2026-11-02 00:00
    per_page: 7
    permalinks:
      posts: /:year/:slug.html
      events: /e/:community/:filename/
      pages: /:path/
      communities: /c/:slug/
      people: /p/:slug/
      venues: /v/:title/
      tags: /t/:slug/
    menu: [{title: Events, url: /events/}]
    events: {horizon: 0}
    feeds: {items: 5, content: summary}
    comments:
      default: closed
      max_depth: 3
      order: newest
      close_after_days: 30
      max_length: 100
      form: {action: https://form.example/, fields: {site: a}}
    markdown: {html: no, smart: off}
    outputs: {archive: false, rss: true, not_found: no}
    extra: {sponsor: Acme}
    """
  )
  #expect(settings.title == "Harbor City")
  #expect(
    settings.baseURL
      == BaseURL(
        origin: "https://meetups.example.org:8443",
        host: "meetups.example.org",
        path: "/club/"
      )
  )
  #expect(settings.description == "By the sea")
  #expect(settings.author == "jess")
  #expect(settings.language == "pt-BR")
  #expect(settings.zone.identifier == "America/New_York")
  #expect(settings.logo?.value == "/logo.svg")
  #expect(settings.favicon?.value == "favicon.ico")
  #expect(settings.image?.value == "https://img.example/a.jpg")
  #expect(settings.accent == "#0a6")
  #expect(
    settings.links == [
      NamedLink(name: "Mastodon", url: "https://social.example/@a"),
      NamedLink(name: "Mail", url: "mailto:a@b.example"),
    ]
  )
  #expect(settings.now == Instant(seconds: 1_793_595_600))
  #expect(settings.perPage == 7)
  #expect(settings.permalinks.posts == "/:year/:slug.html")
  #expect(settings.permalinks.events == "/e/:community/:filename/")
  #expect(settings.permalinks.venues == "/v/:title/")
  #expect(settings.menu == [MenuItem(title: "Events", url: "/events/")])
  #expect(settings.eventHorizon == 0)
  #expect(settings.feeds.items == 5)
  #expect(!settings.feeds.isFull)
  #expect(settings.comments.initial == .closed)
  #expect(settings.comments.maxDepth == 3)
  #expect(settings.comments.order == .newest)
  #expect(settings.comments.closeAfterDays == 30)
  #expect(settings.comments.maxLength == 100)
  #expect(
    settings.comments.form
      == .action(
        url: "https://form.example/",
        fields: [DataEntry(key: "site", value: .text("a"))]
      )
  )
  #expect(!settings.allowsHTML)
  #expect(!settings.usesSmartPunctuation)
  #expect(settings.disabledOutputs == [.archive, .notFound])
  #expect(settings.extra == [DataEntry(key: "sponsor", value: .text("Acme"))])
}

@Test(arguments: [
  ("{mailto: a@b.example}", CommentSettings.Form.mail(address: "a@b.example")),
  (
    "{repository: 'https://git.example/a'}",
    .repository(url: "https://git.example/a", branch: "main")
  ),
  (
    "{repository: 'https://git.example/a', branch: trunk}",
    .repository(url: "https://git.example/a", branch: "trunk")
  ),
]) func `a form is one of three`(text: String, form: CommentSettings.Form) throws {
  let settings = try settings("title: T\nbase_url: https://x.example/\ncomments: {form: \(text)}\n")
  #expect(settings.comments.form == form)
}

@Test func `the site's settings stand for what a page doesn't say`() throws {
  let site = try #require(
    Reading(
      [
        "content/posts/2026-05-01-a.md": "", "content/people/jess.md": "",
        "content/posts/2026-05-01-b.md": "---\nauthor: Robin\ncomments: open\n---\n",
      ],
      settings: "title: T\nbase_url: https://x.example/\nauthor: jess\ncomments: {default: off}\n"
    ).site
  )
  #expect(site.posts.map(\.authors) == [[.person(0)], [.name("Robin")]])
  #expect(site.posts.map(\.document.comments) == [.off, .open])
  #expect(site.people[0].posts == [0])
}
