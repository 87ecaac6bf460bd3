internal import Calendar
internal import Diagnostics

/// Zones by the names that authors wrote, each read once.
struct ZoneFinder {
  private let database: ZoneDatabase
  private var found: [String: Zone?] = [:]
  /// All names there are, once somebody wrote one that isn't among them.
  private var names: [String]?

  init(_ database: ZoneDatabase) {
    self.database = database
  }

  /// The zone of a name, or `nil`, having said why.
  mutating func zone(_ name: Located<String>, log: inout DiagnosticLog) -> Zone? {
    do throws(ZoneError) {
      if let zone = try zone(name.value) { return zone }
      log.append(
        Diagnostic(
          "unknown time zone `\(name.value)`",
          at: name.span,
          help: suggestion(for: name.value)
        )
      )
    } catch {
      log.append(ZoneFinder.diagnostic(error, name))
    }
    return nil
  }

  private mutating func suggestion(for name: String) -> String {
    let names = names ?? database.names()
    self.names = names
    // Whoever knows only the city finds its zone.
    let city = name.lowercased()
    let near =
      ZoneDatabase.name(onWindows: name) ?? names.first { $0.lowercased().hasSuffix("/" + city) }
      ?? nearest(to: name, among: names)
    return near.map { "did you mean `\($0)`?" } ?? "write a name such as `America/New_York`"
  }

  private mutating func zone(_ name: String) throws(ZoneError) -> Zone? {
    if let known = found[name] { return known }
    let zone = try database.zone(named: name)
    found[name] = .some(zone)
    return zone
  }

  private static func diagnostic(_ error: ZoneError, _ name: Located<String>) -> Diagnostic {
    switch error {
    case .malformed(let path, let reason):
      Diagnostic("the time zone `\(name.value)` can't be used: \(path) \(reason)", at: name.span)
    case .refused(let refusal): Diagnostic(refusal)
    }
  }
}
