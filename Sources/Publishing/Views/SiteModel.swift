import Calendar
import Content
import HTML
import Templates

/// All that pages are made of: the linked site, where everything stands, and the rendered texts.
///
/// Made once, then read by every page at the same time; nothing in it changes.
final class SiteModel: Sendable {
  let site: Site
  /// Where the site will stand: `--base-url`, else site.yml's.
  let base: BaseURL
  let lists: EventLists
  let addresses: AddressBook
  let documents: DocumentTable
  /// The site's events, then what each series' file says.
  let events: [Event]
  /// The documents with their texts, by their numbers in `documents`.
  private let written: [WrittenPage]
  /// What lists show of each tag.
  private let tags: [PageLabels]
  /// Since when what the site says of past and future has been so.
  let lastChange: Instant?
  /// What makes the faces of commenters this site's own.
  let faceSalt: UInt64
  /// What lists show of each occurrence that has no document of its own; `nil` for other events.
  private let occurrences: [PageLabels?]

  init(
    site: Site,
    base: BaseURL,
    lists: EventLists,
    addresses: AddressBook,
    documents: DocumentTable,
    texts: [DocumentText]
  ) {
    self.site = site
    self.base = base
    self.lists = lists
    self.addresses = addresses
    self.documents = documents
    lastChange = SiteChanges(site).last
    faceSalt = Identicon.salt(site.settings)
    events = site.series.isEmpty ? site.events : site.events + site.series.map(\.event)
    written = documents.indices.map { number in
      let document = documents[number]
      let subject = documents.subjects[number]
      let address = subject.flatMap { site.hasPage($0) ? addresses[$0] : nil }
      let labels = PageLabels(
        title: subject.map { site.title(of: $0, document) } ?? document.title,
        address,
        base
      )
      var text = texts[number]
      if let address {
        text.excerpt = fragmentsOnPage(in: text.excerpt, page: base.url(address))
      }
      return WrittenPage(document: document, text: text, labels: labels)
    }
    occurrences =
      site.series.isEmpty
      ? []
      : site.events.indices.map { index in
        let event = site.events[index]
        if event.hasOwnDocument { return nil }
        return PageLabels(title: event.document.title, addresses[.event(index)], base)
      }
    tags = site.tags.indices.map { index in
      let address = site.hasPage(.tag(index)) ? addresses[.tag(index)] : nil
      return PageLabels(title: site.tags[index].name, address, base)
    }
  }

  /// The same model as an object of its own.
  ///
  /// Each view counts a reference to its model. Workers that count one model's write to the same place
  /// all the time, and wait for each other; so each has its own, which shares all that it holds.
  init(sharing other: SiteModel) {
    site = other.site
    base = other.base
    lists = other.lists
    addresses = other.addresses
    documents = other.documents
    events = other.events
    written = other.written
    tags = other.tags
    lastChange = other.lastChange
    faceSalt = other.faceSalt
    occurrences = other.occurrences
  }

  /// An address on this site as pages link to it: with base_url's path, percent-encoded.
  func url(_ address: PageAddress) -> String { base.url(address) }

  /// The address of a file in a page's folder as pages link to it.
  func url(beside subject: PageSubject, _ name: String) -> Value {
    // Templates ask several times on each page, whose own address is encoded already.
    if case .string(let page) = labels(subject).url, page.last == UInt8(ascii: "/") {
      var address: [UInt8] = []
      address.reserveCapacity(page.count + name.utf8.count)
      address += page
      address.append(name)
      return .string(address)
    }
    return Value(base.url(path: addresses[subject].path(beside: name).percentEncodedPath))
  }

  /// An address with scheme and host.
  func permalink(_ address: PageAddress) -> String {
    String(joining: base.origin, base.url(address))
  }

  /// The title and addresses of a page or of one of its continuations.
  func labels(_ subject: PageSubject, number: Int = 1) -> PageLabels {
    if number == 1 {
      if case .tag(let index) = subject { return tags[index] }
      if case .event(let index) = subject, !occurrences.isEmpty, let labels = occurrences[index] {
        return labels
      }
      if let number = documents.number(of: subject) { return written[number].labels }
    }
    let address = hasPage(subject) ? addresses[subject].continuation(number) : nil
    return PageLabels(title: title(subject), address, base)
  }

