extension RecurrenceRule {
  /// Whether the rule gives the start from which it goes, as an author's rule has to.
  public func gives(_ start: CivilDateTime, isAllDay: Bool) -> Bool {
    endless.firstOccurrence(from: start, isAllDay) == start
  }

  /// The nearest times before and after a start that the rule doesn't give, which it would give were
  /// the event to begin then.
  ///
  /// Of an event every nth period nothing says which period counts, so every one is looked at.
  public func nearest(
    to start: CivilDateTime,
    isAllDay: Bool
  ) -> (before: CivilDateTime?, after: CivilDateTime?) {
    var rule = endless
    rule.interval = 1
    var before: CivilDateTime?
    // Back by spans that grow, since a rule may give something every fourth year, or every day.
    for days in [10, 70, 800, 3700] where before == nil {
      let past = CivilDateTime(date: start.date.adding(days: -days), time: start.time)
      let expansion = RecurrenceExpansion(rule, from: past, isAllDay: isAllDay, in: .utc)
      for occurrence in expansion {
        guard occurrence < start else { break }
        before = occurrence
      }
    }
    return (before, rule.firstOccurrence(from: start, isAllDay))
  }

  /// The rule without its end.
  private var endless: RecurrenceRule {
    var rule = self
    rule.end = .never
    return rule
  }

  private func firstOccurrence(from start: CivilDateTime, _ isAllDay: Bool) -> CivilDateTime? {
    var expansion = RecurrenceExpansion(self, from: start, isAllDay: isAllDay, in: .utc)
    return expansion.next()
  }
}
