import Calendar
import Content
import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// A site in which strangers' and editors' texts are attacks: each vector is a comment's body, author
/// and address, a post's title, summary and author, and an event's title, venue, speaker and talk; every
/// fourth is a tag and a community's name and city, since each of those is a page with two feeds.
struct VectorSite {
  /// The vectors with something to show.
  let vectors: [String]
  /// Those that fit in one line without control characters, as titles, names and addresses must.
  ///
  /// The lines of those that have several stand for them.
  let lines: [String]

  /// A form on the page, so that names stand beside its buttons, too.
  private static let settings =
    TestBuild.settings + """

      per_page: 100
      description: A site
      comments: {form: {action: "https://forms.example/f"}}

      """

  /// How many comments a thread has.
  private static let threadSize = 50

  init(_ texts: [String]) {
    vectors = texts.uniqued.filter { !$0.bare.isEmpty }
    lines =
      vectors.flatMap { $0.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.map(String.init) }
      .filter { !$0.bare.isEmpty && !$0.unicodeScalars.contains(where: \.isControl) }
      .uniqued
  }

  /// The site's files.
  var files: [String: String] {
    var files = ["site.yml": VectorSite.settings]
    for (number, line) in lines.enumerated() {
      let day = String(format: "2026-%02d-%02d", number / 28 % 9 + 1, number % 28 + 1)
      let isFourth = number % 4 == 0
      files["content/posts/\(day)-p\(number).md"] = VectorSite.post(line, hasTag: isFourth)
      files["content/events/e\(number).md"] = VectorSite.event(line, day)
      if !isFourth { continue }
      files["content/communities/c\(number).md"] =
        "---\nname: \(line.yaml)\ncity: \(line.yaml)\n---\n"
    }
    for (number, start) in stride(from: 0, to: vectors.count, by: VectorSite.threadSize)
      .enumerated()
    {
      files["content/posts/2026-10-01-t\(number).md"] = PublishingTests.post("Thread")
      let share = vectors[start..<min(vectors.count, start + VectorSite.threadSize)]
      files["content/posts/2026-10-01-t\(number).comments.yml"] = VectorSite.thread(share)
    }
    return files
  }

  private static func post(_ line: String, hasTag: Bool) -> String {
    let tag = hasTag && (1...100).contains(tagSlug(line).utf8.count) ? "tags: [\(line.yaml)]\n" : ""
    return """
      ---
      title: \(line.yaml)
      summary: \(line.yaml)
      author: \(line.yaml)
      image: /a.jpg
      image_alt: \(line.yaml)
      \(tag)---
      """
  }

  private static func event(_ line: String, _ day: String) -> String {
    """
    ---
    title: \(line.yaml)
    start: \(day) 18:00
    venue: {name: \(line.yaml), address: \(line.yaml), city: \(line.yaml)}
    speakers: [{name: \(line.yaml), talk: \(line.yaml)}]
    schedule: [{at: "18:00", title: \(line.yaml)}]
    ---
    """
  }

  /// A thread in which each vector has a reply, whose address has the vector behind a harmless one.
  private static func thread(_ vectors: ArraySlice<String>) -> String {
    vectors.enumerated().map { number, vector in
      let line = vector.unicodeScalars.contains(where: \.isControl) ? "a" : vector
      return """
        - id: a\(number)
          date: 2026-10-02
          author: \(line.yaml)
          url: \(line.yaml)
          body: \(vector.yaml)
        - id: b\(number)
          date: 2026-10-02
          reply_to: a\(number)
          author: \(line.yaml)
          url: \("https://x.example/\(line.filter { !$0.isWhitespace })".yaml)
          body: |
            Reply.

        """
    }.joined()
  }

  /// The threads as a page must show them: each reply below what it answers.
  var threads: [String: [ShownComment]] {
    var threads: [String: [ShownComment]] = [:]
    for (number, start) in stride(from: 0, to: vectors.count, by: VectorSite.threadSize)
      .enumerated()
    {
      let count = min(VectorSite.threadSize, vectors.count - start)
      threads["2026/10/01/t\(number)/index.html"] = (0..<count).flatMap {
        [
          ShownComment(id: "comment-a\($0)", depth: 1),
          ShownComment(id: "comment-b\($0)", depth: 2),
        ]
      }
    }
    return threads
  }

  /// A comment as html5lib found it.
  struct ShownComment: Equatable, Decodable {
    let id: String
    let depth: Int

    init(id: String, depth: Int) {
      self.id = id
      self.depth = depth
    }

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      id = try pair.decode(String.self)
      depth = try pair.decode(Int.self)
    }
  }

  /// What html5lib found in the pages of a site, each with the first page that has it.
  struct Findings: Decodable {
    let findings: [String: String]
    let threads: [String: [ShownComment]]
    let feeds: Int
  }

  /// Reads the site, builds it, and asks html5lib what its pages hold.
  func built(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> (Site, Findings) {
    let folder = try TemporaryFolder()
    let tree = SourceTree(files)
    var log = DiagnosticLog()
    let options = ReadingOptions(fallbackNow: Instant(seconds: 0), jobs: 2)
    let reader = SiteReader(tree: tree, options: options, zones: ZoneDatabase())
    let site = try #require(reader.read(log: &log), sourceLocation: sourceLocation)
    let target = BuildOptions(destination: "\(folder.path)/public", jobs: 2)
    let report = SiteBuilder(tree: tree, options: target).build(site, log: &log)
    let errors = log.sorted.filter { $0.severity == .error }.map { $0.rendered() }
    #expect(errors == [], sourceLocation: sourceLocation)
    try #require(report != nil, sourceLocation: sourceLocation)
    let input = Array("\(folder.path)/public".utf8)
    let output = try Oracle.output(of: "site_markup.py", input: input)
    return (site, try JSONDecoder().decode(Findings.self, from: Data(output.utf8)))
  }
}

extension String {
  /// The text as YAML writes it between double quotes, whatever characters it has.
  var yaml: String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: String(format: "\\U%08X", scalar.value)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// The text as the site's reader takes it: without ASCII blanks around it.
  var bare: String {
    let isBlank: (Unicode.Scalar) -> Bool = { " \t\n\r".unicodeScalars.contains($0) }
    var scalars = unicodeScalars[...]
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars.drop(while: isBlank))
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character; a tab is a blank.
  fileprivate var isControl: Bool { (value < 0x20 && value != 0x09) || value == 0x7F }
}

extension [String] {
  /// Each text once, where it first stands; texts are the same when their bytes are.
  fileprivate var uniqued: [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert([UInt8]($0.utf8)).inserted }
  }
}
