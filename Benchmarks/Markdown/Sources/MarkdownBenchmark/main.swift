import CBaseline
import Diagnostics
import Markdown

func render(_ files: ArraySlice<SourceFile>, _ options: MarkdownOptions) -> Int {
  var renderer = MarkdownRenderer()
  var log = DiagnosticLog()
  return files.reduce(0) { size, file in
    let range = 0..<file.bytes.count
    return size + renderer.render(file, body: range, options: options, log: &log).html.count
  }
}

func renderInC(_ documents: ArraySlice<[UInt8]>, smart: Bool) -> Int {
  documents.reduce(0) { size, text in
    text.withUnsafeBytes { bytes in
      let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return size + baseline_render(base, bytes.count, smart ? 1 : 0)
    }
  }
}

func rounded(_ value: Double, _ digits: Double) -> String {
  "\((value * digits).rounded() / digits)"
}

// `MarkdownBenchmark [ROUNDS [NUMBER OF ONE TASK]]`: one alone is for a profiler.
let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 40
let only = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) }
let corpus = Corpus(count: 2000)
let files = corpus.documents.map { SourceFile(path: "content/posts/a.md", bytes: $0) }
var tasks = [
  Measurement("cmark") { renderInC(corpus.documents[$0], smart: false) },
  Measurement("ours, --commonmark") { render(files[$0], .commonMark) },
  Measurement("cmark, smart") { renderInC(corpus.documents[$0], smart: true) },
  Measurement("ours, all extensions, smart") { render(files[$0], MarkdownOptions()) },
]

// They take turns every 50 documents, so that what slows the machine slows all alike; the first round
// warms up.
for round in 0...rounds {
  for start in stride(from: 0, to: files.count, by: 50) {
    let documents = start..<min(start + 50, files.count)
    for index in tasks.indices where only == nil || index == only { tasks[index].run(documents) }
  }
  for index in tasks.indices {
    tasks[index].endRound(over: files.count)
    if round == 0 { tasks[index].warmedUp() }
  }
}

let size = corpus.documents.reduce(0) { $0 + $1.count } / files.count
print("\(files.count) documents of \(size) bytes, CPU microseconds a document, \(rounds) rounds")
for (index, task) in tasks.enumerated() where only == nil || index == only {
  print("\(task.name): minimum \(rounded(task.minimum, 10)), median \(rounded(task.median, 10))")
}
if only == nil {
  for (ours, c) in [(1, 0), (3, 2)] {
    let ratio = tasks[ours].ratio(to: tasks[c])
    print(
      "\(tasks[ours].name) / \(tasks[c].name):"
        + " minima \(rounded(ratio.minimum, 1000)), median of rounds \(rounded(ratio.median, 1000))"
    )
  }
}
