/// A heading of a text.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public let level: Int
  /// What `#…` leads to; unique within the text.
  public let id: String
  /// Its text as HTML, without the element around it.
  public let html: [UInt8]
  /// Its text.
  public let text: String
}

/// What an author's text became.
public struct Rendering: Sendable {
  /// The whole text.
  public internal(set) var html: [UInt8] = []

  /// What stands before `<!--more-->`, with every open element closed and without headings' ids; else
  /// the first paragraphs.
  ///
  /// Without the marker: from the first paragraph that isn't inside anything, up to the one that
  /// completes 50 words or stands before something that isn't a paragraph. Footnote marks are left
  /// out. `nil` when there is no paragraph.
  public internal(set) var summary: [UInt8]?

  /// The summary's text without markup and headings; empty when there is no summary.
  public internal(set) var summaryText: [UInt8] = []

  /// Whether `<!--more-->` was there.
  public internal(set) var hasMore = false

  /// Where in ``html`` the headings' ids stand and their links, in order: what a page has and a list or
  /// a feed, which shows several texts, must not have.
  public internal(set) var headingMarkup: [Range<Int>] = []

  /// The headings in order.
  public internal(set) var headings: [Heading] = []

  /// The text without markup: blocks end with a line feed.
  public internal(set) var plainText: [UInt8] = []

  /// Every address in the order of the text, footnotes last.
  public internal(set) var links: [LinkReference] = []

  /// The first image's address as it stands in the page.
  public internal(set) var firstImage: String?
}
