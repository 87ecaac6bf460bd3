internal import Calendar
internal import Diagnostics

/// When an event takes place, by its `start`, `end`, `duration` and `all_day`.
struct EventTiming {
  let start: Moment
  let end: Moment?
  let over: Instant
  let isAllDay: Bool

  /// Reads an event's times in its zone; `nil`, having said why, when its start means no moment.
  init?(
    _ event: WrittenEvent,
    start written: Located<WrittenTime>,
    _ context: TimeContext,
    log: inout DiagnosticLog
  ) {
    isAllDay = event.allDay?.value ?? (written.value.time == nil)
    EventTiming.check(event, written, isAllDay: isAllDay, log: &log)
    let day = isAllDay ? written.dateAlone : written
    guard let start = context.resolve(day, "start", log: &log) else { return nil }
    self.start = start
    end =
      isAllDay
      ? EventTiming.lastDay(event, written, context, log: &log)
      : EventTiming.end(event, start, context, log: &log)
    let nextDay = start.time.local.date.adding(days: 1)
    over = end?.instant ?? context.zone.startOfDay(nextDay)
    guard isWritable(in: context.zone) else {
      log.append(EventTiming.endsLate(event, written))
      return nil
    }
  }

  /// Whether the year in which it is over can be written with four digits.
  func isWritable(in zone: Zone) -> Bool { over.isWritable && zone.civil(over).date.isWritable }

  private static func endsLate(
    _ event: WrittenEvent,
    _ start: Located<WrittenTime>
  ) -> Diagnostic {
    let span =
      switch event.end {
      case nil: start.span
      case .time(let end): end.span
      case .duration(let duration): duration.span
      }
    return Diagnostic("an event must be over before the year 10000, in UTC too", at: span)
  }

  /// The times of an occurrence as its series has them.
  init(_ occurrence: Occurrence, of series: Series) {
    isAllDay = series.event.isAllDay
    let zone = series.event.zone
    start = Moment(occurrence.instant, in: zone, isDateOnly: isAllDay)
    end = EventTiming.end(from: start, series.length, in: zone)
    over = end?.instant ?? zone.startOfDay(start.time.local.date.adding(days: 1))
  }

  /// The times of an occurrence that a file changes: a new start keeps how long it takes.
  init?(
    _ event: WrittenEvent,
    changing occurrence: Occurrence,
    of series: Series,
    _ context: TimeContext,
    log: inout DiagnosticLog
  ) {
    let isOriginal = event.start == nil && event.allDay == nil
    guard let written = event.start ?? event.originalStart(occurrence, of: series) else {
      return nil
    }
    isAllDay = event.allDay?.value ?? (written.value.time == nil)
    EventTiming.check(event, written, isAllDay: isAllDay, log: &log)
    if isOriginal {
      // An occurrence in a gap of the clocks has a moment, though an author's time there has none.
      start = Moment(occurrence.instant, in: context.zone, isDateOnly: isAllDay)
    } else {
      let day = isAllDay ? written.dateAlone : written
      guard let start = context.resolve(day, "start", log: &log) else { return nil }
      self.start = start
    }
    if event.end != nil {
      end =
        isAllDay
        ? EventTiming.lastDay(event, written, context, log: &log)
        : EventTiming.end(event, start, context, log: &log)
    } else {
      let keepsLength = isAllDay == series.event.isAllDay
      end = keepsLength ? EventTiming.end(from: start, series.length, in: context.zone) : nil
    }
    over = end?.instant ?? context.zone.startOfDay(start.time.local.date.adding(days: 1))
    guard isWritable(in: context.zone) else {
      log.append(EventTiming.endsLate(event, written))
      return nil
    }
  }

  /// When an occurrence that begins then ends.
  private static func end(from start: Moment, _ length: EventLength, in zone: Zone) -> Moment? {
    switch length {
    case .open: return nil
    case .exact(let seconds):
      return Moment(start.instant.adding(seconds: seconds), like: start, in: zone)
    case .nominal(let duration):
      return Moment(zone.end(of: duration, from: start.instant), like: start, in: zone)
    case .days(let count):
      let day = start.time.local.date.adding(days: count)
      return Moment(zone.startOfDay(day), in: zone, isDateOnly: true)
    }
  }

