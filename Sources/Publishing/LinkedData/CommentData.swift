import Calendar
import Content
import Feeds

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
    var isFirst = true
    for index in thread.order {
      let shown = thread.comments[index]
      guard shown.comment.isVisible else { continue }
      json.literal(isFirst ? "[" : ",")
      isFirst = false
      write(shown, to: &json)
      writeParent(of: index, to: &json)
      json.literal("}")
    }
    json.literal("]")
  }

  private func write(_ shown: ShownComment, to json: inout JSONWriter) {
    let comment = shown.comment
    json.literal(##"{"@type":"Comment","@id":"#comment-"##)
    json.text(comment.id)
    json.literal(#"","url":""#)
    json.written(page)
    json.text(comment.id)
    json.literal(#"","datePublished":""#)
    json.moment(comment.date)
    json.literal(#"","author":{"@type":"Person","name":""#)
    if let person = comment.person {
      writeAuthor(model.site.people[person].name, model.site.people[person].url, to: &json)
    } else {
      writeAuthor(comment.author, comment.url, to: &json)
    }
    json.literal(#""},"text":""#)
    json.words(ofMarkup: shown.body)
    json.literal("\"")
  }

  private func writeAuthor(_ name: String, _ url: String?, to json: inout JSONWriter) {
    json.text(name)
    guard let url else { return }
    json.literal(#"","url":""#)
    json.text(url)
  }

  private func writeParent(of index: Int, to json: inout JSONWriter) {
    guard let parent = thread.parents[index] else { return }
    let answered = thread.comments[parent].comment
    guard answered.isVisible, answered.kind == .comment else { return }
    json.literal(##","parentItem":{"@type":"Comment","@id":"#comment-"##)
    json.text(answered.id)
    json.literal(#""}"#)
  }
}
