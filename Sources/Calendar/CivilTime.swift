/// A time of day as a clock on the wall shows it, in no zone.
@frozen
public struct CivilTime: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline let storedHour: UInt8
  @usableFromInline let storedMinute: UInt8
  @usableFromInline let storedSecond: UInt8

  /// The hour, 0 to 23.
  @inlinable public var hour: Int { Int(storedHour) }

  /// The minute, 0 to 59.
  @inlinable public var minute: Int { Int(storedMinute) }

  /// The second, 0 to 59: Unix time has no leap seconds.
  @inlinable public var second: Int { Int(storedSecond) }

  /// The time at which a day begins where no clock is moved at midnight.
  public static let midnight = CivilTime(0, 0, 0)

  /// Creates a time of day, or `nil` when no clock shows it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.init(hour, minute, second)
  }

  /// Creates a time that is known to exist.
  init(_ hour: Int, _ minute: Int, _ second: Int) {
    storedHour = UInt8(hour)
    storedMinute = UInt8(minute)
    storedSecond = UInt8(second)
  }

  /// Seconds since midnight.
  public var secondOfDay: Int { (hour * 60 + minute) * 60 + second }

  /// The time as `18:00`, or `18:00:30` when it has seconds.
  public var text: String {
    var bytes: [UInt8] = []
    bytes.append(decimal: hour, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: minute, width: 2)
    if second != 0 {
      bytes.append(UInt8(ascii: ":"))
      bytes.append(decimal: second, width: 2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CivilTime: Comparable {
  /// Whether one time of day comes before another.
  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.secondOfDay < right.secondOfDay
  }
}

/// A day and a time of day, in no zone: what calendar and clock on the wall show.
public struct CivilDateTime: Hashable, Sendable {
  /// The day.
  public var date: CivilDate

  /// The time of day.
  public var time: CivilTime

  /// Creates a local time from its day and its time of day.
  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// The local time as `2026-03-10 18:00`, with seconds when it has some.
  public var text: String { "\(date.iso) \(time.text)" }

  /// The time so many seconds later on a clock that nobody moves.
  public func adding(seconds: Int) -> CivilDateTime {
    CivilDateTime(secondsAsUTC: secondsAsUTC.addingSaturated(Int64(seconds)))
  }

  /// Unix time if the local time were UTC.
  public var secondsAsUTC: Int64 {
    Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay)
  }

  /// The local time that is so many seconds after 1970 began, were it UTC.
  public init(secondsAsUTC seconds: Int64) {
    let (days, rest) = Int(seconds).dividedFloor(by: 86_400)
    let (hour, inHour) = rest.quotientAndRemainder(dividingBy: 3600)
    date = CivilDate(dayNumber: days)
    time = CivilTime(hour, inHour / 60, inHour % 60)
  }
}

extension CivilDateTime: Comparable {
  /// Whether one local time comes before another on a clock that nobody moves.
  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}
