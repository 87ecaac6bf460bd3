import Markdown
import Testing

@Test func `a renderer may be used while another renders on the same thread`() {
  let inner = { html("inner *\(String(repeating: "a ", count: 1000))*") }
  let expected = inner()
  var seen: [String] = []
  let outer = rendered("[a](b) **c** [d](e)\n\n| f |\n|---|\n| [g](h) *i* |\n") { _ in
    seen.append(inner())
    return .keep
  }
  #expect(seen == [expected, expected, expected])
  #expect(
    String(decoding: outer.html, as: UTF8.self) == """
      <p><a href="b">a</a> <strong>c</strong> <a href="e">d</a></p>
      <table>
      <thead>
      <tr>
      <th>f</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><a href="h">g</a> <em>i</em></td>
      </tr>
      </tbody>
      </table>

      """
  )
}

@Test func `a text far larger than the arena's first chunk renders, and small ones behind it`() {
  let paragraph = String(repeating: "word *word* [a](b) ", count: 100) + "\n\n"
  let large = String(repeating: paragraph, count: 500)
  #expect(html(large) == String(repeating: html(paragraph), count: 500))
  #expect(html("a") == "<p>a</p>\n")
}

@Test func `renderers on many threads don't disturb one another`() async {
  let texts = (0..<64).map { "# \($0)\n\n" + String(repeating: "*a* `b` [c](d)\n", count: 50 + $0) }
  let expected = texts.map { html($0) }
  let output = await withTaskGroup(of: (Int, String).self) { group in
    for (index, text) in texts.enumerated() { group.addTask { (index, html(text)) } }
    return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
  }
  #expect(texts.indices.map { output[$0] } == expected)
}
