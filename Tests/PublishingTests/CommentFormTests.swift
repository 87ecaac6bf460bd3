import Content
import Foundation
import Testing

/// The page of a post and the comments on it, on a site with a form.
private func page(_ form: String, _ thread: String? = nil, keys: String = "") throws -> String {
  var files = [
    "site.yml": TestBuild.settings + "\ncomments:\n  form:\n    " + form,
    "content/posts/2026-03-24-tea.md": post("Tea & \"cake\"", keys: "slug: tea\n\(keys)"),
  ]
  files["content/posts/2026-03-24-tea.comments.yml"] =
    thread
    ?? "- {id: 1, author: \"Robin <b>\", date: 2026-03-25, body: x}\n- {id: 2, type: pingback, author: P, date: 2026-03-25, body: x}\n"
  let build = try TestBuild(files)
  #expect(build.diagnostics == [])
  return try build.file("2026/03/24/tea/index.html")
}

/// The lines of a page between two texts.
private func part(_ page: String, from start: String, to end: String) throws -> String {
  let first = try #require(page.range(of: start), "\(page)")
  let last = try #require(page.range(of: end, range: first.upperBound..<page.endIndex))
  return String(page[first.lowerBound..<last.upperBound])
}

@Test func `a form has labels, what the receiver wants, and a trap`() throws {
  let html = try page(
    """
    action: https://forms.example/f?a=1&b=2
        fields: {subject: "A <comment>", "_gotcha": ":trap", "options[slug]": ":slug", link: ":permalink", message: ":body", n: 7}
    """
  )
  #expect(
    try part(html, from: "<form", to: "</form>") == #"""
      <form id="reply-form" action="https://forms.example/f?a=1&amp;b=2" method="post">
      <input type="hidden" name="subject" value="A &lt;comment&gt;">
      <input type="hidden" name="options[slug]" value="tea">
      <input type="hidden" name="link" value="https://harbor.example/2026/03/24/tea/">
      <input type="hidden" name="n" value="7">
      <p><label><input type="radio" name="reply_to" value="" checked>Answer nobody in particular</label> <small>or choose “Reply” at a comment above.</small></p>
      <p><label for="reply-author">Name</label>
      <input id="reply-author" name="author" required maxlength="100" autocomplete="name"></p>
      <p><label for="reply-url">Website <small>optional, shown with your name</small></label>
      <input id="reply-url" type="url" name="url" maxlength="200" autocomplete="url" placeholder="https://"></p>
      <p><label for="reply-body">Comment <small>Markdown works; HTML shows as you type it</small></label>
      <textarea id="reply-body" name="message" rows="7" required maxlength="16384"></textarea></p>
      <p class="trap"><label for="reply-trap">Leave this empty</label>
      <input id="reply-trap" name="_gotcha" tabindex="-1" autocomplete="off"></p>
      <p><button class="button" type="submit">Post comment</button></p>
      </form>
      """#
  )
  #expect(
    html.contains(
      #"<label><input type="radio" form="reply-form" name="reply_to" value="1">Reply<span class="unseen"> to Robin &lt;b&gt;</span></label>"#
    )
  )
  #expect(!html.contains(#"value="2">Reply"#))
}

@Test func `a form that names no page sends its path`() throws {
  let html = try page("action: https://forms.example/f", "- {id: 1, date: 2026-03-25, body: x}")
  #expect(html.contains(#"<input type="hidden" name="page" value="posts/2026-03-24-tea">"#))
}

@Test func `a mail says which page and whom it answers`() throws {
  let html = try page("mailto: a+b@harbor.example")
  let subject = "Re%3A%20Tea%20%26%20%22cake%22%20%5Bposts%2F2026-03-24-tea"
  #expect(
    html.contains("href=\"mailto:a%2Bb%40harbor.example?subject=\(subject)%5D&amp;body=https%3A")
  )
  #expect(
    html.contains(
      "mailto:a%2Bb%40harbor.example?subject=\(subject)%231%5D&amp;body=In%20reply%20to%20Robin%20%3Cb%3E%3A%20"
        + "https%3A%2F%2Fharbor.example%2F2026%2F03%2F24%2Ftea%2F%23comment-1%0D%0A"
    )
  )
  #expect(!html.contains("<form") && !html.contains("type=\"radio\""))
}

@Test(arguments: [
  (
    "https://github.com/harbor/site/", "https://github.com/harbor/site/new/live/x?filename=",
    "&amp;value="
  ),
  (
    "https://gitlab.example/harbor/site",
    "https://gitlab.example/harbor/site/-/new/live/x?file_name=", "&amp;content="
  ),
  (
    "https://codeberg.org/harbor/site", "https://codeberg.org/harbor/site/_new/live/x/?filename=",
    "&amp;value="
  ),
])
func `a new file of the repository is filled in`(
  repository: String,
  start: String,
  separator: String
) throws {
  let html = try page("repository: \(repository)\n    branch: live/x")
  let file = "inbox%2Fposts%2F2026-03-24-tea.yml"
  let entry = "-%20id%3A%20your-name-1%0A%20%20"
  #expect(html.contains("href=\"\(start)\(file)\(separator)\(entry)author%3A"))
  #expect(
    html.contains("href=\"\(start)\(file)\(separator)\(entry)reply_to%3A%201%0A%20%20author%3A")
  )
}

@Test func `a page whose comments are closed has no form, nor one of a site without a setting`()
  throws
{
  let closed = try page("mailto: a@harbor.example", keys: "comments: closed")
  #expect(!closed.contains("Leave a Reply") && !closed.contains("mailto:"))
  #expect(closed.contains("Comments are closed."))
  let none = try TestBuild(["content/posts/2026-03-24-tea.md": post("Tea")])
  #expect(!(try none.file("2026/03/24/tea/index.html").contains("Leave a Reply")))
}

@Test func `an open page without comments has a form alone`() throws {
  let html = try page("action: https://forms.example/f", "# none yet\n")
  #expect(html.contains("<h2 id=\"comments-title\">Comments</h2>"))
  #expect(!html.contains("<ol class=\"thread\">") && !html.contains("Answer nobody"))
}

@Test func `a word that stands for nothing is an error`() throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings
      + "\ncomments:\n  form:\n    action: https://f.example\n    fields:\n      a: \":boddy\"\n      b: [1]\n"
  ])
  #expect(build.report == nil)
  #expect(
    build.diagnostics == [
      """
      site.yml:8:10: error: a field that begins with `:` must be a word that stands for something
        |
      8 |       a: ":boddy"
        |          ^^^^^^^^
        = help: did you mean `:body`?

      """,
      """
      site.yml:9:10: error: each of `fields` must be a text
        |
      9 |       b: [1]
        |          ^^^ this is a list

      """,
    ]
  )
}
