internal import ArgumentParser
import Content
import Diagnostics

/// The command `tweetup comments`.
struct CommentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comments",
    abstract: "Moderate comments: the files of threads are edited in place.",
    discussion: """
      PAGE is a file below content/, with or without content/ and .md. Only what has to change of a \
      thread's file changes; every other byte stays.
      """,
    subcommands: [
      CommentsListCommand.self, CommentsShowCommand.self, CommentsApproveCommand.self,
      CommentsSpamCommand.self, CommentsDeleteCommand.self, CommentsAddCommand.self,
    ]
  )
}

/// `PAGE#ID`: a comment as moderators name it.
struct CommentName: ExpressibleByArgument {
  let page: String
  let id: String

  init?(argument: String) {
    // An id has no `#`, and a page may.
    guard let hash = argument.lastIndex(of: "#"), hash != argument.startIndex else { return nil }
    page = String(argument[..<hash])
    id = String(argument[argument.index(after: hash)...])
    guard !id.isEmpty else { return nil }
  }
}

extension Comment.Status {
  /// A status as an option gives it.
  init(argument: String) throws {
    guard let status = Comment.Status(rawValue: argument) else {
      let known = Comment.Status.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("a status is one of \(known)")
    }
    self = status
  }
}

/// The threads of a site that a command works on.
struct Threads {
  let tree: SourceTree
  private var files: [ThreadPlace: ThreadFile] = [:]

  /// Lists the site's files; what is wrong with them is no concern of a moderator.
  init(_ site: SourceOptions) throws {
    var log = DiagnosticLog()
    tree = SourceTree(root: site.source, log: &log)
    guard tree.contains("site.yml") else {
      throw ValidationError("there is no site.yml in \(site.source); --source says where it is")
    }
  }

  /// A thread's file; reading it twice gives what was put into it meanwhile.
  mutating func file(_ place: ThreadPlace, log: inout DiagnosticLog) -> ThreadFile? {
    if let file = files[place] { return file }
    guard let text = tree.text(of: place, log: &log) else { return nil }
    files[place] = ThreadFile(text, log: &log)
    return files[place]
  }

  /// Puts changed bytes in the place of a thread's; nothing is written yet.
  mutating func change(_ place: ThreadPlace, to bytes: [UInt8], log: inout DiagnosticLog) {
    files[place] = ThreadFile(SourceFile(path: place.file, bytes: bytes), log: &log)
  }

  /// Writes the threads that changed.
  func write(_ places: [ThreadPlace], log: inout DiagnosticLog) {
    for place in places {
      guard let changed = files[place], let earlier = tree.text(of: place, log: &log),
        changed.source.bytes != earlier.bytes
      else { continue }
      do throws(SystemError) {
        try tree.replace(place.file, with: changed.source.bytes, earlier: earlier.bytes)
      } catch {
        log.append(Diagnostic(error))
      }
    }
  }
}

extension String {
  /// The text without what would command a terminal.
  var forTerminal: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isCommand ? "\u{FFFD}" : $0 }))
  }
}

extension UnicodeScalar {
  /// Whether it is a control character but tab and line feed, or turns the direction of text.
  fileprivate var isCommand: Bool {
    switch value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
