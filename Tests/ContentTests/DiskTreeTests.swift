import Calendar
import Content
import Diagnostics
import Glibc
import Testing

@Test func `a tree on the disk lists regular files and says what else is there`() throws {
  let folder = try TemporaryFolder()
  for name in ["content", "content/posts", "content/x.md", "content/.git", "templates", "public"] {
    try folder.makeFolder(name)
  }
  try folder.write("title: T\n", to: "site.yml")
  try folder.write("A", to: "content/a.md")
  try folder.write("no", to: "content/.hidden")
  try folder.write("no", to: "content/.git/config")
  try folder.write("no", to: "public/index.html")
  folder.link("content/b.md", to: "a.md")
  folder.link("content/hidden.txt", to: ".hidden")
  folder.link("content/loop", to: "..")
  folder.link("content/out.txt", to: "/etc/passwd")
  folder.link("content/nowhere", to: "missing")
  folder.makePipe("content/pipe")
  var log = DiagnosticLog()
  let tree = SourceTree(root: folder.path, log: &log)
  #expect(tree.paths == ["content/a.md", "content/b.md", "site.yml"])
  #expect(try tree.read("content/b.md") == Array("A".utf8))
  #expect(tree.diskPath("content/b.md") == "\(folder.path)/content/b.md")
  #expect(
    log.sorted.map { $0.rendered() }.joined() == """
      content/hidden.txt: error: a symbolic link must not lead to a hidden file
      content/loop: error: a symbolic link must not leave the site
       = help: copy the file here
      content/nowhere: error: a symbolic link must lead to a file that exists
      content/out.txt: error: a symbolic link must not leave the site
       = help: copy the file here
      content/pipe: error: only files and folders belong in a site
       = help: this is a pipe, a socket or a device: move it elsewhere
      content/x.md: error: a folder's name must not end in `.md`
       = help: a page in a folder is `content/x/index.md`

      """
  )
}

@Test func `a link to a folder of the site is not followed`() throws {
  let folder = try TemporaryFolder()
  for name in ["content", "content/posts"] { try folder.makeFolder(name) }
  folder.link("content/again", to: "posts")
  var log = DiagnosticLog()
  #expect(SourceTree(root: folder.path, log: &log).paths.isEmpty)
  #expect(
    log.diagnostics.map { $0.rendered() } == [
      "content/again: error: a symbolic link must lead to a file, not a folder\n"
    ]
  )
}

@Test func `what the machine refuses is a refusal, and the rest is read`() async {
  await #expect(processExitsWith: .success) {
    // The superuser may read everything, so this process becomes nobody.
    if geteuid() == 0 { try #require(seteuid(65_534) == 0) }
    let folder = try TemporaryFolder()
    try folder.makeFolder("content")
    try folder.makeFolder("content/closed")
    try folder.write("A", to: "content/a.md")
    try folder.write("B", to: "content/b.md")
    try folder.write("title: T\nbase_url: https://x.example/\n", to: "site.yml")
    folder.forbid("content/b.md")
    folder.forbid("content/closed")
    var log = DiagnosticLog()
    let tree = SourceTree(root: folder.path, log: &log)
    let reader = SiteReader(tree: tree, options: Reading.options(), zones: ZoneDatabase())
    let site = reader.read(log: &log)
    #expect(site?.pages.map(\.document.name) == ["a"])
    #expect(log.hasRefusals)
    #expect(
      log.sorted.map { $0.rendered() } == [
        "content/b.md: error: can't be read: Permission denied\n",
        "content/closed: error: can't be read: Permission denied\n",
      ]
    )
  }
}

@Test func `a file that went away since it was listed is a refusal`() throws {
  let folder = try TemporaryFolder()
  try folder.makeFolder("content")
  try folder.write("A", to: "content/a.md")
  try folder.write("title: T\nbase_url: https://x.example/\n", to: "site.yml")
  var log = DiagnosticLog()
  let tree = SourceTree(root: folder.path, log: &log)
  unsafe unlink("\(folder.path)/content/a.md")
  _ = SiteReader(tree: tree, options: Reading.options(), zones: ZoneDatabase()).read(log: &log)
  #expect(log.hasRefusals)
  #expect(
    log.diagnostics.map { $0.rendered() } == [
      "content/a.md: error: can't be read: No such file or directory\n"
    ]
  )
}

@Test func `a folder without site.yml is no site`() throws {
  let folder = try TemporaryFolder()
  var log = DiagnosticLog()
  let tree = SourceTree(root: folder.path, log: &log)
  let site = SiteReader(tree: tree, options: Reading.options(), zones: ZoneDatabase()).read(
    log: &log
  )
  #expect(site == nil)
  #expect(
    log.diagnostics.map { $0.rendered() } == [
      """
      error: a site must have a file `site.yml`
       = help: write `title: …` into it, or name the folder of the site with `--source`

      """
    ]
  )
}
