internal import Calendar
internal import HTML

extension Feed {
  /// The feed as JSON Feed 1.1.
  ///
  /// - Parameter selfURL: the address at which the document is published.
  /// - Returns: UTF-8, the same for the same feed.
  public func json(at selfURL: String) -> [UInt8] {
    var feed: JSONObject = [
      "version": "https://jsonfeed.org/version/1.1",
      "title": .string(title),
      "home_page_url": .string(homeURL),
      "feed_url": .string(selfURL),
    ]
    feed.set("description", summary.isEmpty ? nil : .string(summary))
    feed.set("icon", icon.map { .string($0) })
    feed.set("authors", authors.json)
    feed.set("language", language.map { .string($0) })
    var bytes = JSONValue.object(feed).bytes(for: .file)
    // The object's end comes behind its last member.
    let end = "}\n"
    bytes.removeLast(end.utf8.count)
    bytes.reserveCapacity(items.reduce(bytes.count + 64) { $0 + $1.size + 1 })
    bytes.append(",\"items\":[")
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(",") }
      bytes += item.json ?? item.entry.jsonItem
    }
    bytes.append("]" + end)
    return bytes
  }
}

extension FeedEntry {
  /// The entry as an object of a feed's `items`.
  var jsonItem: [UInt8] { JSONValue.object(json).bytes }

  private var json: JSONObject {
    var item: JSONObject = [
      "id": .string(id ?? url),
      "url": .string(url),
      "title": .string(title),
      "content_html": .utf8(content.html),
    ]
    item.set("summary", summary.map { .string($0) })
    item.set("image", image.map { .string($0) })
    item.set("date_published", published.map { .string($0.rfc3339) })
    item.set("date_modified", updated.map { .string($0.rfc3339) })
    item.set("authors", authors.json)
    item.set("tags", tags.isEmpty ? nil : .array(tags.map { .string($0) }))
    return item
  }
}

extension [FeedAuthor] {
  /// The authors as JSON Feed's objects, or `nil` when there are none.
  fileprivate var json: JSONValue? {
    guard !isEmpty else { return nil }
    return .array(
      map { author in
        var object: JSONObject = ["name": .string(author.name)]
        object.set("url", author.url.map { .string($0) })
        object.set("avatar", author.avatar.map { .string($0) })
        return .object(object)
      }
    )
  }
}
