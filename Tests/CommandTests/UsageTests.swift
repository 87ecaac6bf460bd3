import Foundation
import Testing

/// The line that says what is wrong with an argument; below it stands the command's usage.
private func fault(_ arguments: [String]) throws -> String {
  let site = try Scratch(["site.yml": BuiltSite.settings])
  let result = try Command.run(arguments, in: site.url)
  #expect(result.status == 64)
  #expect(result.output == "")
  #expect(try site.files(in: ".").keys.sorted() == ["site.yml"])
  let lines = result.errors.split(separator: "\n")
  #expect(lines.contains { $0.hasPrefix("Usage: tweetup") })
  return String(lines.first ?? "")
}

@Test(arguments: [
  (["--nope"], "Unknown option '--nope'"),
  (["biuld"], "Unexpected argument 'biuld'"),
  (["build", "--jobs", "0"], "--jobs takes a number from 1 to 1024"),
  (["build", "--jobs", "1025"], "--jobs takes a number from 1 to 1024"),
  (["build", "--jobs", "x"], "The value 'x' is invalid for '--jobs <jobs>'"),
  (["build", "extra"], "Unexpected argument 'extra'"),
  (
    ["build", "--base-url", "harbor.example"],
    "--base-url doesn't begin with `https://` or `http://`"
  ),
  (
    ["build", "--base-url", "https://x.example/?a"],
    "--base-url has a path with `?`, `#`, `..` or a blank"
  ),
  (["build", "--now", "yesterday"], "--now: a time begins with a date such as `2026-03-10`"),
  (["build", "--now", "2026-02-30"], "--now: February 2026 has 28 days"),
  (["build", "-d"], "Missing value for '-d <dir>'"),
  (["build", "-d", ""], "--destination takes a folder"),
  (["build", "-s", ""], "--source takes a folder"),
  (
    ["build", "--format", "xml"],
    "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'."
  ),
  (["inspect"], "Missing expected argument '<path>'"),
  (["render"], "Missing expected argument '<template>'"),
  (["markdown", "a", "b"], "Unexpected argument 'b'"),
  (["serve"], "Unexpected argument 'serve'"),
])
func `wrong usage is 64, says what is wrong and touches nothing`(
  arguments: [String],
  said: String
) throws {
  #expect(try fault(arguments) == "Error: \(said)")
}

@Test func `the version is one line`() throws {
  let result = try Command.run(["--version"])
  #expect(result.status == 0)
  #expect(result.errors == "")
  #expect(result.output.wholeMatch(of: try Regex(#"\d+\.\d+\.\d+\n"#)) != nil)
}

@Test func `help lists the commands that are built, and each has a help of its own`() throws {
  let help = try Command.run(["--help"])
  #expect(help.status == 0)
  let section = try #require(help.output.components(separatedBy: "SUBCOMMANDS:\n").last)
  let names = section.matches(of: try Regex("(?m)^  ([a-z-]+) {2,}")).compactMap {
    $0[1].substring.map(String.init)
  }
  #expect(
    names == [
      "build", "comments", "import", "inspect", "list", "markdown", "next-change", "render",
    ]
  )
  for name in names {
    let own = try Command.run([name, "--help"])
    #expect(own.status == 0)
    #expect(own.output.contains("USAGE: tweetup \(name)"))
  }
}

@Test(arguments: ["x", "1.5", "-1", "99999999999999"])
func `a clock in SOURCE_DATE_EPOCH that is none is wrong usage`(epoch: String) throws {
  let site = try Scratch(BuiltSite.files)
  let result = try Command.run(
    ["build"],
    in: site.url,
    environment: ["SOURCE_DATE_EPOCH": epoch]
  )
  #expect(result.status == 64)
  #expect(
    result.errors.hasPrefix(
      "Error: SOURCE_DATE_EPOCH must be whole seconds since 1970, such as 1767225600\n"
    )
  )
  #expect(try site.files(in: "public").isEmpty)
}

@Test(arguments: [
  ("nowhere", "there is no such folder"), ("site.yml", "a site is a folder"),
  ("site.yml/x", "there is no such folder"),
])
func `a source that is no folder is said to be none`(source: String, said: String) throws {
  let site = try BuiltSite()
  for command in [["build"], ["inspect", "a.md"]] {
    try site.expectFailure(
      1,
      command + ["-s", source],
      says: """
        \(source): error: \(said)
         = help: `--source` names the folder in which site.yml is

        """
    )
  }
}
