import Glibc
import Testing

/// docs/content-format.md, from the package's root, where tests run.
func documentation() throws -> String {
  let descriptor = unsafe open("docs/content-format.md", O_RDONLY)
  try #require(descriptor >= 0, "tests run in the package's root")
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = unsafe read(descriptor, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}

/// The examples in the last column of the tables below a heading, without those of some keys.
func examples(below heading: String, without keys: [String] = []) throws -> String {
  let lines = try documentation().split(separator: "\n")
  let start = try #require(lines.firstIndex { $0.hasSuffix("# \(heading)") })
  let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
  let examples = section.compactMap { line -> String? in
    guard line.hasPrefix("| `"), let cell = line.split(separator: "|").last else { return nil }
    let example = cell.filter { $0 != "`" }.drop { $0 == " " }
    return keys.contains { example.hasPrefix("\($0):") } ? nil : String(example)
  }
  try #require(!examples.isEmpty, "a table below \(heading)")
  return examples.joined(separator: "\n") + "\n"
}
