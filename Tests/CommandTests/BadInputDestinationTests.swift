import Foundation
import Testing

private let foreign = """
  error: something that tweetup didn't write stands where the build needs a file
   = help: move it away, or into content/

  """

@Test(arguments: ["content", "content/out/public", "templates", "./content/../content/x"])
func `a destination that the next build would read is refused`(destination: String) throws {
  let site = try BuiltSite()
  let folder = destination.contains("content") ? "content" : "templates"
  try site.folder.write("{{ page.title }}", to: "templates/page.html")
  try site.expectFailure(
    1,
    ["build", "-d", destination],
    says: """
      \(destination): error: the destination lies in the site's own `\(folder)`
       = help: the next build would read what this one wrote: choose a folder outside

      """
  )
}

@Test(arguments: ["public", "."])
func `a folder with other people's files is no destination`(destination: String) throws {
  let site = try BuiltSite()
  try FileManager.default.removeItem(
    at: site.folder.url.appendingPathComponent("public/.tweetup-files")
  )
  try site.expectFailure(
    1,
    ["build", "-d", destination],
    says: """
      \(destination): error: the destination holds files that tweetup didn't write
       = help: give an empty folder with --destination, or empty this one; a folder of ours has a `.tweetup-files`

      """
  )
}

@Test func `a file of somebody else is never written over`() throws {
  let site = try BuiltSite()
  try site.folder.write("mine", to: "public/tea.txt")
  try site.folder.write("new", to: "content/tea.txt")
  try site.expectFailure(1, says: "./public/tea.txt: \(foreign)")
}

@Test func `a file of somebody else where a page needs a folder stays`() throws {
  let site = try BuiltSite()
  try site.folder.write("mine", to: "public/tea")
  try site.folder.write("---\ntitle: Tea\n---\n", to: "content/tea.md")
  try site.expectFailure(1, says: "./public/tea: \(foreign)")
}

@Test func `a symbolic link in the destination is never followed for writing`() throws {
  let site = try BuiltSite()
  let about = site.folder.url.appendingPathComponent("public/about")
  try FileManager.default.removeItem(at: about)
  let elsewhere = try Scratch(["index.html": "mine"])
  try FileManager.default.createSymbolicLink(at: about, withDestinationURL: elsewhere.url)
  try site.expectFailure(1, says: "./public/about: \(foreign)")
  #expect(try elsewhere.files(in: ".") == ["index.html": Data("mine".utf8)])
}

@Test func `a folder where a page's file should be stays`() throws {
  let site = try BuiltSite()
  let page = site.folder.url.appendingPathComponent("public/about/index.html")
  try FileManager.default.removeItem(at: page)
  try site.folder.write("mine", to: "public/about/index.html/mine.txt")
  try site.expectFailure(1, says: "./public/about/index.html: \(foreign)")
}

@Test func `a folder of ours where a page's file should be is said to be one`() throws {
  let site = try BuiltSite()
  try site.folder.write("---\npermalink: /tags.txt\n---\n", to: "content/a.md")
  let manifest = "public/.tweetup-files"
  let files = try site.folder.files(in: "public")[".tweetup-files"]
  let listed = String(decoding: try #require(files), as: UTF8.self) + "tags.txt/index.html\n"
  try site.folder.write(listed, to: manifest)
  try site.folder.write("x", to: "public/tags.txt/index.html")
  try site.expectFailure(
    1,
    says: """
      ./public/tags.txt: error: a folder stands where the build needs a file
       = help: remove it, or give the page another address: a build takes no folder away

      """
  )
}

@Test func `a file is no destination`() throws {
  let site = try BuiltSite()
  try site.expectFailure(
    1,
    ["build", "-d", "site.yml"],
    says: "site.yml: error: the destination isn't a folder\n"
  )
}

@Test func `a destination below a file is the machine's refusal`() throws {
  let site = try BuiltSite()
  try site.expectFailure(
    74,
    ["build", "-d", "site.yml/x"],
    says: "site.yml/x: error: can't be looked at: Not a directory\n"
  )
}

/// A disk in memory of a few KiB; `nil` where the tests may not mount one.
private final class TinyDisk {
  let path: String

  init?(_ options: String, at url: URL) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    let mount = URL(fileURLWithPath: "/bin/mount")
    guard FileManager.default.isExecutableFile(atPath: mount.path), geteuid() == 0 else {
      return nil
    }
    let arguments = ["-t", "tmpfs", "-o", options, "none", path]
    guard try Command.run(arguments, program: mount).status == 0 else { return nil }
  }

  deinit {
    #expect(throws: Never.self) {
      try Command.run([path], program: URL(fileURLWithPath: "/bin/umount"))
    }
  }
}

