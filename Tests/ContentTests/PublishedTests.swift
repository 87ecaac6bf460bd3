import Calendar
import Content
import Diagnostics
import Testing

private let files = [
  "content/posts/2026-05-01-draft.md": "---\ndraft: yes\n---\n",
  "content/posts/2026-06-02-future.md": "",
  "content/posts/2026-05-01-later.md": "---\npublish: 2026-06-01 12:01\n---\n",
  "content/posts/2026-05-01-past.md": "---\nexpire: 2026-06-01 12:00\n---\n",
  "content/posts/2026-05-01-now.md": "---\npublish: 2026-06-01 12:00\nevent: hidden\n---\n",
  "content/events/hidden.md": "---\ndraft: true\nstart: 2026-05-01\n---\n",
  "content/events/far.md": "---\nstart: 2036-05-01\ndate: 2036-01-01\ncommunity: secret\n---\n",
  "content/communities/secret.md": "---\ndraft: true\n---\n",
  "content/about.md": "---\ndate: 2026-07-01\n---\n",
]

@Test func `what isn't due is left out and named with its reason`() throws {
  let reading = Reading(files)
  #expect(reading.said == "")
  let site = try #require(reading.site)
  #expect(site.posts.map(\.document.slug) == ["now"])
  #expect(site.events.map(\.document.name) == ["far"])
  #expect(site.communities.isEmpty)
  #expect(site.pages.isEmpty)
  #expect(
    site.leftOut.map(\.path) == [
      "content/about.md", "content/communities/secret.md", "content/events/hidden.md",
      "content/posts/2026-05-01-draft.md", "content/posts/2026-05-01-later.md",
      "content/posts/2026-05-01-past.md", "content/posts/2026-06-02-future.md",
    ]
  )
  let reasons = site.leftOut.map { left in
    switch left.reason {
    case .draft: "draft"
    case .future(let moment): "future \(moment.time.local.text)"
    case .expired(let moment): "expired \(moment.time.local.text)"
    case .series(let path): "series \(path)"
    }
  }
  #expect(
    reasons == [
      "future 2026-07-01 00:00", "draft", "draft", "draft", "future 2026-06-01 12:01",
      "expired 2026-06-01 12:00", "future 2026-06-02 00:00",
    ]
  )
}

@Test func `naming what isn't published is no mistake`() throws {
  let site = try #require(Reading(files).site)
  #expect(site.posts[0].event == nil)
  #expect(site.events[0].community == nil)
}

@Test func `drafts, the future and the expired are published when asked for`() throws {
  let reading = Reading(files) { options in
    options.includeDrafts = true
    options.includeFuture = true
    options.includeExpired = true
  }
  let site = try #require(reading.site)
  #expect(site.leftOut.isEmpty)
  #expect(site.posts.map(\.document.slug) == ["future", "draft", "later", "now", "past"])
  #expect(site.posts[3].event == 0)
}

@Test func `faults of what isn't published are said`() {
  let reading = Reading(["content/a.md": "---\ndraft: true\ncomments: maybe\n---\n"])
  #expect(reading.log.hasErrors)
}

@Test func `the clock is the option, else the setting, else the fallback`() {
  let settings = "title: T\nbase_url: https://x.example/\nnow: 2026-11-01T00:00:00Z\n"
  #expect(Reading([:]).site?.now == Instant(seconds: 1_780_315_200))
  #expect(Reading([:], settings: settings).site?.now == Instant(seconds: 1_793_491_200))
  let both = Reading([:], settings: settings) { $0.now = Instant(seconds: 7) }
  #expect(both.site?.now == Instant(seconds: 7))
}
