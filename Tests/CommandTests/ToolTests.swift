import Foundation
import TestSupport
import Testing

/// Runs a command that works, among some files, and returns what it prints.
private func output(
  _ arguments: [String],
  _ files: [String: String] = [:],
  input: String = ""
) throws -> String {
  let folder = try Scratch(files)
  let result = try Command.run(arguments, in: folder.url, input: input)
  #expect(result.errors == "")
  #expect(result.status == 0)
  return result.output
}

private let text = """
  # Hi "you" -- x

  <b>raw</b> https://a.example ~~no~~

  """

@Test(arguments: [
  (
    [],
    """
    <div class="markdown-heading">
    <h1 id="hi-you----x">Hi &quot;you&quot; -- x</h1>
    <a class="anchor" href="#hi-you----x" aria-label="Permalink: Hi &quot;you&quot; -- x"></a>
    </div>
    <p><b>raw</b> <a href="https://a.example">https://a.example</a> <del>no</del></p>

    """
  ),
  (
    ["--smart"],
    """
    <div class="markdown-heading">
    <h1 id="hi-you--x">Hi “you” – x</h1>
    <a class="anchor" href="#hi-you--x" aria-label="Permalink: Hi “you” – x"></a>
    </div>
    <p><b>raw</b> <a href="https://a.example">https://a.example</a> <del>no</del></p>

    """
  ),
  (
    ["--commonmark"],
    """
    <h1>Hi &quot;you&quot; -- x</h1>
    <p><b>raw</b> https://a.example ~~no~~</p>

    """
  ),
  (
    ["--commonmark", "--smart"],
    """
    <h1>Hi “you” – x</h1>
    <p><b>raw</b> https://a.example ~~no~~</p>

    """
  ),
  (
    ["--untrusted"],
    """
    <p><strong>Hi &quot;you&quot; -- x</strong></p>
    <p>&lt;b&gt;raw&lt;/b&gt; <a href="https://a.example" rel="nofollow ugc noopener">https://a.example</a> <del>no</del></p>

    """
  ),
])
func `markdown reads a file or standard input`(options: [String], html: String) throws {
  #expect(try output(["markdown", "a.md"] + options, ["a.md": text]) == html)
  #expect(try output(["markdown"] + options, input: text) == html)
  #expect(try output(["markdown"] + options + ["-"], input: text) == html)
}

@Test func `markdown writes a table as GFM's specification does`() throws {
  #expect(
    try output(["markdown"], input: "|a|\n|:-:|\n")
      == "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n</thead>\n</table>\n"
  )
}

@Test(arguments: [[], ["--commonmark"], ["--untrusted"]])
func `markdown replaces NUL and what isn't UTF-8`(options: [String]) throws {
  let folder = try Scratch()
  try folder.write([0x61, 0x00, 0x62, 0xFF, 0x63, 0x0A], to: "a.md")
  let result = try Command.run(["markdown", "a.md"] + options, in: folder.url)
  #expect(result.errors == "")
  #expect(result.status == 0)
  #expect(result.output == "<p>a\u{FFFD}b\u{FFFD}c</p>\n")
}

@Test(
  .enabled(if: SharedSets.includes("conformance/gfm-spec-extensions.json"))
)
func `markdown gives what GFM's specification shows of its extensions`() throws {
  let examples = try JSONDecoder().decode(
    [GFMExample].self,
    from: Data(SharedSets.bytes("conformance/gfm-spec-extensions.json"))
  )
  // A tag filter is for strangers, whose tags are all shown as typed; authors' pass.
  for example in examples where example.flags != "tagfilter" {
    #expect(try output(["markdown"], input: example.markdown) == example.html)
  }
}

/// An example of GFM's specification.
private struct GFMExample: Decodable {
  let markdown: String
  let html: String
  var flags: String?
}

@Test func `a file that isn't there is the machine's refusal`() throws {
  let result = try Command.run(["markdown", "no-such-file.md"])
  #expect(result.errors == "no-such-file.md: error: can't be read: No such file or directory\n")
  #expect(result.status == 74)
  #expect(result.output == "")
}

