internal import Diagnostics

/// The keys that a map may have: what makes every other one an error.
///
/// A class, since all workers share each: a copy would count its parts.
final class KeyTable: Sendable {
  /// What an error calls the map, behind `in`: `an event`.
  let name: String

  /// The keys, in the order of the documentation.
  let keys: [String]

  /// The keys by their bucket.
  private let buckets: [[String]]

  init(_ name: String, _ keys: [String]) {
    self.name = name
    self.keys = keys
    var buckets = [[String]](repeating: [], count: String.bucketCount)
    for key in keys { buckets[key.bucket].append(key) }
    self.buckets = buckets
  }

  /// Whether the map may have the key.
  func contains(_ key: String) -> Bool { buckets[key.bucket].contains(key) }
}

extension String {
  fileprivate static let bucketCount = 64

  /// One of 64 numbers, which tells most keys apart for less than comparing or hashing them costs.
  var bucket: Int { (utf8.count &* 11 &+ Int(utf8.first ?? 0)) & 63 }
}

extension KeyTable {
  /// What every page may say.
  private static let shared = [
    "title", "date", "updated", "slug", "permalink", "aliases", "draft", "publish", "expire",
    "summary", "image", "image_alt", "tags", "template", "comments", "noindex", "extra",
  ]

  static let page = KeyTable("a page", shared)
  static let post = KeyTable("a post", shared + ["author", "authors", "community", "event"])
  static let event = KeyTable(
    "an event",
    shared + [
      "start", "end", "duration", "timezone", "all_day", "repeat", "except", "also", "series",
      "occurrence", "community", "venue", "online", "status", "previous_start", "uid", "sequence",
      "rsvp", "capacity", "price", "currency", "hashtag", "organizers", "speakers", "schedule",
      "recording", "slides",
    ]
  )
  static let community = KeyTable(
    "a community",
    shared + ["name", "city", "timezone", "organizers", "links", "hashtag", "logo"]
  )
  static let person = KeyTable("a person", shared + ["name", "url", "avatar", "links"])
  static let venue = KeyTable("a venue", shared + place + ["accessibility"])

  /// Where a place is, in a venue's file and under an event's `venue`.
  private static let place = [
    "name", "address", "city", "region", "postcode", "country", "lat", "lon", "url",
  ]

  static let eventVenue = KeyTable("an event's `venue`", place)
  static let speaker = KeyTable("a speaker", ["name", "talk", "url"])
  static let scheduleItem = KeyTable("a line of a schedule", ["at", "title", "speaker"])
  static let comment = KeyTable(
    "a comment",
    ["id", "reply_to", "author", "person", "url", "avatar", "date", "status", "type", "body"]
  )

  static let settings = KeyTable(
    "site.yml",
    [
      "title", "base_url", "description", "author", "language", "timezone", "logo", "favicon",
      "image", "accent", "links", "now", "per_page", "permalinks", "menu", "events", "feeds",
      "comments", "markdown", "outputs", "extra",
    ]
  )
  static let permalinks = KeyTable(
    "`permalinks`",
    ["posts", "events", "pages", "communities", "people", "venues", "tags"]
  )
  static let menuItem = KeyTable("an entry of `menu`", ["title", "url"])
  static let eventSettings = KeyTable("`events`", ["horizon"])
  static let feeds = KeyTable("`feeds`", ["items", "content"])
  static let commentSettings = KeyTable(
    "`comments`",
    ["default", "max_depth", "order", "close_after_days", "max_length", "form"]
  )
  static let form = KeyTable(
    "`comments.form`",
    ["action", "fields", "mailto", "repository", "branch"]
  )
  static let markdown = KeyTable("`markdown`", ["html", "smart"])
  static let outputs = KeyTable("`outputs`", OutputKind.allCases.map(\.rawValue))

  /// The kinds of files whose keys an author may mix up, and all tables that there are.
  static let kinds = [page, post, event, community, person, venue, comment, settings]
  static let all =
    kinds + [
      eventVenue, speaker, scheduleItem, permalinks, menuItem, eventSettings, feeds,
      commentSettings, form, markdown, outputs,
    ]

  /// What keys of Hugo, Jekyll, Zola and WordPress are called here, in small letters.
  private static let foreign = [
    "categories": "tags", "category": "tags", "keywords": "tags", "taxonomies": "tags",
    "lastmod": "updated", "last_modified_at": "updated", "modified": "updated",
    "description": "summary", "excerpt": "summary", "publishdate": "publish",
    "expirydate": "expire", "layout": "template", "redirect_from": "aliases",
    "featured_image": "image", "cover": "image", "thumbnail": "image", "params": "extra",
    "location": "venue", "begin": "start", "finish": "end", "rrule": "repeat",
    "recurrence": "repeat", "url": "base_url", "baseurl": "base_url", "name": "title",
    "paginate": "per_page", "paginate_by": "per_page", "default_language": "language",
    "tz": "timezone",
  ]

  /// How to mend a key that this map doesn't have.
  func help(for key: String) -> String? {
    if name == KeyTable.comment.name, KeyTable.isPersonal(key) {
      return "a commenter's e-mail and IP address, and hashes of them, are never kept: delete it"
    }
    if let own = KeyTable.foreign[key.lowercased()], contains(own) { return "it is `\(own)` here" }
    let others = KeyTable.kinds.filter { $0.contains(key) && $0.name != name }.map(\.name)
    let near = nearest(to: key, among: keys).map { "did you mean `\($0)`?" }
    if !others.isEmpty, others.count < 4 {
      let elsewhere = "`\(key)` is a key of \(others.joined(separator: " and of "))"
      return near.map { "\($0) \(elsewhere)" } ?? elsewhere
    }
    return near ?? suggestion(for: key, among: keys)
  }

  /// Whether a comment's key sounds like what its writer didn't mean to publish.
  private static func isPersonal(_ key: String) -> Bool {
    let words = key.lowercased().split { $0 == "_" || $0 == "-" }
    return words.contains { ["email", "mail", "ip", "gravatar", "hash", "md5"].contains($0) }
  }
}
