internal import Diagnostics

/// Reads a rule in plain words.
///
/// ```
/// rule     = "every" period ["on" ["the"] weekdays] | "every" ["other"] "weekday"
///          | ["every" ["other"]] weekdays ["of the month"] ; then an end
/// period   = ["other"] ("day" | "week" | "month" | "year")
///          | NUMBER ("days" | "weeks" | "months" | "years")
/// weekdays = [ORDINALS] WEEKDAY { ("and" | ",") [ORDINALS] WEEKDAY }
/// end      = [","] ("until" DATE | NUMBER "times")
/// ```
struct RecurrenceWordsReader {
  private let words: [TextPart]
  private let whole: Range<Int>
  private var position = 0
  private var rule = RecurrenceRule(.weekly)

  init(_ text: String) {
    let bytes = Array(text.utf8)
    whole = 0..<bytes.count
    // A comma is a word of its own, wherever it stands.
    words = TextPart.split(bytes, at: { $0 <= 0x20 }, from: 0).flatMap { part in
      TextPart.splitCommas(part)
    }.filter { !$0.text.isEmpty }
  }

  mutating func read() throws(RecurrenceRuleError) -> RecurrenceRule {
    guard let first = words.first else { throw expected("a rule") }
    let isEvery = skip("every")
    if isEvery, skip("other") { rule.interval = 2 }
    if isEvery, let frequency = RecurrenceWordsReader.periods[word] {
      position += 1
      rule.frequency = frequency
      try readDaysOfPeriod()
    } else if isEvery, rule.interval == 1, let interval = Int(word) {
      try readPeriods(interval)
      try readDaysOfPeriod()
    } else if isEvery, rule.interval == 1, skip("weekday") {
      rule.daysOfWeek = RecurrenceRule.workdays
    } else {
      try readWeekdays(isEvery: isEvery, first)
    }
    try readEnd()
    return rule
  }
}

