import Calendar
import Content
import Diagnostics
import Publishing
import Testing

/// A site on which all happens that time alone changes.
private let files = [
  "content/communities/boston.md":
    "---\nname: Boston\ncity: Boston\ntimezone: America/New_York\n---\n",
  "content/events/2026-11-02-tea.md":
    "---\ntitle: Tea\nstart: 2026-11-02 18:00\nduration: 2h\ncommunity: boston\n---\nText.\n",
  "content/events/2026-11-04-open.md":
    "---\ntitle: Open end\nstart: 2026-11-04 18:00\ntimezone: Europe/Berlin\n---\n",
  "content/events/2026-11-06-fair.md":
    "---\ntitle: Fair\nstart: 2026-11-06\nend: 2026-11-07\nexpire: 2026-11-20\n---\n",
  "content/events/night.md":
    "---\ntitle: Night\nstart: 2026-10-08 19:00\nduration: 2h\nrepeat: every 2nd thursday\n"
    + "community: boston\n---\n",
  "content/events/2026-12-10-night.md":
    "---\nseries: night\noccurrence: 2026-12-10\nstart: 2026-12-11 19:00\n---\n",
  "content/posts/2026-10-30-a.md": "---\ntitle: A\nexpire: 2026-11-05\n---\n",
  "content/posts/2026-11-03-b.md": "---\ntitle: B\npublish: 2026-11-03 12:00\n---\n",
  "content/about.md": "---\ntitle: About\npublish: 2026-11-02\n---\n",
]

private let settings = """
  title: Harbor
  base_url: https://harbor.example/
  timezone: America/New_York
  events: {horizon: 3}
  comments: {close_after_days: 10}
  """

/// The files of a build at a moment, and when it would differ next.
private func build(
  _ files: [String: String] = files,
  at moment: Instant
) throws -> (files: [String: String], next: SiteChange?) {
  let now = ZonedTime(moment, in: .utc).rfc3339
  let build = try TestBuild(files.merging(["site.yml": settings + "\nnow: \(now)\n"]) { $1 })
  #expect(build.diagnostics == [])
  let site = try #require(build.report?.site)
  return (try build.files(), SiteChanges(site).next)
}

@Test func `a build differs from the next change on, and not before`() throws {
  let expected = [
    "2026-11-01T04:00:00Z a month is over",
    "2026-11-02T05:00:00Z a page appears",
    "2026-11-02T23:00:00Z an event begins",
    "2026-11-03T01:00:00Z an event ends",
    "2026-11-03T17:00:00Z a page appears",
    "2026-11-04T17:00:00Z an event begins",
    "2026-11-04T23:00:00Z an event ends",
    "2026-11-05T05:00:00Z a page expires",
    "2026-11-06T05:00:00Z an event begins",
    "2026-11-08T05:00:00Z an event ends",
    "2026-11-11T05:00:00Z a series gets a page",
    "2026-11-13T00:00:00Z an event begins",
    "2026-11-13T01:00:00Z comments close",
  ]
  var seen: [String] = []
  var current = try build(at: try WrittenTime("2026-11-01T00:00:00Z").instant(in: .utc))
  for _ in expected {
    let change = try #require(current.next)
    seen.append("\(ZonedTime(change.instant, in: .utc).rfc3339) \(change.reason)")
    let last = try build(at: change.instant.adding(seconds: -1))
    let after = try build(at: change.instant)
    #expect(differences(current.files, last.files) == [], "before \(seen.last ?? "")")
    #expect(differences(last.files, after.files) != [], "at \(seen.last ?? "")")
    current = after
  }
  #expect(seen == expected)
}

/// Sites with one thing each that time changes, or doesn't.
private let small: [[String: String]] = [
  ["content/events/a.md": "---\nstart: 2026-11-02 18:00\nduration: 2h\ntags: tea\n---\n"],
  [
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "content/events/a.md": "---\nstart: 2026-11-02\nspeakers: jess\norganizers: jess\n---\n",
  ],
  ["content/events/a.md": "---\nstart: 2026-12-31 20:00\nend: 2027-01-01 02:00\n---\n"],
  ["content/events/a.md": "---\nstart: 2027-01-20 20:00\n---\n"],
  ["content/events/a.md": "---\nstart: 2027-01-01\ntimezone: Asia/Tokyo\n---\n"],
  ["content/events/a.md": "---\nstart: 2026-11-02\nstatus: cancelled\nsequence: 1\n---\n"],
  ["content/events/a.md": "---\nstart: 2026-11-02 18:00\nrepeat: every week 9 times\n---\n"],
  ["content/posts/2026-10-30-a.md": "---\ncomments: closed\n---\n"],
  ["content/posts/2026-10-30-a.md": "---\nexpire: 2027-02-01\n---\n"],
]

/// What a page says of when it is, which differs from change to change by itself.
private func withoutAsOf(_ files: [String: String]) -> [String: String] {
  files.mapValues { text in
    text.split(separator: "\n").filter { !$0.contains("as-of") }.joined(separator: "\n")
  }
}

@Test(arguments: small)
func `a change is none that shows only in what a page says of its time`(site: [String: String])
  throws
{
  var moment = try WrittenTime("2026-11-01T00:00:00Z").instant(in: .utc)
  for _ in 0..<40 {
    guard let change = try build(site, at: moment).next else { return }
    let last = try build(site, at: change.instant.adding(seconds: -1)).files
    let after = try build(site, at: change.instant).files
    let place = "\(ZonedTime(change.instant, in: .utc).rfc3339) \(change.reason)"
    #expect(differences(withoutAsOf(last), withoutAsOf(after)) != [], "at \(place)")
    moment = change.instant
  }
}

private func differences(_ old: [String: String], _ new: [String: String]) -> [String] {
  Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
}

@Test func `a site without time in it never changes`() throws {
  let build = try TestBuild(["content/about.md": "---\ntitle: About\n---\n"])
  #expect(SiteChanges(try #require(build.report?.site)).next == nil)
}
