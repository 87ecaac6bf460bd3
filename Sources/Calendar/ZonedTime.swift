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

  /// Shows a moment on clocks that have a local time.
  public init(_ instant: Instant, type: LocalTimeType) {
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
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ZonedTime {
  /// How many bytes it takes at most in each of these standards.
  public var maxLength: Int {
    (0...9999).contains(local.date.year) && type.offset.magnitude < 86_400 ? 32 : longestTime
  }
}

extension [UInt8] {
  /// Appends a time as `2010-03-24T08:12:00-04:00`, with `Z` for UTC (RFC 3339, ISO 8601).
  public mutating func append(rfc3339 time: ZonedTime) {
    append(addingCapacity: time.maxLength) { $0.append(rfc3339: time) }
  }

  /// Appends a time as `Wed, 24 Mar 2010 08:12:00 -0400` (RFC 2822 §3.3).
  public mutating func append(rfc2822 time: ZonedTime) {
    append(addingCapacity: time.maxLength) { $0.append(rfc2822: time) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends a time as `2010-03-24T08:12:00-04:00`, with `Z` for UTC (RFC 3339, ISO 8601).
  ///
  /// It needs room for ``ZonedTime/maxLength`` bytes.
  public mutating func append(rfc3339 time: ZonedTime) {
    // Only an offset with seconds is worth a copy.
    guard time.type.offset % 60 == 0 else { return append(rfc3339: time.inWholeMinutes) }
    append(iso: time.local.date)
    append(UInt8(ascii: "T"))
    append(clock: time.local.time)
    guard time.type.offset != 0 else { return append(UInt8(ascii: "Z")) }
    append(offset: time.type.offset, colon: true)
  }

  /// Appends a time as `Wed, 24 Mar 2010 08:12:00 -0400` (RFC 2822 §3.3).
  ///
  /// It needs room for ``ZonedTime/maxLength`` bytes.
  public mutating func append(rfc2822 time: ZonedTime) {
    guard time.type.offset % 60 == 0 else { return append(rfc2822: time.inWholeMinutes) }
    let date = time.local.date
    append(threeLetters: "MonTueWedThuFriSatSun", date.weekday.rawValue - 1)
    append(UInt8(ascii: ","))
    append(UInt8(ascii: " "))
    append(twoDigits: date.day)
    append(UInt8(ascii: " "))
    append(threeLetters: "JanFebMarAprMayJunJulAugSepOctNovDec", date.month - 1)
    append(UInt8(ascii: " "))
    append(year: date.year)
    append(UInt8(ascii: " "))
    append(clock: time.local.time)
    append(UInt8(ascii: " "))
    append(offset: time.type.offset, colon: false)
  }
}
