/// A moment as it is shown in a zone.
public struct ZonedTime: Hashable, Sendable {
  /// The moment.
  public let instant: Instant

  /// The day and time of day there.
  public let local: CivilDateTime

  /// What the clocks show there: the offset and its name.
  public let type: LocalTimeType

  /// Shows a moment in a zone.
  public init(_ instant: Instant, in zone: Zone) {
    self.init(instant, type: zone.localTimeType(at: instant))
  }

  private init(_ instant: Instant, type: LocalTimeType) {
    self.instant = instant
    self.type = type
    local = CivilDateTime(secondsAsUTC: instant.seconds.addingSaturated(Int64(type.offset)))
  }

  /// The time for standards that write offsets in minutes: before clocks kept zones, places had
  /// offsets with seconds.
  fileprivate var inWholeMinutes: ZonedTime {
    guard type.offset % 60 != 0 else { return self }
    return ZonedTime(
      instant,
      type: LocalTimeType(
        offset: type.offset / 60 * 60,
        abbreviation: type.abbreviation,
        isDaylight: type.isDaylight
      )
    )
  }
}

extension ZonedTime {
  /// `2010-03-24T08:12:00-04:00`, with `Z` for UTC (RFC 3339, ISO 8601).
  public var rfc3339: String { text { $0.append(rfc3339: self) } }

  /// `Wed, 24 Mar 2010 08:12:00 -0400` (RFC 2822 §3.3), as RSS wants it.
  public var rfc2822: String { text { $0.append(rfc2822: self) } }

  private func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    // The longest of both, so that it doesn't grow by doubling.
    bytes.reserveCapacity(32)
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a time as `2010-03-24T08:12:00-04:00`, with `Z` for UTC (RFC 3339, ISO 8601).
  public mutating func append(rfc3339 time: ZonedTime) {
    let time = time.inWholeMinutes
    append(iso: time.local.date)
    append(UInt8(ascii: "T"))
    append(clock: time.local.time)
    guard time.type.offset != 0 else { return append(UInt8(ascii: "Z")) }
    append(offset: time.type.offset, colon: true)
  }

  /// Appends a time as `Wed, 24 Mar 2010 08:12:00 -0400` (RFC 2822 §3.3).
  public mutating func append(rfc2822 time: ZonedTime) {
    let time = time.inWholeMinutes
    let date = time.local.date
    append(contentsOf: EnglishNames.weekday(date.weekday).utf8.prefix(3))
    append(contentsOf: ", ".utf8)
    append(decimal: date.day, width: 2)
    append(UInt8(ascii: " "))
    append(contentsOf: EnglishNames.month(date.month).utf8.prefix(3))
    append(UInt8(ascii: " "))
    append(decimal: date.year, width: 4)
    append(UInt8(ascii: " "))
    append(clock: time.local.time)
    append(UInt8(ascii: " "))
    append(offset: time.type.offset, colon: false)
  }

  /// Appends a time of day as `08:12:00`.
  mutating func append(clock time: CivilTime) {
    append(decimal: time.hour, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: time.minute, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: time.second, width: 2)
  }

  /// Appends an offset as `-04:00` or `-0400`, with seconds when it has some.
  mutating func append(offset: Int, colon: Bool) {
    append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let size = Int(offset.magnitude)
    append(decimal: size / 3600, width: 2)
    if colon { append(UInt8(ascii: ":")) }
    append(decimal: size / 60 % 60, width: 2)
    guard size % 60 != 0 else { return }
    if colon { append(UInt8(ascii: ":")) }
    append(decimal: size % 60, width: 2)
  }
}
