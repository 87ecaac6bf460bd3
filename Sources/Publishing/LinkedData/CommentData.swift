import Calendar
import Content
import Feeds

extension SiteModel {
  /// Adds a page's comments to what stands for it: how many, and each in reading order.
  ///
  /// A list, however deep they nest: `parentItem` says what each answers.
  func addComments(of subject: PageSubject, to object: inout JSONObject) {
    guard hasComments(subject), let thread = text(subject)?.thread else { return }
    object.set("commentCount", .integer(thread.count))
    guard thread.count > 0 else { return }
    var data = CommentData(thread, on: permalink(addresses[subject]), of: site)
    object.set("comment", .written(data.written()))
  }
}

/// A thread's comments as a list of schema.org's `Comment`.
///
/// Written as bytes at once: a page may have thousands, and as values each would be thirty of them.
private struct CommentData {
  private let thread: ShownThread
  /// Where the page's comments stand, but for their ids.
  private let page: [UInt8]
  private let site: Site
  private var writer: JSONWriter

  init(_ thread: ShownThread, on page: String, of site: Site) {
    self.thread = thread
    self.site = site
    var address = JSONWriter(for: .script)
    address.text(page)
    address.literal("#comment-")
    self.page = address.bytes
    writer = JSONWriter(for: .script, capacity: thread.count * 640)
  }

  mutating func written() -> [UInt8] {
    var isFirst = true
    for index in thread.order {
      let shown = thread.comments[index]
      guard shown.comment.isVisible else { continue }
      if isFirst { writer.literal("[") } else { writer.literal(",") }
      isFirst = false
      write(shown)
      writeParent(of: index)
      writer.literal("}")
    }
    writer.literal("]")
    return writer.bytes
  }

  private mutating func write(_ shown: ShownComment) {
    let comment = shown.comment
    writer.literal(##"{"@type":"Comment","@id":"#comment-"##)
    writer.text(comment.id)
    writer.literal(#"","url":""#)
    writer.written(page)
    writer.text(comment.id)
    writer.literal(#"","datePublished":""#)
    writer.text(comment.date.isoBytes.span)
    writer.literal(#"","author":{"@type":"Person","name":""#)
    let person = comment.person.map { site.people[$0] }
    writer.text(person?.name ?? comment.author)
    if let url = person.map(\.url) ?? comment.url {
      writer.literal(#"","url":""#)
      writer.text(url)
    }
    writer.literal(#""},"text":""#)
    writer.words(ofMarkup: shown.body)
    writer.literal(#"""#)
  }

  private mutating func writeParent(of index: Int) {
    guard let parent = thread.parents[index] else { return }
    let answered = thread.comments[parent].comment
    guard answered.isVisible, answered.kind == .comment else { return }
    writer.literal(##","parentItem":{"@type":"Comment","@id":"#comment-"##)
    writer.text(answered.id)
    writer.literal(#""}"#)
  }
}
