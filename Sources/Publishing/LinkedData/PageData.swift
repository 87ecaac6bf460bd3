import Content
import Feeds
import HTML
import Templates

extension SiteModel {
  /// What a page is for machines, as a `<script>` of JSON-LD; `none` for kinds that have none.
  func linkedData(_ subject: PageSubject) -> Value {
    guard hasLinkedData(subject) else { return .none }
    var output = OutputBuffer()
    writeLinkedData(subject, to: &output)
    return .markup(output.bytes())
  }

  /// Whether there is something to say to machines: of a kind of page, or of its comments.
  func hasLinkedData(_ subject: PageSubject) -> Bool {
    switch subject {
    case .post, .event, .series: true
    default: hasComments(subject) && text(subject)?.thread.map { $0.count > 0 } == true
    }
  }

  /// Writes what a page is for machines, if it has something to say.
  func writeLinkedData(_ subject: PageSubject, to output: inout OutputBuffer) {
    var json = JSONWriter(for: .script, behind: output)
    switch subject {
    case .post(let index): json.linkedData { writeBlogPosting(index, to: &$0) }
    case .event, .series:
      json.linkedData { EventData(subject, in: self).write(to: &$0) }
      writeDiscussion(subject, to: &json)
    default: writeDiscussion(subject, to: &json)
    }
    output = json.finish()
  }

  private func writeBlogPosting(_ index: Int, to json: inout JSONWriter) {
    let subject = PageSubject.post(index)
    let permalink = permalinkBytes(subject)
    json.literal(#"{"@context":"https://schema.org","@type":"BlogPosting""#)
    json.member("@id", permalink)
    json.member("headline", title(subject))
    json.member("url", permalink)
    json.member("datePublished", site.posts[index].date)
    json.member("inLanguage", site.settings.language)
    let page = written(subject)
    json.member("dateModified", page?.document.updated)
    json.member("description", page?.document.summary ?? page?.text.summary)
    json.member("image", page?.text.image.map(whole))
    json.member("author", site.posts[index].authors) { json, author in
      json.person(author, in: self)
    }
    writeComments(of: subject, to: &json)
    json.literal("}")
  }

  /// A page with comments that is no article: an event has none of its own in schema.org.
  private func writeDiscussion(_ subject: PageSubject, to json: inout JSONWriter) {
    guard hasComments(subject), let thread = text(subject)?.thread, thread.count > 0 else { return }
    let permalink = permalinkBytes(subject)
    json.linkedData { json in
      json.literal(#"{"@context":"https://schema.org","@type":"WebPage""#)
      json.member("@id", permalink)
      json.member("name", title(subject))
      json.member("url", permalink)
      writeComments(of: subject, to: &json)
      json.literal("}")
    }
  }

  /// The whole address of a page that is emitted, as it was made for its links.
  func permalinkBytes(_ subject: PageSubject) -> [UInt8] {
    guard case .string(let permalink) = labels(subject).permalink else {
      preconditionFailure("only a page that is emitted says what it is")
    }
    return permalink
  }
}

extension JSONWriter {
  /// Writes a moment as `<time datetime>` has it, between quotes that stand there already.
  mutating func moment(_ moment: Moment) {
    if moment.isDateOnly { text(moment.iso) } else { time(moment.time) }
  }

  /// Writes a member that follows another, its value a moment; nothing without one.
  mutating func member(_ name: StaticString, _ moment: Moment?) {
    guard let moment else { return }
    key(name)
    literal("\"")
    self.moment(moment)
    literal("\"")
  }

  /// Writes somebody as schema.org's `Person`.
  ///
  /// - Parameters:
  ///   - byline: who it is.
  ///   - url: an address of somebody who has no page.
  ///   - model: the site.
  mutating func person(_ byline: Byline, url: String? = nil, in model: SiteModel) {
    literal(#"{"@type":"Person""#)
    member("name", model.name(of: byline))
    if case .person(let index) = byline, model.hasPage(.person(index)) {
      member("url", model.permalinkBytes(.person(index)))
    } else {
      member("url", url)
    }
    literal("}")
  }
}
