import Diagnostics
import Markdown
import Testing

/// What a text becomes when each address leads where a resolver says.
private func resolved(
  _ text: String,
  _ resolver: @escaping (LinkReference) -> LinkResolution
) -> (html: String, log: DiagnosticLog) {
  var log = DiagnosticLog()
  let file = SourceFile(path: "content/a.md", text: "---\ntitle: a\n---\n" + text)
  var renderer = MarkdownRenderer()
  let body = 17..<file.bytes.count
  let rendering = renderer.render(file, body: body, log: &log, resolver: resolver)
  return (String(decoding: rendering.html, as: UTF8.self), log)
}

@Test func `addresses of links and images go where the resolver says`() {
  let (html, log) = resolved("[a](@/b.md#c) ![d](e.png) <http://x.example> www.y.example") { link in
    switch (link.destination, link.kind) {
    case ("@/b.md#c", .link): .replace("/b/#c")
    case ("e.png", .image): .replace("/a/e.png", size: ImageSize(width: 3, height: 4))
    default: .keep
    }
  }
  #expect(log.diagnostics.isEmpty)
  #expect(
    html == """
      <p><a href="/b/#c">a</a> <img src="/a/e.png" alt="d" width="3" height="4" /> \
      <a href="http://x.example">http://x.example</a> <a href="http://www.y.example">www.y.example</a></p>

      """
  )
}

@Test func `an image alone in its paragraph is a figure`() {
  let (html, _) = resolved("![a *b*](c.png \"Says \\\"d\\\"\")\n\n![](e.png)\n\n- ![](f.png)") {
    _ in
    .replace("/x", size: ImageSize(width: 3, height: 4))
  }
  #expect(
    html == """
      <figure>
      <img src="/x" alt="a b" width="3" height="4" loading="lazy" />
      <figcaption>Says &quot;d&quot;</figcaption>
      </figure>
      <figure>
      <img src="/x" alt="" width="3" height="4" loading="lazy" />
      </figure>
      <ul>
      <li><img src="/x" alt="" width="3" height="4" /></li>
      </ul>

      """
  )
}

@Test(arguments: [
  ("one\n[two](gone.md)", 5, 7), ("- a\n\n  > x ![b](gone.md)", 6, 12),
  ("x [a][r]\n\n[r]: gone.md", 6, 6), ("|a|\n|-|\n|[b](gone.md)|", 6, 6),
  ("a[^n]\n\n[^n]: x [b](gone.md)", 6, 13), ("lead\n[x](gone.md)\n|a|\n|-|", 5, 5),
]) func `an address that leads nowhere is an error where it stands`(
  text: String,
  line: Int,
  column: Int
) {
  let (_, log) = resolved(text) { .fault(message: "no `\($0.destination)`", help: "try") }
  #expect(log.diagnostics.map(\.message) == ["no `gone.md`"])
  #expect(log.diagnostics.first?.help == "try")
  #expect(log.diagnostics.first?.location?.line == line)
  #expect(log.diagnostics.first?.location?.column == column)
  #expect(log.diagnostics.first?.location?.length == 7)
}

@Test func `an address with escapes is an error at its line`() {
  let (_, log) = resolved("a\n\n  [x](go\\_ne.md)") { _ in .fault(message: "no") }
  #expect(log.diagnostics.first?.location?.line == 6)
  #expect(log.diagnostics.first?.location?.excerpt == "  [x](go\\_ne.md)")
}

@Test func `every address is listed, and the first image`() {
  let rendering = rendered("[a](b) ![c](d) me@x.example ![e](f)")
  #expect(rendering.links.map(\.destination) == ["b", "d", "mailto:me@x.example", "f"])
  #expect(rendering.firstImage == "d")
}
