import Content
import Diagnostics
import HTML
import Markdown

/// Renders the Markdown of documents; one for each worker.
struct TextRenderer {
  let site: Site
  let targets: LinkTargets
  let base: BaseURL
  let tree: SourceTree
  let anchors: ThemeAnchors
  private var markdown = MarkdownRenderer()

  init(
    site: Site,
    targets: LinkTargets,
    base: BaseURL,
    tree: SourceTree,
    anchors: ThemeAnchors
  ) {
    self.site = site
    self.targets = targets
    self.base = base
    self.tree = tree
    self.anchors = anchors
  }

  /// How an author's text is read, by the site's settings.
  static func options(_ settings: Settings) -> MarkdownOptions {
    var options = MarkdownOptions()
    options.allowsHTML = settings.allowsHTML
    options.smart = settings.usesSmartPunctuation
    return options
  }

  /// What became of a document.
  struct Rendered: Sendable {
    var text: DocumentText
    /// Its links to places on pages, to be looked at when all texts are there.
    var anchorLinks: [AnchorLink]
    /// What is wrong with it.
    var log: DiagnosticLog
  }

  /// Renders one document.
  ///
  /// - Parameters:
  ///   - document: what an author wrote.
  ///   - template: what will render its page: no heading gets an id that stands there.
  ///   - icon: a person's avatar or a community's logo.
  /// - Returns: its text, what is to be looked at later, and what is wrong.
  mutating func render(
    _ document: Document,
    template: String?,
    icon: Located<String>?
  ) -> Rendered {
    let resolver = LinkResolver(
      targets: targets,
      base: base,
      tree: tree,
      path: document.bodyFile.path
    )
    var options = TextRenderer.options(site.settings)
    options.reservedIDs = anchors.ids(in: template)
    var log = DiagnosticLog()
    let rendering = markdown.render(
      document.bodyFile,
      body: document.body,
      options: options,
      log: &log
    ) { reference in
      let isImage = reference.kind == .image
      return resolver.resolve(reference.destination, isImage: isImage, isMeasured: isImage)
    }
    var text = DocumentText()
    text.html = rendering.html
    text.headingMarkup = rendering.headingMarkup
    text.excerpt = rendering.summary ?? []
    text.hasMore = rendering.hasMore || text.excerpt.count < text.html.count
    let contents = rendering.tableOfContents()
    text.contents = contents.isEmpty ? nil : contents
    text.summary = TextRenderer.summary(rendering)
    text.wordCount = rendering.wordCount
    text.readingTime = max(1, readingMinutes(words: text.wordCount))
    text.image = resolved(document.image, resolver, log: &log)
    text.icon = resolved(icon, resolver, log: &log)
    if document.comments != .off, let thread = document.thread {
      text.thread = ShownThread(thread, settings: site.settings.comments)
    }
    let links = rendering.links.compactMap { resolver.anchorLink($0, in: document.bodyFile) }
    return Rendered(text: text, anchorLinks: links, log: log)
  }

  /// The text's beginning for descriptions and cards; `nil` without a word.
  private static func summary(_ rendering: Rendering) -> String? {
    let summary = rendering.excerpt(words: 40)
    return summary.isEmpty ? nil : summary
  }

  private func resolved(
    _ address: Located<String>?,
    _ resolver: LinkResolver,
    log: inout DiagnosticLog
  ) -> String? {
    guard let address else { return nil }
    // A changed occurrence has its series' picture, which stands beside the series' file.
    let resolver = resolver.standing(in: address.span.file.path)
    switch resolver.resolve(address.value, isImage: true, isMeasured: false) {
    case .keep: return address.value
    case .replace(let url, _): return url
    case .fault(let message, let help):
      log.append(Diagnostic(message, at: address.span, help: help))
      return nil
    }
  }
}
