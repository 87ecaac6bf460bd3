internal import Diagnostics

extension RecurrenceRule {
  /// Reads a rule in RFC 5545's form, `FREQ=MONTHLY;BYDAY=2TU`, with `RRULE:` before it or not.
  ///
  /// Capitals don't matter. Parts that begin with `X-` and a `;` at the end, which calendars in the
  /// wild write, are read over.
  public init(_ text: String) throws(RecurrenceRuleError) {
    var reader = RecurrenceRuleReader(text)
    self = try reader.read()
  }
}

private struct RecurrenceRuleReader {
  private let parts: [TextPart]
  private let whole: Range<Int>
  private var rule = RecurrenceRule(.daily)
  private var seen: Set<String> = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let prefix = text.lowercased().hasPrefix("rrule:") ? 6 : 0
    whole = prefix..<bytes.count
    parts = TextPart.split(bytes[prefix...], at: { $0 == UInt8(ascii: ";") }, from: prefix)
  }

  mutating func read() throws(RecurrenceRuleError) -> RecurrenceRule {
    for part in parts where !part.text.isEmpty { try read(part) }
    guard seen.contains("FREQ") else {
      throw .init("a rule has a frequency", at: whole, help: "begin with `FREQ=WEEKLY`")
    }
    return rule
  }

  private mutating func read(_ part: TextPart) throws(RecurrenceRuleError) {
    let pieces = TextPart.split(
      part.text.utf8,
      at: { $0 == UInt8(ascii: "=") },
      from: part.range.lowerBound
    )
    guard pieces.count == 2 else {
      throw .init("a part of a rule is written as `NAME=VALUE`", at: part.range)
    }
    let name = pieces[0].text.uppercased()
    guard seen.insert(name).inserted else {
      throw .init("`\(name)` is given twice", at: pieces[0].range)
    }
    if name == "COUNT" && seen.contains("UNTIL") || name == "UNTIL" && seen.contains("COUNT") {
      throw .init("a rule has `COUNT` or `UNTIL`, not both", at: part.range)
    }
    try read(name, pieces[0], pieces[1])
  }

  private mutating func read(
    _ name: String,
    _ key: TextPart,
    _ value: TextPart
  ) throws(RecurrenceRuleError) {
    switch name {
    case "FREQ": rule.frequency = try frequency(value)
    case "INTERVAL": rule.interval = try number(value, 1...100_000, "an interval")
    case "COUNT": rule.end = .count(try number(value, 1...1_000_000, "a count"))
    case "UNTIL": rule.end = .until(try until(value))
    case "BYSECOND": rule.seconds = try numbers(value, 0...60, "a second")
    case "BYMINUTE": rule.minutes = try numbers(value, 0...59, "a minute")
    case "BYHOUR": rule.hours = try numbers(value, 0...23, "an hour")
    case "BYDAY": rule.daysOfWeek = try daysOfWeek(value)
    case "BYMONTHDAY": rule.daysOfMonth = try numbers(value, 1...31, "a day", fromEnd: true)
    case "BYYEARDAY": rule.daysOfYear = try numbers(value, 1...366, "a day", fromEnd: true)
    case "BYWEEKNO": rule.weekNumbers = try numbers(value, 1...53, "a week", fromEnd: true)
    case "BYMONTH": rule.months = try numbers(value, 1...12, "a month")
    case "BYSETPOS": rule.positions = try numbers(value, 1...366, "a position", fromEnd: true)
    case "WKST": rule.weekStart = try weekday(value.text, value.range)
    case _ where name.hasPrefix("X-"): return
    default:
      throw .init(
        "unknown part `\(key.text)` of a rule",
        at: key.range,
        help: suggestion(for: name, among: RecurrenceRuleReader.names)
      )
    }
  }

  private static let names = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
    "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST",
  ]
}

extension RecurrenceRuleReader {
  private func frequency(
    _ value: TextPart
  ) throws(RecurrenceRuleError) -> RecurrenceRule.Frequency {
    let name = value.text.uppercased()
    let all = RecurrenceRule.Frequency.allCases
    if let frequency = all.first(where: { $0.name == name }) { return frequency }
    throw .init(
      "unknown frequency `\(value.text)`",
      at: value.range,
      help: suggestion(for: name, among: all.reversed().map(\.name))
    )
  }

  private func until(_ value: TextPart) throws(RecurrenceRuleError) -> RecurrenceTime {
    if let time = RecurrenceTime(basicText: value.text.utf8) { return time }
    throw .init(
      "an end is written as `20261231` or `20261231T235959Z`",
      at: value.range
    )
  }

  private func weekday(
    _ text: String,
    _ range: Range<Int>
  ) throws(RecurrenceRuleError) -> Weekday {
    if let day = Weekday.allCases.first(where: { $0.code == text.uppercased() }) { return day }
    throw .init(
      "unknown weekday `\(text)`",
      at: range,
      help: "known here: `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`"
    )
  }

  private func daysOfWeek(
    _ value: TextPart
  ) throws(RecurrenceRuleError) -> [RecurrenceRule.DayOfWeek] {
    var days: [RecurrenceRule.DayOfWeek] = []
    for item in items(value) {
      let text = item.text
      let weekday = try weekday(String(text.suffix(2)), item.range)
      guard text.utf8.count > 2 else {
        days.append(.init(weekday))
        continue
      }
      let number = TextPart(text: String(text.dropLast(2)), range: item.range)
      let ordinal = try self.number(number, 1...53, "a weekday's number", fromEnd: true)
      days.append(.init(weekday, ordinal: ordinal))
    }
    return days
  }

  private func numbers(
    _ value: TextPart,
    _ limits: ClosedRange<Int>,
    _ noun: String,
    fromEnd: Bool = false
  ) throws(RecurrenceRuleError) -> [Int] {
    var numbers: [Int] = []
    for item in items(value) {
      numbers.append(try number(item, limits, noun, fromEnd: fromEnd))
    }
    return numbers
  }

  private func number(
    _ item: TextPart,
    _ limits: ClosedRange<Int>,
    _ noun: String,
    fromEnd: Bool = false
  ) throws(RecurrenceRuleError) -> Int {
    if let number = Int(item.text), limits.contains(number) || fromEnd && limits.contains(-number) {
      return number
    }
    let range = "\(limits.lowerBound) to \(limits.upperBound)"
    throw .init(
      "\(noun) of a rule is \(range)\(fromEnd ? ", or negative from the end" : "")",
      at: item.range
    )
  }

  /// What stands between commas; blanks before it, which Microsoft's programs write, don't count.
  private func items(_ value: TextPart) -> [TextPart] {
    let isComma = { (byte: UInt8) in byte == UInt8(ascii: ",") }
    let items = TextPart.split(value.text.utf8, at: isComma, from: value.range.lowerBound)
    return items.map { item in
      let blanks = item.text.utf8.prefix { $0 == 0x20 }.count
      let start = item.range.lowerBound + blanks
      return TextPart(
        text: String(item.text.dropFirst(blanks)),
        range: start..<item.range.upperBound
      )
    }
  }
}
