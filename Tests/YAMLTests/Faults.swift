import Diagnostics
import YAML

/// What is said of a text that has faults, as a terminal shows it.
func faults(of text: String) -> String {
  faults(of: Array(text.utf8))
}

/// What is said of bytes that have faults, as a terminal shows it.
///
/// A tree read in spite of them shows as well, since there must be none.
func faults(of bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
  let file = SourceFile(path: "a.yml", bytes: bytes)
  var log = DiagnosticLog()
  let node = readYAML(file, in: 0..<bytes.count, limits: limits, log: &log)
  let tree = node.map { "read as \($0)" } ?? ""
  return log.sorted.map { $0.rendered() }.joined() + tree
}
