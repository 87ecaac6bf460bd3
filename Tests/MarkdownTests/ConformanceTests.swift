import Markdown
import TestSupport
import Testing

@Test(.enabled(if: SharedSets.includes("conformance/commonmark-0.30.json")))
func `every example of CommonMark 0.30 comes out as the specification says`() throws {
  let all = try examples("conformance/commonmark-0.30.json")
  #expect(all.count == 652)
  for example in all {
    #expect(html(example.markdown, .commonMark) == example.html, "\(example.testDescription)")
  }
}

@Test(.enabled(if: SharedSets.includes("conformance/commonmark-smart.json")))
func `every example of cmark's smart punctuation comes out as its specification says`() throws {
  var options = MarkdownOptions.commonMark
  options.smart = true
  for example in try examples("conformance/commonmark-smart.json") {
    #expect(html(example.markdown, options) == example.html, "\(example.testDescription)")
  }
}

@Test(.enabled(if: SharedSets.includes("conformance/gfm-spec-extensions.json")))
func `every example of GFM's extensions comes out as its specification says`() throws {
  var options = MarkdownOptions()
  options.smart = false
  options.tableAlignment = .attribute
  // A tag filter is for strangers, whose tags are all shown as typed; authors' pass.
  for example in try examples("conformance/gfm-spec-extensions.json")
  where example.flags != "tagfilter" {
    #expect(html(example.markdown, options) == example.html, "\(example.testDescription)")
  }
}
