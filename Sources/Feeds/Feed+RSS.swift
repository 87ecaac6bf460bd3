internal import Calendar
internal import HTML

extension Feed {
  /// The feed as RSS 2.0, with the modules that readers know: `atom:link` to itself,
  /// `content:encoded`, `dc:creator`, `wfw:commentRss`, `thr:in-reply-to`.
  ///
  /// - Parameter selfURL: the address at which the document is published.
  /// - Returns: UTF-8, the same for the same feed.
  public func rss(at selfURL: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.reserve(items.reduce(2048) { $0 + $1.size })
    let attributes: KeyValuePairs = [
      "version": "2.0",
      "xmlns:atom": "http://www.w3.org/2005/Atom",
      "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:wfw": "http://wellformedweb.org/CommentAPI/",
      "xmlns:thr": "http://purl.org/syndication/thread/1.0",
    ]
    xml.element("rss", attributes) { xml in
      xml.element("channel") { channel(selfURL, &$0) }
    }
    return xml.bytes
  }

  private func channel(_ selfURL: String, _ xml: inout XMLWriter) {
    xml.element("title", text: title)
    xml.element("link", text: homeURL)
    xml.element("description", text: summary.isEmpty ? title : summary)
    if let language { xml.element("language", text: language) }
    if let lastChange { xml.element("lastBuildDate", text: lastChange.rfc2822) }
    if let icon {
      xml.element("image") { xml in
        xml.element("url", text: icon)
        // RSS wants the channel's own title and link here.
        xml.element("title", text: title)
        xml.element("link", text: homeURL)
      }
    }
    let link: KeyValuePairs = ["href": selfURL, "rel": "self", "type": "application/rss+xml"]
    xml.element("atom:link", link)
    for item in items { xml.raw(item.rss ?? item.entry.rssItem) }
  }
}

extension FeedEntry {
  /// The entry as an `<item>` of a channel.
  var rssItem: [UInt8] {
    var xml = XMLWriter(inside: ["rss", "channel"])
    xml.reserve(content.html.count + 1024)
    xml.element("item") { write(&$0) }
    return xml.bytes
  }

  private func write(_ xml: inout XMLWriter) {
    xml.element("title", text: title)
    xml.element("link", text: url)
    xml.element("guid", ["isPermaLink": id == nil ? "true" : "false"], text: id ?? url)
    if let published { xml.element("pubDate", text: published.rfc2822) }
    for author in authors { xml.element("dc:creator", text: author.name) }
    for tag in tags { xml.element("category", text: tag) }
    if let inReplyTo {
      let attributes: KeyValuePairs = ["ref": inReplyTo, "href": inReplyTo, "type": "text/html"]
      xml.element("thr:in-reply-to", attributes)
    }
    if let commentsFeed { xml.element("wfw:commentRss", text: commentsFeed) }
    switch content {
    case .full(let html):
      if let summary { xml.element("description", text: markup(of: summary)) }
      xml.element("content:encoded", cdata: html)
    case .excerpt(let html):
      xml.element("description", cdata: html)
    }
  }

  /// Plain text as the HTML that readers expect in a description.
  private func markup(of text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
