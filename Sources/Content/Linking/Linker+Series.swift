internal import Calendar
internal import Diagnostics

/// A series with the file that says it.
struct SeriesDraft {
  let document: Int
  let written: WrittenEvent
  var series: Series
  /// What `except` names, with its places.
  let exclusions: [(written: Located<WrittenTime>, time: RecurrenceTime)]
}

extension Linker {
  /// A series of an event that repeats, or `nil` when its rule can't be read.
  mutating func series(_ event: Event, _ written: WrittenEvent, _ index: Int) -> SeriesDraft? {
    let context = contexts[index]
    var rules: [RecurrenceRule] = []
    if let text = written.recurrence.rule {
      guard let rule = rule(text) else { return nil }
      rules = [rule]
    }
    var set = RecurrenceSet(
      start: event.isAllDay
        ? CivilDateTime(date: event.start.time.local.date, time: .midnight)
        : context.zone.civil(event.start.instant),
      isAllDay: event.isAllDay,
      zone: context.zone,
      rules: rules
    )
    set.additions = written.recurrence.also.compactMap {
      addition($0, isAllDay: event.isAllDay, context)
    }
    let exclusions = written.recurrence.except.compactMap { written in
      exclusion(written, isAllDay: event.isAllDay, context).map { (written: written, time: $0) }
    }
    set.exclusions = exclusions.map(\.time)
    checkStart(of: set, written)
    checkEnd(of: set, written)
    let length = EventLength(event, written.end)
    return SeriesDraft(
      document: index,
      written: written,
      series: Series(event: event, recurrence: set, length: length),
      exclusions: exclusions
    )
  }

  private mutating func rule(_ written: Located<String>) -> RecurrenceRule? {
    do throws(RecurrenceRuleError) {
      return try RecurrenceRule(written: written.value)
    } catch {
      let range = written.span.range.part(error.range, of: written.value, in: written.span.file)
      log.append(
        Diagnostic(
          "`repeat`: \(error.message)",
          at: SourceSpan(written.span.file, range),
          help: error.help
        )
      )
      return nil
    }
  }

  /// A time of `also`, which is an author's: it must exist.
  private mutating func addition(
    _ written: Located<WrittenTime>,
    isAllDay: Bool,
    _ context: TimeContext
  ) -> RecurrenceTime? {
    guard written.value.time != nil else { return .date(written.value.date) }
    guard !isAllDay else {
      sayTimeOfDay(written, "also")
      return nil
    }
    guard let moment = context.resolve(written, "also", log: &log) else { return nil }
    return .local(context.zone.civil(moment.instant))
  }

  /// A time of `except`, which names an occurrence that may stand in a gap.
  private mutating func exclusion(
    _ written: Located<WrittenTime>,
    isAllDay: Bool,
    _ context: TimeContext
  ) -> RecurrenceTime? {
    guard written.value.time != nil else { return .date(written.value.date) }
    guard !isAllDay else {
      sayTimeOfDay(written, "except")
      return nil
    }
    return context.name(written, "except", log: &log).map { .local($0) }
  }

  private mutating func sayTimeOfDay(_ written: Located<WrittenTime>, _ key: String) {
    log.append(
      Diagnostic(
        "`\(key)` of an all-day series must be dates alone",
        at: written.span,
        help: "write `\(written.value.date.iso)`"
      )
    )
  }

  /// Says that a rule ends before its series begins.
  private mutating func checkEnd(of set: RecurrenceSet, _ written: WrittenEvent) {
    guard let text = written.recurrence.rule, let rule = set.rules.first,
      case .until = rule.end
    else { return }
    var expansion = RecurrenceExpansion(
      rule,
      from: set.start,
      isAllDay: set.isAllDay,
      in: set.zone
    )
    var endless = rule
    endless.end = .never
    guard expansion.next() == nil, endless.gives(set.start, isAllDay: set.isAllDay) else { return }
    log.append(
      Diagnostic(
        "a series must not end before it begins",
        at: text.span,
        label: "begins on \(set.start.date.iso)"
      )
    )
  }

  /// Says that a series doesn't begin with what its rule gives.
  ///
  /// `also` may name such a start, as an imported series does whose program let it begin anywhere.
  private mutating func checkStart(of set: RecurrenceSet, _ written: WrittenEvent) {
    guard let rule = set.rules.first, let start = written.start,
      !rule.gives(set.start, isAllDay: set.isAllDay), !set.adds(set.start)
    else { return }
    let near = rule.nearest(to: set.start, isAllDay: set.isAllDay)
    let dates = [near.before, near.after].compactMap { $0 }.map { near in
      near.time == set.start.time ? "`\(near.date.iso)`" : "`\(near.text)`"
    }
    log.append(
      Diagnostic(
        "`start` must be a time that `repeat` gives",
        at: start.span,
        label: "a \(set.start.date.weekday.name)",
        help: dates.isEmpty ? nil : "the nearest it gives: " + dates.joined(separator: " and ")
      )
    )
  }
}

extension EventLength {
  /// How long an event takes, so that others can take as long.
  fileprivate init(_ event: Event, _ written: WrittenEvent.End?) {
    guard let end = event.end else {
      self = .open
      return
    }
    if event.isAllDay {
      self = .days(end.time.local.date.dayNumber - event.start.time.local.date.dayNumber)
    } else if case .duration(let duration) = written {
      self = .nominal(duration.value)
    } else {
      self = .exact(seconds: Int(end.instant.seconds - event.start.instant.seconds))
    }
  }
}

extension RecurrenceSet {
  /// Whether a local time is one of those that were added.
  fileprivate func adds(_ local: CivilDateTime) -> Bool {
    additions.contains { addition in
      switch addition {
      case .date(let date): date == local.date
      case .local(let time): time == local
      case .instant: false
      }
    }
  }
}
