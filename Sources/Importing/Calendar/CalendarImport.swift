public import Calendar
internal import Content
public import Diagnostics

/// A file that an import makes.
public struct ImportedEvent: Sendable, Hashable {
  /// Its path in the site: `content/events/2026-03-10-tea.md`.
  public let path: String
  /// Front matter and Markdown.
  public let bytes: [UInt8]
  /// What it holds: `event`, `series`, `changed occurrence`.
  public let contents: String
}

/// What an iCalendar file holds, as a site's files.
///
/// Whatever the bytes: as much as can be read, and a warning for each thing that can't. Who was
/// invited and anybody's e-mail address isn't read at all.
public struct CalendarImport: Sendable {
  /// The files to write, by path; none of them is among those that the site has.
  public private(set) var files: [ImportedEvent] = []
  /// How many events the file holds, changed occurrences counted.
  public private(set) var found = 0
  /// How many of them the site has already, by their UID.
  public private(set) var known = 0
  /// How many have no start that can be read.
  public let unreadable: Int
  /// The components that aren't events, by name, with how many there were.
  public let skipped: [(component: String, count: Int)]
  /// How many events take place without a rule that can't be read.
  public let lostRules: Int
  /// The zones that nobody knows, by name, with how many events have times in them.
  public let unknownZones: [(name: String, events: Int)]
  /// How many times are excluded from series which don't take place then.
  public private(set) var idleExclusions = 0
  /// How many events have no UID; each is given one.
  public let nameless: Int
  /// How many events have a `URL` that isn't a web address, which isn't kept.
  public let lostAddresses: Int
  /// What couldn't be read, in the order of the file.
  public private(set) var log = DiagnosticLog()

  /// Reads a calendar.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - zones: the machine's zones.
  ///   - zone: the site's, for times without one in a calendar that names none.
  ///   - events: what the site has.
  public init(_ file: SourceFile, zones: ZoneDatabase, zone: Zone, events: KnownEvents) {
    let reading = CalendarReading(file.bytes, zones: zones)
    skipped = reading.skipped
    unreadable = reading.unreadable
    lostRules = reading.lostRules
    unknownZones = reading.unknownZones
    found = reading.calendars.reduce(reading.unreadable) { $0 + $1.events.count }
    if reading.calendars.isEmpty {
      log.append(
        Diagnostic(
          "this is not a calendar, or an empty one: it holds no `BEGIN:VCALENDAR`",
          path: file.path
        )
      )
    }
    for problem in reading.problems {
      let span = SourceSpan(file, problem.range)
      log.append(Diagnostic(problem.message, severity: .warning, at: span))
    }
    var zoneNames = ZoneNames(zones)
    var happenings: [ImportedHappening] = []
    var budget = OccurrenceBudget()
    var unnamed = NamelessEvents()
    for var calendar in reading.calendars {
      unnamed.name(&calendar.events)
      let own = zoneNames.known(calendar.zoneName)
      for series in calendar.series(in: own ?? zone) {
        guard !events.uids.contains(series.uid) else {
          known += series.overrides.count + (series.master == nil ? 0 : 1)
          continue
        }
        let context = ImportContext(zone: own ?? zone, isNamed: own != nil)
        var reader = SeriesImport(series, context, zoneNames, budget)
        happenings += reader.read()
        zoneNames = reader.zoneNames
        budget = reader.budget
        idleExclusions += reader.idleExclusions
        for message in reader.problems {
          log.append(Diagnostic(message, severity: .warning, path: file.path))
        }
      }
    }
    nameless = unnamed.count
    lostAddresses = happenings.count { happening in
      happening.event.url.map { !isWebAddress(PlainText.line($0) ?? "") } ?? false
    }
    files = EventFiles(events).files(for: happenings)
  }
}

/// How a calendar's times are read.
struct ImportContext: Sendable {
  /// Where times without a zone are.
  let zone: Zone
  /// Whether the calendar names that zone.
  let isNamed: Bool
}

/// How many occurrences an import looks at: no file shall keep it busy.
struct OccurrenceBudget: Sendable {
  private var left = 4_000_000

  /// Takes some, or as many as are left.
  mutating func take(_ count: Int) -> Int {
    let taken = min(count, left)
    left -= taken
    return taken
  }

  /// Gives back what wasn't needed.
  mutating func give(_ count: Int) { left += count }
}

/// Names of the database for the zones of calendars.
struct ZoneNames: Sendable {
  private let database: ZoneDatabase
  private var matcher: ZoneMatcher
  private var found: [String: Zone?] = [:]

  init(_ database: ZoneDatabase) {
    self.database = database
    matcher = ZoneMatcher(database)
  }

  /// The zone of a name that is one of the database's.
  mutating func known(_ name: String?) -> Zone? {
    guard let name else { return nil }
    if let known = found[name] { return known }
    var zone: Zone?
    do {
      zone = try database.zone(named: name)
    } catch {
      zone = nil
    }
    found[name] = .some(zone)
    return zone
  }

  /// The zone of the database that is a calendar's, by name, else by its rules from a moment on.
  mutating func zone(for zone: Zone, since start: Instant) -> Zone? {
    if let known = known(zone.identifier) { return known }
    let year = 366 * 86_400
    for years in [20, 3, 1] {
      let end = start.adding(seconds: years * year)
      if let match = matcher.zone(like: zone, from: start, until: end) { return match }
    }
    return nil
  }
}
