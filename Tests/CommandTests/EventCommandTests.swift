import Foundation
import Testing

/// A site with an event of each kind.
private let site = [
  "site.yml": "title: T\nbase_url: https://x.example/\ntimezone: America/New_York\n",
  "content/events/tea.md": "---\ntitle: Tea\nstart: 2026-06-09 18:00\nduration: 2h\n---\n",
  "content/events/fair.md":
    "---\ntitle: Fair\nstart: 2026-05-30\nend: 2026-06-02\nstatus: cancelled\nsequence: 1\n---\n",
  "content/events/night.md":
    "---\ntitle: Night\nstart: 2026-05-05 19:00\nrepeat: every 1st tuesday 3 times\n---\n",
  "content/events/moved.md":
    "---\nseries: night\noccurrence: 2026-06-02\nstart: 2026-06-03 19:00\nstatus: rescheduled\n---\n",
]

private let now = ["--now", "2026-06-01T12:00:00Z"]

@Test func `list events has those to come first, soonest first, then the past`() throws {
  let folder = try Scratch(site)
  let result = try Command.run(["list", "events"] + now, in: folder.url)
  #expect(result.status == 0)
  #expect(result.errors == "")
  #expect(
    result.output == """
      2026-05-30\tcancelled\t/events/fair/\tcontent/events/fair.md\tFair
      2026-06-03T19:00:00-04:00\trescheduled\t/events/night/2026-06-02/\tcontent/events/moved.md\tNight
      2026-06-09T18:00:00-04:00\tscheduled\t/events/tea/\tcontent/events/tea.md\tTea
      2026-07-07T19:00:00-04:00\tscheduled\t/events/night/2026-07-07/\tcontent/events/night.md\tNight
      2026-05-05T19:00:00-04:00\tscheduled\t/events/night/2026-05-05/\tcontent/events/night.md\tNight

      """
  )
}

@Test func `list events as JSON has all that a program needs, an event a line`() throws {
  let folder = try Scratch(site)
  let result = try Command.run(["list", "events", "--format", "json"] + now, in: folder.url)
  #expect(result.status == 0)
  #expect(result.output.split(separator: "\n").count == 5)
  #expect(
    result.output.split(separator: "\n")[1] == """
      {"kind":"event","title":"Night","file":"content/events/moved.md",\
      "url":"/events/night/2026-06-02/","permalink":"https://x.example/events/night/2026-06-02/",\
      "start":"2026-06-03T19:00:00-04:00","end":null,"start_utc":"2026-06-03T23:00:00Z",\
      "end_utc":null,"over_utc":"2026-06-04T04:00:00Z","timezone":"America/New_York",\
      "all_day":false,"status":"rescheduled","when":"upcoming","community":null,"venue":null,\
      "online":null,"series":"night","occurrence":"2026-06-02","uid":"night@x.example","sequence":0}
      """
  )
}

@Test func `next-change leads from moment to moment, until nothing changes any more`() throws {
  let folder = try Scratch(site)
  var moment = "2026-06-01T12:00:00Z"
  var moments: [String] = []
  var last = ""
  while moments.count < 20 {
    let result = try Command.run(["next-change", "--now", moment], in: folder.url)
    #expect(result.status == 0)
    last = result.errors
    guard !result.output.isEmpty else { break }
    moment = String(result.output.dropLast())
    moments.append(moment)
  }
  #expect(
    moments == [
      "2026-06-03T04:00:00Z", "2026-06-03T23:00:00Z", "2026-06-04T04:00:00Z",
      "2026-06-09T22:00:00Z", "2026-06-10T00:00:00Z", "2026-07-01T04:00:00Z",
      "2026-07-07T23:00:00Z", "2026-07-08T04:00:00Z",
    ]
  )
  #expect(last == "no build will differ until somebody changes a file\n")
}

@Test func `next-change as JSON says what happens, and to which file`() throws {
  let folder = try Scratch(site)
  let result = try Command.run(["next-change", "--format", "json"] + now, in: folder.url)
  #expect(
    result.output
      == #"{"at":"2026-06-03T04:00:00Z","reason":"an event ends","file":"content/events/fair.md"}"#
      + "\n"
  )
}

@Test func `a build differs at next-change, and not a second before`() throws {
  let folder = try Scratch(site)
  func build(_ moment: String) throws -> [String: Data] {
    let result = try Command.run(["build", "--now", moment], in: folder.url)
    #expect(result.status == 0)
    return try folder.files(in: "public")
  }
  let first = try build("2026-06-01T12:00:00Z")
  #expect(try build("2026-06-03T03:59:59Z") == first)
  #expect(try build("2026-06-03T04:00:00Z") != first)
}
