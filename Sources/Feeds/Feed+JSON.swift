internal import Calendar
internal import HTML

extension Feed {
  /// The feed as JSON Feed 1.1.
  ///
  /// - Parameter selfURL: the address at which the document is published.
  /// - Returns: UTF-8, the same for the same feed.
  public func json(at selfURL: String) -> [UInt8] {
    var head = JSONWriter(for: .file)
    head.literal(#"{"version":"https://jsonfeed.org/version/1.1""#)
    head.member("title", title)
    head.member("home_page_url", homeURL)
    head.member("feed_url", selfURL)
    head.member("description", summary.isEmpty ? nil : summary)
    head.member("icon", icon)
    head.member("authors", authors) { $0.author($1) }
    head.member("language", language)
    head.literal(#","items":["#)
    var bytes = head.bytes
    bytes.reserveCapacity(items.reduce(bytes.count + 64) { $0 + $1.size + 1 })
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += item.json
    }
    bytes.append(literal: "]}\n")
    return bytes
  }
}

extension FeedEntry {
  /// The entry as an object of a feed's `items`.
  var jsonItem: [UInt8] {
    var item = JSONWriter(for: .file, capacity: content.html.count * 9 / 8 + 1024)
    item.literal(#"{"id":"#)
    item.quoted(id ?? url)
    item.member("url", url)
    item.member("title", title)
    item.member("content_html", content.html)
    item.member("summary", summary)
    item.member("image", image)
    item.member("date_published", published)
    item.member("date_modified", updated)
    item.member("authors", authors) { $0.author($1) }
    item.member("tags", tags) { $0.quoted($1) }
    item.literal("}")
    return item.bytes
  }
}

extension JSONWriter {
  /// Writes an author as JSON Feed's object.
  fileprivate mutating func author(_ author: FeedAuthor) {
    literal(#"{"name":"#)
    quoted(author.name)
    member("url", author.url)
    member("avatar", author.avatar)
    literal("}")
  }
}

extension JSONWriter {
  /// Writes a member that follows another, its value a time; nothing without one.
  fileprivate mutating func member(_ name: StaticString, _ time: ZonedTime?) {
    guard let time else { return }
    key(name)
    literal("\"")
    self.time(time)
    literal("\"")
  }
}
