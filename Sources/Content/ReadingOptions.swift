public import Calendar

/// What of a site is published, and when.
public struct ReadingOptions: Sendable {
  /// Whether drafts are published (`-D`).
  public var includeDrafts = false
  /// Whether what is yet to come is published (`-F`).
  public var includeFuture = false
  /// Whether what has expired is published (`-E`).
  public var includeExpired = false
  /// The moment that the site is built for, before what site.yml says (`--now`).
  public var now: Instant?
  /// The moment when neither ``now`` nor site.yml gives one: SOURCE_DATE_EPOCH, or the machine's.
  public var fallbackNow: Instant
  /// How many files are read at once; at least 1.
  ///
  /// The result never depends on it.
  public var jobs: Int

  /// Creates options that publish only what its author says is due.
  public init(now: Instant? = nil, fallbackNow: Instant, jobs: Int = 1) {
    precondition(jobs > 0, "jobs counts workers; needs at least one")
    self.now = now
    self.fallbackNow = fallbackNow
    self.jobs = jobs
  }
}
