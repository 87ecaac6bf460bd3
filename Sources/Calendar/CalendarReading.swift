/// What was read from a calendar file.
public struct CalendarReading: Sendable {
  /// The calendars in it; events that stand in none are in one without properties.
  public var calendars: [CalendarObject] = []

  /// What couldn't be read, in the order of the file.
  public var problems: [CalendarProblem] = []

  /// The components that aren't events, by name, with how many there were: to-dos, journals.
  public var skipped: [(component: String, count: Int)] = []

  /// How many events have no start that can be read, and so are none.
  public private(set) var unreadable = 0

  /// How many events have a rule that can't be read, and take place without it.
  public private(set) var lostRules = 0

  /// The zones that nobody knows, by name, with how many events have times in them; those are read
  /// as times without a zone.
  public private(set) var unknownZones: [(name: String, events: Int)] = []

  /// Reads a file: as much as can be read of it, whatever its bytes.
  ///
  /// A zone is looked up by its name in the database, also where that stands behind a prefix as in
  /// `/example.org/Europe/London`; else the file's own `VTIMEZONE` is followed; else a name that
  /// Windows has for a zone is understood.
  public init(_ bytes: [UInt8], zones: ZoneDatabase) {
    let (top, problems) = CalendarComponent.tree(of: bytes)
    self.problems = problems
    var reader = CalendarReader(zones: zones)
    for calendar in top where calendar.name == "VCALENDAR" {
      calendars.append(reader.calendar(calendar))
    }
    let loose = top.filter { $0.name != "VCALENDAR" }
    if !loose.isEmpty {
      var calendar = CalendarComponent(name: "VCALENDAR", range: 0..<0)
      calendar.components = loose
      calendars.append(reader.calendar(calendar))
    }
    self.problems += reader.problems
    unreadable = reader.unreadable
    lostRules = reader.lostRules
    unknownZones = reader.unknownZones.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.problems.sort { $0.range.lowerBound < $1.range.lowerBound }
    skipped = reader.skipped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Makes events of components.
struct CalendarReader {
  private(set) var problems: [CalendarProblem] = []
  private(set) var skipped: [String: Int] = [:]
  private(set) var unreadable = 0
  private(set) var lostRules = 0
  private(set) var unknownZones: [String: Int] = [:]
  /// The unknown zones of the event that is being read.
  private var ownUnknownZones: Set<String> = []
  private let database: ZoneDatabase
  private var definitions: [String: CalendarComponent] = [:]
  private var zones: [String: Zone?] = [:]

  init(zones: ZoneDatabase) {
    database = zones
  }

  mutating func calendar(_ component: CalendarComponent) -> CalendarObject {
    zones = [:]
    definitions = [:]
    for zone in component.components where zone.name == "VTIMEZONE" {
      guard let name = zone.first("TZID")?.text else { continue }
      definitions[name] = definitions[name] ?? zone
    }
    var calendar = CalendarObject(productID: component.first("PRODID")?.text ?? "")
    calendar.name = (component.first("NAME") ?? component.first("X-WR-CALNAME"))?.text
    calendar.description = (component.first("DESCRIPTION") ?? component.first("X-WR-CALDESC"))?.text
    calendar.zoneName = component.first("X-WR-TIMEZONE")?.text
    calendar.source = component.first("SOURCE")?.value
    for child in component.components {
      switch child.name {
      case "VEVENT":
        if let event = counted(child) { calendar.events.append(event) }
      case "VTIMEZONE": break
      default:
        skipped[child.name, default: 0] += 1
        calendar.events += hiddenEvents(in: child)
      }
    }
    return calendar
  }

  /// Reads an event, or counts that it can't.
  private mutating func counted(_ component: CalendarComponent) -> CalendarEvent? {
    let event = event(component)
    if event == nil { unreadable += 1 }
    return event
  }

  /// The events in a component of some program's own.
  private mutating func hiddenEvents(in component: CalendarComponent) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    var rest = component.components
    while !rest.isEmpty {
      let child = rest.removeFirst()
      if child.name == "VEVENT", let event = counted(child) { events.append(event) }
      rest += child.components
    }
    return events
  }

  /// Begins with an event, in which an unknown zone counts once.
  mutating func beginEvent() { ownUnknownZones = [] }

  mutating func noteLostRule() { lostRules += 1 }

  mutating func note(_ problem: CalendarProblem) {
    problems.append(problem)
  }

  mutating func report(_ message: String, _ line: ContentLine) {
    problems.append(CalendarProblem(message: message, range: line.range))
  }

  /// The zone that a `TZID` names, or `nil` when nobody knows it, which is said once.
  mutating func zone(named name: String, for line: ContentLine) -> Zone? {
    if let known = zones[name] {
      if known == nil { countUnknown(name) }
      return known
    }
    let zone =
      knownZone(name) ?? definitions[name].flatMap { Zone(identifier: name, $0) }
      ?? WindowsZones.names[name].flatMap { knownZone($0) }
    if zone == nil {
      report("unknown zone `\(name)`: its times are read as times without a zone", line)
      countUnknown(name)
    }
    zones[name] = .some(zone)
    return zone
  }

  private mutating func countUnknown(_ name: String) {
    guard ownUnknownZones.insert(name).inserted else { return }
    unknownZones[name, default: 0] += 1
  }

  private func knownZone(_ name: String) -> Zone? {
    var parts = name.split(separator: "/", omittingEmptySubsequences: true)[...]
    // Names of the database have three parts at most, and no prefix is longer than a few.
    guard parts.count <= 8 else { return nil }
    while !parts.isEmpty {
      do {
        if let zone = try database.zone(named: parts.joined(separator: "/")) { return zone }
      } catch {
        // A broken file is no better than none: the calendar's own definition is left.
        return nil
      }
      parts = parts.dropFirst()
      // One part alone, such as `Cuba`, is a name only when it is all of it.
      if parts.count == 1 { return nil }
    }
    return nil
  }
}
