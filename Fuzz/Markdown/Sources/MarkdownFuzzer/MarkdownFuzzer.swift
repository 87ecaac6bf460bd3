import Diagnostics
@testable import Markdown

/// What libFuzzer calls with bytes of its own making: the whole room, as author and as stranger.
///
/// The first byte turns extensions on and off. Besides not crashing, a stranger's text has to stay
/// inside its closed set of tags, and to be the same written without a tree as by cmark.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  let text = Array(bytes.dropFirst())
  renderAsAuthor(text, choice: choice)
  var renderer = MarkdownRenderer()
  let maximumLength = choice & 1 == 0 ? 16_384 : 64
  let comment = renderer.renderUntrusted(text, maximumLength: maximumLength)
  precondition(hasOnlyKnownTags(comment), "a stranger's text has a closed set of tags")
  let parsed = renderer.parseUntrusted(
    withoutControls(validUTF8(text[...])),
    maximumLength: maximumLength
  )
  precondition(comment == parsed, "a comment is what cmark makes of it")
  return 0
}

private func renderAsAuthor(_ text: [UInt8], choice: UInt8) {
  var options = choice & 2 == 0 ? MarkdownOptions() : .commonMark
  options.allowsHTML = choice & 4 == 0
  options.smart = choice & 8 == 0
  if choice & 16 != 0 { options.tables.toggle() }
  if choice & 32 != 0 { options.footnotes.toggle() }
  if choice & 64 != 0 { options.autolinks.toggle() }
  let file = SourceFile(path: "a.md", bytes: text)
  var log = DiagnosticLog()
  var renderer = MarkdownRenderer()
  let rendering = renderer.render(file, body: 0..<text.count, options: options, log: &log) { link in
    link.destination.utf8.count.isMultiple(of: 2) ? .fault(message: "odd") : .keep
  }
  for link in rendering.links { _ = SourceLocation(link.span(in: file)) }
  _ = rendering.tableOfContents()
  _ = rendering.excerpt(words: 10)
  let ids = Set(rendering.headings.map(\.id))
  precondition(ids.count == rendering.headings.count, "ids are unique")
  _ = ImageSize(of: text)
}

private func hasOnlyKnownTags(_ html: [UInt8]) -> Bool {
  html.split(separator: UInt8(ascii: "<")).dropFirst(html.first == UInt8(ascii: "<") ? 0 : 1)
    .allSatisfy { part in
      // A scheme stays in the case that it was typed in.
      let start = part.prefix(24).map { $0 & 0xC0 == 0x40 ? $0 | 0x20 : $0 }
      return tags.contains { start.starts(with: $0.utf8) }
    }
}

private let tags = [
  "p>", "/p>", "br />", "em>", "/em>", "strong>", "/strong>", "del>", "/del>", "code>", "/code>",
  "code class=\"language-", "pre>", "/pre>", "a href=\"http", "a href=\"mailto:",
  "/a>", "blockquote>", "/blockquote>", "ul>", "/ul>", "ol>", "/ol>", "ol start=\"", "li>", "/li>",
]