  /// The document behind a page and its text, if an author wrote one.
  func written(_ subject: PageSubject) -> WrittenPage? {
    documents.number(of: subject).map { written[$0] }
  }

  /// The document behind a page, if an author wrote one.
  func document(_ subject: PageSubject) -> Document? { written(subject)?.document }

  /// The rendered text of a page, if an author wrote one.
  func text(_ subject: PageSubject) -> DocumentText? { written(subject)?.text }

  /// Whether a page of that subject is emitted.
  func hasPage(_ subject: PageSubject) -> Bool { site.hasPage(subject) }

  /// An address that an author wrote in a setting, if there is one.
  func resolved(_ written: Located<String>?) -> String? { written.map { resolved($0.value) } }

  /// An address that an author wrote in a setting: a path on this site, with or without the `/` before
  /// it, gets base_url's path; all else stays.
  func resolved(_ written: String) -> String {
    let hasScheme = written.utf8.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
    guard !hasScheme, !written.hasPrefix("//"), !written.hasPrefix("#") else { return written }
    return base.path + written.drop { $0 == "/" }
  }
}

extension Site {
  /// Whether a page of that subject is emitted.
  func hasPage(_ subject: PageSubject) -> Bool {
    switch subject {
    case .communities, .community: settings.emits(.communities)
    case .person: settings.emits(.people)
    case .venue: settings.emits(.venues)
    case .tags, .tag: settings.emits(.tags)
    case .archive: settings.emits(.archive)
    case .notFound: settings.emits(.notFound)
    case .month: settings.emits(.months)
    case .home, .posts, .events, .post, .event, .series, .page: true
    }
  }
}

extension BaseURL {
  /// An address on this site as pages link to it: with the base's path, percent-encoded.
  func url(_ address: PageAddress) -> String { url(path: address.path.percentEncodedPath) }

  /// A path of this site that begins with `/` and is encoded, with the base's path.
  func url(path relative: String) -> String {
    // Nearly every site, and each of its pages asks for dozens.
    if path.utf8.count == 1 { return relative }
    return path.dropLast() + relative
  }
}

/// A document and its text: shared, since a copy would retain each of their many parts.
final class WrittenPage: Sendable {
  let document: Document
  let text: DocumentText
  let labels: PageLabels
  /// Whether it shows a thread.
  let hasThread: Bool
  /// What the author says that it is about, else how it begins.
  let summary: Value

  init(document: Document, text: DocumentText, labels: PageLabels) {
    self.document = document
    hasThread = document.hasThread
    self.text = text
    self.labels = labels
    summary = Value(document.summary ?? text.summary)
  }
}

/// What lists ask of each of their entries, as templates' values.
///
/// Made once, since the same post stands in many lists: making these anew was 4 % of a build.
final class PageLabels: Sendable {
  let title: Value
  /// Its address with the base's path; `none` for a page that isn't emitted.
  let url: Value
  /// Its whole address.
  let permalink: Value

  init(title: String, _ address: PageAddress?, _ base: BaseURL) {
    self.title = Value(title)
    let path = address.map(base.url)
    url = Value(path)
    permalink = Value(path.map { String(joining: base.origin, $0) })
  }
}

/// What became of a document's Markdown.
struct DocumentText: Sendable {
  /// The whole text.
  var html: [UInt8] = []
  /// Where in ``html`` the headings' ids and links stand, which feeds don't have.
  var headingMarkup: [Range<Int>] = []
  /// The text up to `<!--more-->`, else its beginning; its links to places on the page work elsewhere.
  var excerpt: [UInt8] = []
  /// Whether there is more than the excerpt.
  var hasMore = false
  /// A nested list of links to its headings; `nil` without headings.
  var contents: [UInt8]?
  /// Its beginning without markup, for descriptions; `nil` when there is no text.
  var summary: String?
  var wordCount = 0
  /// The page's picture as an address, resolved.
  var image: String?
  /// A person's avatar or a community's logo as an address, resolved.
  var icon: String?
  /// The thread beside the page, arranged for showing; `nil` without one.
  var thread: ShownThread?

  /// Minutes that reading takes, at least one.
  var readingTime = 1
}
