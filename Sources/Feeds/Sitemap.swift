public import Calendar
internal import HTML

/// The addresses of a site for search engines (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable {
  /// An address that search engines may show.
  public struct Entry: Sendable {
    /// The absolute address.
    public var url: String

    /// When the page was last changed.
    public var lastChange: ZonedTime?

    /// Creates an entry.
    public init(url: String, lastChange: ZonedTime? = nil) {
      self.url = url
      self.lastChange = lastChange
    }
  }

  /// A file of the sitemap.
  public struct File: Hashable, Sendable {
    /// Its name: `sitemap.xml`, or a part's `sitemap-1.xml`.
    public let name: String

    /// What it holds.
    public let bytes: [UInt8]
  }

  /// The addresses in the order in which they are listed.
  public var entries: [Entry]

  /// How much a file may hold; the protocol's own limits but for tests.
  let limits: (entries: Int, bytes: Int)

  /// Creates a sitemap.
  public init(entries: [Entry]) {
    self.init(entries: entries, limits: (50_000, 52_428_800))
  }

  init(entries: [Entry], limits: (entries: Int, bytes: Int)) {
    self.entries = entries
    self.limits = limits
  }

  /// The files to publish in one folder: `sitemap.xml` alone, or as an index and its parts when the
  /// addresses are too many for one file.
  ///
  /// - Parameter folderURL: the folder's absolute address, ending in `/`.
  /// - Returns: the files, `sitemap.xml` first.
  public func files(in folderURL: String) -> [File] {
    let parts = parts()
    guard parts.count > 1 else {
      let bytes = parts.first ?? Sitemap.document("urlset", OutputBuffer())
      return [File(name: "sitemap.xml", bytes: bytes)]
    }
    let files = parts.enumerated().map { File(name: "sitemap-\($0 + 1).xml", bytes: $1) }
    var index = OutputBuffer()
    for file in files { index.append(sitemap: "sitemap", folderURL + file.name, nil) }
    return [File(name: "sitemap.xml", bytes: Sitemap.document("sitemapindex", index))] + files
  }

  private func parts() -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var part = OutputBuffer()
    var count = 0
    let frame = Sitemap.document("urlset", part).count
    for entry in entries {
      let start = part.count
      part.append(sitemap: "url", entry.url, entry.lastChange)
      count += 1
      guard count > limits.entries || frame + part.count > limits.bytes, start > 0 else { continue }
      let last = part.bytes(from: start)
      part.truncate(to: start)
      parts.append(Sitemap.document("urlset", part))
      part.truncate(to: 0)
      part.append(contentsOf: last)
      count = 1
    }
    return part.count == 0 ? parts : parts + [Sitemap.document("urlset", part)]
  }

  private static func document(_ root: StaticString, _ content: borrowing OutputBuffer) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count + 256)
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    bytes.append(literal: root)
    bytes.append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    content.copy(to: &bytes)
    bytes.append("</")
    bytes.append(literal: root)
    bytes.append(">\n")
    return bytes
  }
}

extension OutputBuffer {
  fileprivate mutating func append(sitemap name: StaticString, _ url: String, _ time: ZonedTime?) {
    append(literal: "<")
    append(literal: name)
    append("><loc>", xml: url, "</loc>")
    if let time {
      append(literal: "<lastmod>")
      append(atMost: time.maxLength) { $0.append(rfc3339: time) }
      append(literal: "</lastmod>")
    }
    append(literal: "</")
    append(literal: name)
    append(literal: ">\n")
  }
}
