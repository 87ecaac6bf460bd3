import Content
import Diagnostics
import Feeds
import HTML
import Parallel
import Templates

/// Turns planned files into bytes and stages those that the destination doesn't have yet.
struct OutputRenderer: Sendable {
  let model: SiteModel
  let templates: TemplateSet
  let theme: Theme
  let tree: SourceTree
  let destination: Destination
  let writer: OutputWriter
  let outputs: [PlannedOutput]
  let feeds: SiteFeeds
  let calendars: SiteCalendar
  /// Whether the time of each template is taken.
  let measuresTemplates: Bool

  /// What one worker made of its share.
  struct Share: Sendable {
    var staged: [StagedFile] = []
    var folders = FolderChanges()
    var unchanged = 0
    var log = DiagnosticLog()
    var metrics = TemplateMetrics()
    /// What the machine refused first, after which nothing more was tried.
    var refusal: SystemError?
  }

  /// How many neighbours one worker takes at a time: they cost alike, and often share a folder.
  private static let neighbours = 16

  /// Renders everything.
  ///
  /// The workers take turns, so that what costs alike is shared out.
  func render(jobs: Int) -> [Share] {
    concurrentMap(Array(0..<jobs), jobs: jobs, chunk: 1) { worker in
      var renderer = Worker(self)
      // The memory of one page serves the next.
      var page = OutputBuffer(capacity: 1 << 16)
      let step = Self.neighbours
      for first in stride(from: worker * step, to: outputs.count, by: jobs * step) {
        for index in first..<min(first + step, outputs.count) {
          renderer.take(outputs[index], buffer: &page)
          if renderer.share.refusal != nil { return renderer.finished() }
        }
      }
      return renderer.finished()
    }
  }
}

/// Renders one share of the files.
private struct Worker: ~Copyable {
  private let renderer: OutputRenderer
  private let model: SiteModel
  private var templates: TemplateRenderer
  private let context: PageContext
  private var stager: FileStager
  private(set) var share = OutputRenderer.Share()
  private var profile: RenderProfile?
  private var scratch: [UInt8] = []

  init(_ renderer: OutputRenderer) {
    self.renderer = renderer
    profile = renderer.measuresTemplates ? RenderProfile() : nil
    model = SiteModel(sharing: renderer.model)
    let set = TemplateSet(separating: renderer.templates)
    // Where templates are measured, each page makes its imports, which count.
    templates = renderer.measuresTemplates ? TemplateRenderer(for: set) : TemplateRenderer(set)
    context = PageContext(model)
    stager = renderer.writer.stager
  }

  /// What it made, when all is done.
  func finished() -> OutputRenderer.Share {
    var share = share
    share.folders = stager.folderChanges
    if let profile { share.metrics.add(profile) }
    return share
  }

  mutating func take(_ output: PlannedOutput, buffer: inout OutputBuffer) {
    do throws(SystemError) {
      if case .page(let subject, let number, let count) = output.content {
        try render(subject, number: number, count: count, at: output.address, &buffer)
      } else {
        guard let bytes = bytes(of: output) else { return }
        try keep(output.address, bytes.span)
      }
    } catch {
      share.refusal = error
    }
  }

  /// What a file holds that no template makes; `nil` when it can't be read, which is in the log then.
  private mutating func bytes(of output: PlannedOutput) -> [UInt8]? {
    let address = output.address
    switch output.content {
    case .page: preconditionFailure("a page is made by its template")
    case .rss(let subject): return renderer.feeds.bytes(subject, .rss, at: address)
    case .jsonFeed(let subject): return renderer.feeds.bytes(subject, .json, at: address)
    case .commentFeed(let subject): return model.commentFeed(subject, at: address)
    case .calendar(let subject):
      return renderer.calendars.bytes(subject, at: model.permalink(address))
    case .bytes(let bytes): return bytes
    case .copy(let file): return read(file.path)
    case .asset(let name):
      switch renderer.theme.asset(name) {
      case .site(let path): return read(path)
      case .builtIn(let bytes): return bytes
      case nil: preconditionFailure("only the theme's assets are planned")
      }
    }
  }

  private mutating func read(_ path: String) -> [UInt8]? {
    do throws(SystemError) {
      return try renderer.tree.read(path)
    } catch {
      share.log.append(Diagnostic(error))
      return nil
    }
  }

  private mutating func render(
    _ subject: PageSubject,
    number: Int,
    count: Int,
    at address: PageAddress,
    _ buffer: inout OutputBuffer
  ) throws(SystemError) {
    let chosen = model.written(subject)?.document.template
    let name = chosen?.value ?? "\(subject.kind).html"
    buffer.truncate(to: 0)
    do throws(Diagnostic) {
      let values = context.values(subject, number: number, count: count)
      try templates.render(
        name,
        values,
        page: address.path,
        profile: &profile,
        into: &buffer
      )
    } catch {
      return share.log.append(error)
    }
    try buffer.withSpan { bytes throws(SystemError) in try keep(address, bytes) }
  }

  /// Stages a file unless the destination has it already; what isn't ours at its place is an error.
  private mutating func keep(_ address: PageAddress, _ bytes: Span<UInt8>) throws(SystemError) {
    let destination = renderer.destination
    switch try destination.occupant(of: address.file, bytes, scratch: &scratch) {
    case .nothing: try stage(StagedFile(file: address.file, replaces: false), bytes)
    case .different: try stage(StagedFile(file: address.file, replaces: true), bytes)
    case .same: share.unchanged += 1
    case .foreign(let path):
      share.log.append(
        Diagnostic(
          "something that tweetup didn't write stands where the build needs a file",
          path: path,
          help: "move it away, or into content/"
        )
      )
    case .folder(let path):
      share.log.append(
        Diagnostic(
          "a folder stands where the build needs a file",
          path: path,
          help: "remove it, or give the page another address: a build takes no folder away"
        )
      )
    }
  }

  private mutating func stage(_ file: StagedFile, _ bytes: Span<UInt8>) throws(SystemError) {
    // When the site has errors, nothing of it is published.
    guard !share.log.hasErrors else { return }
    try stager.stage(file, bytes)
    share.staged.append(file)
  }
}
