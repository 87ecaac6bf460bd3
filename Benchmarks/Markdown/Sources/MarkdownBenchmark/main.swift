import CBaseline
import Diagnostics
import Markdown

/// The time for a document, in microseconds: the best of several rounds over all, which take turns
/// so that neither has the quieter machine.
struct Measurement {
  var best = Double.infinity
  var bytes = 0

  mutating func round(over count: Int, _ body: () -> Int) {
    var size = 0
    let time = ContinuousClock().measure { size = body() }
    let microseconds = Double(time.components.attoseconds) / 1e12
    best = min(best, (microseconds + Double(time.components.seconds) * 1e6) / Double(count))
    bytes = size
  }
}

let corpus = Corpus(count: 2000)
let files = corpus.documents.map { SourceFile(path: "content/posts/a.md", bytes: $0) }
var (c, smart, all, commonMark) = (Measurement(), Measurement(), Measurement(), Measurement())

func render(_ files: [SourceFile], _ options: MarkdownOptions) -> Int {
  var renderer = MarkdownRenderer()
  var log = DiagnosticLog()
  return files.reduce(0) { size, file in
    let range = 0..<file.bytes.count
    return size + renderer.render(file, body: range, options: options, log: &log).html.count
  }
}

func renderInC(_ documents: [[UInt8]], smart: Bool) -> Int {
  documents.reduce(0) { size, text in
    text.withUnsafeBytes { bytes in
      let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return size + baseline_render(base, bytes.count, smart ? 1 : 0)
    }
  }
}

for _ in 0..<20 {
  c.round(over: files.count) { renderInC(corpus.documents, smart: false) }
  all.round(over: files.count) { render(files, MarkdownOptions()) }
  smart.round(over: files.count) { renderInC(corpus.documents, smart: true) }
  commonMark.round(over: files.count) { render(files, .commonMark) }
}

let size = corpus.documents.reduce(0) { $0 + $1.count } / corpus.documents.count
print("\(corpus.documents.count) documents of \(size) bytes, microseconds a document, best of 20")
print("cmark_markdown_to_html from C               \(c.best)")
print("  with smart punctuation                    \(smart.best)")
print("ours, all extensions, with smart punctuation \(all.best)")
print("  times cmark with smart punctuation        \(all.best / smart.best)")
print("  times cmark without                       \(all.best / c.best)")
print("ours, --commonmark                          \(commonMark.best)")
print("  times cmark without smart punctuation     \(commonMark.best / c.best)")
