import Diagnostics
import Templates

/// Lexes, parses, compiles and renders the bytes as three templates, with data, in both ways of escaping.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0x1F, maxSplits: 2, omittingEmptySubsequences: false)
  let names = ["page", "base", "part"]
  let sources = zip(names, parts).map { name, part in
    TemplateSet.Source(name: name, file: SourceFile(path: name, bytes: Array(part)))
  }
  let person = Value.map(
    ValueMap([("name", Value("<b>")), ("size", .int(3)), ("tags", .list([]))])
  )
  let context: [(String, Value)] = [
    ("a", Value("text & more")), ("n", .int(7)), ("x", .double(1.5)),
    ("list", .list([person, .none])),
    ("p", person),
  ]
  for escaping in [Environment.Escaping.jinja, .page] {
    var log = DiagnosticLog()
    let set = TemplateSet(sources, environment: Environment(escaping: escaping), log: &log)
    for fault in log.diagnostics { _ = fault.rendered() }
    var output: [UInt8] = []
    do {
      try set.render("page", context, page: "/", into: &output)
    } catch {
      _ = error.rendered()
    }
  }
  return 0
}
