import Content
import Diagnostics
import Feeds
import Parallel
import Templates

/// Turns planned files into bytes and keeps those that the destination doesn't have yet.
struct OutputRenderer: Sendable {
  let model: SiteModel
  let site: SiteView
  let templates: TemplateSet
  let theme: Theme
  let tree: SourceTree
  let destination: Destination
  let outputs: [PlannedOutput]
  let feeds: SiteFeeds
  let calendars: SiteCalendar
  /// Whether the time of each template is taken.
  let measuresTemplates: Bool

  /// What one worker made of its share.
  struct Share: Sendable {
    var changed: [ChangedFile] = []
    var unchanged = 0
    var log = DiagnosticLog()
    var metrics = TemplateMetrics()
    var spool: SpooledBytes
  }

  /// Pages stay in memory up to this size, for all workers together.
  private static let memoryBudget = 14 << 20

  /// Renders everything.
  ///
  /// Each worker takes every so-manieth file, so that neighbours, which cost alike, are shared out.
  func render(jobs: Int) -> [Share] {
    concurrentMap(Array(0..<jobs), jobs: jobs, chunk: 1) { worker in
      var renderer = Worker(
        self,
        number: worker,
        spool: Spool(budget: OutputRenderer.memoryBudget / jobs, folder: destination.spoolFolder)
      )
      for index in stride(from: worker, to: outputs.count, by: jobs) {
        renderer.take(outputs[index])
      }
      return renderer.share
    }
  }
}

/// Renders one share of the files.
private struct Worker {
  let renderer: OutputRenderer
  let number: Int
  private let context: PageContext
  private var spool: Spool
  private var changed: [ChangedFile] = []
  private var unchanged = 0
  private var log = DiagnosticLog()
  private var profile: RenderProfile?
  private var buffer: [UInt8] = []
  private var scratch: [UInt8] = []

  init(_ renderer: OutputRenderer, number: Int, spool: Spool) {
    self.renderer = renderer
    self.number = number
    self.spool = spool
    profile = renderer.measuresTemplates ? RenderProfile() : nil
    context = PageContext(model: renderer.model, site: .object(renderer.site))
    buffer.reserveCapacity(1 << 16)
  }

  var share: OutputRenderer.Share {
    var metrics = TemplateMetrics()
    if let profile { metrics.add(profile) }
    return OutputRenderer.Share(
      changed: changed,
      unchanged: unchanged,
      log: log,
      metrics: metrics,
      spool: spool.kept
    )
  }

  mutating func take(_ output: PlannedOutput) {
    buffer.removeAll(keepingCapacity: true)
    do throws(SystemError) {
      switch output.content {
      case .copy(let file): try copy(file.path, to: output)
      case .asset(let name): try copyAsset(name, to: output)
      case .rss(let subject): try makeFeed(subject, .rss, at: output)
      case .jsonFeed(let subject): try makeFeed(subject, .json, at: output)
      case .commentFeed(let subject):
        let (model, address) = (renderer.model, output.address)
        try make(output, size: model.commentFeedSize(subject)) {
          model.commentFeed(subject, at: address)
        }
      default:
        guard fill(output) else { return }
        try keep(output)
      }
    } catch {
      log.append(Diagnostic(error))
    }
  }

  /// Puts the file's bytes into the buffer; `false` when its template failed.
  private mutating func fill(_ output: PlannedOutput) -> Bool {
    switch output.content {
    case .page(let subject, let number, let count):
      return renderPage(subject, number: number, count: count, at: output.address)
    case .calendar(let subject):
      buffer += renderer.calendars.bytes(subject, at: renderer.model.permalink(output.address))
    case .bytes(let bytes): buffer += bytes
    case .copy, .asset, .rss, .jsonFeed, .commentFeed:
      preconditionFailure("only pages are rendered")
    }
    return true
  }

  private mutating func renderPage(
    _ subject: PageSubject,
    number: Int,
    count: Int,
    at address: PageAddress
  ) -> Bool {
    let chosen = renderer.model.written(subject)?.document.template
    let name = chosen?.value ?? "\(subject.kind).html"
    do throws(Diagnostic) {
      let values = context.values(subject, number: number, count: count)
      try renderer.templates.render(
        name,
        values,
        page: address.path,
        profile: &profile,
        into: &buffer
      )
      return true
    } catch {
      log.append(error)
      return false
    }
  }

  /// Keeps what is in the buffer unless the destination has it already.
  private mutating func keep(_ output: PlannedOutput) throws(SystemError) {
    guard try differs(output, buffer) else { return }
    let place = try spool.append(buffer)
    add(output, .spooled(worker: number, place))
  }

  private mutating func makeFeed(
    _ subject: FeedSubject,
    _ format: FeedFormat,
    at output: PlannedOutput
  ) throws(SystemError) {
    let (feeds, address) = (renderer.feeds, output.address)
    try make(output, size: feeds.size(subject)) { feeds.bytes(subject, format, at: address) }
  }

  /// Has a file made when it is written, since that costs no more than keeping it.
  private mutating func make(
    _ output: PlannedOutput,
    size: Int,
    _ bytes: @escaping @Sendable () -> [UInt8]
  ) throws(SystemError) {
    if !renderer.destination.isNew {
      guard try differs(output, bytes()) else { return }
    }
    add(output, .made(size: size, bytes: bytes))
  }

  private mutating func copy(_ path: String, to output: PlannedOutput) throws(SystemError) {
    let bytes = try renderer.tree.read(path)
    guard try differs(output, bytes) else { return }
    add(output, .source(path: path, size: bytes.count))
  }

  private mutating func copyAsset(_ name: String, to output: PlannedOutput) throws(SystemError) {
    switch renderer.theme.asset(name) {
    case .site(let path): try copy(path, to: output)
    case .builtIn(let bytes):
      buffer += bytes
      try keep(output)
    case nil: preconditionFailure("only the theme's assets are planned")
    }
  }

  private mutating func add(_ output: PlannedOutput, _ kept: ChangedFile.Kept) {
    let file = output.address.file
    let replaces = renderer.destination.manifest.contains(file)
    changed.append(ChangedFile(file: file, replaces: replaces, bytes: kept))
  }

  /// Whether a file must be written; what isn't ours at its place is an error.
  private mutating func differs(
    _ output: PlannedOutput,
    _ bytes: [UInt8]
  ) throws(SystemError) -> Bool {
    switch try renderer.destination.occupant(of: output.address.file, bytes, scratch: &scratch) {
    case .nothing, .different: return true
    case .same:
      unchanged += 1
      return false
    case .foreign(let path):
      log.append(
        Diagnostic(
          "something that tweetup didn't write stands where the build needs a file",
          path: path,
          help: "move it away, or into content/"
        )
      )
      return false
    case .folder(let path):
      log.append(
        Diagnostic(
          "a folder stands where the build needs a file",
          path: path,
          help: "remove it, or give the page another address: a build takes no folder away"
        )
      )
      return false
    }
  }
}
