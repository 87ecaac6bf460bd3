internal import Calendar

/// The occurrences of a series that get pages, and those that somebody names.
///
/// One pass over the set, however many pages ask for it, which ends when nothing more is wanted.
struct SeriesExpansion: Sendable {
  /// An occurrence with its name in the series.
  struct Member: Sendable {
    let occurrence: Occurrence
    /// Whether another one takes place before it on its day.
    let isFirstOfDay: Bool
  }

  /// Which occurrences get pages.
  struct Bounds: Sendable {
    /// The moment from which nearness counts.
    let now: Instant
    /// The last day of a series without end.
    let horizon: CivilDate
    /// How many pages there are at most.
    var limit = 1000
  }

  /// What was expanded.
  let set: RecurrenceSet
  /// The occurrences nearest to now, in order.
  private(set) var nearest: [Member] = []
  /// Whether there were more than the bounds allow.
  private(set) var isCut = false
  /// Whether it was given up, since no author means so many.
  private(set) var isGivenUp = false
  /// All occurrences on the days that somebody names, in order.
  private(set) var named: [CivilDate: [Member]] = [:]

  /// How many occurrences are gone through.
  static let patience = 100_000

  init(_ set: RecurrenceSet, _ bounds: Bounds, naming days: Set<CivilDate>) {
    self.set = set
    var window = Window(bounds)
    let isEndless = set.isEndless
    let lastNamed = days.max()
    var previous: CivilDate?
    var count = 0
    for occurrence in set {
      let day = occurrence.local.date
      let isWithin = !window.isFull && (!isEndless || day <= bounds.horizon)
      guard isWithin || lastNamed.map({ day <= $0 }) ?? false else {
        isCut = isCut || window.isFull
        break
      }
      count += 1
      guard count <= SeriesExpansion.patience else {
        isGivenUp = true
        break
      }
      let member = Member(occurrence: occurrence, isFirstOfDay: day != previous)
      previous = day
      if isWithin { window.add(member) }
      if days.contains(day) { named[day, default: []].append(member) }
    }
    nearest = window.members
    isCut = isCut || window.isCut
  }
}

/// The members of a sequence that are nearest to a moment: nearness grows, then shrinks.
private struct Window {
  private let bounds: SeriesExpansion.Bounds
  private var kept: [SeriesExpansion.Member] = []
  private var head = 0
  /// Whether what follows is farther away than all that is kept.
  private(set) var isFull = false
  /// Whether something was left out.
  private(set) var isCut = false

  init(_ bounds: SeriesExpansion.Bounds) { self.bounds = bounds }

  var members: [SeriesExpansion.Member] { Array(kept[head...]) }

  mutating func add(_ member: SeriesExpansion.Member) {
    guard kept.count - head == bounds.limit else { return kept.append(member) }
    isCut = true
    // Of two as near the one that is yet to come is wanted more.
    guard head < kept.count, distance(kept[head]) >= distance(member) else {
      isFull = true
      return
    }
    kept.append(member)
    head += 1
    guard head > 4 * bounds.limit else { return }
    kept.removeFirst(head)
    head = 0
  }

  private func distance(_ member: SeriesExpansion.Member) -> UInt64 {
    (member.occurrence.instant.seconds - bounds.now.seconds).magnitude
  }
}

extension SeriesExpansion.Member {
  /// The last part of its address.
  var name: String {
    let local = occurrence.local
    guard !isFirstOfDay else { return local.date.iso }
    return local.date.iso + "T" + local.time.text.filter { $0 != ":" }
  }
}
