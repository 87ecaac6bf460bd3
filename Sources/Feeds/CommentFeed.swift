public import Calendar
internal import HTML

/// Comments as a feed in RSS, written one by one.
///
/// A site has far more comments than posts, and each stands in the feed of its page: so none of them
/// becomes a ``FeedEntry``, and what all comments of a page say of it is escaped once.
public struct CommentFeed: ~Copyable {
  private var xml: OutputBuffer
  /// The address of the page, up to a comment's id, for text and for attributes.
  private var page: (text: [UInt8], attribute: [UInt8]) = ([], [])
  /// What stands behind a name in titles, where pages are named.
  private var suffix: [UInt8]?

  /// Begins a feed.
  ///
  /// - Parameters:
  ///   - feed: what it says of itself; it has no entries.
  ///   - selfURL: the address at which the document is published.
  ///   - newest: when its newest comment was written.
  public init(_ feed: Feed, at selfURL: String, newest: ZonedTime?) {
    xml = OutputBuffer()
    xml.append(rssHeadOf: feed, at: selfURL, newest)
  }

  /// Says on which page the comments stand that follow.
  ///
  /// - Parameters:
  ///   - url: the page's address.
  ///   - title: its title, if the comments' titles should name it.
  public mutating func turn(to url: String, title: String? = nil) {
    page = (escaped(url, .text), escaped(url, .attribute))
    suffix = title.map { escaped(" on \($0)", .text) }
  }

  /// Writes a comment of the page that was turned to last.
  ///
  /// - Parameters:
  ///   - id: what its address ends in.
  ///   - author: the name that it shows.
  ///   - date: when it was written.
  ///   - answered: the id of the comment that it answers; empty when it answers the page.
  ///   - html: what it says, with absolute addresses.
  public mutating func append(
    id: Span<UInt8>,
    author: Span<UInt8>,
    date: ZonedTime,
    answered: Span<UInt8>,
    html: Span<UInt8>
  ) {
    xml.append(literal: "    <item>\n      <title>")
    if suffix == nil { xml.append(literal: "By ") }
    xml.append(xml: author)
    if let suffix { xml.append(contentsOf: suffix) }
    xml.append(literal: "</title>\n      <link>")
    appendAddress(id)
    xml.append(literal: "</link>\n      <guid isPermaLink=\"true\">")
    appendAddress(id)
    xml.append("</guid>\n      <pubDate>", date, "</pubDate>\n      <dc:creator>")
    xml.append(xml: author)
    xml.append(literal: "</dc:creator>\n      <thr:in-reply-to ref=\"")
    appendAnswered(answered)
    xml.append(literal: "\" href=\"")
    appendAnswered(answered)
    xml.append(literal: "\" type=\"text/html\"/>\n      <content:encoded><![CDATA[")
    xml.append(xml: html, as: .cdata)
    xml.append(literal: "]]></content:encoded>\n    </item>\n")
  }

  /// The feed as UTF-8, the same for the same comments.
  public consuming func bytes() -> [UInt8] {
    xml.append(literal: rssEnd)
    return xml.bytes()
  }

  private mutating func appendAddress(_ id: Span<UInt8>) {
    xml.append(contentsOf: page.text)
    xml.append(literal: "#comment-")
    xml.append(xml: id)
  }

  private mutating func appendAnswered(_ id: Span<UInt8>) {
    xml.append(contentsOf: page.attribute)
    guard !id.isEmpty else { return }
    xml.append(literal: "#comment-")
    xml.append(xml: id, as: .attribute)
  }
}

/// Text as XML has it in a place.
private func escaped(_ text: String, _ place: XMLPlace) -> [UInt8] {
  var xml = OutputBuffer(capacity: 256)
  xml.append(xml: text, as: place)
  return xml.bytes()
}
