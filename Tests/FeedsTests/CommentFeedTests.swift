import Calendar
import Feeds
import Testing

private let head = Feed(title: "Comments <all>", homeURL: "https://m.example/?a&b")

/// The feed of comments as text.
private func text(_ feed: consuming CommentFeed) -> String {
  String(decoding: feed.bytes(), as: UTF8.self)
}

private let time = ZonedTime(Instant(seconds: 0), in: .utc)

@Test func `comments are written as a feed's items, with what each answers`() {
  var feed = CommentFeed(head, at: "https://m.example/c.xml", newest: time)
  feed.turn(to: "https://m.example/?a&b")
  feed.append("2", by: "Kim <b>", answering: "1", html: "<p>]]> \u{1}\u{FFFE}&amp;</p>\n")
  feed.turn(to: "https://m.example/\"/", title: "Tea & cake")
  feed.append("1", by: "Jess", html: "")
  #expect(
    text(feed).components(from: "  <channel>") == """
        <channel>
          <title>Comments &lt;all&gt;</title>
          <link>https://m.example/?a&amp;b</link>
          <description>Comments &lt;all&gt;</description>
          <lastBuildDate>Thu, 01 Jan 1970 00:00:00 +0000</lastBuildDate>
          <atom:link href="https://m.example/c.xml" rel="self" type="application/rss+xml"/>
          <item>
            <title>By Kim &lt;b&gt;</title>
            <link>https://m.example/?a&amp;b#comment-2</link>
            <guid isPermaLink="true">https://m.example/?a&amp;b#comment-2</guid>
            <pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>
            <dc:creator>Kim &lt;b&gt;</dc:creator>
            <thr:in-reply-to ref="https://m.example/?a&amp;b#comment-1" href="https://m.example/?a&amp;b#comment-1" type="text/html"/>
            <content:encoded><![CDATA[<p>]]]]><![CDATA[> &amp;</p>
      ]]></content:encoded>
          </item>
          <item>
            <title>Jess on Tea &amp; cake</title>
            <link>https://m.example/"/#comment-1</link>
            <guid isPermaLink="true">https://m.example/"/#comment-1</guid>
            <pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>
            <dc:creator>Jess</dc:creator>
            <thr:in-reply-to ref="https://m.example/&quot;/" href="https://m.example/&quot;/" type="text/html"/>
            <content:encoded><![CDATA[]]></content:encoded>
          </item>
        </channel>
      </rss>

      """
  )
}

@Test(arguments: 0..<40)
func `nothing in a comment ends its CDATA or is forbidden in XML, wherever it stands`(place: Int) {
  let before = String(repeating: "a", count: place)
  let pairs: [(String, String)] = [
    ("]]>", "]]]]><![CDATA[>"), ("]]]>", "]]]]]><![CDATA[>"), ("]]]", "]]]"), ("]>", "]>"),
    ("\u{0}", ""), ("\u{1F}", ""), ("\u{FFFE}", ""), ("\u{FFFF}", ""), ("\t\n\r", "\t\n\r"),
    ("\u{FFFD}\u{FF01}", "\u{FFFD}\u{FF01}"), ("é😀<&\"", "é😀<&\""),
  ]
  for (html, expected) in pairs {
    for end in ["", "z", String(repeating: "z", count: 20)] {
      var feed = CommentFeed(head, at: "", newest: nil)
      feed.append("1", by: "", html: before + html + end)
      #expect(
        text(feed).contains("<content:encoded><![CDATA[\(before)\(expected)\(end)]]></content")
      )
    }
  }
}

extension CommentFeed {
  /// Writes a comment of the first moment of Unix time.
  fileprivate mutating func append(
    _ id: String,
    by author: String,
    answering answered: String = "",
    html: String
  ) {
    append(
      id: id.utf8Span.span,
      author: author.utf8Span.span,
      date: time,
      answered: answered.utf8Span.span,
      html: html.utf8Span.span
    )
  }
}

extension String {
  /// What stands from a text on.
  fileprivate func components(from start: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(start) { rest = rest.dropFirst() }
    return String(rest)
  }
}
