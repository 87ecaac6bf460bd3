internal import Calendar
internal import HTML

extension Feed {
  /// The feed as RSS 2.0, with the modules that readers know: `atom:link` to itself,
  /// `content:encoded`, `dc:creator`, `wfw:commentRss`, `thr:in-reply-to`.
  ///
  /// - Parameter selfURL: the address at which the document is published.
  /// - Returns: UTF-8, the same for the same feed.
  public func rss(at selfURL: String) -> [UInt8] {
    var head = OutputBuffer(capacity: 2048)
    head.append(rssHeadOf: self, at: selfURL, lastChange)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.reduce(head.count + 64) { $0 + $1.size })
    head.copy(to: &bytes)
    for item in items { bytes += item.rss }
    bytes.append(literal: rssEnd)
    return bytes
  }
}

/// What stands behind a channel's last item.
let rssEnd: StaticString = "  </channel>\n</rss>\n"

extension OutputBuffer {
  /// Writes what stands before a channel's first item.
  mutating func append(rssHeadOf feed: Feed, at selfURL: String, _ lastChange: ZonedTime?) {
    append(literal: rssBeginning)
    append("    <title>", xml: feed.title, "</title>\n")
    append("    <link>", xml: feed.homeURL, "</link>\n")
    let summary = feed.summary.isEmpty ? feed.title : feed.summary
    append("    <description>", xml: summary, "</description>\n")
    if let language = feed.language {
      append("    <language>", xml: language, "</language>\n")
    }
    if let lastChange { append("    <lastBuildDate>", lastChange, "</lastBuildDate>\n") }
    if let icon = feed.icon {
      append("    <image>\n      <url>", xml: icon, "</url>\n")
      // RSS wants the channel's own title and link here.
      append("      <title>", xml: feed.title, "</title>\n")
      append("      <link>", xml: feed.homeURL, "</link>\n    </image>\n")
    }
    append(literal: "    <atom:link href=\"")
    append(xml: selfURL, as: .attribute)
    append(literal: "\" rel=\"self\" type=\"application/rss+xml\"/>\n")
  }

  /// Writes text between tags of our own.
  mutating func append(_ start: StaticString, xml text: String, _ end: StaticString) {
    append(literal: start)
    append(xml: text)
    append(literal: end)
  }

  /// Writes a time as RSS wants it between tags of our own.
  mutating func append(_ start: StaticString, _ time: ZonedTime, _ end: StaticString) {
    append(literal: start)
    append(atMost: time.maxLength) { $0.append(rfc2822: time) }
    append(literal: end)
  }
}

private let rssBeginning: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
  xmlns:content="http://purl.org/rss/1.0/modules/content/" \
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" \
  xmlns:thr="http://purl.org/syndication/thread/1.0">
    <channel>

  """

extension FeedEntry {
  /// The entry as an `<item>` of a channel, indented as it stands there.
  var rssItem: [UInt8] {
    var xml = OutputBuffer(capacity: content.html.count + 1024)
    xml.append("    <item>\n      <title>", xml: title, "</title>\n")
    xml.append("      <link>", xml: url, "</link>\n      <guid isPermaLink=\"")
    xml.append(literal: id == nil ? "true\">" : "false\">")
    xml.append("", xml: id ?? url, "</guid>\n")
    if let published { xml.append("      <pubDate>", published, "</pubDate>\n") }
    for author in authors {
      xml.append("      <dc:creator>", xml: author.name, "</dc:creator>\n")
    }
    for tag in tags { xml.append("      <category>", xml: tag, "</category>\n") }
    appendRelations(to: &xml)
    appendContent(to: &xml)
    xml.append(literal: "    </item>\n")
    return xml.bytes()
  }

  private func appendRelations(to xml: inout OutputBuffer) {
    if let inReplyTo {
      xml.append(literal: "      <thr:in-reply-to ref=\"")
      xml.append(xml: inReplyTo, as: .attribute)
      xml.append(literal: "\" href=\"")
      xml.append(xml: inReplyTo, as: .attribute)
      xml.append(literal: "\" type=\"text/html\"/>\n")
    }
    if let commentsFeed {
      xml.append("      <wfw:commentRss>", xml: commentsFeed, "</wfw:commentRss>\n")
    }
  }

  private func appendContent(to xml: inout OutputBuffer) {
    switch content {
    case .full(let html):
      if let summary {
        xml.append(literal: "      <description>")
        append(markupOf: summary, to: &xml)
        xml.append(literal: "</description>\n")
      }
      xml.append(literal: "      <content:encoded><![CDATA[")
      xml.append(xml: html.span, as: .cdata)
      xml.append(literal: "]]></content:encoded>\n")
    case .excerpt(let html):
      xml.append(literal: "      <description><![CDATA[")
      xml.append(xml: html.span, as: .cdata)
      xml.append(literal: "]]></description>\n")
    }
  }

  /// Plain text as the HTML that readers expect in a description.
  private func append(markupOf text: String, to xml: inout OutputBuffer) {
    var html = OutputBuffer(capacity: 1024)
    html.appendEscaped(Array(text.utf8))
    html.withSpan { xml.append(xml: $0) }
  }
}
