internal import Calendar

/// An entry as feeds hold it.
///
/// The same entry may stand in many feeds, each in two forms, so its bytes can be made once for all of
/// them. A class, since it is shared and never changes.
public final class FeedItem: Sendable {
  /// How it stands in one kind of feed; an entry whose bytes are made isn't kept besides.
  private enum Form: Sendable {
    case written([UInt8])
    case entry(FeedEntry)
  }

  private let rssForm: Form
  private let jsonForm: Form
  /// When it was published or, later, changed.
  let lastChange: ZonedTime?

  /// An item that each feed writes for itself.
  public init(_ entry: FeedEntry) {
    rssForm = .entry(entry)
    jsonForm = .entry(entry)
    lastChange = entry.updated ?? entry.published
  }

  /// An item whose bytes are made now, for all feeds that it will stand in.
  ///
  /// - Parameters:
  ///   - entry: what it brings.
  ///   - rss: whether RSS feeds hold it.
  ///   - json: whether JSON Feeds hold it.
  public init(writing entry: FeedEntry, rss: Bool, json: Bool) {
    rssForm = rss ? .written(entry.rssItem) : .entry(entry)
    jsonForm = json ? .written(entry.jsonItem) : .entry(entry)
    lastChange = entry.updated ?? entry.published
  }

  /// About how many bytes it has in its larger form, when that was made before.
  var size: Int {
    var size = 0
    if case .written(let bytes) = rssForm { size = bytes.count }
    if case .written(let bytes) = jsonForm { size = max(size, bytes.count) }
    return size
  }

  /// Its `<item>` in RSS.
  var rss: [UInt8] {
    switch rssForm {
    case .written(let bytes): bytes
    case .entry(let entry): entry.rssItem
    }
  }

  /// Its object in a JSON Feed.
  var json: [UInt8] {
    switch jsonForm {
    case .written(let bytes): bytes
    case .entry(let entry): entry.jsonItem
    }
  }
}
