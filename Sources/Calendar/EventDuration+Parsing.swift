/// Why a text isn't a duration.
public enum EventDurationError: Error, Hashable, Sendable {
  /// It isn't written in one of the forms.
  case malformed
  /// It counts months or years, whose lengths differ.
  case monthsOrYears
  /// It is negative.
  case negative
  /// It is longer than ten thousand years.
  case tooLong

  /// The rule that it breaks.
  public var message: String {
    switch self {
    case .malformed: "a duration is written as `2h`, `90m`, `1h30m`, `3d` or `PT1H30M`"
    case .monthsOrYears: "a duration has no months or years, which differ in length"
    case .negative: "a duration isn't negative"
    case .tooLong: "a duration is at most 9999 years"
    }
  }
}

extension EventDuration {
  /// Reads `2h`, `90m`, `1h30m`, `3d`, or RFC 5545's and ISO 8601's `PT1H30M`, `P3D`, `P1W`.
  ///
  /// Units stand in the order weeks, days, hours, minutes, seconds, each once; capitals don't matter,
  /// nor do blanks around it and, in the first form, between its parts.
  public init(_ text: String) throws(EventDurationError) {
    var bytes = Array(text.lowercased().utf8).filter { $0 != UInt8(ascii: " ") }[...]
    if bytes.first == UInt8(ascii: "-") { throw .negative }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let isISO = bytes.first == UInt8(ascii: "p")
    if isISO { bytes.removeFirst() }
    var seconds = 0
    var days = 0
    var isTime = false
    var units = EventDuration.units[...]
    var hasPart = false
    while !bytes.isEmpty {
      if isISO, !isTime, bytes.first == UInt8(ascii: "t") {
        isTime = true
        hasPart = false
        bytes.removeFirst()
        continue
      }
      let part = try EventDuration.part(&bytes, isDateOfISO: isISO && !isTime)
      guard let index = units.firstIndex(where: { $0.letter == part.unit }),
        !isISO || units[index].isTime == isTime
      else { throw .malformed }
      days += units[index].days * part.count
      seconds += units[index].seconds * part.count
      units = units[(index + 1)...]
      hasPart = true
    }
    guard hasPart else { throw .malformed }
    guard days <= 3_652_059, seconds <= 3_652_059 * 86_400 else { throw .tooLong }
    self.init(days: days, seconds: seconds)
  }

  private struct Unit {
    let letter: UInt8
    let days: Int
    let seconds: Int
    var isTime: Bool { days == 0 }
  }

  private static let units = [
    Unit(letter: UInt8(ascii: "w"), days: 7, seconds: 0),
    Unit(letter: UInt8(ascii: "d"), days: 1, seconds: 0),
    Unit(letter: UInt8(ascii: "h"), days: 0, seconds: 3600),
    Unit(letter: UInt8(ascii: "m"), days: 0, seconds: 60),
    Unit(letter: UInt8(ascii: "s"), days: 0, seconds: 1),
  ]

  private static func part(
    _ bytes: inout ArraySlice<UInt8>,
    isDateOfISO: Bool
  ) throws(EventDurationError) -> (count: Int, unit: UInt8) {
    let digits = bytes.prefix(while: \.isDigit)
    bytes.removeFirst(digits.count)
    guard !digits.isEmpty, let unit = bytes.popFirst() else { throw .malformed }
    if unit == UInt8(ascii: "y") || isDateOfISO && unit == UInt8(ascii: "m") {
      throw .monthsOrYears
    }
    // Twelve digits of any unit are too long, and their sums don't overflow.
    guard digits.count <= 12 else { throw .tooLong }
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, unit)
  }
}
