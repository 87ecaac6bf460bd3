import Calendar
import Content
import Diagnostics
import Feeds
import HTML

extension SiteModel {
  /// Adds a page's comments to what stands for it: how many, and each in reading order.
  ///
  /// A list, however deep they nest: `parentItem` says what each answers.
  func writeComments(of subject: PageSubject, to json: inout JSONWriter) {
    guard hasComments(subject), let thread = text(subject)?.thread else { return }
    json.literal(#","commentCount":"#)
    json.number(thread.count)
    guard thread.count > 0 else { return }
    json.literal(#","comment":"#)
    let data = CommentData(thread, on: permalinkBytes(subject), of: self)
    data.write(to: &json)
  }
}

/// A thread's comments as a list of schema.org's `Comment`.
private struct CommentData {
  private let thread: ShownThread
  /// Where the page's comments stand, but for their ids.
  private let page: [UInt8]
  private let model: SiteModel

  init(_ thread: ShownThread, on page: [UInt8], of model: SiteModel) {
    self.thread = thread
    self.model = model
    var address = JSONWriter(for: .script)
    address.text(page.span)
    address.literal("#comment-")
    self.page = address.bytes
  }

  func write(to json: inout JSONWriter) {
    let bodies = thread.bodies
    bodies.html.withSpan { write(with: $0, at: bodies, to: &json) }
  }

  private func write(with html: Span<UInt8>, at bodies: ThreadBodies, to json: inout JSONWriter) {
    let comments = thread.thread.comments
    var isFirst = true
    for index in thread.order {
      let comment = comments[Int(index)]
      guard comment.isVisible else { continue }
      json.literal(isFirst ? "[" : ",")
      isFirst = false
      write(comment, to: &json)
      json.words(ofMarkup: html, bodies.range(of: Int(index)))
      json.literal("\"")
      if let parent = comment.parent { writeParent(comments[parent], to: &json) }
      json.literal("}")
    }
    json.literal("]")
  }

  /// Writes a comment up to its text.
  private func write(_ comment: Comment, to json: inout JSONWriter) {
    let texts = thread.thread.texts
    // An id is letters, digits, `-` and `_`.
    let id = comment.id.range
    json.literal(##"{"@type":"Comment","@id":"#comment-"##)
    json.written(texts, id)
    json.literal(#"","url":""#)
    json.written(page)
    json.written(texts, id)
    json.literal(#"","datePublished":""#)
    let time = thread.thread.time(of: comment)
    if comment.isDateOnly { json.text(time.local.date.iso) } else { json.time(time) }
    json.literal(#"","author":{"@type":"Person","name":""#)
    json.text(texts.span, comment.author.range)
    if let person = comment.person {
      writeURL(model.site.people[person].url, to: &json)
    } else if !comment.url.isEmpty {
      json.literal(#"","url":""#)
      json.text(texts.span, comment.url.range)
    }
    json.literal(#""},"text":""#)
  }

  private func writeURL(_ url: String?, to json: inout JSONWriter) {
    guard let url else { return }
    json.literal(#"","url":""#)
    json.text(url)
  }

  private func writeParent(_ parent: Comment, to json: inout JSONWriter) {
    guard parent.isVisible, parent.kind == .comment else { return }
    json.literal(##","parentItem":{"@type":"Comment","@id":"#comment-"##)
    json.written(thread.thread.texts, parent.id.range)
    json.literal(#""}"#)
  }
}
