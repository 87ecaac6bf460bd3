/// A time as an author writes it: a day, perhaps with a time of day, perhaps with an offset.
///
/// `2026-03-10`, `2026-03-10 18:00`, `2026-03-10T18:00:30`, either with `Z`, `-04:00` or `-0400`
/// behind the time. A fraction of a second is read over.
public struct WrittenTime: BitwiseCopyable, Hashable, Sendable {
  /// The day.
  public let date: CivilDate

  /// The time of day, or `nil` when a day alone is written.
  public let time: CivilTime?

  /// The offset, or `nil` when none is written: the zone then decides.
  public let offset: WrittenOffset?

  /// Creates a time from its parts.
  public init(date: CivilDate, time: CivilTime? = nil, offset: WrittenOffset? = nil) {
    self.date = date
    self.time = time
    self.offset = offset
  }

  /// Reads a time.
  ///
  /// Blanks around it don't count.
  public init(_ text: String) throws(WrittenTimeError) {
    try self.init(Array(text.utf8)[...])
  }

  /// Reads a time from a text's UTF-8; an error's range counts from the first of these bytes.
  public init(_ bytes: ArraySlice<UInt8>) throws(WrittenTimeError) {
    if let plain = WrittenTime(plain: bytes) {
      self = plain
      return
    }
    var reader = WrittenTimeReader(bytes)
    self = try reader.read()
  }

  /// The time as it is written: `2026-03-10`, `2026-03-10 18:00`, `2026-03-10 18:00-04:00`.
  public var text: String {
    guard time != nil else { return date.iso }
    switch offset {
    case nil: return local.text
    case .utc: return local.text + "Z"
    case .seconds(let seconds): return local.text + offsetText(seconds)
    }
  }

  /// The local time, a day alone meaning its midnight.
  public var local: CivilDateTime { CivilDateTime(date: date, time: time ?? .midnight) }
}

/// The offset from UTC that stands behind a time.
public enum WrittenOffset: BitwiseCopyable, Hashable, Sendable {
  /// `Z`: the time is UTC, whatever the zone.
  case utc
  /// `±HH:MM`: seconds east of UTC.
  case seconds(Int)

  /// Seconds east of UTC.
  public var seconds: Int {
    switch self {
    case .utc: 0
    case .seconds(let seconds): seconds
    }
  }
}

/// Why a time that an author wrote means no moment in its zone.
public enum LocalTimeError: Error, Hashable, Sendable {
  /// The clocks are set forward over it.
  case gap(LocalGap, local: CivilDateTime, zone: String)
  /// The offset isn't the one that the zone has then.
  case wrongOffset(written: Int, right: [Int], zone: String)

  /// The rule that it breaks.
  public var message: String {
    switch self {
    case .gap(let gap, let local, let zone):
      "`\(local.text)` doesn't exist in \(zone): clocks go from \(gap.text(gap.start))"
        + " to \(gap.text(gap.end))"
    case .wrongOffset(_, let right, let zone):
      "the offset in \(zone) is then "
        + right.map { "`\(offsetText($0))`" }.joined(separator: " or ")
    }
  }

  /// How to mend it.
  public var help: String? {
    switch self {
    case .gap(let gap, _, _):
      "write `\(gap.text(gap.start.adding(seconds: -60)))` or `\(gap.text(gap.end))`"
    case .wrongOffset: "leave the offset out, and the zone decides"
    }
  }
}

extension LocalGap {
  /// A local time beside the gap, with its date where the day alone tells the ends apart: whole days
  /// are missing where a place moved over the date line.
  fileprivate func text(_ local: CivilDateTime) -> String {
    start.date == end.date ? local.time.text : local.text
  }
}

extension WrittenTime {
  /// The moment, if no offset is written that of the local time in a zone.
  ///
  /// What the clocks show twice is the first; what they don't show is read as RFC 5545 §3.3.5 says.
  public func instant(in zone: Zone) -> Instant {
    guard let offset else { return zone.resolve(local).instant }
    return Instant(seconds: local.secondsAsUTC - Int64(offset.seconds))
  }

  /// The moment, checked as an author's time for an event: it must exist in its zone, and an offset
  /// must be one that the zone has then.
  ///
  /// Of a time that the clocks show twice the offset says which, the first being meant without one.
  /// `Z` is right in every zone.
  public func instant(checkedIn zone: Zone) throws(LocalTimeError) -> Instant {
    if offset == .utc { return instant(in: zone) }
    let resolution = zone.resolve(local)
    if case .gap(let gap) = resolution {
      throw .gap(gap, local: local, zone: zone.identifier)
    }
    guard let offset else { return resolution.instant }
    let right = resolution.instants.map { Int(local.secondsAsUTC - $0.seconds) }
    guard right.contains(offset.seconds) else {
      throw .wrongOffset(written: offset.seconds, right: right, zone: zone.identifier)
    }
    return instant(in: zone)
  }
}

extension WrittenTime {
  /// Checks the offset of a time that names an occurrence: it must be one that the zone has then.
  ///
  /// An occurrence may stand where the clocks are set forward: its offset is the one before that, by
  /// which RFC 5545 §3.3.5 reads it. `Z` and no offset are right.
  public func checkOffset(in zone: Zone) throws(LocalTimeError) {
    guard let offset, offset != .utc else { return }
    let resolution = zone.resolve(local)
    var instants = resolution.instants
    if instants.isEmpty { instants = [resolution.instant] }
    let right = instants.map { Int(local.secondsAsUTC - $0.seconds) }
    guard right.contains(offset.seconds) else {
      throw .wrongOffset(written: offset.seconds, right: right, zone: zone.identifier)
    }
  }
}

extension LocalResolution {
  /// The moments at which the clocks show the local time.
  fileprivate var instants: [Instant] {
    switch self {
    case .unique(let instant): [instant]
    case .ambiguous(let first, let second): [first, second]
    case .gap: []
    }
  }
}

/// An offset as an author writes it.
func offsetText(_ seconds: Int) -> String {
  var bytes: [UInt8] = []
  bytes.append(offset: seconds, colon: true)
  return String(decoding: bytes, as: UTF8.self)
}
