import Foundation
import Testing

/// Runs a program as a user who may do little; tests in a container run as root, whom nothing is denied.
private let asNobody: [String]? = {
  if geteuid() != 0 { return [] }
  let setpriv = "/usr/bin/setpriv"
  guard FileManager.default.isExecutableFile(atPath: setpriv) else { return nil }
  return [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"]
}()

private func mode(_ bits: Int, _ site: BuiltSite, _ name: String) throws {
  let path = site.folder.url.appendingPathComponent(name).path
  try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
}

private func link(_ target: String, _ site: BuiltSite, _ name: String) throws {
  let path = site.folder.url.appendingPathComponent(name).path
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
}

@Test func `a page that isn't UTF-8 fails the build`() throws {
  let site = try BuiltSite()
  try site.folder.write(
    Array("---\ntitle: Tea\n---\nCaf".utf8) + [0xE9, 0x0A],
    to: "content/tea.md"
  )
  try site.expectFailure(
    1,
    says: """
      content/tea.md:4:4: error: a text must be UTF-8
        |
      4 | Caf\u{FFFD}
        |    ^ byte 0xE9 is not UTF-8 here
        = help: save the file as UTF-8

      """
  )
}

@Test func `a template that isn't UTF-8 fails the build`() throws {
  let site = try BuiltSite()
  try site.folder.write(Array("<p>".utf8) + [0xFF, 0x0A], to: "templates/post.html")
  try site.expectFailure(
    1,
    says: """
      templates/post.html:1:4: error: a text must be UTF-8
        |
      1 | <p>\u{FFFD}
        |    ^ byte 0xFF is not UTF-8 here
        = help: save the file as UTF-8

      """
  )
}

@Test func `settings that aren't UTF-8 fail the build`() throws {
  let site = try BuiltSite()
  try site.folder.write(Array("title: Caf".utf8) + [0xE9, 0x0A], to: "site.yml")
  try site.expectFailure(
    1,
    says: """
      site.yml:1:11: error: a text must be UTF-8
        |
      1 | title: Caf\u{FFFD}
        |           ^ byte 0xE9 is not UTF-8 here
        = help: save the file as UTF-8

      """
  )
}

@Test func `a page with a NUL byte fails the build`() throws {
  let site = try BuiltSite()
  try site.folder.write("---\ntitle: Tea\n---\nA\0B\n", to: "content/tea.md")
  try site.expectFailure(
    1,
    says: """
      content/tea.md:4:2: error: a text must not hold a NUL byte
        |
      4 | A\u{FFFD}B
        |  ^

      """
  )
}

@Test func `a site without site.yml is none`() throws {
  let site = try BuiltSite()
  try FileManager.default.removeItem(at: site.folder.url.appendingPathComponent("site.yml"))
  try site.expectFailure(
    1,
    says: """
      error: a site must have a file `site.yml`
       = help: write `title: …` into it, or name the folder of the site with `--source`

      """
  )
}

@Test(arguments: [
  ("/etc/passwd", "must not leave the site\n = help: copy the file here"),
  ("../../outside", "must lead to a file that exists"),
  ("posts", "must lead to a file, not a folder"),
  ("link.md", "must lead to a file that exists"),
])
func `a symbolic link that leads elsewhere fails the build`(target: String, rule: String) throws {
  let site = try BuiltSite()
  try link(target, site, "content/link.md")
  try site.expectFailure(1, says: "content/link.md: error: a symbolic link \(rule)\n")
}

@Test func `a folder named like a page fails the build`() throws {
  let site = try BuiltSite()
  try site.folder.write("x", to: "content/x.md/y.txt")
  try site.expectFailure(
    1,
    says: """
      content/x.md: error: a folder's name must not end in `.md`
       = help: a page in a folder is `content/x/index.md`

      """
  )
}

@Test func `a pipe is refused without waiting for it`() throws {
  let site = try BuiltSite()
  let path = site.folder.url.appendingPathComponent("content/pipe.md").path
  try #require(unsafe mkfifo(path, 0o644) == 0)
  try site.expectFailure(
    1,
    says: """
      content/pipe.md: error: only files and folders belong in a site
       = help: this is a pipe, a socket or a device: move it elsewhere

      """
  )
}

@Suite(.enabled(if: asNobody != nil, "setpriv is there, or nobody is root"))
struct RefusalTests {
  private let nobody = asNobody ?? []

  @Test(arguments: [
    "content/about.md", "site.yml", "content/posts", "content", "content/posts/2026-03-24-cake.md",
  ])
  func `what the user can't read is the machine's refusal`(name: String) throws {
    let site = try BuiltSite()
    try mode(0, site, name)
    defer { #expect(throws: Never.self) { try mode(0o755, site, name) } }
    try site.expectFailure(
      74,
      says: "\(name): error: can't be read: Permission denied\n",
      through: nobody
    )
  }

  @Test func `what can't be read doesn't hide the other faults`() throws {
    let site = try BuiltSite()
    try mode(0, site, "content/about.md")
    try site.folder.write("---\ndraft: maybe\n---\n", to: "content/tea.md")
    try site.expectFailure(
      74,
      says: """
        content/about.md: error: can't be read: Permission denied
        content/tea.md:2:8: error: `draft` must be `true` or `false`
          |
        2 | draft: maybe
          |        ^^^^^

        """,
      through: nobody
    )
  }

  @Test func `a destination that can't be written is left alone`() throws {
    let site = try BuiltSite()
    try FileManager.default.createDirectory(
      at: site.folder.url.appendingPathComponent("out"),
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o555]
    )
    try site.expectFailure(
      74,
      ["build", "-d", "out"],
      says: "out/.tweetup-files: error: can't be written: Permission denied\n",
      through: nobody
    )
    #expect(try site.folder.files(in: "out") == [:])
  }

  @Test func `a folder of the old build that can't be written leaves the old build`() throws {
    let site = try BuiltSite()
    // Everybody's, but for one folder deep inside.
    let chmod = try Command.run(
      ["-R", "a+rwX", "."],
      in: site.folder.url,
      program: URL(fileURLWithPath: "/bin/chmod")
    )
    try #require(chmod.status == 0)
    try mode(0o555, site, "public/about")
    try site.folder.write("---\ntitle: Anew\n---\nAnew.\n", to: "content/about.md")
    try site.folder.write("---\ntitle: Tea\n---\nTea.\n", to: "content/tea.md")
    try site.expectFailure(
      74,
      says: "./public/about/index.html: error: can't be written: Permission denied\n",
      through: nobody
    )
    let left = site.folder.url.appendingPathComponent("public/tea").path
    #expect(!FileManager.default.fileExists(atPath: left))
  }
}
