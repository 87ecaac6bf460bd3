import Foundation
import Testing

private let hidden = [
  "content/draft.md": "---\ntitle: D\ndraft: true\n---\n",
  "content/later.md": "---\ntitle: F\ndate: 2027-01-01\n---\n",
  "content/gone.md": "---\ntitle: X\nexpire: 2026-01-01\n---\n",
  "content/soon.md": "---\ntitle: P\npublish: 2026-12-01 10:00\n---\n",
]

/// What is said of the pages of `hidden`, each in its line.
private let reasons = [
  "content/draft.md: not published: draft",
  "content/gone.md: not published: expired on 2026-01-01",
  "content/later.md: not published: future until 2027-01-01",
  "content/soon.md: not published: future until 2026-12-01T10:00:00Z",
]

@Test(arguments: [
  (["--quiet"], [0, 1, 2, 3]),
  (["--quiet", "-D"], [1, 2, 3]),
  (["--quiet", "--drafts", "--future", "--expired"], []),
  (["--quiet", "-DFE"], []),
  (["--quiet", "-F"], [0, 1]),
  (["--quiet", "-E"], [0, 2, 3]),
  (["--quiet", "--now", "2026-12-01T11:00+01:00"], [0, 1, 2]),
  (["--quiet", "--now", "2025-12-31T23:59:59Z"], [0, 2, 3]),
])
func `a build names what it leaves out, also when it is quiet`(
  options: [String],
  leftOut: [Int]
) throws {
  let site = try Scratch(BuiltSite.files.merging(hidden) { $1 })
  let result = try Command.run(["build"] + options, in: site.url)
  #expect(result.status == 0)
  let lines = result.errors.split(separator: "\n").map(String.init)
  #expect(lines.filter { !$0.contains("2026-03-24-cake") } == leftOut.map { reasons[$0] })
  let pages = ["draft", "gone", "later", "soon"]
  for (index, page) in pages.enumerated() {
    let isThere = try site.files(in: "public")["\(page)/index.html"] != nil
    #expect(isThere == !leftOut.contains(index), "\(page)")
  }
}

@Test func `the clock is --now, else the site's, else SOURCE_DATE_EPOCH`() throws {
  let files = BuiltSite.files.merging(hidden) { $1 }
  let template = ["templates/home.html": "{{ now }}"]
  let site = try Scratch(files.merging(template) { $1 })
  let environment = ["SOURCE_DATE_EPOCH": "1893456000"]
  func clock(_ options: [String] = []) throws -> String {
    let result = try Command.run(["build"] + options, in: site.url, environment: environment)
    try #require(result.status == 0, "\(result.errors)")
    let page = try #require(try site.files(in: "public")["index.html"])
    return String(decoding: page, as: UTF8.self)
  }
  #expect(try clock(["--now", "2026-06-01T10:00+02:00"]) == "2026-06-01T08:00:00Z")
  #expect(try clock() == "2026-11-01T00:00:00Z")
  try site.write("title: Harbor\nbase_url: https://harbor.example/\n", to: "site.yml")
  #expect(try clock() == "2030-01-01T00:00:00Z")
}

@Test func `a build ends with one line of what it did`() throws {
  let site = try Scratch(BuiltSite.files)
  for line in [
    #"^\d+ written, 0 unchanged, 0 removed in \d+ ms, \d+ MiB\n$"#,
    #"^0 written, \d+ unchanged, 0 removed in \d+ ms, \d+ MiB\n$"#,
  ] {
    let result = try Command.run(["build"], in: site.url)
    #expect(result.errors.firstMatch(of: try Regex(line)) != nil, "\(result.errors)")
    #expect(result.output == "")
  }
}

