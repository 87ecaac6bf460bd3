internal import ArgumentParser
import Publishing

/// The command: argv to a call, and its result to an exit status.
@main
struct Tweetup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tweetup",
    abstract: "A static site generator for communities that meet.",
    version: tweetupVersion,
    subcommands: [
      BuildCommand.self, CommentsCommand.self, ImportCommand.self, InspectCommand.self,
      ListCommand.self, MarkdownCommand.self, NextChangeCommand.self, RenderCommand.self,
    ]
  )
}

extension ExitCode {
  /// The site has errors.
  static let siteHasErrors = ExitCode(1)
  /// The machine refused (sysexits.h's EX_IOERR).
  static let machineRefused = ExitCode(74)
}
