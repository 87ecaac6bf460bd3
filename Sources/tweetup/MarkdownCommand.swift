internal import ArgumentParser
import Diagnostics
import Markdown

/// The command `tweetup markdown`.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Turn one Markdown text into an HTML fragment.",
    discussion: """
      Without options it reads the text as a site's author's. A table's alignment is written as \
      GFM's specification shows it, and NUL and bytes that aren't UTF-8 become U+FFFD.
      """
  )

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Flag(help: "Only what CommonMark 0.30 says.")
  var commonmark = false

  @Flag(help: "Read it as a visitor's comment: a closed set of tags, no raw HTML.")
  var untrusted = false

  @Flag(help: "Set quotes, dashes and ellipses as a printer would, as a build does by default.")
  var smart = false

  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    guard let source = readFile(file, log: &log) else { return try messages.check(log) }
    var renderer = MarkdownRenderer()
    if untrusted {
      StandardStream.output.write(renderer.renderUntrusted(source.bytes))
      return
    }
    var options = commonmark ? MarkdownOptions.commonMark : MarkdownOptions()
    options.smart = smart
    options.tableAlignment = .attribute
    let rendering = renderer.render(
      source,
      body: 0..<source.bytes.count,
      options: options,
      log: &log
    )
    try messages.check(log)
    StandardStream.output.write(rendering.html)
  }
}
