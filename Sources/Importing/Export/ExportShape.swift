/// What the elements of a kind of export are called.
struct ExportShape: Sendable {
  /// What the export is called.
  let name: String
  /// The elements that are read whole, one at a time.
  let entries: Set<String>
  /// The elements that are counted in the file's bytes, to hold against what is imported.
  let counted: [String]

  /// WordPress eXtended RSS, 1.0 to 1.2.
  static let wordPress = ExportShape(
    name: "a WordPress export",
    entries: [
      "item", "wp:author", "title", "link", "description", "language", "pubDate",
      "wp:base_site_url", "wp:base_blog_url", "wp:category", "wp:tag", "wp:term",
    ],
    counted: ["item", "wp:comment"]
  )

  /// Disqus' own export.
  static let disqus = ExportShape(
    name: "a Disqus export",
    entries: ["thread", "post", "category"],
    counted: ["post"]
  )

  /// The prefixes by which we know the namespaces.
  static let prefixes: Set<String> = ["wp", "content", "excerpt", "dc", "dsq"]

  /// The prefix by which we know a namespace.
  static func prefix(of namespace: String) -> String? {
    if namespace.contains("wordpress.org/export/") {
      return namespace.contains("/excerpt") ? "excerpt" : "wp"
    }
    if namespace.contains("purl.org/rss/1.0/modules/content") { return "content" }
    if namespace.contains("purl.org/dc/elements") { return "dc" }
    return namespace.contains("disqus.com/disqus-internals") ? "dsq" : nil
  }
}

/// What was seen of an export, whatever became of it.
struct ExportTally: Sendable {
  /// How often each counted element's start tag stands in the file's bytes.
  var raw = [0, 0]
  /// How many of those stand in a text, such as a post about exports.
  var inTexts = [0, 0]
  /// How many were read as elements.
  var opened = [0, 0]
  /// The first element.
  var rootName: String?
  /// The elements around the entries that weren't closed.
  var openContainers: [String] = []
  /// End tags that close nothing.
  var strayEnds = 0
  /// Elements whose end tag is missing.
  var unclosed = 0
  /// Entries too large to be real.
  var oversized = 0
  /// Whether the file ends before what it holds does.
  var isCutOff = false

  /// How many elements stand in the file that couldn't be read as such.
  func lost(_ index: Int) -> Int {
    guard raw.indices.contains(index) else { return 0 }
    return max(0, raw[index] - inTexts[index] - opened[index])
  }
}