  /// Says where dates and times of day are mixed up.
  private static func check(
    _ event: WrittenEvent,
    _ start: Located<WrittenTime>,
    isAllDay: Bool,
    log: inout DiagnosticLog
  ) {
    if isAllDay, start.value.time != nil, let place = event.allDay?.span {
      log.append(
        Diagnostic(
          "the `start` of an all-day event must be a date alone",
          at: start.span,
          help: "write `\(start.value.date.iso)`, or leave out `all_day`",
          notes: ["`all_day` stands in line \(SourceLocation(place).line)"]
        )
      )
    }
    if !isAllDay, start.value.time == nil {
      log.append(
        Diagnostic(
          "the `start` of an event that isn't all-day must have a time of day",
          at: start.span,
          help: "write `\(start.value.date.iso) 18:00`"
        )
      )
    }
  }

  /// The end of an all-day event: the day after its last one begins then.
  private static func lastDay(
    _ event: WrittenEvent,
    _ start: Located<WrittenTime>,
    _ context: TimeContext,
    log: inout DiagnosticLog
  ) -> Moment? {
    let first = start.value.date
    let last: CivilDate? =
      switch event.end {
      case nil: nil
      case .time(let end): lastDay(end, first: first, log: &log)
      case .duration(let duration): lastDay(duration, first: first, log: &log)
      }
    return last.map { context.startOfDay(after: $0) }
  }

  /// The last day by `end`, which is that day.
  private static func lastDay(
    _ end: Located<WrittenTime>,
    first: CivilDate,
    log: inout DiagnosticLog
  ) -> CivilDate? {
    guard end.value.time == nil else {
      log.append(
        Diagnostic(
          "the `end` of an all-day event must be a date alone, its last day",
          at: end.span,
          help: "write `\(end.value.date.iso)`"
        )
      )
      return nil
    }
    guard end.value.date >= first else {
      log.append(endsEarly(end, "begins on \(first.iso)"))
      return nil
    }
    return end.value.date
  }

  /// The last day by `duration`, which is so many days.
  private static func lastDay(
    _ duration: Located<EventDuration>,
    first: CivilDate,
    log: inout DiagnosticLog
  ) -> CivilDate? {
    guard duration.value.isWholeDays, duration.value.days > 0 else {
      log.append(
        Diagnostic(
          "the `duration` of an all-day event must be days",
          at: duration.span,
          help: "write `1d`, or give `start` a time of day"
        )
      )
      return nil
    }
    return first.adding(days: duration.value.days - 1)
  }

  /// The end of an event with times of day.
  private static func end(
    _ event: WrittenEvent,
    _ start: Moment,
    _ context: TimeContext,
    log: inout DiagnosticLog
  ) -> Moment? {
    switch event.end {
    case nil: return nil
    case .duration(let duration):
      let instant = context.zone.end(of: duration.value, from: start.instant)
      return Moment(instant, like: start, in: context.zone)
    case .time(let written):
      guard written.value.time != nil else {
        log.append(
          Diagnostic(
            "the `end` of an event that isn't all-day must have a time of day",
            at: written.span,
            help: "write `\(written.value.date.iso) 21:00`"
          )
        )
        return nil
      }
      guard let end = context.resolve(written, "end", log: &log) else { return nil }
      guard end.instant >= start.instant else {
        log.append(endsEarly(written, "begins at \(start.time.local.text)"))
        return nil
      }
      return end
    }
  }

  private static func endsEarly(_ end: Located<WrittenTime>, _ label: String) -> Diagnostic {
    Diagnostic("an event must not end before it begins", at: end.span, label: label)
  }
}

extension Located<WrittenTime> {
  /// The day of a time.
  fileprivate var dateAlone: Located<WrittenTime> {
    Located(WrittenTime(date: value.date), at: span)
  }
}

extension TimeContext {
  /// The beginning of the day after another.
  fileprivate func startOfDay(after date: CivilDate) -> Moment {
    Moment(zone.startOfDay(date.adding(days: 1)), in: zone, isDateOnly: true)
  }
}

extension Moment {
  /// A moment shown as another one is: in the zone, or at the offset that was written for that.
  fileprivate init(_ instant: Instant, like other: Moment, in zone: Zone) {
    self.init(instant, in: zone, isDateOnly: false)
    guard other.zone.isEmpty else { return }
    time = ZonedTime(instant, in: .fixed(offset: other.time.type.offset))
    self.zone = ""
  }
}

extension WrittenEvent {
  /// The start of the occurrence that it changes, as if it stood in its file.
  fileprivate func originalStart(
    _ occurrence: Occurrence,
    of series: Series
  ) -> Located<WrittenTime>? {
    guard let written = self.occurrence else { return nil }
    let time = WrittenTime(
      date: occurrence.local.date,
      time: series.event.isAllDay ? nil : occurrence.local.time
    )
    return Located(time, at: written.span)
  }
}
