import Diagnostics
import Templates
import Testing

struct JSONFaultTests {
  private func said(of json: String) -> String {
    do {
      let value = try Value(json: SourceFile(path: "data.json", text: json))
      return "read: \(value)"
    } catch {
      return error.rendered()
    }
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}",
    "{a: 1}", "{1: 2}", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\u{1}\"", "01",
    "1.", ".5", "-", "+1", "1e", "1e+", "0x10", "NaN", "Infinity", "tru", "nul", "True", "1 2",
    "[] []", "{} x", "]", "}", "[}", "{]", "// c\n1", "\u{FEFF}",
  ])
  func `what isn't JSON is an error with its place`(json: String) {
    #expect(said(of: json).hasPrefix("data.json:"))
  }

  @Test func `data nested too deep is an error`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(said(of: text).hasPrefix("data.json:1:257: error: "))
  }

  @Test func `numbers that are too large don't stop anything`() {
    #expect(!said(of: "[1e999, -1e999, 1e-999]").contains("error: a"))
    #expect(said(of: "123456789012345678901234567890").hasPrefix("read: wide"))
    #expect(!said(of: String(repeating: "9", count: 10_000)).isEmpty)
  }
}
