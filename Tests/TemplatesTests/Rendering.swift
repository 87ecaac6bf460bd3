import Diagnostics
import Templates
import Testing

/// Renders one template, or one of several, and gives what it writes or what is said.
func rendered(
  _ templates: [(String, String)],
  _ context: [(String, Value)] = [],
  main: String = "page.html",
  environment: Environment = Environment(escaping: .jinja),
  page: String? = nil
) -> String {
  var log = DiagnosticLog()
  let sources = templates.map {
    TemplateSet.Source(name: $0.0, file: SourceFile(path: "templates/\($0.0)", text: $0.1))
  }
  let set = TemplateSet(sources, environment: environment, log: &log)
  guard log.diagnostics.isEmpty else { return log.sorted.map { $0.rendered() }.joined() }
  var output: [UInt8] = []
  do {
    try set.render(main, context, page: page, into: &output)
  } catch {
    return error.rendered()
  }
  return String(decoding: output, as: UTF8.self)
}

func rendered(
  _ template: String,
  _ context: [(String, Value)] = [],
  environment: Environment = Environment(escaping: .jinja)
) -> String {
  rendered([("page.html", template)], context, environment: environment)
}

/// Renders a template as a build does.
func renderedInPage(_ template: String, _ context: [(String, Value)] = []) -> String {
  rendered(template, context, environment: Environment(escaping: .page))
}
