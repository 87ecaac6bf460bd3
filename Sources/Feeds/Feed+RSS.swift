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
    let attributes: KeyValuePairs<StaticString, String> = [
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
    if let lastChange { xml.element("lastBuildDate", time: lastChange) }
    if let icon {
      xml.element("image") { xml in
        xml.element("url", text: icon)
        // RSS wants the channel's own title and link here.
        xml.element("title", text: title)
        xml.element("link", text: homeURL)
      }
    }
    let link: KeyValuePairs<StaticString, String> = [
      "href": selfURL, "rel": "self", "type": "application/rss+xml",
    ]
    xml.element("atom:link", link)
    for item in items { xml.raw(item.rss ?? item.entry.rssItem) }
  }
}

extension FeedEntry {
  /// The entry as an `<item>` of a channel, indented as it stands there.
  ///
  /// Written as bytes: a site has far more items than all else that an ``XMLWriter`` writes for it.
  var rssItem: [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(content.html.count + 1024)
    xml.append(literal: "    <item>\n")
    xml.append(element: "title", title)
    xml.append(element: "link", url)
    xml.append(literal: "      <guid isPermaLink=\"")
    xml.append(literal: id == nil ? "true\">" : "false\">")
    xml.append(xml: id ?? url)
    xml.append(literal: "</guid>\n")
    if let published {
      xml.append(literal: "      <pubDate>")
      xml.append(rfc2822: published)
      xml.append(literal: "</pubDate>\n")
    }
    for author in authors { xml.append(element: "dc:creator", author.name) }
    for tag in tags { xml.append(element: "category", tag) }
    appendRelations(to: &xml)
    appendContent(to: &xml)
    xml.append(literal: "    </item>\n")
    return xml
  }

  private func appendRelations(to xml: inout [UInt8]) {
    if let inReplyTo {
      xml.append(literal: "      <thr:in-reply-to ref=\"")
      xml.append(xml: inReplyTo, as: .attribute)
      xml.append(literal: "\" href=\"")
      xml.append(xml: inReplyTo, as: .attribute)
      xml.append(literal: "\" type=\"text/html\"/>\n")
    }
    if let commentsFeed { xml.append(element: "wfw:commentRss", commentsFeed) }
  }

  private func appendContent(to xml: inout [UInt8]) {
    switch content {
    case .full(let html):
      if let summary { xml.append(element: "description", markup(of: summary)) }
      xml.append(literal: "      <content:encoded><![CDATA[")
      xml.append(xml: html, as: .cdata)
      xml.append(literal: "]]></content:encoded>\n")
    case .excerpt(let html):
      xml.append(literal: "      <description><![CDATA[")
      xml.append(xml: html, as: .cdata)
      xml.append(literal: "]]></description>\n")
    }
  }

  /// Plain text as the HTML that readers expect in a description.
  private func markup(of text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends an element of an item that holds text.
  fileprivate mutating func append(element name: StaticString, _ text: String) {
    append(literal: "      <")
    append(literal: name)
    append(UInt8(ascii: ">"))
    append(xml: text)
    append(literal: "</")
    append(literal: name)
    append(literal: ">\n")
  }
}
