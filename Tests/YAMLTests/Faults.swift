import Diagnostics
import YAML

/// What is said of a text that has faults, as a terminal shows it.
func faults(of text: String) -> String {
  faults(of: Array(text.utf8))
}

/// A text without faults, as ``faults(of:)`` shows a tree.
func tree(of text: String) -> String { String(faults(of: text).dropFirst("read as ".count)) }

/// What is said of bytes that have faults, as a terminal shows it.
///
/// A tree read in spite of them shows as well: there must be none but where keys stand twice.
func faults(of bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
  let file = SourceFile(path: "a.yml", bytes: bytes)
  var log = DiagnosticLog()
  let node = readYAML(file, in: 0..<bytes.count, limits: limits, log: &log)
  let tree = node.map { "read as \($0)" } ?? ""
  return log.sorted.map { $0.rendered() }.joined() + tree
}
