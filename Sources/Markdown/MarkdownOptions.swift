/// Who wrote a text, which decides what it may do to a page.
public enum Trust: Sendable {
  /// The site's own author: HTML, links and images of any kind.
  case author
  /// Anybody who left a comment: a closed set of tags, and links that can't harm.
  case stranger
}

/// How a table's cell says where its text stands.
public enum TableAlignment: Sendable {
  /// `style="text-align:right"`, which HTML has.
  case style
  /// `align="right"`, which HTML no longer has and GFM's specification shows.
  case attribute
}

/// What is understood beyond CommonMark.
public struct MarkdownOptions: Sendable {
  /// Whether the author's raw HTML passes; else it shows as the text typed.
  public var allowsHTML = true

  /// Whether `"`, `'`, `--`, `---` and `...` become typographic.
  public var smart = true

  /// Tables with alignment (GFM §4.10).
  public var tables = true

  /// `~~gone~~` (GFM §6.5).
  public var strikethrough = true

  /// `- [x] done` (GFM §5.3).
  public var taskLists = true

  /// Addresses that stand in the text without angle brackets (GFM §6.9).
  public var autolinks = true

  /// `[^1]` and `[^1]: …`.
  public var footnotes = true

  /// `> [!NOTE]` and the four others.
  public var alerts = true

  /// Ids for headings, and beside each heading a link to it.
  public var headingIDs = true

  /// How a table's cells say where their text stands.
  public var tableAlignment = TableAlignment.style

  /// An image alone in its paragraph is a figure.
  public var figures = true

  /// `<!--more-->` ends the summary.
  public var moreMarker = true

  /// Ids that stand on the page already, which no heading gets.
  public var reservedIDs: Set<String> = []

  /// Creates the options of a site: everything on.
  public init() {}

  /// CommonMark 0.30 and nothing else; the output is libcmark's, byte for byte, with raw HTML.
  public static let commonMark: MarkdownOptions = {
    var options = MarkdownOptions()
    options.smart = false
    options.tables = false
    options.strikethrough = false
    options.taskLists = false
    options.autolinks = false
    options.footnotes = false
    options.alerts = false
    options.headingIDs = false
    options.figures = false
    options.moreMarker = false
    return options
  }()

  /// What a stranger's text may have.
  static let comment: MarkdownOptions = {
    var options = MarkdownOptions.commonMark
    options.allowsHTML = false
    options.strikethrough = true
    options.autolinks = true
    return options
  }()
}
