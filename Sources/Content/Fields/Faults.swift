internal import Diagnostics
internal import YAML

/// What is wrong with one file, gathered by everything that reads a part of it.
///
/// A class, so that a map inside a map says what is wrong in the same place. It never leaves the
/// worker that reads the file; only its log does.
final class Faults {
  /// The file that is read.
  let file: SourceFile

  /// What was said so far.
  var log = DiagnosticLog()

  /// Whether no more faults of this file are told.
  var isFull: Bool { log.diagnostics.count >= Faults.limit }

  init(file: SourceFile) {
    self.file = file
  }

  /// How many faults of one file are told.
  ///
  /// Telling one costs a pass over the file, so thousands in a large thread would cost minutes.
  static let limit = 200

  /// Says that something at a place breaks a rule.
  func say(
    _ message: String,
    at range: Range<Int>,
    label: String? = nil,
    help: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    guard !isFull else { return }
    log.append(
      Diagnostic(
        message,
        severity: severity,
        at: SourceSpan(file, range),
        label: label,
        help: help
      )
    )
  }

  /// The span of a range of the file.
  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file, range) }
}

extension YAMLNode {
  /// What a label calls the value: `a list`.
  var shape: String {
    switch content {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}
