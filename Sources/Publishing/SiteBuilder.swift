public import Content
public import Diagnostics
import Parallel
import Templates

/// How a site is built.
public struct BuildOptions: Sendable {
  /// The folder to write to.
  public var destination: String
  /// In place of site.yml's `base_url`.
  public var base: BaseURL?
  /// How many threads work at once; what is built doesn't depend on it.
  public var jobs: Int
  /// Whether ``BuildReport/templates`` is filled.
  public var measuresTemplates = false

  /// Creates options; `jobs` is at least one.
  public init(destination: String, base: BaseURL? = nil, jobs: Int) {
    precondition(jobs > 0, "jobs counts threads; needs at least one")
    self.destination = destination
    self.base = base
    self.jobs = jobs
  }
}

/// What a build did.
public struct BuildReport: Sendable {
  /// Files written.
  public var written: Int
  /// Files that stood there already.
  public var unchanged: Int
  /// Files of earlier builds that were removed.
  public var removed: Int
  /// What isn't published: the file, and the reason in words: `draft`, `future until 2027-01-05`.
  public var leftOut: [(path: String, reason: String)]
  /// What was built.
  ///
  /// A command that ends anyway keeps the report until then: taking a site of 10,000 posts apart
  /// costs a twentieth of building it.
  let model: SiteModel

  /// The site that was built.
  public var site: Site { model.site }

  /// What each template cost, when ``BuildOptions/measuresTemplates`` asks for it.
  public var templates = TemplateMetrics()
}

/// Builds a site: reads nothing but what it is given, and writes only when everything is sound.
public struct SiteBuilder: Sendable {
  private let tree: SourceTree
  private let options: BuildOptions

  /// Creates a builder for the files of a site.
  public init(tree: SourceTree, options: BuildOptions) {
    self.tree = tree
    self.options = options
  }

  /// Builds the site.
  ///
  /// - Returns: `nil` when the log has errors; then the destination is as it was.
  public func build(_ site: Site, log: inout DiagnosticLog) -> BuildReport? {
    let theme = Theme(tree, log: &log)
    let base = options.base ?? site.settings.baseURL
    let lists = EventLists(site)
    let addresses = AddressBook(site, months: lists.months, log: &log)
    let documents = DocumentTable(site)
    let plan = SitePlan(
      site,
      documents: documents,
      lists: lists,
      addresses: addresses,
      base: base,
      assets: theme.assets.map(\.name),
      log: &log
    )
    plan.checkFiles(of: site.settings, log: &log)
    let targets = LinkTargets(site, plan: plan, documents: documents, addresses: addresses)
    let texts = renderTexts(
      site,
      documents,
      targets,
      base: base,
      anchors: ThemeAnchors(theme),
      log: &log
    )
    let model = SiteModel(
      site: site,
      base: base,
      lists: lists,
      addresses: addresses,
      documents: documents,
      texts: texts
    )
    let templates = theme.compile(for: site.settings, base: base, tree: tree, log: &log)
    theme.checkNames(documents, templates: templates, log: &log)
    guard let destination = destination(&log), !log.hasErrors else { return nil }
    return emit(plan, model, templates, theme, destination, log: &log)
  }

  private func destination(_ log: inout DiagnosticLog) -> Destination? {
    if let folder = tree.ownFolder(holding: options.destination) {
      log.append(
        Diagnostic(
          "the destination lies in the site's own `\(folder)`",
          path: options.destination,
          help: "the next build would read what this one wrote: choose a folder outside"
        )
      )
      return nil
    }
    do throws(Diagnostic) {
      return try Destination(options.destination)
    } catch {
      log.append(error)
      return nil
    }
  }

  private func renderTexts(
    _ site: Site,
    _ documents: DocumentTable,
    _ targets: LinkTargets,
    base: BaseURL,
    anchors: ThemeAnchors,
    log: inout DiagnosticLog
  ) -> [DocumentText] {
    let chunks = documents.indices.chunked(by: 16)
    let parts = concurrentMap(chunks, jobs: options.jobs, chunk: 1) { chunk in
      var renderer = TextRenderer(
        site: site,
        targets: targets,
        base: base,
        tree: tree,
        anchors: anchors
      )
      return chunk.map { number in
        renderer.render(
          documents[number],
          template: documents.template(of: number),
          icon: site.icon(number, documents)
        )
      }
    }
    var texts: [DocumentText] = []
    var links: [AnchorLink] = []
    texts.reserveCapacity(documents.indices.count)
    for part in parts.joined() {
      texts.append(part.text)
      links += part.anchorLinks
      log.append(contentsOf: part.log)
    }
    AnchorCheck(documents: documents, texts: texts, theme: anchors)
      .check(links, jobs: options.jobs, log: &log)
    return texts
  }

  private func emit(
    _ plan: SitePlan,
    _ model: SiteModel,
    _ templates: TemplateSet,
    _ theme: Theme,
    _ destination: Destination,
    log: inout DiagnosticLog
  ) -> BuildReport? {
    let files = plan.outputs.map(\.address.file)
    let writer = OutputWriter(destination, planned: files)
    let renderer = OutputRenderer(
      model: model,
      templates: templates,
      theme: theme,
      tree: tree,
      destination: destination,
      writer: writer,
      outputs: plan.outputs,
      feeds: SiteFeeds(model, of: plan.outputs, jobs: options.jobs),
      calendars: SiteCalendar(model, jobs: options.jobs),
      measuresTemplates: options.measuresTemplates
    )
    let shares = renderer.render(jobs: options.jobs)
    let staged = shares.flatMap(\.staged)
    var folders = FolderChanges()
    var metrics = TemplateMetrics()
    for share in shares {
      folders.add(share.folders)
      log.append(contentsOf: share.log)
      metrics.merge(share.metrics)
    }
    if let refusal = shares.compactMap(\.refusal).first { log.append(Diagnostic(refusal)) }
    guard !log.hasErrors else {
      writer.undo(staged, folders)
      return nil
    }
    do throws(SystemError) {
      return BuildReport(
        written: staged.count,
        unchanged: shares.reduce(0) { $0 + $1.unchanged },
        removed: try writer.commit(staged, folders),
        leftOut: model.site.leftOut.map { ($0.path, $0.reason.summary) },
        model: model,
        templates: metrics
      )
    } catch {
      log.append(Diagnostic(error))
      return nil
    }
  }
}

extension Range<Int> {
  /// The range in pieces of a size, the last one shorter.
  fileprivate func chunked(by size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map { $0..<Swift.min($0 + size, upperBound) }
  }
}

extension Site {
  /// A person's avatar or a community's logo, by the document's number.
  fileprivate func icon(_ number: Int, _ documents: DocumentTable) -> Located<String>? {
    switch documents.subjects[number] {
    case .person(let index): people[index].avatar
    case .community(let index): communities[index].logo
    default: nil
    }
  }
}
