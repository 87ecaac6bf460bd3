internal import ArgumentParser
import Diagnostics
import Templates

/// The command `tweetup render`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render one template with JSON data, exactly as Jinja 3.1 would.",
    discussion: """
      With autoescape, trim_blocks, lstrip_blocks, keep_trailing_newline, loopcontrols, and undefined \
      names an error wherever they are used but in a truth test, `is defined` and `default`.
      """
  )

  @Argument(help: "The template: its name in the folder of --templates, else a file.")
  var template: String

  @Option(
    help: ArgumentHelp(
      "The folder that templates are included from (default: the template's own).",
      valueName: "dir"
    )
  )
  var templates: String?

  @Option(
    help: ArgumentHelp("A file with a JSON object, or - for standard input.", valueName: "file")
  )
  var data: String?

  @OptionGroup var messages: DiagnosticOptions

  func run() throws {
    var log = DiagnosticLog()
    let context = context(&log)
    try messages.check(log)
    StandardStream.output.write(try render(context, &log))
  }

  private func context(_ log: inout DiagnosticLog) -> ValueMap {
    guard let data, let file = readText(data, log: &log) else { return ValueMap() }
    do throws(Diagnostic) {
      guard case .map(let map) = try Value(json: file) else {
        throw Diagnostic("the data must be a JSON object", path: file.path)
      }
      return map
    } catch {
      log.append(error)
      return ValueMap()
    }
  }

  private func render(_ context: ValueMap, _ log: inout DiagnosticLog) throws -> [UInt8] {
    let folder = templates ?? template.parentFolder
    let name = templates == nil ? template.lastPart : template
    // A fault counts only in a template that is used; then rendering throws it.
    var unused = DiagnosticLog()
    let set = TemplateSet(
      TemplateFolder(path: folder).sources(&unused),
      environment: Templates.Environment(escaping: .jinja),
      log: &unused
    )
    var output: [UInt8] = []
    do throws(Diagnostic) {
      try set.render(name, context.pairs, into: &output)
    } catch {
      // What is wrong with the templates explains why they couldn't be rendered.
      let faults = set.faults(of: name)
      if faults.isEmpty { log.append(error) }
      for fault in faults { log.append(fault) }
    }
    try messages.check(log)
    return output
  }
}

extension ValueMap {
  /// The entries as a context: names and values.
  fileprivate var pairs: [(String, Value)] {
    entries.map { entry in
      guard case .string(let name) = entry.key else { return ("", entry.value) }
      return (String(decoding: name, as: UTF8.self), entry.value)
    }
  }
}

extension String {
  /// The folder of a path: `.` for a bare name.
  fileprivate var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// What stands behind a path's last slash.
  fileprivate var lastPart: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}
