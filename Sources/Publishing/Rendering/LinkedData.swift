import Content
import Feeds
import Templates

extension SiteModel {
  /// What a page is for machines, as a `<script>` of JSON-LD; `none` for kinds that have none.
  func linkedData(_ subject: PageSubject) -> Value {
    switch subject {
    case .post(let index): .markup(JSONValue.object(blogPosting(index)).linkedDataScript)
    case .event, .series: .markup(EventData(subject, in: self).script)
    default: .none
    }
  }

  private func blogPosting(_ index: Int) -> JSONObject {
    let subject = PageSubject.post(index)
    let permalink = permalink(addresses[subject])
    var object: JSONObject = [
      "@context": "https://schema.org",
      "@type": "BlogPosting",
      "@id": .string(permalink),
      "headline": .string(title(subject)),
      "url": .string(permalink),
      "datePublished": .string(site.posts[index].date.iso),
      "inLanguage": .string(site.settings.language),
    ]
    let page = written(subject)
    object.set("dateModified", (page?.document.updated).map { .string($0.iso) })
    let summary = page?.document.summary ?? page?.text.summary
    object.set("description", summary.map { .string($0) })
    object.set("image", page?.text.image.map { .string(whole($0)) })
    let authors = site.posts[index].authors.map { person($0) }
    object.set("author", authors.isEmpty ? nil : .array(authors))
    addComments(of: subject, to: &object)
    return object
  }

  private func person(_ byline: Byline) -> JSONValue {
    var object: JSONObject = ["@type": "Person", "name": .string(name(of: byline))]
    if case .person(let index) = byline, hasPage(.person(index)) {
      object.set("url", .string(permalink(addresses[.person(index)])))
    }
    return .object(object)
  }

  /// Adds a page's comments to what stands for it: how many, and each in reading order.
  ///
  /// A list, however deep they nest: `parentItem` says what each answers.
  func addComments(of subject: PageSubject, to object: inout JSONObject) {
    guard hasComments(subject), let thread = text(subject)?.thread else { return }
    object.set("commentCount", .integer(thread.count))
    guard thread.count > 0 else { return }
    let page = permalink(addresses[subject])
    var writer = JSONWriter(for: .script)
    writer.array { writer in
      for index in thread.order where thread.comments[index].comment.isVisible {
        writer.object { write(index, of: thread, on: page, &$0) }
      }
    }
    object.set("comment", .written(writer.bytes))
  }

  private func write(
    _ index: Int,
    of thread: ShownThread,
    on page: String,
    _ writer: inout JSONWriter
  ) {
    let shown = thread.comments[index]
    let anchor = "#comment-\(shown.comment.id)"
    writer.key("@type")
    writer.value("Comment")
    writer.key("@id")
    writer.value(anchor)
    writer.key("url")
    writer.value(page + anchor)
    writer.key("datePublished")
    writer.value(shown.comment.date.iso)
    writer.key("author")
    writer.object { writeAuthor(of: shown, &$0) }
    writer.key("text")
    writer.value(plainText(ofUntrusted: shown.body).span)
    guard let parent = thread.parents[index], thread.comments[parent].comment.isVisible,
      thread.comments[parent].comment.kind == .comment
    else { return }
    writer.key("parentItem")
    writer.object { writer in
      writer.key("@type")
      writer.value("Comment")
      writer.key("@id")
      writer.value("#comment-\(thread.comments[parent].comment.id)")
    }
  }

  private func writeAuthor(of shown: ShownComment, _ writer: inout JSONWriter) {
    writer.key("@type")
    writer.value("Person")
    writer.key("name")
    writer.value(author(of: shown))
    let person = shown.comment.person
    guard let url = person.map({ site.people[$0].url }) ?? shown.comment.url else { return }
    writer.key("url")
    writer.value(url)
  }
}

/// The words of a stranger's text, of the HTML that we made of it: tags gone, blocks in lines.
func plainText(ofUntrusted html: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(html.count)
  var index = 0
  while index < html.count {
    switch html[index] {
    case UInt8(ascii: "<"):
      index = (html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
    case UInt8(ascii: "&"):
      let end = html[index...].prefix(6).firstIndex(of: UInt8(ascii: ";")) ?? index
      text.append(character(ofReference: html[index...end]))
      index = end + 1
    default:
      text.append(html[index])
      index += 1
    }
  }
  while let last = text.last, last <= 0x20 { text.removeLast() }
  return text
}

/// What our own writer escapes; anything else is the ampersand itself.
private func character(ofReference reference: ArraySlice<UInt8>) -> UInt8 {
  if reference.elementsEqual("&lt;".utf8) { return UInt8(ascii: "<") }
  if reference.elementsEqual("&gt;".utf8) { return UInt8(ascii: ">") }
  if reference.elementsEqual("&#34;".utf8) || reference.elementsEqual("&quot;".utf8) {
    return UInt8(ascii: "\"")
  }
  return reference.elementsEqual("&#39;".utf8) ? UInt8(ascii: "'") : UInt8(ascii: "&")
}
