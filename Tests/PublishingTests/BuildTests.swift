import Content
import Publishing
import Testing

@Test func `a site of a title and a post has a home, lists, feeds and a page for it`() throws {
  let build = try TestBuild(["content/posts/2026-03-24-tea.md": post("Tea")])
  #expect(build.diagnostics == [])
  #expect(
    try build.files().keys.sorted() == [
      "2026/03/24/tea/index.html", "404.html", "archive/index.html", "assets/events.js",
      "assets/style.css", "comments/feed.xml", "communities/index.html", "events/index.html",
      "feed.json", "feed.xml", "index.html", "posts/index.html", "robots.txt", "sitemap.xml",
      "tags/index.html",
    ]
  )
}

@Test func `a second build of the same site writes nothing`() throws {
  let files = ["content/posts/2026-03-24-tea.md": post("Tea")]
  let first = try TestBuild(files)
  let second = try TestBuild(files, over: first.folder)
  #expect(second.report?.written == 0)
  #expect(second.report?.removed == 0)
  #expect(second.report?.unchanged == 15)
}

@Test func `what is no longer built is removed with its folders, and nothing else is`() throws {
  let first = try TestBuild(["content/posts/2026-03-24-tea.md": post("Tea")])
  try first.folder.write("mine", to: "public/mine.txt")
  let second = try TestBuild(["content/posts/2026-03-25-cake.md": post("Cake")], over: first.folder)
  #expect(second.report?.removed == 1)
  let files = try second.files()
  #expect(files["2026/03/24/tea/index.html"] == nil)
  #expect(files["2026/03/25/cake/index.html"] != nil)
  #expect(files["mine.txt"] == "mine")
}

@Test func `a file of somebody else where the build needs one is an error`() throws {
  let folder = try TestBuild(["content/about.md": post("About")]).folder
  try folder.write("mine", to: "public/contact/index.html")
  let build = try TestBuild(
    ["content/about.md": post("About"), "content/contact.md": post("Contact")],
    over: folder
  )
  #expect(build.report == nil)
  #expect(
    build.diagnostics == [
      """
      \(folder.path)/public/contact/index.html: error: something that tweetup didn't write stands where the build needs a file
       = help: move it away, or into content/

      """
    ]
  )
}

@Test func `a folder that isn't ours is no destination`() throws {
  let folder = try TemporaryFolder()
  try folder.write("mine", to: "public/mine.txt")
  let build = try TestBuild(["content/about.md": post("About")], over: folder)
  #expect(build.report == nil)
  #expect(try folder.files() == ["mine.txt": "mine"])
}

@Test func `a manifest can't make us delete what lies outside`() throws {
  let first = try TestBuild(["content/about.md": post("About")])
  try first.folder.write("mine", to: "outside.txt")
  let manifest = "../outside.txt\n\(first.folder.path)/outside.txt\na/../../outside.txt\n"
  try first.folder.write(manifest, to: "public/.tweetup-files")
  _ = try TestBuild(["content/about.md": post("About")], over: first.folder)
  #expect(try first.folder.files(in: "")["outside.txt"] == "mine")
}

@Test(arguments: [1, 2, 8])
func `any number of jobs gives the same bytes`(jobs: Int) throws {
  var files: [String: String] = [:]
  for day in 1...28 {
    let name = "content/posts/2026-02-\(day < 10 ? "0" : "")\(day)-day.md"
    files[name] = post("Day \(day)", "[next](2026-02-01-day.md)", keys: "tags: [a, b\(day % 3)]")
  }
  let one = try TestBuild(files, jobs: 1)
  let many = try TestBuild(files, jobs: jobs)
  #expect(try one.folder.files() == many.folder.files())
}

@Test func `two pages at one address are an error that names both`() throws {
  let build = try TestBuild([
    "content/a.md": post("A", keys: "permalink: /same/"),
    "content/b.md": post("B", keys: "permalink: /Same/"),
    "content/c.md": post("C", keys: "permalink: /same"),
  ])
  #expect(
    build.diagnostics == [
      """
      content/b.md:3:12: error: the address `/Same/` is too like `/same/` of `content/a.md`
        |
      3 | permalink: /Same/
        |            ^^^^^^
        = help: only case differs, which some disks and servers ignore: give one of them another `slug` or `permalink`

      """,
      """
      content/c.md:3:12: error: the address `/same/` is taken by `content/a.md`
        |
      3 | permalink: /same
        |            ^^^^^
        = help: give one of them another `slug` or `permalink`

      """,
    ]
  )
}

@Test func `a file can't stand where a page needs a folder`() throws {
  let build = try TestBuild(["content/tags": "x", "content/a.md": post("A")])
  #expect(
    build.diagnostics == [
      """
      content/tags: error: the file `/tags` of `content/tags` stands where `/tags/` of the list of tags needs a folder
       = help: give one of them another address

      """
    ]
  )
}

@Test func `an alias is a page and a line of _redirects`() throws {
  let build = try TestBuild([
    "content/about.md": post("About", keys: "aliases: [/old.html, /über uns/]")
  ])
  #expect(build.diagnostics == [])
  #expect(
    try build.file("_redirects") == "/old.html /about/ 301\n/%C3%BCber%20uns/ /about/ 301\n"
  )
  #expect(try build.file("old.html").contains(#"content="0; url=/about/""#))
  #expect(try build.file("über uns/index.html").contains(#"href="https://harbor.example/about/""#))
}

@Test func `base_url's path stands before every address that the build writes`() throws {
  let build = try TestBuild([
    "site.yml": "title: Club\nbase_url: https://harbor.example/club/\nnow: 2026-11-01\n",
    "content/posts/2026-03-24-tea.md": post("Tea", "[about](@/about.md) ![x](/x.png)"),
    "content/about.md": post("About", keys: "aliases: [/old/]"),
    "content/x.png": "",
  ])
  #expect(build.diagnostics == [])
  let page = try build.file("2026/03/24/tea/index.html")
  #expect(page.contains(#"<a href="/club/about/">about</a>"#))
  #expect(page.contains(#"src="/club/x.png""#))
  #expect(page.contains(#"href="https://harbor.example/club/2026/03/24/tea/""#))
  #expect(try build.file("_redirects") == "/club/old/ /club/about/ 301\n")
  #expect(try build.file("feed.xml").contains("https://harbor.example/club/2026/03/24/tea/"))
  #expect(try build.file("robots.txt").contains("https://harbor.example/club/sitemap.xml"))
}

@Test func `outputs that are turned off aren't emitted and nothing links to them`() throws {
  let outputs = OutputKind.allCases.map { "  \($0.rawValue): false" }.joined(separator: "\n")
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\noutputs:\n\(outputs)\n",
    "content/posts/2026-03-24-tea.md": post("Tea", keys: "tags: [tea]\naliases: [/old/]"),
    "content/people/jess.md": "---\nname: Jess\n---\n",
  ])
  #expect(build.diagnostics == [])
  #expect(
    try build.files().keys.sorted() == [
      "2026/03/24/tea/index.html", "assets/events.js", "assets/style.css", "events/index.html",
      "index.html",
      "posts/index.html",
    ]
  )
  let page = try build.file("2026/03/24/tea/index.html")
  for address in ["/tags/", "/archive/", "/communities/", "feed.xml", "/people/"] {
    #expect(!page.contains(address))
  }
}
