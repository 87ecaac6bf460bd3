import Calendar
import Content
import Synchronization
import Templates

/// The site as templates see it: one for each worker, with what every page asks for made at once, and its
/// lists, which are long, when a template asks for them.
final class SiteView: TemplateObject {
  static let type = ObjectType(
    name: ViewType.site.rawValue,
    id: ViewType.site.id,
    attributes: attributes.map(\.name)
  )

  let objectType = SiteView.type
  let typeIdentifier = ViewType.site.id
  let identity: Int? = 0
  let text: [UInt8]
  private let model: SiteModel
  private let values: [Kept]

  init(_ model: SiteModel) {
    self.model = model
    text = Array(model.site.settings.title.utf8)
    values = SiteView.attributes.map { $0.isList ? .list(LateValue()) : .value($0.get(model)) }
  }

  func attribute(_ index: Int) -> Value {
    switch values[index] {
    case .value(let value): value
    case .list(let list): list.value { SiteView.attributes[index].get(model) }
    }
  }

  /// An attribute's value, or where it will be kept.
  private enum Kept: Sendable {
    case value(Value)
    case list(LateValue)
  }

  /// A value that is made when it is asked for.
  private final class LateValue: Sendable {
    private final class Made: Sendable {
      let value: Value

      init(_ value: Value) { self.value = value }
    }

    private let made = AtomicLazyReference<Made>()

    func value(_ make: () -> Value) -> Value {
      if let made = made.load() { return made.value }
      return made.storeIfNil(Made(make())).value
    }
  }

  private struct Attribute: Sendable {
    let name: String
    var isList = false
    let get: @Sendable (SiteModel) -> Value
  }

  private static let attributes: [Attribute] = [
    setting("title") { Value($0.title) },
    Attribute(name: "url") { Value($0.url($0.addresses[.home])) },
    Attribute(name: "base_url") { Value($0.base.origin + $0.base.path) },
    setting("language") { Value($0.language) },
    setting("timezone") { Value($0.zone.identifier) },
    setting("description") { Value($0.description) },
    Attribute(name: "author") { Value($0.siteAuthor) },
    Attribute(name: "logo") { Value($0.resolved($0.site.settings.logo)) },
    Attribute(name: "favicon") { Value($0.resolved($0.site.settings.favicon)) },
    Attribute(name: "image") { Value($0.resolved($0.site.settings.image)) },
    setting("accent") { Value($0.accent) },
    Attribute(name: "links") { $0.value($0.site.settings.links) },
    Attribute(name: "menu") { $0.value($0.menu) },
    list("posts") { $0.pages($0.site.posts.indices) { .post($0) } },
    list("events") { $0.pages($0.site.events.indices) { .event($0) } },
    list("upcoming") { $0.pages($0.lists.upcoming) { .event($0) } },
    list("communities") { $0.pages($0.site.communities.indices) { .community($0) } },
    list("people") { $0.pages($0.site.people.indices) { .person($0) } },
    list("venues") { $0.pages($0.site.venues.indices) { .venue($0) } },
    list("pages") { $0.pages($0.site.pages.indices) { .page($0) } },
    list("tags") { $0.pages($0.site.tags.indices) { .tag($0) } },
    Attribute(name: "feed") { $0.siteFeed(.rss, "feed.xml") },
    Attribute(name: "json_feed") { $0.siteFeed(.jsonFeeds, "feed.json") },
    Attribute(name: "comment_feed") { Value($0.siteCommentFeed) },
    Attribute(name: "calendar") { Value($0.calendar(.home)) },
    Attribute(name: "webcal") { Value($0.webcal(.home)) },
    Attribute(name: "as_of") { $0.asOf },
    setting("outputs") { settings in
      var outputs = ValueMap()
      for kind in OutputKind.allCases {
        outputs.append(kind.rawValue, .bool(settings.emits(kind)))
      }
      return .map(outputs)
    },
    setting("extra") { Value($0.extra) },
    Attribute(name: "version") { _ in Value(tweetupVersion) },
  ]

  private static func list(
    _ name: String,
    _ get: @escaping @Sendable (SiteModel) -> Value
  ) -> Attribute {
    Attribute(name: name, isList: true, get: get)
  }

  private static func setting(
    _ name: String,
    _ get: @escaping @Sendable (Settings) -> Value
  ) -> Attribute {
    Attribute(name: name) { get($0.site.settings) }
  }
}

extension SiteModel {
  /// The site's author's name: a person's where `author` is their id.
  var siteAuthor: String? {
    guard let author = site.settings.author else { return nil }
    return site.people.first { $0.id == author }?.name ?? author
  }

  fileprivate var asOf: Value {
    guard let last = lastChange else { return .none }
    let zone = site.settings.zone
    return value(Moment(ZonedTime(last, in: zone), zone: zone.identifier, isDateOnly: false))
  }

  fileprivate func siteFeed(_ kind: OutputKind, _ name: String) -> Value {
    site.settings.emits(kind) ? url(beside: .home, name) : .none
  }

  /// The menu: the author's, else events, communities, posts, archive and the pages at the top of
  /// content/.
  fileprivate var menu: [NamedLink] {
    if let menu = site.settings.menu {
      return menu.map { NamedLink(name: $0.title, url: $0.url) }
    }
    var subjects: [PageSubject] = [.events]
    if !site.communities.isEmpty { subjects.append(.communities) }
    subjects += [.posts, .archive]
    subjects += site.pages.indices
      .filter { !site.pages[$0].document.subpath.contains("/") }
      .map { .page($0) }
    return subjects.filter(hasPage).map {
      NamedLink(name: title($0), url: addresses[$0].path.percentEncodedPath)
    }
  }
}

extension Value {
  /// What an author wrote under `extra:`.
  init(_ entries: [DataEntry]) {
    var map = ValueMap()
    for entry in entries { map.append(entry.key, Value(entry.value)) }
    self = .map(map)
  }

  init(_ data: DataValue) {
    switch data {
    case .null: self = .none
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .double(let double): self = .double(double)
    case .text(let text): self = Value(text)
    case .list(let list): self = .list(list.map { Value($0) })
    case .map(let entries): self = Value(entries)
    }
  }
}
