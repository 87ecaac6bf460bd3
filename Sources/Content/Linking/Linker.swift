internal import Calendar
internal import Diagnostics

/// Makes a site of what its files say: finds what they name, reads times in their zones, leaves out
/// what isn't due, and links back.
///
/// Documents are known by their index in the order of their paths until they have their place in
/// the site's arrays.
struct Linker {
  let options: ReadingOptions
  let written: [WrittenDocument]
  var site: Site
  var zones: ZoneFinder
  var log = DiagnosticLog()

  /// The documents with what needs a zone.
  var documents: [Document]
  /// For each document the context of its times.
  var contexts: [TimeContext]
  /// Whether each document is published.
  var isPublished: [Bool]
  /// For each published document its index in the site's array of its kind.
  var position: [Int?]
  /// For each of the site's events the document that says most of it: its own, or its series'.
  var eventSources: [Int] = []
  /// What is known of each series, by its document.
  var expansions: [Int: SeriesExpansion] = [:]
  var names = KindNames()
  var threads: [Int: WrittenThread] = [:]

  init(site: Site, options: ReadingOptions, zones: ZoneFinder, documents: [WrittenDocument]) {
    self.site = site
    self.options = options
    self.zones = zones
    written = documents
    self.documents = documents.map(\.document)
    let context = TimeContext(
      zone: site.settings.zone,
      origin: site.settings.isZoneNamed ? .inherited : .nobody
    )
    contexts = documents.map { _ in context }
    isPublished = documents.map { _ in true }
    position = documents.map { _ in nil }
  }

  /// Makes the site, saying what is wrong in the log.
  mutating func link(log: inout DiagnosticLog) -> Site {
    names = KindNames(written)
    findZones()
    for index in written.indices { complete(index) }
    for index in written.indices { decide(index) }
    placeGroups()
    checkIdentities()
    placeEvents()
    placePosts()
    placePages()
    linkBack()
    collectTags()
    log.append(contentsOf: self.log)
    return site
  }
}

/// The names by which files of each kind are called elsewhere.
struct KindNames {
  var events = NameIndex("event", in: "content/events/")
  var communities = NameIndex("community", in: "content/communities/")
  var people = NameIndex("person", in: "content/people/")
  var venues = NameIndex("venue", in: "content/venues/")

  init() {}

  /// Gathers the names of all files, drafts and faulty ones too: naming them isn't a mistake.
  init(_ documents: [WrittenDocument]) {
    for (index, document) in documents.enumerated() {
      let path = document.file.path
      switch document.details {
      // A file that changes one occurrence isn't found by its own name.
      case .event(let event) where event.recurrence.series == nil:
        events.insert(index, document.place, path: path)
      case .community: communities.insert(index, document.place, path: path)
      case .person: people.insert(index, document.place, path: path)
      case .venue: venues.insert(index, document.place, path: path)
      case .event, .post, .page: continue
      }
    }
  }
}
