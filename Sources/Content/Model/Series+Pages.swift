public import Calendar

extension Series {
  /// When time alone gave it a page last, or will next: both `nil` but for a series without end, or
  /// with more occurrences than have pages.
  ///
  /// An endless series is shown up to a day so many months ahead, and of a long one the occurrences
  /// nearest to now.
  ///
  /// - Complexity: O(occurrences up to the horizon).
  public func pageChanges(in site: Site) -> (last: Instant?, next: Instant?) {
    let zone = event.zone
    let months = site.settings.eventHorizon
    let horizon = zone.civil(site.now).date.adding(months: months)
    let bounds = SeriesExpansion.Bounds(now: site.now, horizon: horizon)
    let expansion = SeriesExpansion(recurrence, bounds, naming: [])
    guard let last = expansion.nearest.last?.occurrence, !expansion.isGivenUp else {
      return (nil, firstShown(months, horizon))
    }
    let following = recurrence.prefix(SeriesExpansion.patience).first { $0.local > last.local }
    guard let following else { return (nil, nil) }
    var next: [Instant] = []
    if recurrence.isEndless, following.local.date > horizon {
      next.append(zone.startOfDay(following.local.date.first(within: months)))
    }
    if expansion.nearest.count == bounds.limit, let first = expansion.nearest.first?.occurrence {
      // The next one takes the first one's place when it is as near.
      let sum = first.instant.seconds + following.instant.seconds
      next.append(Instant(seconds: sum / 2 + sum % 2))
    }
    let shown = recurrence.isEndless ? zone.startOfDay(last.local.date.first(within: months)) : nil
    return (shown.flatMap { $0 <= site.now ? $0 : nil }, next.filter { $0 > site.now }.min())
  }

  /// When an endless series that begins behind the horizon gets its first page.
  private func firstShown(_ months: Int, _ horizon: CivilDate) -> Instant? {
    guard recurrence.isEndless, let first = recurrence.first(where: { _ in true }),
      first.local.date > horizon
    else { return nil }
    return event.zone.startOfDay(first.local.date.first(within: months))
  }
}

extension CivilDate {
  /// The first day from which so many months reach this one.
  fileprivate func first(within months: Int) -> CivilDate {
    // Months differ by three days at most.
    var day = adding(months: -months).adding(days: -4)
    while day.adding(months: months) < self { day = day.adding(days: 1) }
    return day
  }
}
