internal import Calendar

/// When a series takes place, in the words of front matter.
struct SeriesTimes {
  /// A changed occurrence with its original start.
  struct Change {
    let event: CalendarEvent
    let original: CivilDateTime
  }

  private var times: RecurrenceSet
  private let clock: EventClock
  private let floating: Zone

  /// How many occurrences are written one by one where no rule can say them.
  private static let listLimit = 500

  /// How many occurrences of one series are looked at.
  private static let reach = 100_000

  init(_ master: CalendarEvent, _ clock: EventClock, floating: Zone) {
    self.clock = clock
    self.floating = floating
    func time(_ time: EventTime) -> RecurrenceTime {
      if case .date(let date) = time { return .date(date) }
      let local = clock.local(time, floating: floating)
      return clock.isAllDay ? .date(local.date) : .local(local)
    }
    times = RecurrenceSet(
      start: clock.local(master.start, floating: floating),
      isAllDay: clock.isAllDay,
      zone: clock.zone,
      rules: master.rules,
      additions: master.additions.map(time),
      exclusions: master.exclusions.map(time)
    )
  }

  /// When it begins.
  var start: CivilDateTime { times.start }

  /// The changed occurrences that the series has, by their original start; others aren't its own.
  ///
  /// One that is excluded, too, is a changed one: some programs write both.
  mutating func changes(_ events: [CalendarEvent], budget: inout OccurrenceBudget) -> [Change] {
    let wanted = events.compactMap { event in
      event.recurrenceID.map { Change(event: event, original: clock.local($0, floating: floating)) }
    }
    let originals = Set(wanted.map(\.original))
    times.exclusions.removeAll { exclusion in
      switch exclusion {
      case .date(let date):
        clock.isAllDay && originals.contains(CivilDateTime(date: date, time: .midnight))
      case .local(let local): originals.contains(local)
      case .instant: false
      }
    }
    let found = members(near: wanted.map(\.original), budget: &budget)
    var taken: Set<CivilDateTime> = []
    return wanted.compactMap { change in
      var original = change.original
      if !found.times.contains(original), case .date? = change.event.recurrenceID,
        let time = found.firstOfDay[original.date]
      {
        original = time
      }
      guard found.times.contains(original), taken.insert(original).inserted else { return nil }
      return Change(event: change.event, original: original)
    }
  }

  /// Leaves out exclusions of what isn't in the series, as programs keep them when a rule changes,
  /// and says how many there were.
  mutating func removeIdleExclusions(budget: inout OccurrenceBudget) -> Int {
    let exclusions = times.exclusions
    times.exclusions = []
    let found = members(near: exclusions.map { times.local($0) }, budget: &budget)
    guard found.isWhole else {
      times.exclusions = exclusions
      return 0
    }
    times.exclusions = exclusions.filter { exclusion in
      guard case .date(let date) = exclusion else {
        return found.times.contains(times.local(exclusion))
      }
      return found.firstOfDay[date] != nil
    }
    return exclusions.count - times.exclusions.count
  }

  private func members(
    near wanted: [CivilDateTime],
    budget: inout OccurrenceBudget
  ) -> (times: Set<CivilDateTime>, firstOfDay: [CivilDate: CivilDateTime], isWhole: Bool) {
    guard let last = wanted.map(\.date).max() else { return ([], [:], true) }
    let days = Set(wanted.map(\.date))
    var members: Set<CivilDateTime> = []
    var firstOfDay: [CivilDate: CivilDateTime] = [:]
    var count = 0
    let limit = budget.take(SeriesTimes.reach)
    for occurrence in times.prefix(limit) {
      let local = occurrence.local
      guard local.date <= last else { break }
      count += 1
      guard days.contains(local.date) else { continue }
      members.insert(local)
      firstOfDay[local.date] = firstOfDay[local.date] ?? local
    }
    budget.give(limit - count)
    return (members, firstOfDay, count < limit)
  }

  /// `repeat`, `except` and `also`.
  func recurrence(budget: inout OccurrenceBudget) -> ImportedHappening.Recurrence {
    guard times.rules.count < 2, !isInGap(times.start), !isDense(budget: &budget) else {
      return listed(budget: &budget)
    }
    var recurrence = ImportedHappening.Recurrence(rule: times.rules.first?.text)
    recurrence.except = times.exclusions.map(exclusionText)
    recurrence.also = times.additions.map(text)
    // Other programs let a series begin with what its rule doesn't give; here `also` says it.
    if let rule = times.rules.first, !rule.gives(times.start, isAllDay: times.isAllDay) {
      recurrence.also.insert(clock.text(local: times.start), at: 0)
    }
    return recurrence
  }

  /// Whether it takes place so often that no site shows it: more than some thousand times a year.
  private func isDense(budget: inout OccurrenceBudget) -> Bool {
    guard !times.rules.isEmpty else { return false }
    let sample = Array(times.prefix(budget.take(SeriesTimes.sampleSize)))
    budget.give(SeriesTimes.sampleSize - sample.count)
    guard sample.count == SeriesTimes.sampleSize, let first = sample.first, let last = sample.last
    else { return false }
    return last.local.date < first.local.date.adding(days: 730)
  }

  /// How many occurrences tell how often a series takes place.
  private static let sampleSize = 2000

  /// The occurrences one by one, since `repeat` has one rule, whose first time must exist.
  private func listed(budget: inout OccurrenceBudget) -> ImportedHappening.Recurrence {
    let limit = budget.take(SeriesTimes.listLimit)
    let all = Array(times.prefix(limit + 1))
    var recurrence = ImportedHappening.Recurrence()
    recurrence.isCut = all.count > limit
    recurrence.also = all.prefix(limit).map { occurrence in
      clock.isAllDay ? occurrence.local.date.iso : clock.text(occurrence.instant)
    }
    // What is excluded isn't in the list, but for the start, which every file has.
    recurrence.except = times.exclusions.filter { times.local($0) == times.start }
      .map(exclusionText)
    return recurrence
  }

  private func isInGap(_ local: CivilDateTime) -> Bool {
    guard !clock.isAllDay, case .gap = clock.zone.resolve(local) else { return false }
    return true
  }

  /// A time of `except`, which names an occurrence also where the clocks skip it.
  private func exclusionText(_ time: RecurrenceTime) -> String {
    guard case .local(let local) = time else { return text(time) }
    return local.text
  }

  private func text(_ time: RecurrenceTime) -> String {
    switch time {
    case .date(let date): date.iso
    case .local(let local):
      isInGap(local) ? clock.text(clock.zone.resolve(local).instant) : local.text
    case .instant(let instant): clock.text(instant)
    }
  }
}
