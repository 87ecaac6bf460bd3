/// Which moment a local time means in a zone.
public enum LocalResolution: Hashable, Sendable {
  /// The clocks show it once.
  case unique(Instant)
  /// The clocks are set back and show it twice.
  case ambiguous(first: Instant, second: Instant)
  /// The clocks are set forward over it and never show it.
  case gap(LocalGap)

  /// The moment as RFC 5545 §3.3.5 reads it: the first of two; in a gap, with the offset before it.
  public var instant: Instant {
    switch self {
    case .unique(let instant): instant
    case .ambiguous(let first, _): first
    case .gap(let gap): gap.instant
    }
  }
}

/// Local times that a zone's clocks never show, since they were set forward.
public struct LocalGap: Hashable, Sendable {
  /// The moment of the change.
  public let transition: Instant

  /// The local time at which the clocks are set forward: the first that is missing.
  public let start: CivilDateTime

  /// The local time to which they are set: the first that there is again.
  public let end: CivilDateTime

  /// The missing time read with the offset before the change, as RFC 5545 §3.3.5 says.
  public let instant: Instant
}

extension Zone {
  /// Finds the moment that a local time means.
  public func resolve(_ local: CivilDateTime) -> LocalResolution {
    let seconds = local.secondsAsUTC
    guard !transitions.isEmpty || rule?.daylight != nil else {
      let offset = localTimeType(at: Instant(seconds: seconds)).offset
      return .unique(Instant(seconds: seconds - Int64(offset)))
    }
    let reach = Int64(TZif.offsetLimit + 1)
    let start = Instant(seconds: seconds - reach)
    let offset = localTimeType(at: start).offset
    guard let change = nextTransition(after: start), change.instant.seconds <= seconds + reach
    else {
      return .unique(Instant(seconds: seconds - Int64(offset)))
    }
    return resolve(local, from: start, offset)
  }

  /// Finds the moment that a local time near changes of the clocks means.
  private func resolve(
    _ local: CivilDateTime,
    from start: Instant,
    _ offset: Int
  ) -> LocalResolution {
    let seconds = local.secondsAsUTC
    let reach = Int64(TZif.offsetLimit + 1)
    var offsets = [offset]
    var gap: LocalGap?
    var previous = start
    while let change = nextTransition(after: previous), change.instant.seconds <= seconds + reach {
      if !offsets.contains(change.after.offset) { offsets.append(change.after.offset) }
      gap = gap ?? LocalGap(change, around: local)
      previous = change.instant
    }
    let moments = offsets.map { Instant(seconds: seconds - Int64($0)) }.sorted()
      .filter { civil($0) == local }
    guard let first = moments.first, let last = moments.last else {
      guard let gap else { preconditionFailure("a local time is missing only at a change") }
      return .gap(gap)
    }
    return first == last ? .unique(first) : .ambiguous(first: first, second: last)
  }
}

extension LocalGap {
  /// The gap that a change leaves, or `nil` when the local time doesn't fall into it.
  fileprivate init?(_ change: ZoneTransition, around local: CivilDateTime) {
    let transition = change.instant.seconds
    start = CivilDateTime(secondsAsUTC: transition + Int64(change.before.offset))
    end = CivilDateTime(secondsAsUTC: transition + Int64(change.after.offset))
    guard start <= local, local < end else { return nil }
    self.transition = change.instant
    instant = Instant(seconds: local.secondsAsUTC - Int64(change.before.offset))
  }
}
