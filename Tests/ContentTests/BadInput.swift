import Testing

/// A site with one fault, and all that is said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let rule: String
  let files: [String: String]
  var settings = "title: T\nbase_url: https://x.example/\n"
  let said: String

  /// A fault in one file.
  init(_ rule: String, _ path: String, _ text: String, says said: String) {
    self.rule = rule
    files = [path: text]
    self.said = said
  }

  /// A fault that takes several files.
  init(_ rule: String, _ files: [String: String], says said: String) {
    self.rule = rule
    self.files = files
    self.said = said
  }

  /// A fault in site.yml.
  init(_ rule: String, settings: String, says said: String) {
    self.rule = rule
    files = [:]
    self.settings = settings
    self.said = said
  }

  var testDescription: String { rule }

  /// Reads the site and compares what is said with what should be.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(Reading(files, settings: settings).said == said, sourceLocation: sourceLocation)
  }
}
