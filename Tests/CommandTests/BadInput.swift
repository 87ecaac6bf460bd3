import Foundation
import Testing

/// A good site with something bad put into it, and all that the command says of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let rule: String
  let files: KeyValuePairs<String, String>
  let said: String

  init(_ rule: String, _ files: KeyValuePairs<String, String>, says said: String) {
    self.rule = rule
    self.files = files
    self.said = said
  }

  var testDescription: String { rule }

  /// Builds over a good build: it fails with exactly what should be said, and the good build stays.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let site = try BuiltSite()
    for (name, text) in files { try site.folder.write(text, to: name) }
    try site.expectFailure(1, says: said, sourceLocation: sourceLocation)
  }
}

/// A small site that was built once, in a folder of its own.
struct BuiltSite {
  static let settings = """
    title: Harbor
    base_url: https://harbor.example/
    now: 2026-11-01T00:00:00Z

    """

  /// What is wrong with nothing.
  static let files = [
    "site.yml": settings,
    "content/about.md": "---\ntitle: About\n---\nAbout us.\n",
    "content/communities/boston.md": "---\nname: Boston\ntimezone: America/New_York\n---\n",
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "content/venues/hall.md": "---\nname: The Hall\n---\n",
    "content/posts/2026-03-24-cake.md": "---\ntitle: Cake\ntags: [swift]\n---\nCake.\n",
    "content/events/2026-04-13-meet.md": "---\ntitle: Meet\nstart: 2026-04-13 18:00\n---\nCome.\n",
  ]

  /// The files of its build, made once for all tests.
  private static let output = Result {
    let site = try Scratch(files)
    let result = try Command.run(["build"], in: site.url)
    try #require(result.status == 0, "\(result.errors)")
    return try site.files(in: "public")
  }

  let folder: Scratch

  init() throws {
    folder = try Scratch(BuiltSite.files)
    for (name, data) in try BuiltSite.output.get() {
      try folder.write(Array(data), to: "public/\(name)")
    }
  }

  /// Runs a command that must fail; what stood in public/ must stay, byte for byte.
  ///
  /// `program` runs the command in its place, with the command as its last arguments.
  func expectFailure(
    _ status: Int32,
    _ arguments: [String] = ["build"],
    says said: String,
    through program: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.files(in: "public")
    let command = program + [Command.program.path] + arguments
    let result = try Command.run(
      Array(command.dropFirst()),
      in: folder.url,
      program: URL(fileURLWithPath: command[0])
    )
    #expect(result.errors == said, sourceLocation: sourceLocation)
    #expect(result.status == status, sourceLocation: sourceLocation)
    #expect(result.output == "", sourceLocation: sourceLocation)
    #expect(try folder.files(in: "public") == before, sourceLocation: sourceLocation)
  }
}
