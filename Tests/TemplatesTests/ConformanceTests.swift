import Testing

struct ConformanceTests {
  @Test(.enabled(if: TestSets.has("conformance/jinja.json")))
  func `Jinja's recorded cases give Jinja's bytes, or the same kind of error`() throws {
    let cases = try RecordedCase.all(TestSets.file("conformance/jinja.json"))
    #expect(cases.count >= 267)
    for (index, recorded) in cases.enumerated() {
      let result = recorded.rendered()
      #expect(
        result.output == recorded.output && result.error == recorded.error,
        "\(index) \(recorded.name): \(result.message)"
      )
    }
  }
}
