import Content
import Foundation
import Publishing
import Testing

private let path = "content/posts/2026-03-24-tea"

/// The page of a post with a thread, as the built-in theme shows it.
private func page(
  _ thread: String,
  keys: String = "author: jess",
  settings: String = ""
) throws -> String {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\n" + settings,
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "\(path).md": post("Tea", keys: keys),
    "\(path).comments.yml": thread,
  ])
  #expect(build.report != nil, "\(build.diagnostics)")
  return try build.file("2026/03/24/tea/index.html")
}

private func comment(_ id: Int, _ keys: String, body: String = "Text.") -> String {
  let lines = keys.split(separator: "\n").map { "  \($0)\n" }.joined()
  return "- id: \(id)\n  date: 2026-03-2\(id) 10:00\n\(lines)  body: |\n    \(body)\n"
}

@Test func `one comment is one thought, more are counted, and pings are none`() throws {
  let one = try page(comment(1, ""))
  #expect(one.contains("One thought on “Tea”"))
  let three = try page(
    comment(1, "") + comment(2, "reply_to: 1") + comment(3, "") + comment(4, "type: pingback")
      + comment(5, "status: spam") + comment(6, "status: pending")
  )
  #expect(three.contains("3 thoughts on “Tea”"))
  #expect(!three.contains("comment-5") && !three.contains("comment-6"))
}

@Test func `only person marks a reply by the post's author, never a name`() throws {
  let template =
    "{% for c in page.comments.roots %}{{ c.author }} {{ c.is_post_author }} {{ c.person.name if c.person }};{% endfor %}"
  let build = try TestBuild([
    "content/people/jess.md": "---\nname: Jess\n---\n",
    "content/people/sam.md": "---\nname: Sam\n---\n",
    "\(path).md": post("Tea", keys: "author: jess"),
    "\(path).comments.yml": comment(1, "author: Jess") + comment(2, "author: jess")
      + comment(3, "person: jess") + comment(4, "person: sam"),
    "templates/post.html": template,
  ])
  #expect(build.diagnostics == [])
  #expect(
    try build.file("2026/03/24/tea/index.html")
      == "Jess False ;jess False ;Jess True Jess;Sam False Sam;"
  )
}

@Test func `a hidden comment with a visible reply leaves a place that says nothing of it`() throws {
  let html = try page(
    comment(1, "author: Spammer\nstatus: deleted\nurl: https://spam.example", body: "Buy!")
      + comment(2, "author: Robin\nreply_to: 1")
  )
  #expect(html.contains(#"id="comment-1""#) && html.contains(#"id="comment-2""#))
  #expect(html.contains("One thought on"))
  for word in ["Spammer", "spam.example", "Buy!"] { #expect(!html.contains(word)) }
}

@Test func `a stranger's HTML shows as it was typed, and links lose what is unsafe`() throws {
  let html = try page(
    comment(
      1,
      "author: \"<i>Robin</i>\"\nurl: https://robin.example/?a=1&b=2",
      body: "A List<String> <script>x</script> [a](javascript:x) [b](https://b.example) <b>c</b>"
    )
  )
  #expect(html.contains("A List&lt;String&gt; &lt;script&gt;x&lt;/script&gt;"))
  #expect(html.contains(#"<a href="https://b.example" rel="nofollow ugc noopener">b</a>"#))
  #expect(html.contains("&lt;i&gt;Robin&lt;/i&gt;"))
  #expect(html.contains(#"href="https://robin.example/?a=1&amp;b=2" rel="nofollow ugc noopener""#))
  for word in ["javascript:", "<script>x", "<b>c", "<i>R"] { #expect(!html.contains(word)) }
}

@Test func `a name that is an e-mail address shows without its domain`() throws {
  let html = try page(comment(1, "author: robin.field@mail.example"))
  #expect(html.contains("robin.field"))
  #expect(!html.contains("mail.example"))
}

@Test func `closed comments show and say so, and comments that are off don't show`() throws {
  let open = try page(comment(1, ""))
  #expect(!open.contains("Comments are closed."))
  let closed = try page(comment(1, ""), keys: "comments: closed")
  #expect(closed.contains("Comments are closed.") && closed.contains(#"id="comment-1""#))
  let off = try page(comment(1, ""), keys: "comments: off")
  #expect(
    !off.contains("comment-1") && !off.contains("Comments are closed.") && !off.contains("thought")
  )
  let all = try page(comment(1, ""), settings: "comments: {default: closed}\n")
  #expect(all.contains("Comments are closed."))
}

@Test func `comments close so many days after their post`() throws {
  // The post is of 2026-03-24, and now is 2026-11-01.
  let closed = try page(comment(1, ""), settings: "comments: {close_after_days: 30}\n")
  #expect(closed.contains("Comments are closed."))
  let young = try page(comment(1, ""), settings: "comments: {close_after_days: 365}\n")
  #expect(!young.contains("Comments are closed."))
  let kept = try page(
    comment(1, ""),
    keys: "comments: open",
    settings: "comments: {close_after_days: 30}\n"
  )
  #expect(!kept.contains("Comments are closed."))
}

@Test func `comments of an event close so many days after its end`() throws {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\ncomments: {close_after_days: 30}\n",
    "content/events/long-ago.md": post("A", keys: "start: 2026-10-01 18:00\nduration: 2h"),
    "content/events/lately.md": post("B", keys: "start: 2026-09-01\nend: 2026-10-05"),
    "content/events/to-come.md": post("C", keys: "start: 2027-01-01\ndate: 2020-01-01"),
    "templates/event.html": "{{ page.comments.is_open }}",
  ])
  #expect(build.diagnostics == [])
  #expect(try build.file("events/lately/index.html") == "True")
  #expect(try build.file("events/to-come/index.html") == "True")
  #expect(try build.file("events/long-ago/index.html") == "False")
}

@Test func `a comment over max_length is shown whole as plain paragraphs`() throws {
  let html = try page(comment(1, "", body: "*long*"), settings: "comments: {max_length: 3}\n")
  #expect(html.contains("<p>*long*</p>"))
}

@Test func `replies nest as deep as max_depth, and then say whom they answer`() throws {
  let thread = (1...4).map {
    comment($0, $0 == 1 ? "author: A1" : "reply_to: \($0 - 1)\nauthor: A\($0)")
  }
  let html = try page(thread.joined(), settings: "comments: {max_depth: 2}\n")
  #expect(html.components(separatedBy: "in reply to").count == 3)
  #expect(
    html.contains(
      ##"in reply to <a class="u-in-reply-to" href="#comment-3">A3</a>"##
    )
  )
}

@Test func `communities, people and venues show their comments`() throws {
  let thread = comment(1, "author: Robin", body: "Look here.")
  let build = try TestBuild([
    "content/communities/c.md": "---\nname: C\n---\n", "content/communities/c.comments.yml": thread,
    "content/people/p.md": "---\nname: P\n---\n", "content/people/p.comments.yml": thread,
    "content/venues/v.md": "---\nname: V\n---\n", "content/venues/v.comments.yml": thread,
    "content/people/q.md": "---\nname: Q\n---\n",
  ])
  #expect(build.diagnostics == [])
  for page in ["communities/c", "people/p", "venues/v"] {
    let html = try build.file("\(page)/index.html")
    #expect(html.contains("id=\"comment-1\"") && html.contains("<p>Look here.</p>"), "\(page)")
  }
  #expect(!(try build.file("people/q/index.html").contains("id=\"comments\"")))
}
