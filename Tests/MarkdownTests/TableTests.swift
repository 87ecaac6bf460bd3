import Markdown
import Testing

@Test func `a table's cells hold emphasis, code, links and bars`() {
  #expect(
    html("| *a* | b |\n|:--|--:|\n| `x\\|y` | [r][], \\| |\n| z |\n\n[r]: /ref\n") == """
      <table>
      <thead>
      <tr>
      <th style="text-align:left"><em>a</em></th>
      <th style="text-align:right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td style="text-align:left"><code>x|y</code></td>
      <td style="text-align:right"><a href="/ref">r</a>, |</td>
      </tr>
      <tr>
      <td style="text-align:left">z</td>
      <td style="text-align:right"></td>
      </tr>
      </tbody>
      </table>

      """
  )
}

private let small =
  "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n"

@Test(arguments: [
  ("|a|\n|-|\n|b|", small),
  ("Lead\nlines\n|a|\n|-|\n|b|", "<p>Lead\nlines</p>\n\(small)"),
  ("|a|\n|-|\n|b|\n---", "\(small)<hr />\n"),
  ("> |a|\n> |-|\n> |b|", "<blockquote>\n\(small)</blockquote>\n"),
  ("- |a|\n  |-|\n  |b|", "<ul>\n<li>\n\(small)</li>\n</ul>\n"),
  ("- Lead\n  |a|\n  |-|\n  |b|", "<ul>\n<li>Lead\n\(small)</li>\n</ul>\n"),
  ("    |a|\n    |-|", "<pre><code>|a|\n|-|\n</code></pre>\n"),
  ("```\n|a|\n|-|\n```", "<pre><code>|a|\n|-|\n</code></pre>\n"),
  ("|a|b|\n|-|", "<p>|a|b|\n|-|</p>\n"),
  ("a\n-", heading(2, "a", "a")),
]) func `a table is what has a line of dashes and bars under its head`(
  text: String,
  expected: String
) {
  #expect(html(text) == expected)
}

@Test func `a cell keeps its number signs`() {
  #expect(html("|a #|\n|-|\n|# b ##|").contains("<th>a #</th>"))
  #expect(html("|a #|\n|-|\n|# b ##|").contains("<td># b ##</td>"))
}

@Test func `short rows don't grow a table to the square of its text`() {
  let head =
    String(repeating: "|a", count: 2000) + "|\n" + String(repeating: "|-", count: 2000) + "|\n"
  let table = rendered(head + String(repeating: "|b|\n", count: 2000))
  #expect(table.html.count < 3_000_000)
}
