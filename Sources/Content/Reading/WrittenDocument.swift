internal import Calendar
internal import Diagnostics

/// A Markdown file as it was written: each key read into what it needs, times without their zone and
/// names without what they name.
///
/// A class, since it is large, never changes, and is passed from hand to hand.
final class WrittenDocument: Sendable {
  /// What only some kinds say.
  enum Details: Sendable {
    case post(WrittenPost)
    case event(WrittenEvent)
    case community(WrittenCommunity)
    case person(WrittenPerson)
    case venue(WrittenVenue)
    case page
  }

  let place: DocumentPlace
  let common: WrittenCommon
  let details: Details
  let document: Document
  /// Whether its front matter could be read at all.
  let isReadable: Bool

  /// The text's file.
  var file: SourceFile { document.file }

  /// Reads a file, saying what is wrong with it.
  init(_ place: DocumentPlace, _ faults: Faults) {
    let front = FrontMatter(faults)
    let fields = FieldReader(front.pairs, kind: place.kind.keys, range: front.range, faults: faults)
    let common = WrittenCommon(fields, place)
    let details = Details(fields, place, isReadable: front.isReadable)
    var document = Document.Keys(
      file: faults.file,
      body: front.body,
      name: place.name,
      slug: common.slug ?? place.slug,
      subpath: place.subpath,
      isFolder: place.folder != nil,
      title: common.title ?? details.name ?? place.title(slug: common.slug ?? place.slug)
    )
    common.fill(&document)
    self.place = place
    self.common = common
    self.details = details
    self.document = Document(document)
    isReadable = front.isReadable
  }
}

extension WrittenDocument.Details {
  init(_ fields: FieldReader, _ place: DocumentPlace, isReadable: Bool) {
    switch place.kind {
    case .post: self = .post(WrittenPost(fields))
    case .event: self = .event(WrittenEvent(fields, isReadable: isReadable))
    case .community: self = .community(WrittenCommunity(fields))
    case .person: self = .person(WrittenPerson(fields))
    case .venue: self = .venue(WrittenVenue(fields))
    case .page, .section: self = .page
    }
  }

  /// `name`, for the kinds that have one.
  var name: String? {
    switch self {
    case .community(let community): community.name
    case .person(let person): person.name
    case .venue(let venue): venue.place.name.isEmpty ? nil : venue.place.name
    case .post, .event, .page: nil
    }
  }
}

/// The keys that every page may have.
struct WrittenCommon: Sendable {
  let title: String?
  let slug: String?
  let date: Located<WrittenTime>?
  /// Whether a date was written, in the front matter or the file's name, right or wrong.
  let hasDate: Bool
  let updated: Located<WrittenTime>?
  let publish: Located<WrittenTime>?
  let expire: Located<WrittenTime>?
  let tags: [Located<String>]
  let comments: CommentState?
  private let permalink: Located<String>?
  private let aliases: [Located<String>]
  private let isDraft: Bool
  private let summary: String?
  private let image: Located<String>?
  private let imageAlt: String?
  private let template: Located<String>?
  private let isHiddenFromSearch: Bool?
  private let extra: [DataEntry]

  init(_ fields: FieldReader, _ place: DocumentPlace) {
    title = fields.line("title")?.value
    slug = fields.slug("slug")
    let nameDate = fields.dateOfName(place)
    date = fields.time("date") ?? nameDate
    hasDate = fields.value("date") != nil || place.dated != nil
    updated = fields.time("updated")
    publish = fields.time("publish")
    expire = fields.time("expire")
    tags = fields.lines("tags").filter { fields.isTag($0) }
    comments = fields.word("comments", CommentState.self)
    permalink = fields.sitePath("permalink")
    aliases = fields.sitePaths("aliases")
    isDraft = fields.boolean("draft") ?? false
    summary = fields.text("summary")?.value
    image = fields.address("image")
    imageAlt = fields.text("image_alt")?.value
    template = fields.templateName("template")
    isHiddenFromSearch = fields.boolean("noindex")
    extra = fields.data("extra")
  }

  /// Gives a document what needs no zone and no other file.
  func fill(_ document: inout Document.Keys) {
    document.permalink = permalink
    document.aliases = aliases
    document.isDraft = isDraft
    document.summary = summary
    document.image = image
    document.imageAlt = imageAlt
    document.template = template
    document.isHiddenFromSearch = isHiddenFromSearch ?? false
    document.extra = extra
  }

  /// Gives the document of a changed occurrence what only its series' file says.
  ///
  /// Its address, aliases and when it may be seen are its own.
  func fill(_ document: inout Document, from series: Document) {
    if document.file.bytes[document.body].allSatisfy(\.isBlank) {
      document.bodyFile = series.bodyFile
      document.body = series.body
    }
    if title == nil { document.title = series.title }
    document.date = document.date ?? series.date
    document.updated = document.updated ?? series.updated
    document.summary = summary ?? series.summary
    document.image = image ?? series.image
    document.imageAlt = imageAlt ?? (image == nil ? series.imageAlt : nil)
    document.template = template ?? series.template
    document.isHiddenFromSearch = isHiddenFromSearch ?? series.isHiddenFromSearch
    if extra.isEmpty { document.extra = series.extra }
  }
}

extension FieldReader {
  /// The date before a file's name; an event's is that of its `start`, which says it better.
  fileprivate func dateOfName(_ place: DocumentPlace) -> Located<WrittenTime>? {
    guard let dated = place.dated else { return nil }
    do throws(WrittenTimeError) {
      let time = try WrittenTime(dated.date)
      if place.kind == .event { return nil }
      return Located(time, at: faults.span(range))
    } catch {
      faults.log.append(
        Diagnostic(
          "the date in the file's name must exist: \(error.message)",
          path: faults.file.path,
          help: "the name begins with `\(dated.date)`"
        )
      )
      return nil
    }
  }

  fileprivate func isTag(_ tag: Located<String>) -> Bool {
    let isPlain = tag.value.utf8.contains { $0.isLetter || $0.isDigit }
    guard !isPlain, tagSlug(tag.value).isEmpty else { return true }
    faults.say("a tag must hold a letter or a digit", at: tag.span.range)
    return false
  }

  /// The name of a template: a path below templates/.
  fileprivate func templateName(_ key: String) -> Located<String>? {
    guard let written = name(key) else { return nil }
    let parts = written.value.utf8.split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    )
    let isPath = parts.allSatisfy { part in
      !part.isEmpty && part.first != UInt8(ascii: ".") && !part.contains(UInt8(ascii: "\\"))
    }
    guard isPath else {
      faults.say("`\(key)` must be the name of a file in templates/", at: written.span.range)
      return nil
    }
    return written
  }
}
