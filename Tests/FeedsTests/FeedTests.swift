import Calendar
import Feeds
import TestSupport
import Testing

private func time(_ text: String) throws -> ZonedTime {
  let written = try WrittenTime(text)
  return ZonedTime(
    written.instant(in: .utc),
    in: .fixed(offset: try #require(written.offset).seconds)
  )
}

/// A feed with everything that there is, and with what XML and JSON find hard.
private func sample() throws -> Feed {
  let full = FeedEntry(
    url: "https://m.example/2010/03/24/a/?x=1&y=2",
    title: "Cats & <dogs> \u{1}",
    content: .full(Array("<p>a]]>b & \u{FFFF}\u{B}c</p>\n".utf8)),
    summary: "a < b",
    published: try time("2010-03-24T08:12:00-04:00"),
    updated: try time("2010-03-25T09:00:00-04:00"),
    authors: [
      FeedAuthor(name: "Jess \"J\"", url: "https://j.example/", avatar: "https://j.example/j.png"),
      FeedAuthor(name: "Robin"),
    ],
    tags: ["R&D", "swift"],
    image: "https://m.example/a.png",
    commentsFeed: "https://m.example/2010/03/24/a/comments.xml"
  )
  var excerpt = FeedEntry(
    url: "https://m.example/b/",
    id: "https://old.example/?p=7",
    title: "Zwei",
    content: .excerpt(Array("<p>Anfang …</p>".utf8)),
    published: try time("2010-03-26T08:00:00Z")
  )
  excerpt.inReplyTo = "https://m.example/a/?x=1&y=2"
  return Feed(
    title: "Harbor & Co",
    homeURL: "https://m.example/",
    summary: "News",
    language: "en-US",
    icon: "https://m.example/icon.png",
    authors: [FeedAuthor(name: "All of us")],
    entries: [full, excerpt]
  )
}

@Test func `a feed is written as RSS`() throws {
  let rss = String(decoding: try sample().rss(at: "https://m.example/feed.xml"), as: UTF8.self)
  #expect(
    rss == #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <channel>
          <title>Harbor &amp; Co</title>
          <link>https://m.example/</link>
          <description>News</description>
          <language>en-US</language>
          <lastBuildDate>Fri, 26 Mar 2010 08:00:00 +0000</lastBuildDate>
          <image>
            <url>https://m.example/icon.png</url>
            <title>Harbor &amp; Co</title>
            <link>https://m.example/</link>
          </image>
          <atom:link href="https://m.example/feed.xml" rel="self" type="application/rss+xml"/>
          <item>
            <title>Cats &amp; &lt;dogs&gt; </title>
            <link>https://m.example/2010/03/24/a/?x=1&amp;y=2</link>
            <guid isPermaLink="true">https://m.example/2010/03/24/a/?x=1&amp;y=2</guid>
            <pubDate>Wed, 24 Mar 2010 08:12:00 -0400</pubDate>
            <dc:creator>Jess "J"</dc:creator>
            <dc:creator>Robin</dc:creator>
            <category>R&amp;D</category>
            <category>swift</category>
            <wfw:commentRss>https://m.example/2010/03/24/a/comments.xml</wfw:commentRss>
            <description>a &amp;lt; b</description>
            <content:encoded><![CDATA[<p>a]]]]><![CDATA[>b & c</p>
      ]]></content:encoded>
          </item>
          <item>
            <title>Zwei</title>
            <link>https://m.example/b/</link>
            <guid isPermaLink="false">https://old.example/?p=7</guid>
            <pubDate>Fri, 26 Mar 2010 08:00:00 +0000</pubDate>
            <thr:in-reply-to ref="https://m.example/a/?x=1&amp;y=2" href="https://m.example/a/?x=1&amp;y=2" type="text/html"/>
            <description><![CDATA[<p>Anfang …</p>]]></description>
          </item>
        </channel>
      </rss>

      """#
  )
}

@Test func `a feed is written as JSON Feed`() throws {
  let json = String(decoding: try sample().json(at: "https://m.example/feed.json"), as: UTF8.self)
  let expected = [
    #"{"version":"https://jsonfeed.org/version/1.1","title":"Harbor & Co","#,
    #""home_page_url":"https://m.example/","feed_url":"https://m.example/feed.json","#,
    #""description":"News","icon":"https://m.example/icon.png","#,
    #""authors":[{"name":"All of us"}],"language":"en-US","items":["#,
    #"{"id":"https://m.example/2010/03/24/a/?x=1&y=2","#,
    #""url":"https://m.example/2010/03/24/a/?x=1&y=2","title":"Cats & <dogs> \u0001","#,
    #""content_html":"<p>a]]>b & "# + "\u{FFFF}" + #"\u000bc</p>\n","summary":"a < b","#,
    #""image":"https://m.example/a.png","date_published":"2010-03-24T08:12:00-04:00","#,
    #""date_modified":"2010-03-25T09:00:00-04:00","#,
    #""authors":[{"name":"Jess \"J\"","url":"https://j.example/","#,
    #""avatar":"https://j.example/j.png"},{"name":"Robin"}],"tags":["R&D","swift"]},"#,
    #"{"id":"https://old.example/?p=7","url":"https://m.example/b/","title":"Zwei","#,
    #""content_html":"<p>Anfang …</p>","date_published":"2010-03-26T08:00:00Z"}]}"#, "\n",
  ]
  #expect(json == expected.joined())
}

@Test func `a feed without entries has no date and describes itself by its title`() {
  let rss = Feed(title: "Empty", homeURL: "https://m.example/").rss(at: "https://m.example/f")
  let lines = String(decoding: rss, as: UTF8.self).split(separator: "\n").dropFirst(2)
  #expect(
    lines.joined(separator: "\n") == """
        <channel>
          <title>Empty</title>
          <link>https://m.example/</link>
          <description>Empty</description>
          <atom:link href="https://m.example/f" rel="self" type="application/rss+xml"/>
        </channel>
      </rss>
      """
  )
}

@Test(.enabled(if: Oracle.has(module: "feedparser")))
func `feedparser reads from our RSS what we put in`() throws {
  let rss = try sample().rss(at: "https://m.example/feed.xml")
  #expect(
    try Oracle.output(of: "feed.py", input: rss) == #"""
      version rss20 well-formed
      channel title 'Harbor & Co'
      channel link 'https://m.example/'
      channel subtitle 'News'
      channel language 'en-US'
      channel updated 'Fri, 26 Mar 2010 08:00:00 +0000'
      self ['https://m.example/feed.xml']
      entry title 'Cats & <dogs>'
      entry link 'https://m.example/2010/03/24/a/?x=1&y=2'
      entry id 'https://m.example/2010/03/24/a/?x=1&y=2'
      entry summary 'a &lt; b'
      entry date [2010, 3, 24, 12, 12, 0]
      entry authors ['Jess "J"', 'Robin']
      entry tags ['R&D', 'swift']
      entry content ['<p>a]]>b & c</p>']
      entry title 'Zwei'
      entry link 'https://m.example/b/'
      entry id 'https://old.example/?p=7'
      entry summary '<p>Anfang …</p>'
      entry date [2010, 3, 26, 8, 0, 0]
      entry authors []
      entry tags []
      entry content []

      """#
  )
}
