/// How long an event lasts: days by the calendar and seconds by the clock (RFC 5545 §3.3.6).
///
/// A day is as long as the clocks of the place make it: an event of one day that spans a change of
/// the clocks ends at the same time of day.
public struct EventDuration: Hashable, Sendable {
  /// Days by the calendar.
  public var days: Int

  /// Seconds by the clock, behind the days.
  public var seconds: Int

  /// Creates a duration; neither part is negative.
  public init(days: Int = 0, seconds: Int = 0) {
    precondition(days >= 0 && seconds >= 0, "an event doesn't end before it begins")
    self.days = days
    self.seconds = seconds
  }

  /// Whether it has no time of day, so that an all-day event can last so long.
  public var isWholeDays: Bool { seconds == 0 }

  /// The duration in RFC 5545's form: `PT1H30M`, `P3D`, `PT0S`.
  public var iso: String {
    var text = "P"
    if days > 0 { text += "\(days)D" }
    if seconds > 0 || days == 0 { text += "T" }
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    for (count, unit) in parts where count > 0 { text += "\(count)\(unit)" }
    return days == 0 && seconds == 0 ? "PT0S" : text
  }
}

extension Zone {
  /// When an event that begins at a moment ends: the days are counted on the calendar of this zone,
  /// then the seconds by the clock.
  public func end(of duration: EventDuration, from start: Instant) -> Instant {
    guard duration.days > 0 else { return start.adding(seconds: duration.seconds) }
    var local = civil(start)
    local.date = local.date.adding(days: duration.days)
    return resolve(local).instant.adding(seconds: duration.seconds)
  }

  /// The first moment of a day: midnight, or when clocks skip that, the moment of the change.
  public func startOfDay(_ date: CivilDate) -> Instant {
    switch resolve(CivilDateTime(date: date, time: .midnight)) {
    case .unique(let instant), .ambiguous(let instant, _): instant
    case .gap(let gap): gap.transition
    }
  }

  /// The gap that swallows a whole day, where a place moved over the date line.
  public func gap(over date: CivilDate) -> LocalGap? {
    guard case .gap(let gap) = resolve(CivilDateTime(date: date, time: .midnight)),
      gap.end.date > date
    else { return nil }
    return gap
  }
}
