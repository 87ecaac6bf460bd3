internal import ArgumentParser
import Diagnostics

/// How messages are written.
enum MessageFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// What every command that can find faults takes.
struct DiagnosticOptions: ParsableArguments {
  @Option(help: "How messages are written to standard error.")
  var format = MessageFormat.text

  /// Writes what a log holds to standard error.
  func report(_ log: DiagnosticLog) {
    var text = ""
    for diagnostic in log.sorted {
      text += format == .json ? diagnostic.json + "\n" : diagnostic.rendered(colored: isColored)
    }
    StandardStream.error.write(text)
  }

  /// Writes a remark that is neither an error nor a warning.
  func note(_ message: String, path: String? = nil) {
    let line = path.map { "\($0): \(message)" } ?? message
    switch format {
    case .text: StandardStream.error.write(line + "\n")
    case .json: StandardStream.error.write(Diagnostic.noteJSON(message, path: path) + "\n")
    }
  }

  /// Ends the command when a log has errors.
  func check(_ log: DiagnosticLog) throws {
    report(log)
    if log.hasRefusals { throw ExitCode.machineRefused }
    if log.hasErrors { throw ExitCode.siteHasErrors }
  }

  /// Colour is for people at a terminal who didn't ask for none (no-color.org).
  private var isColored: Bool {
    StandardStream.error.isTerminal && Environment["NO_COLOR", default: ""].isEmpty
  }
}

/// What every command that works on a site takes.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The site's folder, where site.yml is.", valueName: "dir")
  )
  var source = "."

  func validate() throws {
    if source.isEmpty { throw ValidationError("--source takes a folder") }
  }
}
