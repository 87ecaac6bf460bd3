internal import Calendar
internal import Diagnostics

extension Linker {
  /// Says what readers, calendars and search engines miss of an event that takes place once, or of
  /// a series.
  mutating func advise(_ event: Event, _ written: WrittenEvent) {
    adviseOnStatus(event, written)
    // Nobody's calendar changes what is over.
    guard event.over > site.now || written.recurrence.isSeries, let move = written.move,
      written.sequence == nil, event.document.updated == nil
    else { return }
    warn(
      "an event that was moved should have `updated` or `sequence`",
      at: move,
      help: "write `sequence: 1`, so that calendars which hold the event take its new time over"
    )
  }

  /// Says what is missed of an occurrence that a file changes, or is said in vain.
  mutating func adviseOnChange(_ event: Event, _ written: WrittenEvent) {
    adviseOnStatus(event, written)
    guard let uid = written.uid else { return }
    warn(
      "a file that changes one occurrence has no effect with `uid`",
      at: uid.span,
      label: "an occurrence has its series' identity",
      help: "leave it out, or write it into the series' own file"
    )
  }

  private mutating func adviseOnStatus(_ event: Event, _ written: WrittenEvent) {
    if let status = written.status {
      if status.value == .movedOnline, event.online == nil {
        warn(
          "an event that was moved online should say where it is",
          at: status.span,
          help: "write `online: https://meet.example.org/tea`"
        )
      }
      if status.value == .rescheduled, event.previousStart == nil, written.previousStart == nil {
        adviseOnMove(event, written, at: status.span)
      }
    }
    guard let previous = written.previousStart else { return }
    if event.status == .scheduled {
      warn(
        "an event with `previous_start` should say what became of it",
        at: previous.span,
        help: "write `status: rescheduled`"
      )
    } else if event.status == .rescheduled, let moment = event.previousStart,
      moment.instant == event.start.instant
    {
      warn("`previous_start` should be another time than `start`", at: previous.span)
    }
  }

  private mutating func adviseOnMove(
    _ event: Event,
    _ written: WrittenEvent,
    at span: SourceSpan
  ) {
    guard written.recurrence.series == nil else {
      return warn(
        "an occurrence that was rescheduled should have another start",
        at: span,
        help: "write its new `start`"
      )
    }
    let day = event.start.time.local.date.adding(days: -7).iso
    warn(
      "an event that was rescheduled should say when it was to begin",
      at: span,
      help: "write `previous_start: \(day)\(event.isAllDay ? "" : " 18:00")`"
    )
  }

  private mutating func warn(
    _ message: String,
    at span: SourceSpan,
    label: String? = nil,
    help: String? = nil
  ) {
    log.append(Diagnostic(message, severity: .warning, at: span, label: label, help: help))
  }
}

extension Linker {
  /// Says which of `except` leave nothing out, and when they leave nothing at all.
  ///
  /// Complexity: O(occurrences up to the last exception).
  mutating func adviseOnExceptions(_ draft: SeriesDraft) {
    guard let last = draft.exclusions.map({ draft.series.recurrence.local($0.time).date }).max()
    else { return }
    var whole = draft.series.recurrence
    whole.exclusions = []
    var occurrences: [CivilDateTime] = []
    for occurrence in whole {
      guard occurrences.count < SeriesExpansion.patience else { return }
      occurrences.append(occurrence.local)
      // The one behind the last exception may be the nearest to it.
      if occurrence.local.date > last { break }
    }
    let idle = draft.exclusions.filter { !occurrences.contains($0.time, of: whole) }
    for (written, time) in idle.prefix(Faults.limit) {
      let near = occurrences.nearest(to: time, of: whole)
      warn(
        "`except` should name an occurrence: the series doesn't take place on `\(written.value.text)`",
        at: written.span,
        label: "a \(written.value.date.weekday.name)",
        help: near.map { "did you mean `\($0)`?" }
      )
    }
    guard draft.series.recurrence.first(where: { _ in true }) == nil,
      let span = draft.exclusions.first?.written.span
    else { return }
    warn(
      "a series should take place: `except` leaves nothing of it",
      at: span,
      help: "delete the file, or write `status: cancelled`"
    )
  }
}

extension [CivilDateTime] {
  /// How many come before a time.
  private func count(before time: CivilDateTime) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = self[middle] < time ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  /// Whether one of them, in order, is what an exception names.
  fileprivate func contains(_ time: RecurrenceTime, of set: RecurrenceSet) -> Bool {
    if case .date(let date) = time {
      let next = count(before: CivilDateTime(date: date, time: .midnight))
      return next < endIndex && self[next].date == date
    }
    let local = set.local(time)
    let next = count(before: local)
    return next < endIndex && self[next] == local
  }

  /// The one that is nearest to what an exception names, as it would be written there.
  fileprivate func nearest(to time: RecurrenceTime, of set: RecurrenceSet) -> String? {
    let local = set.local(time)
    let next = count(before: local)
    let near = [next - 1, next].filter(indices.contains).map { self[$0] }
    let nearest = near.min { $0.distance(to: local) < $1.distance(to: local) }
    guard let nearest else { return nil }
    if case .date = time { return nearest.date.iso }
    return nearest.text
  }
}

extension CivilDateTime {
  /// How many seconds lie between two local times.
  fileprivate func distance(to other: CivilDateTime) -> UInt64 {
    (secondsAsUTC - other.secondsAsUTC).magnitude
  }
}

extension WrittenEvent {
  /// Where it says that it was announced for another time.
  ///
  /// One that is cancelled or postponed may never have been announced otherwise; a site that comes from
  /// elsewhere has many of those.
  fileprivate var move: SourceSpan? {
    switch status?.value {
    case .rescheduled: status?.span
    case nil, .scheduled, .movedOnline, .cancelled, .postponed: previousStart?.span
    }
  }
}
