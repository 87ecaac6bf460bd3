/// An entry as feeds hold it.
///
/// The same entry may stand in many feeds, each in two forms, so its bytes can be made once for all of
/// them. A class, since it is shared and never changes.
public final class FeedItem: Sendable {
  /// What it brings.
  public let entry: FeedEntry
  /// Its `<item>` in RSS, if that was made before.
  let rss: [UInt8]?
  /// Its object in a JSON Feed, if that was made before.
  let json: [UInt8]?

  /// An item that each feed writes for itself.
  public init(_ entry: FeedEntry) {
    self.entry = entry
    rss = nil
    json = nil
  }

  /// An item whose bytes are made now, for all feeds that it will stand in.
  ///
  /// - Parameters:
  ///   - entry: what it brings.
  ///   - rss: whether RSS feeds hold it.
  ///   - json: whether JSON Feeds hold it.
  public init(writing entry: FeedEntry, rss: Bool, json: Bool) {
    self.entry = entry
    self.rss = rss ? entry.rssItem : nil
    self.json = json ? entry.jsonItem : nil
  }

  /// About how many bytes it has in its larger form, when that was made before.
  public var size: Int { max(rss?.count ?? 0, json?.count ?? 0) }
}
