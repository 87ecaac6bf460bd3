import Feeds
import Testing

private let texts: [(JSONValue, String)] = [
  (JSONValue.null, "null"), (true, "true"), (-7, "-7"), (.double(42.3601), "42.3601"),
  (.double(.nan), "null"), ([], "[]"), ([1, "a"], #"[1,"a"]"#), ([:], "{}"),
  ("\"\\/\n\r\t\u{0}\u{1F}\u{7F}", #""\"\\/\n\r\t\u0000\u001f\u007f""#), ("é😀", "\"é😀\""),
  (["b": 1, "a": ["c": [2, 3]]], #"{"b":1,"a":{"c":[2,3]}}"#),
]

@Test(arguments: texts) func `a value is written as JSON`(value: JSONValue, expected: String) {
  #expect(String(decoding: value.bytes(for: .file), as: UTF8.self) == expected + "\n")
}

@Test func `no text in a script ends it or begins a comment`() {
  let value: JSONValue = ["name": "</script><!-- & ]]>", "<b>": 1]
  #expect(
    String(decoding: value.linkedDataScript, as: UTF8.self)
      == #"<script type="application/ld+json">{"name":"\u003c/script\u003e\u003c!-- \u0026 ]]\u003e","\u003cb\u003e":1}</script>"#
  )
}

@Test func `members keep the order in which they were first set`() {
  var object: JSONObject = ["b": 1]
  object.set("a", 2)
  object.set("b", 3)
  object.set("c", nil)
  #expect(object.members.map(\.name) == ["b", "a"])
  #expect(object.members.map(\.value) == [3, 2])
}

@Test(arguments: 0..<20)
func `a writer escapes a special byte wherever it stands`(position: Int) {
  for (byte, escaped) in [("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("<", #"\u003c"#)] {
    let (before, after) = (String(repeating: "a", count: position), "é&é😀>z")
    var writer = JSONWriter(for: .script)
    writer.text(before + byte + after)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == before + escaped + #"é\u0026é😀\u003ez"#
    )
  }
}

private let markup: [(String, String)] = [
  (
    "<p>One <em>word</em>.</p>\n<p>Next &lt;b&gt; &amp; &quot;so&quot; &#39;on&#39;</p>\n",
    #"One word.\nNext \u003cb\u003e \u0026 \"so\" 'on'"#
  ),
  ("<pre><code>a\\b\n</code></pre>\n", #"a\\b"#), ("", ""), ("<p></p>\n", ""),
  ("a & b &am", "a \\u0026 b \\u0026am"),
  ("an open <em", "an open "),
]

@Test(arguments: markup)
func `the words of markup are written without its tags`(html: String, expected: String) {
  var writer = JSONWriter(for: .script)
  writer.words(ofMarkup: html.utf8Span.span, 0..<html.utf8.count)
  #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
}

@Test func `members are written behind another, and what is unknown isn't`() {
  var writer = JSONWriter(for: .script)
  writer.linkedData { json in
    json.literal(#"{"a":1"#)
    json.member("b", "<\u{7F}")
    json.member("c", nil as String?)
    json.member("d", Array("é".utf8))
    json.member("e", [1, 2]) { $0.number($1) }
    json.member("f", [] as [Int]) { $0.number($1) }
    json.key("g")
    json.number(-0.5)
    json.key("h")
    json.number(Double.infinity)
    json.literal("}")
  }
  #expect(
    String(decoding: writer.bytes, as: UTF8.self)
      == #"<script type="application/ld+json">{"a":1,"b":"\u003c\u007f","d":"é","e":[1,2],"g":-0.5,"h":null}</script>"#
  )
}
