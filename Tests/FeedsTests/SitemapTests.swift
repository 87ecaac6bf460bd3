import Calendar
import Testing

@testable import Feeds

private func entries(_ count: Int) -> [Sitemap.Entry] {
  (0..<count).map { Sitemap.Entry(url: "https://m.example/\($0)/") }
}

private func text(_ file: Sitemap.File) -> String { String(decoding: file.bytes, as: UTF8.self) }

@Test func `a sitemap lists addresses and when pages changed`() {
  let time = ZonedTime(Instant(seconds: 0), in: .utc)
  let sitemap = Sitemap(entries: [
    .init(url: "https://m.example/?a&b", lastChange: time), .init(url: "https://m.example/b/"),
  ])
  #expect(sitemap.files(in: "https://m.example/").map(\.name) == ["sitemap.xml"])
  #expect(
    text(sitemap.files(in: "https://m.example/")[0]) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://m.example/?a&amp;b</loc><lastmod>1970-01-01T00:00:00Z</lastmod></url>
      <url><loc>https://m.example/b/</loc></url>
      </urlset>

      """
  )
}

@Test func `too many addresses are split below an index`() {
  let files = Sitemap(entries: entries(100_001)).files(in: "https://m.example/")
  #expect(
    text(files[0]) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://m.example/sitemap-1.xml</loc></sitemap>
      <sitemap><loc>https://m.example/sitemap-2.xml</loc></sitemap>
      <sitemap><loc>https://m.example/sitemap-3.xml</loc></sitemap>
      </sitemapindex>

      """
  )
  #expect(
    files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
  )
  #expect(
    files.dropFirst().map { text($0).split(separator: "<loc>").count - 1 } == [50_000, 50_000, 1]
  )
  #expect(Sitemap(entries: entries(50_000)).files(in: "https://m.example/").count == 1)
}

@Test func `no file is larger than the protocol allows`() {
  let files = Sitemap(entries: entries(20), limits: (50_000, 300)).files(in: "https://m.example/")
  #expect(files.count > 2)
  #expect(files.dropFirst().allSatisfy { $0.bytes.count <= 300 })
  #expect(
    files.dropFirst().map { text($0).split(separator: "<loc>").count - 1 }.reduce(0, +) == 20
  )
}

@Test func `an empty sitemap is a file all the same`() {
  #expect(
    Sitemap(entries: []).files(in: "https://m.example/").map(text) == [
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      </urlset>

      """
    ]
  )
}

@Test func `robots may fetch everything unless asked not to`() {
  #expect(String(decoding: RobotsFile().bytes, as: UTF8.self) == "User-agent: *\nDisallow:\n")
  let robots = RobotsFile(
    disallowedPaths: ["/search/", "/a b\nAllow: /#x"],
    sitemaps: ["https://m.example/sitemap.xml"]
  )
  #expect(
    String(decoding: robots.bytes, as: UTF8.self) == """
      User-agent: *
      Disallow: /search/
      Disallow: /a%20b%0AAllow:%20/%23x

      Sitemap: https://m.example/sitemap.xml

      """
  )
}
