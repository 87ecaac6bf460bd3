/// A stretch of a zone's rules as iCalendar has it: `STANDARD` or `DAYLIGHT` (RFC 5545 §3.6.5).
struct ZoneObservance: Hashable, Sendable {
  /// The offset until it begins, by which its times are read.
  let offsetBefore: Int

  /// What clocks show from then on.
  let type: LocalTimeType

  /// The local times at which it begins, by the clock that it sets; the first is `DTSTART`.
  var starts: [CivilDateTime]

  /// How it comes again each year, for ever.
  var rule: RecurrenceRule?
}

extension Zone {
  /// The zone's rules from a moment on.
  ///
  /// Changes that a rule for all years gives are given by it; those before are listed one by one.
  func observances(since start: Instant) -> [ZoneObservance] {
    var changes = changes(since: start)
    let yearly = yearlyObservances(&changes)
    var listed: [ZoneObservance] = []
    if lastTransition(until: start) == nil {
      // What clocks show before the first change is a stretch, too (RFC 5545 §3.6.5).
      let type = localTimeType(at: start)
      let date = min(civil(start).date, CivilDate(1970, 1, 1))
      let begin = CivilDateTime(date: date, time: .midnight)
      listed.append(ZoneObservance(offsetBefore: type.offset, type: type, starts: [begin]))
    }
    for change in changes {
      if let index = listed.firstIndex(where: {
        $0.offsetBefore == change.before.offset && $0.type == change.after
      }) {
        listed[index].starts.append(change.localStart)
      } else {
        listed.append(ZoneObservance(change))
      }
    }
    return listed + yearly
  }

  /// The change that made the clocks show what they show at a moment, and all known changes after it;
  /// where a rule goes on for ever, those of two more years, so that each of its two is there.
  private func changes(since start: Instant) -> [ZoneTransition] {
    var changes: [ZoneTransition] = []
    var previous = lastTransition(until: start).map { $0.instant.adding(seconds: -1) } ?? start
    var end = transitions.last?.instant ?? previous.seconds
    if rule?.daylight != nil { end = max(end, start.seconds) + 2 * 366 * 86_400 }
    while let change = nextTransition(after: previous), change.instant.seconds <= end {
      changes.append(change)
      previous = change.instant
    }
    return changes
  }

  /// The last change at a moment or before it.
  private func lastTransition(until instant: Instant) -> ZoneTransition? {
    // A rule changes clocks twice a year; else one of the known changes was the last.
    let known = transitions.last { $0.instant <= instant.seconds }.map(\.instant)
    let from = max(known ?? .min, instant.seconds - 400 * 86_400)
    var last: ZoneTransition?
    for start in [from - 1, (known ?? from) - 1] where last == nil {
      var previous = Instant(seconds: start)
      while let change = nextTransition(after: previous), change.instant <= instant {
        last = change
        previous = change.instant
      }
    }
    return last
  }

  /// Takes off the changes at the end that the rule for all years gives, when RFC 5545 has words for
  /// it.
  private func yearlyObservances(_ changes: inout [ZoneTransition]) -> [ZoneObservance] {
    guard let rule, let daylight = rule.daylight else { return [] }
    func isGiven(_ index: Int) -> Bool {
      let change = changes[index]
      let given = rule.nextTransition(after: change.instant.adding(seconds: -1))
      guard given?.instant == change.instant, given?.after == change.after,
        given?.before.offset == change.before.offset
      else { return false }
      guard index + 1 < changes.count else { return true }
      return rule.nextTransition(after: change.instant)?.instant == changes[index + 1].instant
    }
    var first = changes.count
    while first > 0, isGiven(first - 1) { first -= 1 }
    guard changes.count - first >= 2 else { return [] }
    var observances: [ZoneObservance] = []
    for change in changes[first..<first + 2] {
      let yearly = change.after == daylight.type ? daylight.start : daylight.end
      var observance = ZoneObservance(change)
      guard let recurrence = yearly.recurrenceRule, change.before != change.after,
        recurrence.gives(change.localStart, isAllDay: false)
      else { return [] }
      observance.rule = recurrence
      observances.append(observance)
    }
    changes.removeSubrange(first...)
    return observances
  }

  /// Writes the zone as a `VTIMEZONE`.
  func write(_ lines: inout ContentLineWriter, since start: Instant) {
    lines.line("BEGIN", value: "VTIMEZONE")
    lines.line("TZID", text: identifier)
    for observance in observances(since: start) {
      let name = observance.type.isDaylight ? "DAYLIGHT" : "STANDARD"
      lines.line("BEGIN", value: name)
      let starts = observance.starts.map { RecurrenceTime.local($0).basicText }
      lines.line("DTSTART", value: starts[0])
      lines.line("TZOFFSETFROM", value: offset(observance.offsetBefore))
      lines.line("TZOFFSETTO", value: offset(observance.type.offset))
      lines.line("TZNAME", text: observance.type.abbreviation)
      if let rule = observance.rule { lines.line("RRULE", value: rule.text) }
      for start in starts.dropFirst() { lines.line("RDATE", value: start) }
      lines.line("END", value: name)
    }
    lines.line("END", value: "VTIMEZONE")
  }

  private func offset(_ seconds: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(offset: seconds, colon: false)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ZoneObservance {
  fileprivate init(_ change: ZoneTransition) {
    self.init(
      offsetBefore: change.before.offset,
      type: change.after,
      starts: [change.localStart],
      rule: nil
    )
  }
}

extension ZoneTransition {
  /// The time that clocks show when they are changed.
  fileprivate var localStart: CivilDateTime {
    CivilDateTime(secondsAsUTC: instant.seconds + Int64(before.offset))
  }
}

extension PosixZoneRule.Change {
  /// The change as a yearly rule, or `nil` when RFC 5545 has no words for it.
  ///
  /// A time outside of its day, as Israel's 26 o'clock, leads to another day of another weekday:
  /// then the days of the month among which it lies say which.
  fileprivate var recurrenceRule: RecurrenceRule? {
    guard case .weekday(let month, let week, let day) = day else { return nil }
    let shift = time.dividedFloor(by: 86_400).quotient
    guard let weekday = Weekday(rawValue: (day + 6 + shift).dividedFloor(by: 7).remainder + 1)
    else {
      return nil
    }
    var rule = RecurrenceRule(.yearly)
    rule.months = [month]
    guard shift != 0 else {
      rule.daysOfWeek = [.init(weekday, ordinal: week == 5 ? -1 : week)]
      return rule
    }
    let days =
      week == 5 ? Array(-7 + shift ... -1 + shift) : Array(7 * week - 6 + shift...7 * week + shift)
    rule.daysOfWeek = [.init(weekday)]
    let dayCount = CivilDate.dayCount(ofMonth: month, year: 2001)
    let isInMonth = days.allSatisfy {
      $0 != 0 && $0.magnitude <= dayCount && ($0 < 0) == (week == 5)
    }
    guard !isInMonth else {
      rule.daysOfMonth = days
      return rule
    }
    // Over the month's end: counted from the year's, which no leap day moves but in its first months.
    guard week == 5, month > 2, let last = CivilDate(year: 2001, month: month, day: dayCount) else {
      return nil
    }
    rule.months = []
    rule.daysOfYear = days.map { $0 + last.dayOfYear - 365 }
    rule.daysOfWeek = [.init(weekday)]
    return rule
  }
}
