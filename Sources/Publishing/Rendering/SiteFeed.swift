import Content
import Feeds

/// Makes the feeds of a site from what its pages hold; one for each worker.
struct SiteFeed {
  let model: SiteModel
  /// The entries that were made already: a post is in the feeds of the site, its community and each of
  /// its tags, and each of those is made twice, as RSS and as JSON.
  private var entries: [Int: FeedEntry] = [:]

  init(model: SiteModel) {
    self.model = model
  }

  /// The feed of the site, of a community or of a tag.
  mutating func feed(_ subject: FeedSubject) -> Feed {
    let page = subject.page
    let entries = posts(of: subject).prefix(model.site.settings.feeds.items).map { index in
      let entry = self.entries[index] ?? entry(index)
      self.entries[index] = entry
      return entry
    }
    return Feed(
      title: title(of: subject),
      homeURL: model.permalink(model.addresses[page]),
      summary: summary(of: subject),
      language: model.site.settings.language,
      icon: model.site.settings.favicon.map { absolute(model.resolved($0)) },
      authors: model.siteAuthor.map { [FeedAuthor(name: $0)] } ?? [],
      entries: entries
    )
  }

  private func title(of subject: FeedSubject) -> String {
    let site = model.site.settings.title
    return subject == .site ? site : "\(model.title(subject.page)) · \(site)"
  }

  private func summary(of subject: FeedSubject) -> String {
    if subject == .site, let description = model.site.settings.description { return description }
    return model.text(subject.page)?.summary ?? title(of: subject)
  }

  private func posts(of subject: FeedSubject) -> [Int] {
    switch subject {
    case .site: Array(model.site.posts.indices.prefix(model.site.settings.feeds.items))
    case .community(let index): model.site.communities[index].posts
    case .tag(let index): model.site.tags[index].posts
    }
  }

  private func entry(_ index: Int) -> FeedEntry {
    let subject = PageSubject.post(index)
    guard let written = model.written(subject) else { preconditionFailure("a post has a text") }
    let permalink = model.permalink(model.addresses[subject])
    let isFull = model.site.settings.feeds.isFull
    let html = absoluteAddresses(
      in: isFull ? written.text.html : written.text.excerpt,
      origin: model.base.origin,
      page: permalink
    )
    return FeedEntry(
      url: permalink,
      title: written.document.title,
      content: isFull ? .full(html) : .excerpt(html),
      summary: written.document.summary ?? written.text.summary,
      published: model.site.posts[index].date.time,
      updated: written.document.updated?.time,
      authors: model.site.posts[index].authors.map(author),
      tags: written.document.tags.map { model.site.tags[$0].name },
      image: written.text.image.map(absolute)
    )
  }

  private func author(_ byline: Byline) -> FeedAuthor {
    guard case .person(let index) = byline, model.hasPage(.person(index)) else {
      return FeedAuthor(name: model.name(of: byline))
    }
    return FeedAuthor(
      name: model.name(of: byline),
      url: model.permalink(model.addresses[.person(index)])
    )
  }

  private func absolute(_ address: String) -> String {
    address.hasPrefix("/") && !address.hasPrefix("//") ? model.base.origin + address : address
  }
}

/// HTML whose `href` and `src` that begin with `/` or `#` got the site or the page before them: a
/// reader of feeds has no page to resolve them against.
func absoluteAddresses(in html: [UInt8], origin: String, page: String) -> [UInt8] {
  var output: [UInt8] = []
  var copied = 0
  var index = 0
  while let quote = html[index...].firstIndex(of: UInt8(ascii: "\"")) {
    index = quote + 1
    guard index < html.count, isAddressAttribute(html[..<quote]) else { continue }
    let isRooted =
      html[index] == UInt8(ascii: "/")
      && !(index + 1 < html.count && html[index + 1] == UInt8(ascii: "/"))
    guard isRooted || html[index] == UInt8(ascii: "#") else { continue }
    if copied == 0 { output.reserveCapacity(html.count + 256) }
    output += html[copied..<index]
    output += Array((isRooted ? origin : page).utf8)
    copied = index
  }
  return copied == 0 ? html : output + html[copied...]
}

private func isAddressAttribute(_ html: ArraySlice<UInt8>) -> Bool {
  html.suffix(6).elementsEqual(" href=".utf8) || html.suffix(5).elementsEqual(" src=".utf8)
}
