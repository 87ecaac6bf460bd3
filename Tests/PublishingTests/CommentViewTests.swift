import Templates
import Testing

@testable import Publishing

private let thread = """
  - id: 1
    author: Noor <b> & "Co" 'x'
    url: https://noor.example/?a=1&b='2'
    date: 2026-03-25 10:00
    body: |
      *Hi* <script> & "you"
  - id: hidden-2
    author: Spammer
    url: https://spam.example
    date: 2026-03-25
    status: deleted
    reply_to: 1
    body: Buy!
  - id: 3_c
    person: jess
    date: 2026-03-26T10:00:00+05:30
    reply_to: hidden-2
    body: A `reply`
  - id: "4"
    author: "\\"Quoted\\""
    avatar: /robin.png
    date: 2026-03-27 10:00
    body: "One line"
  - id: 5
    author: Elsewhere
    url: https://elsewhere.example
    type: pingback
    date: 2026-03-28 10:00
    body: Seen
  """

/// What a template makes of each comment of a page, pings too.
private func rendering(_ template: String, settings: String = "") throws -> String {
  let build = try TestBuild([
    "site.yml": TestBuild.settings + "\n" + settings,
    "content/people/jess.md": "---\nname: Jess & Jo\nurl: https://jess.example/?a&b\n---\n",
    "content/posts/2026-03-24-tea.md": post("Tea", keys: "author: jess"),
    "content/posts/2026-03-24-tea.comments.yml": thread,
    "content/robin.png": "",
    "templates/post.html": """
    {% set thread = page.comments %}{% for c in thread.comments + thread.pings %}\(template)
    {% endfor %}
    """,
  ])
  #expect(build.report != nil, "\(build.diagnostics)")
  return try build.file("2026/03/24/tea/index.html")
}

@Test(arguments: CommentView.type.attributes)
func `a comment's attribute prints as its value does`(name: String) throws {
  let attribute = "<p>{{ c.\(name) }}</p><p title=\"{{ c.\(name) }}\"><a href=\"{{ c.\(name) }}\">"
  let value = "<p>{{ v }}</p><p title=\"{{ v }}\"><a href=\"{{ v }}\">"
  for settings in ["", "comments: {form: {mailto: hi@harbor.example}}"] {
    let direct = try rendering(attribute, settings: settings)
    #expect(direct == (try rendering("{% set v = c.\(name) %}\(value)", settings: settings)))
    #expect(!direct.contains("Spammer") && !direct.contains("spam.example"))
    #expect(!direct.contains("<script>") && !direct.contains("<b>"))
  }
}

@Test func `a comment says what its file does, in whatever words it is written`() throws {
  let template =
    "{{ c.id }}|{{ c.anchor }}|{{ c.url }}|{{ c.author }}|{{ c.website }}|{{ c.avatar }}|{{ c.kind }}|{{ c.date }}|{{ c.depth }}|{{ c.has_replies }}|{{ c.body }}"
  let expected = """
    1|comment-1|/2026/03/24/tea/#comment-1|Noor &lt;b&gt; &amp; &#34;Co&#34; &#39;x&#39;|https://noor.example/?a=1&amp;b=&#39;2&#39;|None|comment|2026-03-25T10:00:00Z|1|True|<p><em>Hi</em> &lt;script&gt; &amp; &quot;you&quot;</p>

    hidden-2|comment-hidden-2|/2026/03/24/tea/#comment-hidden-2||None|None|comment|None|2|True|
    3_c|comment-3_c|/2026/03/24/tea/#comment-3_c|Jess &amp; Jo|https://jess.example/?a&amp;b|None|comment|2026-03-26T10:00:00+05:30|3|False|<p>A <code>reply</code></p>

    4|comment-4|/2026/03/24/tea/#comment-4|&#34;Quoted&#34;|None|/robin.png|comment|2026-03-27T10:00:00Z|1|False|<p>One line</p>

    5|comment-5|/2026/03/24/tea/#comment-5|Elsewhere|https://elsewhere.example|None|pingback|2026-03-28T10:00:00Z|0|False|<p>Seen</p>


    """
  #expect(try rendering(template) == expected)
}

@Test func `a face is made of the name alone, for comments that show without a picture`() throws {
  let faces = try rendering("{{ c.face }}").split(separator: "\n", omittingEmptySubsequences: false)
  #expect(faces[0].hasPrefix("<svg class=\"face\"") && faces[0].hasSuffix("\"/></svg>"))
  #expect(faces[1].isEmpty && faces[3].isEmpty && faces[4].isEmpty)
  #expect(faces[2].hasPrefix("<svg") && faces[2] != faces[0])
  #expect(try rendering("{{ c.face }}").hasPrefix(faces[0]))
}
