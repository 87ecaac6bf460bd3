/// What a zone's clocks show for a while: their distance from UTC and its name.
public struct LocalTimeType: Hashable, Sendable {
  /// Seconds east of UTC.
  public let offset: Int

  /// What the time is called there: `EDT`, or `+0330` where nobody has a name for it.
  public let abbreviation: String

  /// Whether it is daylight saving time.
  public let isDaylight: Bool

  /// Creates a kind of local time.
  public init(offset: Int, abbreviation: String, isDaylight: Bool) {
    self.offset = offset
    self.abbreviation = abbreviation
    self.isDaylight = isDaylight
  }
}

/// A moment at which a zone's clocks change.
public struct ZoneTransition: Hashable, Sendable {
  /// The first moment of the new local time.
  public let instant: Instant

  /// What the clocks show until then.
  public let before: LocalTimeType

  /// What they show from then on.
  public let after: LocalTimeType
}

/// The rules by which a place sets its clocks (RFC 8536).
///
/// A class, since it is large and never changes: each time and each event holds its zone.
public final class Zone: Sendable {
  /// The name in the zone database, as it was asked for.
  public let identifier: String

  /// What the clocks showed before the first known change.
  let initial: LocalTimeType

  /// The known changes in the order of time.
  let transitions: [(instant: Int64, type: LocalTimeType)]

  /// The rule for all time after the last known change.
  let rule: PosixZoneRule?

  /// Coordinated Universal Time.
  public static let utc = Zone(
    identifier: "UTC",
    LocalTimeType(offset: 0, abbreviation: "UTC", isDaylight: false)
  )

  /// A zone whose clocks never change, so many seconds east of UTC: less than a day either way.
  public static func fixed(offset: Int) -> Zone {
    precondition(abs(offset) < 86_400, "an offset is less than a day")
    guard offset != 0 else { return utc }
    var name: [UInt8] = []
    name.append(offset: offset, colon: true)
    let text = String(decoding: name, as: UTF8.self)
    return Zone(
      identifier: text,
      LocalTimeType(offset: offset, abbreviation: text, isDaylight: false)
    )
  }

  private convenience init(identifier: String, _ type: LocalTimeType) {
    self.init(identifier: identifier, initial: type, transitions: [], rule: nil)
  }

  init(
    identifier: String,
    initial: LocalTimeType,
    transitions: [(instant: Int64, type: LocalTimeType)],
    rule: PosixZoneRule?
  ) {
    self.identifier = identifier
    self.initial = initial
    self.transitions = transitions
    self.rule = rule
  }
}

extension Zone {
  /// What the clocks show at a moment.
  ///
  /// Complexity: O(log n) in the zone's known changes.
  public func localTimeType(at instant: Instant) -> LocalTimeType {
    let index = transitionCount(until: instant)
    if index == transitions.count, let rule { return rule.localTimeType(at: instant) }
    return index == 0 ? initial : transitions[index - 1].type
  }

  /// The moment's day and time of day in this zone.
  public func civil(_ instant: Instant) -> CivilDateTime {
    let offset = localTimeType(at: instant).offset
    return CivilDateTime(secondsAsUTC: instant.seconds.addingSaturated(Int64(offset)))
  }

  /// The first change of the clocks after a moment, or `nil` when none follows.
  ///
  /// A change of the name alone counts, too.
  public func nextTransition(after instant: Instant) -> ZoneTransition? {
    var index = transitionCount(until: instant)
    while index < transitions.count {
      let before = index == 0 ? initial : transitions[index - 1].type
      let (seconds, after) = transitions[index]
      if before != after {
        return ZoneTransition(instant: Instant(seconds: seconds), before: before, after: after)
      }
      index += 1
    }
    guard let rule else { return nil }
    let last = transitions.last.map { Instant(seconds: $0.instant) }
    return rule.nextTransition(after: last.map { max($0, instant) } ?? instant)
  }

  /// How many of the known changes happened at a moment or before it.
  private func transitionCount(until instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Zone: Hashable {
  /// Whether two zones have the same name and the same rules.
  public static func == (left: Zone, right: Zone) -> Bool {
    left.identifier == right.identifier && left.initial == right.initial
      && left.rule == right.rule
      && left.transitions.elementsEqual(right.transitions) { $0 == $1 }
  }

  /// Hashes the name, which all but decides.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
  }
}