private let templates = [
  "t/part.html": "Bye {{ name|upper }}\n",
  "t/whole.html": "{{ greet }} {% include \"part.html\" %}",
  "data.json": #"{"name": "<Jess>", "greet": "Hej"}"#,
]

@Test func `render takes a template of a folder, or a file, with data from a file or input`() throws
{
  let text = "Hej Bye &lt;JESS&gt;\n"
  let data = templates["data.json"] ?? ""
  let named = ["render", "whole.html", "--templates", "t", "--data"]
  #expect(try output(named + ["data.json"], templates) == text)
  #expect(try output(["render", "t/whole.html", "--data", "-"], templates, input: data) == text)
}

@Test(arguments: [
  (
    "{}",
    """
    t/whole.html:1:4: error: `greet` is undefined
      |
    1 | {{ greet }} {% include "part.html" %}
      |    ^^^^^

    """
  ),
  (
    #"{"greet": 1}"#,
    """
    t/part.html:1:13: error: `name` is undefined
      |
    1 | Bye {{ name|upper }}
      |             ^^^^^
      = note: included at t/whole.html:1:24

    """
  ),
  ("[1]", "standard input: error: the data must be a JSON object\n"),
  (
    #"{"a": }"#,
    """
    standard input:1:7: error: a value is due here
      |
    1 | {"a": }
      |       ^

    """
  ),
])
func `what is wrong with a template's data is said`(data: String, said: String) throws {
  let folder = try Scratch(templates)
  let arguments = ["render", "whole.html", "--templates", "t", "--data", "-"]
  let result = try Command.run(arguments, in: folder.url, input: data)
  #expect(result.errors == said)
  #expect(result.status == 1)
  #expect(result.output == "")
}

@Test func `inspect prints what was read from one file as JSON`() throws {
  let path = "content/posts/2026-03-24-cake.md"
  let said = try output(["inspect", path], BuiltSite.files)
  #expect(
    said == """
      {"path":"content/posts/2026-03-24-cake.md","kind":"post","name":"2026-03-24-cake","slug":"cake",\
      "title":"Cake","date":{"time":"2026-03-24","zone":"UTC","instant":1774310400},"draft":false,\
      "tags":["swift"],"comments":"open","noindex":false,"body_bytes":6}

      """
  )
  for path in BuiltSite.files.keys.sorted() {
    let json = try output(["inspect", path], BuiltSite.files)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["path"] as? String == path)
  }
}

@Test func `inspect shows a file of a site that has errors elsewhere`() throws {
  let site = try Scratch(BuiltSite.files)
  try site.write("---\ntilte: x\n---\n", to: "content/broken.md")
  try site.write("", to: "content/folder.md/a.txt")
  let result = try Command.run(["inspect", "about"], in: site.url)
  #expect(result.errors == "")
  #expect(result.status == 0)
  #expect(result.output.hasPrefix("{\"path\":\"content/about.md\",\"kind\":\"page\""))
}

@Test(arguments: [
  (
    "content/broken.md",
    """
    content/broken.md:2:1: error: unknown key `tilte` in a page
      |
    2 | tilte: x
      | ^^^^^ not a key of a page
      = help: did you mean `title`?

    """
  ),
  ("content/nobody.md", "content/nobody.md: error: there is no such file in content/\n"),
])
func `inspect says what is wrong with its file and nothing of others`(
  path: String,
  said: String
) throws {
  let site = try BuiltSite()
  try site.folder.write("---\ntilte: x\n---\n", to: "content/broken.md")
  try site.folder.write("---\ntilte: y\n---\n", to: "content/other.md")
  try site.expectFailure(1, ["inspect", path], says: said)
}

@Test func `inspect says of a file without keys that there is nothing to read`() throws {
  let site = try BuiltSite()
  try site.folder.write("x", to: "content/a.txt")
  try site.expectFailure(
    1,
    ["inspect", "a.txt"],
    says: "content/a.txt: error: this file is published as it is: there is nothing to read\n"
  )
}

@Test(arguments: ["content/nobody.md", "../outside.md", "public/index.html"])
func `inspect shows nothing but files of the site`(path: String) throws {
  let site = try BuiltSite()
  try site.expectFailure(
    1,
    ["inspect", path],
    says: "\(path): error: there is no such file in content/\n"
  )
}
