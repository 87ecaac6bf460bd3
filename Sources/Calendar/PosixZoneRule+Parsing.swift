extension PosixZoneRule {
  /// Reads a rule such as `EST5EDT,M3.2.0,M11.1.0` or `<+0330>-3:30`; `nil` when it is none.
  ///
  /// Times may lead a week away from their day (RFC 8536 §3.3.1). A name for daylight time without
  /// dates means no fixed rule, and no file of ours has it.
  init?(_ text: ArraySlice<UInt8>) {
    var cursor = Cursor(rest: text)
    guard let name = cursor.name(), let west = cursor.time(limit: 24) else { return nil }
    standard = LocalTimeType(offset: -west, abbreviation: name, isDaylight: false)
    guard !cursor.rest.isEmpty else {
      daylight = nil
      return
    }
    guard let summerName = cursor.name() else { return nil }
    var offset = 3600 - west
    if cursor.rest.first != UInt8(ascii: ",") {
      guard let summerWest = cursor.time(limit: 24) else { return nil }
      offset = -summerWest
    }
    guard cursor.skip(","), let start = cursor.change(), cursor.skip(","),
      let end = cursor.change(), cursor.rest.isEmpty
    else { return nil }
    let type = LocalTimeType(offset: offset, abbreviation: summerName, isDaylight: true)
    daylight = Daylight(type: type, start: start, end: end)
  }
}

/// Reads a rule from its front.
private struct Cursor {
  var rest: ArraySlice<UInt8>

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Three letters or more, or letters, digits and signs between `<` and `>`.
  mutating func name() -> String? {
    if skip("<") {
      let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D }
      rest.removeFirst(name.count)
      return skip(">") && name.count >= 3 ? String(decoding: name, as: UTF8.self) : nil
    }
    let name = rest.prefix(while: \.isLetter)
    rest.removeFirst(name.count)
    return name.count >= 3 ? String(decoding: name, as: UTF8.self) : nil
  }

  mutating func number(_ limits: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    rest.removeFirst(digits.count)
    guard (1...3).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return limits.contains(value) ? value : nil
  }

  /// `[+-]h[:mm[:ss]]` as seconds.
  mutating func time(limit: Int) -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(0...limit) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where skip(":") {
      guard let part = number(0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  mutating func change() -> PosixZoneRule.Change? {
    guard let day = day() else { return nil }
    guard skip("/") else { return .init(day: day, time: 7200) }
    return time(limit: 167).map { .init(day: day, time: $0) }
  }

  private mutating func day() -> PosixZoneRule.Day? {
    if skip("J") { return number(1...365).map { .withoutLeapDay($0) } }
    guard skip("M") else { return number(0...365).map { .zeroBased($0) } }
    guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
      let day = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, day: day)
  }
}