@Test func `--base-url takes the place of the site's, with its path`() throws {
  let site = try Scratch(BuiltSite.files)
  let result = try Command.run(
    ["build", "--base-url", "http://localhost:8000/club", "-d", "out"],
    in: site.url
  )
  #expect(result.status == 0)
  let files = try site.files(in: "out")
  let robots = String(decoding: try #require(files["robots.txt"]), as: UTF8.self)
  #expect(robots.hasSuffix("Sitemap: http://localhost:8000/club/sitemap.xml\n"))
  let page = String(decoding: try #require(files["about/index.html"]), as: UTF8.self)
  #expect(page.contains(#"href="http://localhost:8000/club/about/""#))
  #expect(!page.contains("harbor.example"))
  #expect(try site.files(in: "public") == [:])
}

@Test func `all that is wrong is said in one run, by file and line`() throws {
  let site = try BuiltSite()
  try site.folder.write("---\ndraft: maybe\ntitel: B\n---\n[x](nowhere.md)\n", to: "content/b.md")
  try site.folder.write("---\nnoindex: never\n---\n", to: "content/a.md")
  try site.folder.write("{{ x|uper }}\n", to: "templates/page.html")
  try site.expectFailure(
    1,
    says: """
      content/a.md:2:10: error: `noindex` must be `true` or `false`
        |
      2 | noindex: never
        |          ^^^^^
      content/b.md:2:8: error: `draft` must be `true` or `false`
        |
      2 | draft: maybe
        |        ^^^^^
      content/b.md:3:1: error: unknown key `titel` in a page
        |
      3 | titel: B
        | ^^^^^ not a key of a page
        = help: did you mean `title`?
      content/b.md:5:5: error: the link `nowhere.md` leads nowhere
        |
      5 | [x](nowhere.md)
        |     ^^^^^^^^^^
        = help: there is no `content/nowhere.md`; an address on the site itself begins with `/`
      templates/page.html:1:6: error: unknown filter `uper`
        |
      1 | {{ x|uper }}
        |      ^^^^
        = help: did you mean `upper`?

      """
  )
}

@Test func `errors as JSON are one object a line, with the same keys`() throws {
  let site = try BuiltSite()
  try site.folder.write("---\ntitel: \"B\"\n---\n", to: "content/b.md")
  try site.folder.write("---\ntitle: Tea\n---\n", to: "content/posts/tea.md")
  try site.expectFailure(
    1,
    ["build", "--format", "json"],
    says: #"""
      {"severity": "error", "file": "content/b.md", "line": 2, "column": 1, "message": "unknown key `titel` in a page", "help": "did you mean `title`?"}
      {"severity": "error", "file": "content/posts/tea.md", "line": null, "column": null, "message": "a post must have a `date`", "help": "write `date: 2010-03-24`, or name the file `2010-03-24-tea.md`"}

      """#
  )
}

@Test func `a warning is no error, unless --strict makes it one`() throws {
  let site = try BuiltSite()
  try site.folder.write(
    "- id: 1\n  date: 2026-01-01\n  reply_to: 9\n  body: x\n",
    to: "content/about.comments.yml"
  )
  let warned = try Command.run(["build", "--quiet", "-d", "out"], in: site.folder.url)
  #expect(warned.status == 0)
  #expect(warned.errors.hasPrefix("content/about.comments.yml:3:13: warning: "))
  let said = warned.errors.replacing(": warning: ", with: ": error: ")
  try site.expectFailure(1, ["build", "--strict"], says: said)
}

@Test func `nothing is coloured when nobody looks`() throws {
  let site = try Scratch(["site.yml": "titel: X\n"])
  for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]] {
    let result = try Command.run(["build"], in: site.url, environment: environment)
    #expect(result.status == 1)
    #expect(!result.errors.utf8.contains(0x1B))
  }
}

/// A terminal of its own for a program, from util-linux.
private let script = "/usr/bin/script"

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "script is there"))
func `a terminal gets colours, unless NO_COLOR asks for none`() throws {
  let site = try Scratch(["site.yml": "titel: X\n"])
  func run(_ environment: [String: String]) throws -> String {
    try Command.run(
      ["-qec", "'\(Command.program.path)' build", "/dev/null"],
      in: site.url,
      environment: environment,
      program: URL(fileURLWithPath: script)
    ).output
  }
  #expect(try run([:]).utf8.contains(0x1B))
  #expect(try !run(["NO_COLOR": "1"]).utf8.contains(0x1B))
  #expect(try run(["NO_COLOR": ""]).utf8.contains(0x1B))
}

@Test func `--template-metrics says what each template cost`() throws {
  let site = try Scratch(BuiltSite.files)
  for jobs in ["1", "3"] {
    let folder = "public-\(jobs)"
    let options = ["--template-metrics", "--quiet", "--jobs", jobs, "-d", folder]
    let result = try Command.run(["build"] + options, in: site.url)
    try #require(result.status == 0, "\(result.errors)")
    let lines = result.errors.split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    let heading = try #require(lines.firstIndex { $0.first == "template" })
    #expect(lines[heading] == ["template", "count", "total", "mean", "max", "bytes"])
    let rows = lines[(heading + 1)...].sorted { $0[0] < $1[0] }
    // name, count, total ms, mean ms, max ms, bytes
    #expect(rows.allSatisfy { $0.count == 9 && $0[3] == "ms" && $0[5] == "ms" && $0[7] == "ms" })
    let files = try site.files(in: folder)
    let home = try #require(files["index.html"])
    let row = try #require(rows.first { $0[0] == "home.html" })
    #expect((row[1], row[8]) == ("1", "\(home.count)"))
    #expect(row[2] == row[4] && row[4] == row[6], "one page: its time is total, mean and max")
    let base = try #require(rows.first { $0[0] == "base.html" })
    let pages = files.keys.count { $0.hasSuffix(".html") && $0 != "old/index.html" }
    #expect(try #require(Int(base[1])) <= pages, "each page extends it once")
    #expect(rows.contains { $0[0].contains(".html:") && $0[0].hasSuffix("()") }, "macros have rows")
  }
  let quiet = try Command.run(["build", "--quiet", "-d", "public-0"], in: site.url)
  #expect(!quiet.errors.contains("template "))
}
