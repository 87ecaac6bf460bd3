extension RecurrenceRule {
  /// The rule in RFC 5545's form: `FREQ=MONTHLY;BYDAY=2TU`.
  ///
  /// Parts stand in the order in which the RFC's examples give them.
  public var text: String {
    var parts = ["FREQ=\(frequency.name)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    switch end {
    case .never: break
    case .count(let count): parts.append("COUNT=\(count)")
    case .until(let time): parts.append("UNTIL=\(time.basicText)")
    }
    let numbers = [
      ("BYSECOND", seconds), ("BYMINUTE", minutes), ("BYHOUR", hours), ("BYMONTHDAY", daysOfMonth),
      ("BYYEARDAY", daysOfYear), ("BYWEEKNO", weekNumbers), ("BYMONTH", months),
    ]
    for (name, values) in numbers where !values.isEmpty {
      parts.append("\(name)=" + values.map(String.init).joined(separator: ","))
    }
    if !daysOfWeek.isEmpty {
      parts.append("BYDAY=" + daysOfWeek.map(\.text).joined(separator: ","))
    }
    if !positions.isEmpty {
      parts.append("BYSETPOS=" + positions.map(String.init).joined(separator: ","))
    }
    if weekStart != .monday { parts.append("WKST=\(weekStart.code)") }
    return parts.joined(separator: ";")
  }
}

extension RecurrenceRule.Frequency {
  /// RFC 5545's word.
  var name: String {
    switch self {
    case .secondly: "SECONDLY"
    case .minutely: "MINUTELY"
    case .hourly: "HOURLY"
    case .daily: "DAILY"
    case .weekly: "WEEKLY"
    case .monthly: "MONTHLY"
    case .yearly: "YEARLY"
    }
  }
}

extension RecurrenceRule.DayOfWeek {
  /// `TU`, `2TU`, `-1TU`.
  var text: String { (ordinal.map(String.init) ?? "") + weekday.code }
}

extension Weekday {
  /// RFC 5545's two letters.
  var code: String { String(EnglishNames.weekday(self).uppercased().prefix(2)) }
}

extension RecurrenceTime {
  /// `20260310`, `20260310T180000` or, for a moment, `20260310T180000Z` (RFC 5545 §3.3.4, §3.3.5).
  ///
  /// Links that add an event to a calendar take the same forms.
  public var basicText: String {
    var bytes: [UInt8] = []
    bytes.append(basic: self)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads one of the three forms; `nil` when it is none, or names a time that doesn't exist.
  init?(basicText text: some Sequence<UInt8>) {
    var bytes = Array(text)
    let isUTC = bytes.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    if isUTC { bytes.removeLast() }
    guard bytes.count == 8 || bytes.count == 15 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard bytes[range].allSatisfy(\.isDigit) else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard bytes.count == 15 else {
      guard !isUTC else { return nil }
      self = .date(date)
      return
    }
    // A leap second is read as the one before (RFC 5545 §3.3.12).
    guard bytes[8] | 0x20 == UInt8(ascii: "t"), let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15), second <= 60,
      let time = CivilTime(hour: hour, minute: minute, second: min(second, 59))
    else { return nil }
    let local = CivilDateTime(date: date, time: time)
    self = isUTC ? .instant(Instant(seconds: local.secondsAsUTC)) : .local(local)
  }
}

extension [UInt8] {
  /// Appends a time as ``RecurrenceTime/basicText`` has it.
  mutating func append(basic time: RecurrenceTime) {
    append(addingCapacity: longestTime) { output in
      switch time {
      case .date(let date): output.append(basic: date)
      case .local(let local): output.append(basic: local)
      case .instant(let instant):
        output.append(basic: CivilDateTime(secondsAsUTC: instant.seconds))
        output.append(UInt8(ascii: "Z"))
      }
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends a day as `20260310`.
  fileprivate mutating func append(basic date: CivilDate) {
    append(year: date.year)
    append(twoDigits: date.month)
    append(twoDigits: date.day)
  }

  /// Appends a local time as `20260310T180000`.
  fileprivate mutating func append(basic local: CivilDateTime) {
    append(basic: local.date)
    append(UInt8(ascii: "T"))
    append(twoDigits: local.time.hour)
    append(twoDigits: local.time.minute)
    append(twoDigits: local.time.second)
  }
}
