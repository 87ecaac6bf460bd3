import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// How long this thread itself works on something: what else the machine does doesn't count.
func cpuSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}

/// An example of a specification.
struct Example: Decodable, CustomTestStringConvertible {
  let markdown: String
  let html: String
  let example: Int
  let section: String
  var flags: String?
  var testDescription: String { "\(section) \(example)" }
}

/// The examples of a file of the sets, none when it is missing and not required.
func examples(_ path: String) throws -> [Example] {
  try JSONDecoder().decode([Example].self, from: Data(SharedSets.bytes(path)))
}

/// What an author's text becomes.
func rendered(
  _ text: String,
  _ options: MarkdownOptions = MarkdownOptions(),
  resolver: @escaping (LinkReference) -> LinkResolution = { _ in .keep }
) -> Rendering {
  var log = DiagnosticLog()
  let file = SourceFile(path: "content/a.md", text: text)
  var renderer = MarkdownRenderer()
  return renderer.render(
    file,
    body: 0..<file.bytes.count,
    options: options,
    log: &log,
    resolver: resolver
  )
}

/// The HTML that an author's text becomes.
func html(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  String(decoding: rendered(text, options).html, as: UTF8.self)
}

/// A heading with what stands around it.
func heading(_ level: Int, _ id: String, _ html: String, label: String? = nil) -> String {
  """
  <div class="markdown-heading">
  <h\(level) id="\(id)">\(html)</h\(level)>
  <a class="anchor" href="#\(id)" aria-label="Permalink: \(label ?? html)"></a>
  </div>

  """
}

/// The HTML that a stranger's text becomes.
func comment(_ text: String, maximumLength: Int = 16_384) -> String {
  var renderer = MarkdownRenderer()
  let output = renderer.renderUntrusted(Array(text.utf8), maximumLength: maximumLength)
  return String(decoding: output, as: UTF8.self)
}
