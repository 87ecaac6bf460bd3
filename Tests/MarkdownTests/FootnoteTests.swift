import Foundation
import Testing

@Test func `a footnote leads to its text and back`() {
  #expect(
    html("a[^x] b[^y] c[^x]\n\n[^y]: Y *y*\n\n    more\n[^x]: X\n[^unused]: Z\n") == """
      <p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" data-footnote-ref>1</a></sup> \
      b<sup class="footnote-ref"><a href="#fn-y" id="fnref-y" data-footnote-ref>2</a></sup> \
      c<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" data-footnote-ref>1</a></sup></p>
      <section class="footnotes" data-footnotes>
      <ol>
      <li id="fn-x">
      <p>X <a href="#fnref-x" class="footnote-backref" data-footnote-backref \
      data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a> \
      <a href="#fnref-x-2" class="footnote-backref" data-footnote-backref \
      data-footnote-backref-idx="1-2" aria-label="Back to reference 1-2">↩\
      <sup class="footnote-ref">2</sup></a></p>
      </li>
      <li id="fn-y">
      <p>Y <em>y</em></p>
      <p>more <a href="#fnref-y" class="footnote-backref" data-footnote-backref \
      data-footnote-backref-idx="2" aria-label="Back to reference 2">↩</a></p>
      </li>
      </ol>
      </section>

      """
  )
}

@Test(arguments: [
  ("a[^x]", "<p>a[^x]</p>\n"),
  ("\\[^x]\n\n[^x]: y", "<p>[^x]</p>\n"),
  ("`[^x]`\n\n[^x]: y", "<p><code>[^x]</code></p>\n"),
  ("```\n[^x]: y\n```\n\n`[^x]`", "<pre><code>[^x]: y\n</code></pre>\n<p><code>[^x]</code></p>\n"),
  ("<pre>\n[^x]: y\n</pre>\n", "<pre>\n[^x]: y\n</pre>\n"),
]) func `a footnote is one that is defined and not code`(text: String, expected: String) {
  #expect(html(text) == expected)
}

@Test func `a footnote may end in something else than a paragraph`() {
  #expect(
    html("a[^x]\n\n[^x]:\n    - b\n").hasSuffix(
      """
      <li id="fn-x">
      <ul>
      <li>b</li>
      </ul>
      <a href="#fnref-x" class="footnote-backref" data-footnote-backref \
      data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a>
      </li>
      </ol>
      </section>

      """
    )
  )
}

@Test func `footnotes inside footnotes are numbered on, and circles end`() {
  let output = html("a[^x]\n\n[^x]: X[^y]\n[^y]: Y[^x]\n")
  #expect(output.components(separatedBy: "<li id=").count == 3)
}
