import Calendar
import Content
import Testing

@Test func `a whole site is read and linked`() throws {
  let reading = Reading([
    "content/index.md": "---\ntitle: Welcome\n---\nHello\n",
    "content/about.md": "About us",
    "content/communities/boston.md": """
    ---
    name: Swift Boston
    timezone: America/New_York
    organizers: [jess, Robin Field]
    hashtag: SwiftBoston
    ---
    """,
    "content/people/jess.md": "---\nname: Jess Bloom\n---\n",
    "content/venues/hall.md": "---\nname: The Hall\nlat: 42.36\nlon: -71.06\n---\n",
    "content/events/2026-06-09-tea.md": """
    ---
    title: Tea
    start: 2026-06-09 18:00
    duration: 2h
    community: boston
    venue: hall
    tags: [Tea, C++]
    speakers: [jess]
    ---
    """,
    "content/posts/2026-05-01-recap.md": """
    ---
    title: How it was
    event: tea
    author: jess
    tags: tea
    ---
    Body
    """,
    "content/posts/2026-05-01-recap.comments.yml": """
    - id: 1
      author: Robin
      date: 2026-05-02
      body: Fine
    - id: 2
      reply_to: 1
      person: jess
      date: 2026-05-03
      body: Thanks
    """,
    "content/images/a.jpg": "",
  ])
  #expect(reading.said == "")
  let site = try #require(reading.site)
  #expect(site.posts.map(\.document.title) == ["How it was"])
  #expect(site.posts[0].event == 0)
  #expect(site.events[0].recaps == [0])
  #expect(site.events[0].start.time.rfc3339 == "2026-06-09T18:00:00-04:00")
  #expect(site.events[0].end?.time.rfc3339 == "2026-06-09T20:00:00-04:00")
  #expect(site.events[0].hashtag == "#SwiftBoston")
  #expect(site.communities[0].events == [0])
  #expect(site.communities[0].posts == [0])
  #expect(site.communities[0].organizers == [.person(0), .name("Robin Field")])
  #expect(site.people[0].posts == [0])
  #expect(site.people[0].talks == [0])
  #expect(site.venues[0].events == [0])
  #expect(site.tags.map(\.slug) == ["cplusplus", "tea"])
  #expect(site.tags.map(\.name) == ["C++", "tea"])
  let thread = try #require(site.posts[0].document.thread)
  #expect(thread.comments.map(\.parent) == [nil, 0])
  #expect(thread.comments.map { thread.text($0.author) } == ["Robin", "Jess Bloom"])
  #expect(site.files == [ContentFile(path: "content/images/a.jpg")])
  #expect(site.sections[.home]?.title == "Welcome")
  #expect(site.pages.map(\.document.subpath) == ["about"])
}
