import Testing

@testable import Publishing

@Test(arguments: [
  ("/a/b/", "/a/b/", "a/b/index.html", "/a/b/"),
  ("/a/b", "/a/b/", "a/b/index.html", "/a/b/"),
  ("/a/b.html", "/a/b.html", "a/b.html", "/a/b/"),
  ("/", "/", "index.html", "/"),
  ("/.well", "/.well/", ".well/index.html", "/.well/"),
])
func `a permalink is a folder, or a file when it has an extension`(
  permalink: String,
  path: String,
  file: String,
  folder: String
) {
  let address = PageAddress(permalink: permalink)
  #expect(address.path == path)
  #expect(address.file == file)
  #expect(address.folder == folder)
}

@Test func `a list goes on below itself`() {
  #expect(PageAddress(permalink: "/").continuation(2).path == "/page/2/")
  #expect(PageAddress(permalink: "/posts/").continuation(3).file == "posts/page/3/index.html")
  #expect(PageAddress(permalink: "/a.html").continuation(2).path == "/a/page/2/")
  #expect(PageAddress(permalink: "/posts/").continuation(1).path == "/posts/")
}

@Test func `what a URL can't hold is percent-encoded, and read back`() {
  #expect("/tags/café #1/".percentEncodedPath == "/tags/caf%C3%A9%20%231/")
  #expect("/tags/caf%C3%A9%20%231/".percentDecoded == "/tags/café #1/")
  #expect("100%".percentDecoded == "100%")
  #expect("/plain/a-b_c~d".percentEncodedPath == "/plain/a-b_c~d")
}

@Test func `pages share out a list, and an empty list has one page`() {
  let pagination = Pagination(perPage: 10)
  #expect(pagination.pages(for: 0) == 1)
  #expect(pagination.pages(for: 10) == 1)
  #expect(pagination.pages(for: 11) == 2)
  #expect(pagination.entries(onPage: 2, of: 11) == 10..<11)
  #expect(pagination.entries(onPage: 3, of: 11) == 11..<11)
}