// No room for a page, for a folder, or for all of the pages.
@Test(arguments: ["size=64k", "nr_inodes=12", "size=1m,nr_inodes=33"])
func `a full disk is the machine's refusal, and nothing is left on it`(options: String) throws {
  let site = try BuiltSite()
  let url = site.folder.url.appendingPathComponent("tiny")
  // Without the right to mount there is no full disk to be had.
  guard let disk = try TinyDisk(options, at: url) else { return }
  try site.expectFailure(
    74,
    ["build", "-d", "tiny/public"],
    says: "tiny/public: error: has no room for the site: No space left on device\n"
  )
  #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
}

@Test func `a full disk under an earlier build leaves that build as it was`() throws {
  let site = try BuiltSite()
  let url = site.folder.url.appendingPathComponent("tiny")
  guard let disk = try TinyDisk("size=1m", at: url) else { return }
  try #require(try Command.run(["build", "-d", "tiny/public"], in: site.folder.url).status == 0)
  let earlier = try site.folder.files(in: "tiny/public")
  let text = String(repeating: "More tea than a table holds. ", count: 40_000)
  try site.folder.write("---\ntitle: Tea\n---\n\(text)\n", to: "content/tea.md")
  try site.folder.write("---\ntitle: Anew\n---\nAnew.\n", to: "content/about.md")
  try site.expectFailure(
    74,
    ["build", "-d", "tiny/public"],
    says: "tiny/public: error: has no room for the site: No space left on device\n"
  )
  #expect(try site.folder.files(in: "tiny/public") == earlier)
  #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["public"])
}

@Test func `a template that fails leaves no new destination`() throws {
  let site = try BuiltSite()
  try site.folder.write("{{ page.title }}{{ 1 // 0 }}", to: "templates/404.html")
  let result = try Command.run(["build", "-d", "new/public"], in: site.folder.url)
  #expect(result.errors.contains("templates/404.html:1:"))
  #expect(result.status == 1)
  let new = site.folder.url.appendingPathComponent("new").path
  #expect(!FileManager.default.fileExists(atPath: new))
}

@Test func `what a build left that was cut off is gone after the next`() throws {
  let site = try BuiltSite()
  let whole = try site.folder.files(in: "public")
  // Cut off while it staged: a page that no build wants waits beside another, a new one at its place.
  let manifest = String(decoding: try #require(whole[".tweetup-files"]), as: UTF8.self)
  let left = ["about/index.html.tweetup-part", "tea/index.html", "404.html.tweetup-part"]
  try site.folder.write(manifest + left.map { "\($0)\n" }.joined(), to: "public/.tweetup-files")
  for path in left { try site.folder.write("half a", to: "public/\(path)") }
  try site.folder.write("x", to: "public/.tweetup-files.tweetup-part")
  try site.folder.write("---\ntitle: Anew\n---\nAnew.\n", to: "content/about.md")
  let again = try Command.run(["build"], in: site.folder.url)
  #expect(again.status == 0, "\(again.errors)")
  let files = try site.folder.files(in: "public")
  #expect(files.keys.sorted() == whole.keys.sorted())
  #expect(files["about/index.html"] != whole["about/index.html"])
  #expect(files[".tweetup-files"] == whole[".tweetup-files"])
}

@Test func `a destination that another build writes to is left alone`() throws {
  let site = try BuiltSite()
  let path = site.folder.url.appendingPathComponent("public").path
  try site.folder.write("---\ntitle: Tea\n---\n", to: "content/tea.md")
  let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  #expect(flock(descriptor, LOCK_EX) == 0)
  try site.expectFailure(
    74,
    says: "./public: error: is being written by another build: Device or resource busy\n"
  )
  close(descriptor)
  #expect(try Command.run(["build"], in: site.folder.url).status == 0)
}
