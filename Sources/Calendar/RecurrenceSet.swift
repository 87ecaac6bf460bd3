/// One of the times at which an event takes place.
public struct Occurrence: Hashable, Sendable {
  /// The local time in the event's zone at which it was to begin, which names it in its series.
  public let local: CivilDateTime

  /// The moment.
  public let instant: Instant

  /// Creates an occurrence.
  public init(local: CivilDateTime, instant: Instant) {
    self.local = local
    self.instant = instant
  }
}

/// All times at which an event takes place (RFC 5545 §3.8.5): its start, what its rules give, and
/// what is added, without what is excluded.
///
/// It is a sequence in the order of local time, which may be endless.
public struct RecurrenceSet: Hashable, Sendable {
  /// When the event takes place first.
  ///
  /// It is in the set whether the rules give it or not.
  public var start: CivilDateTime

  /// Whether the event has days alone; `start` is then a midnight.
  public var isAllDay: Bool

  /// The zone of the local times.
  public var zone: Zone

  /// The rules, one in all but old files.
  public var rules: [RecurrenceRule]

  /// What is added (`RDATE`, `also`); a day alone has the start's time of day.
  public var additions: [RecurrenceTime]

  /// What is excluded (`EXDATE`, `except`); a day alone means all that is on it.
  public var exclusions: [RecurrenceTime]

  /// Creates a set.
  public init(
    start: CivilDateTime,
    isAllDay: Bool,
    zone: Zone,
    rules: [RecurrenceRule] = [],
    additions: [RecurrenceTime] = [],
    exclusions: [RecurrenceTime] = []
  ) {
    self.start = start
    self.isAllDay = isAllDay
    self.zone = zone
    self.rules = rules
    self.additions = additions
    self.exclusions = exclusions
  }

  /// Whether it never ends.
  public var isEndless: Bool { rules.contains { $0.end == .never } }

  /// The occurrences of a day, by their original starts.
  ///
  /// Complexity: O(occurrences before it).
  public func occurrences(on date: CivilDate) -> [Occurrence] {
    prefix { $0.local.date <= date }.filter { $0.local.date == date }
  }

  /// A time as the set's own local time.
  public func local(_ time: RecurrenceTime) -> CivilDateTime {
    switch time {
    case .date(let date): CivilDateTime(date: date, time: start.time)
    case .local(let local):
      isAllDay ? CivilDateTime(date: local.date, time: .midnight) : local
    case .instant(let instant):
      isAllDay
        ? CivilDateTime(date: Zone.utc.civil(instant).date, time: .midnight) : zone.civil(instant)
    }
  }
}

extension RecurrenceSet: Sequence {
  /// Goes through the occurrences.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through the occurrences of a set, merging what its parts give.
  public struct Iterator: IteratorProtocol, Sendable {
    private let zone: Zone
    private var sources: [RecurrenceExpansion]
    private var heads: [CivilDateTime?]
    /// The start and the additions, the earliest last.
    private var single: [CivilDateTime]
    private let excludedDays: Set<CivilDate>
    private let excludedTimes: Set<CivilDateTime>

    fileprivate init(_ set: RecurrenceSet) {
      zone = set.zone
      sources = set.rules.map {
        RecurrenceExpansion($0, from: set.start, isAllDay: set.isAllDay, in: set.zone)
      }
      heads = []
      single = ([set.start] + set.additions.map(set.local)).sortedUniquely().reversed()
      var days: Set<CivilDate> = []
      var times: Set<CivilDateTime> = []
      for exclusion in set.exclusions {
        if case .date(let date) = exclusion { days.insert(date) }
        times.insert(set.local(exclusion))
      }
      excludedDays = days
      excludedTimes = times
      for index in sources.indices { heads.append(sources[index].next()) }
    }

    /// The next occurrence.
    public mutating func next() -> Occurrence? {
      while let local = nextLocal() {
        guard !excludedDays.contains(local.date), !excludedTimes.contains(local) else { continue }
        return Occurrence(local: local, instant: zone.resolve(local).instant)
      }
      return nil
    }

    /// The earliest of what the parts offer, taken from all that offer it.
    private mutating func nextLocal() -> CivilDateTime? {
      let offers = heads.compactMap(\.self) + (single.last.map { [$0] } ?? [])
      guard let earliest = offers.min() else { return nil }
      for index in heads.indices where heads[index] == earliest {
        heads[index] = sources[index].next()
      }
      if single.last == earliest { single.removeLast() }
      return earliest
    }
  }
}
