/// What is wrong at one place, said so that a person can mend it.
///
/// The message is one lower-case phrase without a full stop that states the rule, with the author's
/// own words in backticks; only `help` proposes.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The site is built all the same; `--strict` makes it an error.
    case warning
    /// The site isn't built.
    case error
  }

  /// Whose fault it is, which decides the command's exit status.
  public enum Cause: Sendable, Hashable {
    /// What somebody wrote breaks a rule: exit status 1.
    case author
    /// The machine refused, with this `errno`: exit status 74.
    case machine(errno: Int32)
  }

  /// How much it matters.
  public var severity: Severity

  /// Whose fault it is.
  public var cause: Cause

  /// The file's path relative to the site's root, or `nil` when no file is at fault.
  public var path: String?

  /// The place in the file, or `nil` when the file as a whole is meant.
  public var location: SourceLocation?

  /// What is wrong.
  public var message: String

  /// A few words beside the caret.
  public var label: String?

  /// How to mend it.
  public var help: String?

  /// Further lines about how we came here, outermost last: a template's includes, the page rendered.
  public var notes: [String]

  /// Says something about a span of a file.
  public init(
    _ message: String,
    severity: Severity = .error,
    at span: SourceSpan,
    label: String? = nil,
    help: String? = nil,
    notes: [String] = []
  ) {
    self.init(message, severity: severity, path: span.file.path, help: help, notes: notes)
    location = SourceLocation(span)
    self.label = label
  }

  /// Says something about a file as a whole, or about no file.
  public init(
    _ message: String,
    severity: Severity = .error,
    path: String?,
    help: String? = nil,
    notes: [String] = []
  ) {
    self.severity = severity
    cause = .author
    self.path = path
    self.message = message
    self.help = help
    self.notes = notes
  }

  /// Says that the machine refused an operation on a path.
  public init(_ error: SystemError) {
    self.init(error.message, path: error.path)
    cause = .machine(errno: error.errno)
  }
}
