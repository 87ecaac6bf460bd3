import Content
import Feeds
import Templates

extension SiteModel {
  /// What a page is for machines, as a `<script>` of JSON-LD; `none` for kinds that have none.
  func linkedData(_ subject: PageSubject) -> Value {
    switch subject {
    case .post(let index): .markup(JSONValue.object(blogPosting(index)).linkedDataScript)
    case .event, .series:
      .markup(EventData(subject, in: self).script + (discussion(subject)?.linkedDataScript ?? []))
    default: discussion(subject).map { .markup($0.linkedDataScript) } ?? .none
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

  /// A page with comments that is no article: an event has none of its own in schema.org.
  private func discussion(_ subject: PageSubject) -> JSONValue? {
    guard hasComments(subject), let thread = text(subject)?.thread, thread.count > 0 else {
      return nil
    }
    let permalink = permalink(addresses[subject])
    var object: JSONObject = [
      "@context": "https://schema.org",
      "@type": "WebPage",
      "@id": .string(permalink),
      "name": .string(title(subject)),
      "url": .string(permalink),
    ]
    addComments(of: subject, to: &object)
    return .object(object)
  }

  private func person(_ byline: Byline) -> JSONValue {
    var object: JSONObject = ["@type": "Person", "name": .string(name(of: byline))]
    if case .person(let index) = byline, hasPage(.person(index)) {
      object.set("url", .string(permalink(addresses[.person(index)])))
    }
    return .object(object)
  }
}