extension RecurrenceWordsReader {
  private static let periods: [String: RecurrenceRule.Frequency] = [
    "day": .daily, "week": .weekly, "month": .monthly, "year": .yearly,
  ]
  private static let ordinals = ["1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1]
  private static let weekdays = Weekday.allCases.map { EnglishNames.weekday($0).lowercased() }

  /// The word that stands here in lower case, empty at the end.
  private var word: String { position < words.count ? words[position].text.lowercased() : "" }

  private var range: Range<Int> {
    position < words.count ? words[position].range : whole.upperBound..<whole.upperBound
  }

  private mutating func skip(_ text: String) -> Bool {
    guard word == text else { return false }
    position += 1
    return true
  }

  private func expected(_ what: String, help: String? = nil) -> RecurrenceRuleError {
    let found = word.isEmpty ? "" : ", not `\(words[position].text)`"
    return .init(
      "\(what) is expected here\(found)",
      at: range,
      help: help ?? "write `every week`, `every 2 weeks`, `every tuesday` or `every 2nd tuesday`"
    )
  }

  private mutating func readPeriods(_ interval: Int) throws(RecurrenceRuleError) {
    guard (1...1000).contains(interval) else {
      throw .init("an interval is 1 to 1000", at: range)
    }
    position += 1
    let unit = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard let frequency = RecurrenceWordsReader.periods[unit] else {
      if RecurrenceWordsReader.weekdays.contains(unit) {
        throw expected("`weeks`", help: "write `every \(interval) weeks on \(unit)`")
      }
      let near = nearest(to: word, among: ["days", "weeks", "months", "years"])
      throw expected(
        "`days`, `weeks`, `months` or `years`",
        help: near.map { "did you mean `\($0)`?" }
      )
    }
    position += 1
    rule.frequency = frequency
    rule.interval = interval
  }

  /// `on tuesday` of every second week, `on the 2nd tuesday` of every third month.
  private mutating func readDaysOfPeriod() throws(RecurrenceRuleError) {
    let start = position
    guard skip("on") else { return }
    guard rule.frequency == .weekly || rule.frequency == .monthly else {
      position = start
      throw expected("`until` or a number of times", help: "only weeks and months have weekdays")
    }
    _ = skip("the")
    let days = range
    try readDayList(isEvery: true)
    let isNumbered = rule.daysOfWeek.contains { $0.ordinal != nil }
    guard isNumbered == (rule.frequency == .monthly) else {
      throw .init(
        isNumbered ? "a week has each weekday once" : "a month has each weekday more than once",
        at: days,
        help: isNumbered ? "leave the number out" : "write `1st`, `2nd` or `last` before it"
      )
    }
  }

  private mutating func readWeekdays(isEvery: Bool, _ first: TextPart) throws(RecurrenceRuleError) {
    try readDayList(isEvery: isEvery)
    guard let day = rule.daysOfWeek.first, day.ordinal != nil else { return }
    guard rule.interval == 1 else {
      throw .init(
        "`other` stands before a period or a weekday without a number",
        at: whole,
        help: "write `every 2 months on the` before the number"
      )
    }
    rule.frequency = .monthly
    if skip("of") {
      guard skip("the") || skip("every") || skip("each"), skip("month") else {
        throw expected("`of the month`")
      }
    } else if !isEvery {
      throw .init(
        "a rule begins with `every` or ends with `of the month`",
        at: first.range,
        help: "write `every` before it"
      )
    }
  }

  /// Weekdays, either all with numbers or none.
  private mutating func readDayList(isEvery: Bool) throws(RecurrenceRuleError) {
    repeat { try readDays(isEvery: isEvery) } while skipAnd()
    guard rule.daysOfWeek.contains(where: { $0.ordinal != nil }),
      let plain = rule.daysOfWeek.first(where: { $0.ordinal == nil })
    else { return }
    let name = EnglishNames.weekday(plain.weekday).lowercased()
    throw .init(
      "a rule has numbered weekdays or plain ones, not both: `\(name)`",
      at: whole,
      help: "write `1st \(name)`, or leave the numbers out"
    )
  }

  private mutating func skipAnd() -> Bool {
    // A comma may also stand before the end: `every tuesday, 10 times`.
    let isBeforeEnd = position + 1 < words.count && isEnd(words[position + 1].text.lowercased())
    guard !isBeforeEnd, skip(",") else { return skip("and") }
    _ = skip("and")
    return true
  }

  /// Ordinals, if there are some, and the weekday that they count.
  private mutating func readDays(isEvery: Bool) throws(RecurrenceRuleError) {
    var ordinals: [Int] = []
    while let ordinal = RecurrenceWordsReader.ordinals[word] {
      ordinals.append(ordinal)
      position += 1
      let place = position
      // `1st and 3rd tuesday`: the `and` may also join weekdays, so look behind it.
      if skipAnd(), RecurrenceWordsReader.ordinals[word] == nil { position = place }
    }
    guard let index = RecurrenceWordsReader.weekdays.firstIndex(of: word) else {
      throw unknownDay(isEvery: isEvery)
    }
    position += 1
    let weekday = Weekday.allCases[index]
    if ordinals.isEmpty {
      guard isEvery else { throw expected("`every`", at: index) }
      rule.daysOfWeek.append(.init(weekday))
    }
    for ordinal in ordinals { rule.daysOfWeek.append(.init(weekday, ordinal: ordinal)) }
  }

  private func expected(_ what: String, at index: Int) -> RecurrenceRuleError {
    .init(
      "\(what) is expected before a weekday",
      at: whole,
      help: "write `every \(RecurrenceWordsReader.weekdays[index])`"
    )
  }

  private func unknownDay(isEvery: Bool) -> RecurrenceRuleError {
    let what = isEvery ? "a period or a weekday" : "`every`"
    if let meant = RecurrenceWordsReader.synonyms[word] {
      return expected(what, help: "write " + meant)
    }
    if let day = dayOfMonth {
      let rule = "`FREQ=MONTHLY;BYMONTHDAY=\(day)`"
      return expected("a weekday", help: "write \(rule) for that day of each month")
    }
    let known =
      RecurrenceWordsReader.weekdays + ["1st", "2nd", "3rd", "4th", "5th", "last", "weekday"]
      + ["day", "week", "month", "year", "other"]
    let near = word.isEmpty ? nil : nearest(to: word, among: isEvery ? known : known + ["every"])
    return expected("a period or a weekday", help: near.map { "did you mean `\($0)`?" })
  }

  /// The day of a month that is meant where a weekday is due: `31st`, `last day`.
  private var dayOfMonth: Int? {
    if ["st", "nd", "rd", "th"].contains(word.suffix(2)), let day = Int(word.dropLast(2)) {
      return (1...31).contains(day) ? day : nil
    }
    guard position > 0, word.isEmpty || word == "day" else { return nil }
    return RecurrenceWordsReader.ordinals[words[position - 1].text.lowercased()]
  }

  /// What people write who don't know our words, and the words for it.
  private static let synonyms = [
    "daily": "`every day`", "weekly": "`every week`", "monthly": "`every month`",
    "yearly": "`every year`", "annually": "`every year`", "fortnightly": "`every 2 weeks`",
    "biweekly": "`every 2 weeks`", "bimonthly": "`every 2 months`",
    "quarterly": "`every 3 months`", "fortnight": "`every 2 weeks`",
    "quarter": "`every 3 months`", "weekdays": "`every weekday`",
    "workday": "`every weekday`", "weekend": "`every saturday and sunday`",
    "second": "`every other tuesday`, or `every 2nd tuesday` for that of each month",
    "first": "`1st`", "third": "`3rd`", "fourth": "`4th`", "fifth": "`5th`",
  ]

  /// Whether a word begins the end of a rule.
  private func isEnd(_ word: String) -> Bool { word == "until" || Int(word) != nil }

  private mutating func readEnd() throws(RecurrenceRuleError) {
    guard !word.isEmpty else { return }
    _ = skip(",")
    let help = "end with `until 2026-12-31` or `10 times`"
    if skip("until") {
      rule.end = .until(try readDate())
    } else if let count = Int(word) {
      guard (1...1_000_000).contains(count) else {
        throw .init("a number of times is 1 to 1000000", at: range)
      }
      position += 1
      guard skip("times") || skip("time") else { throw expected("`times`", help: help) }
      rule.end = .count(count)
    } else {
      throw expected("`until` or a number of times", help: help)
    }
    guard word.isEmpty else { throw expected("nothing more", help: "a rule has one end") }
  }

  /// A date, or a date and a time, which are one word or two.
  private mutating func readDate() throws(RecurrenceRuleError) -> RecurrenceTime {
    guard position < words.count else { throw expected("a date", help: "write `until 2026-12-31`") }
    let start = range.lowerBound
    let text = words[position...].map(\.text).joined(separator: " ")
    let end = words.last?.range.upperBound ?? start
    position = words.count
    do {
      let time = try WrittenTime(text)
      guard time.time != nil else { return .date(time.date) }
      guard let offset = time.offset else { return .local(time.local) }
      return .instant(Instant(seconds: time.local.secondsAsUTC - Int64(offset.seconds)))
    } catch {
      throw .init(error.message, at: start..<end, help: error.help)
    }
  }
}

extension TextPart {
  /// Cuts commas off as words of their own.
  static func splitCommas(_ part: TextPart) -> [TextPart] {
    let pieces = split(
      part.text.utf8,
      at: { $0 == UInt8(ascii: ",") },
      from: part.range.lowerBound
    )
    return pieces.enumerated().flatMap { index, piece in
      let comma = piece.range.lowerBound - 1
      return index == 0 ? [piece] : [TextPart(text: ",", range: comma..<comma + 1), piece]
    }
  }
}
