import Content
import Diagnostics
import Glibc
import Testing

@Test func `paths are sorted, and hidden files are not part of a site`() {
  let tree = SourceTree([
    "content/b.md": "", "content/.git/config": "", "content/.well-known/security.txt": "",
    "content/.htaccess": "", "content/a.md": "", "site.yml": "",
  ])
  #expect(
    tree.paths == ["content/.well-known/security.txt", "content/a.md", "content/b.md", "site.yml"]
  )
}

@Test func `a tree gives the bytes of its files and refuses others`() throws {
  let tree = SourceTree(["content/a.jpg": [1, 2]])
  #expect(try tree.read("content/a.jpg") == [1, 2])
  #expect(throws: SystemError("can't be read", path: "content/b.jpg", errno: ENOENT)) {
    try tree.read("content/b.jpg")
  }
}

@Test func `templates are the texts that end in .html, and assets all files of their folder`() {
  let tree = SourceTree([
    "templates/base.html": "<p>", "templates/parts/card.html": "", "templates/README.md": "",
    "templates/assets/a.html": "", "templates/assets/css/a.css": "",
  ])
  var log = DiagnosticLog()
  #expect(
    tree.templates(log: &log).map(\.path) == ["templates/base.html", "templates/parts/card.html"]
  )
  #expect(tree.assets.map(\.path) == ["templates/assets/a.html", "templates/assets/css/a.css"])
  #expect(log.diagnostics.isEmpty)
}

@Test(arguments: [
  (
    Array("---\ntitle: caf".utf8) + [0xE9, 0x0A],
    """
    content/a.md:2:11: error: a text must be UTF-8
      |
    2 | title: caf\u{FFFD}
      |           ^ byte 0xE9 is not UTF-8 here
      = help: save the file as UTF-8

    """
  ),
  (
    Array("ab".utf8) + [0],
    """
    content/a.md:1:3: error: a text must not hold a NUL byte
      |
    1 | ab\u{FFFD}
      |   ^

    """
  ),
]) func `a page must be a text`(bytes: [UInt8], said: String) {
  let reading = Reading(bytes: ["content/a.md": bytes])
  #expect(reading.said == said)
  #expect(reading.site?.pages.isEmpty == true)
}

@Test func `other files may hold any bytes`() {
  let reading = Reading(bytes: ["content/a.jpg": [0xFF, 0x00]])
  #expect(reading.said == "")
  #expect(reading.site?.files == [ContentFile(path: "content/a.jpg")])
}

@Test func `a byte order mark is no part of the text`() throws {
  let reading = Reading(["content/a.md": "\u{FEFF}---\ntitle: A\n---\nText"])
  let page = try #require(reading.site?.pages.first)
  #expect(page.document.title == "A")
  #expect(page.document.file.text(in: page.document.body) == "Text")
  let bare = try #require(Reading(["content/a.md": "\u{FEFF}Text"]).site?.pages.first)
  #expect(bare.document.file.text(in: bare.document.body) == "Text")
}

@Test func `a text has a bounded size`() {
  let bytes = [UInt8](repeating: 0x61, count: SourceTree.textLimit + 1)
  let reading = Reading(bytes: ["content/a.md": bytes])
  #expect(
    reading.said == """
      content/a.md: error: a text must have at most 8 MiB
       = help: split it, or give it another extension to have it published as it is

      """
  )
  #expect(reading.site?.pages.count == 0)
}
