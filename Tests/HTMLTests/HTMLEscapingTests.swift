import HTML
import Testing

@Test func `the five characters of HTML are escaped as Jinja escapes them`() {
  var output: [UInt8] = []
  output.appendEscaped("a<b>&\"c\"'d' é")
  #expect(
    String(decoding: output, as: UTF8.self) == "a&lt;b&gt;&amp;&#34;c&#34;&#39;d&#39; é"
  )
}

@Test(arguments: [
  "javascript:alert(1)", " \u{1}JaVaScRiPt:alert(1)", "java\nscript:x", "vbscript:x",
  "data:text/html,x", "data:image/svg+xml,<svg>", "data:",
]) func `an address that could run as code is unsafe`(address: String) {
  #expect(isUnsafeURL(address.utf8))
}

@Test(arguments: [
  "https://example.org/", "/a:b", "#javascript:", "mailto:a@b.example", "images/a.png", "",
  "data:image/png;base64,AA==", "DATA:IMAGE/PNG;base64,AA==", "?javascript:x",
]) func `an ordinary address is safe`(address: String) {
  #expect(!isUnsafeURL(address.utf8))
}
