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
