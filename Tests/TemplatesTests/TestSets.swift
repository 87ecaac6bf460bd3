import Diagnostics
import Foundation
import Templates
import Testing

/// The sets of cases beside the package, which may be absent.
enum TestSets {
  static let folder = ProcessInfo.processInfo.environment["TWEETUP_SETS"] ?? "../shared"

  static var areRequired: Bool {
    ProcessInfo.processInfo.environment["TWEETUP_SETS_REQUIRED"] == "1"
  }

  static func has(_ path: String) -> Bool {
    areRequired || FileManager.default.fileExists(atPath: "\(folder)/\(path)")
  }

  static func file(_ path: String) throws -> SourceFile {
    let url = URL(fileURLWithPath: "\(folder)/\(path)")
    return SourceFile(path: path, bytes: Array(try Data(contentsOf: url)))
  }
}

/// A recorded rendering: templates, data, and what Jinja made of them.
struct RecordedCase {
  let name: String
  let templates: [(name: String, text: String)]
  let main: String
  let context: [(String, Value)]
  let output: String?
  let error: String?

  init(_ value: Value) throws {
    guard case .map(let map) = value, case .map(let templates)? = map["templates"],
      case .map(let context)? = map["context"], case .map(let expected)? = map["expect"]
    else { throw TestFailure("a case is an object") }
    name = map["name"]?.string ?? ""
    main = map["main"]?.string ?? ""
    self.templates = templates.entries.map { ($0.key.string ?? "", $0.value.string ?? "") }
    self.context = context.entries.map { ($0.key.string ?? "", $0.value) }
    output = expected["output"]?.string
    error = expected["error"]?.string
  }

  static func all(_ file: SourceFile) throws -> [RecordedCase] {
    guard case .list(let items) = try Value(json: file) else { throw TestFailure("a list is due") }
    return try items.map(RecordedCase.init)
  }

  /// What we make of the templates: their output, or the kind of error.
  func rendered() -> (output: String?, error: String?, message: String) {
    var log = DiagnosticLog()
    let sources = templates.map {
      TemplateSet.Source(name: $0.name, file: SourceFile(path: $0.name, text: $0.text))
    }
    let set = TemplateSet(sources, environment: Environment(escaping: .jinja), log: &log)
    var output: [UInt8] = []
    do {
      try set.renderClassified(main, context, into: &output)
      return (String(decoding: output, as: UTF8.self), nil, "")
    } catch {
      return (nil, error.kind.jinjaName, error.diagnostic.message)
    }
  }
}

struct TestFailure: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

extension TemplateFault.Kind {
  var jinjaName: String {
    switch self {
    case .syntax: "syntax"
    case .undefined: "undefined"
    case .notFound: "not-found"
    case .runtime: "runtime"
    }
  }
}

extension Value {
  var string: String? {
    switch self {
    case .string(let text), .markup(let text): String(decoding: text, as: UTF8.self)
    default: nil
    }
  }
}
