import Calendar

/// Finds the zone in which a blog's clocks stood, from what they showed at moments that are known.
struct ZoneGuess {
  private var samples: [Int: Instant] = [:]
  private var order: [(instant: Instant, offset: Int)] = []

  /// Notes a time of which both are known.
  mutating func note(_ date: ExportDate?) {
    guard let date, let offset = date.offset, order.count < 4000 else { return }
    // One a week and offset is enough.
    let key = Int(date.instant.seconds / 604_800) * 2000 + offset / 60
    guard samples.updateValue(date.instant, forKey: key) == nil else { return }
    order.append((date.instant, offset))
  }

  /// The zone that fits most of them: UTC, a large city's, or one that never changes.
  func zone(_ zones: ZoneDatabase) -> Zone? {
    guard !order.isEmpty else { return nil }
    if order.allSatisfy({ $0.offset == 0 }) { return .utc }
    var best: (zone: Zone, fits: Int)?
    for name in candidates {
      guard let zone = known(name, zones) else { continue }
      let fits = order.count { zone.localTimeType(at: $0.instant).offset == $0.offset }
      if fits > best?.fits ?? 0 { best = (zone, fits) }
      if fits == order.count { break }
    }
    return best?.zone
  }

  private func known(_ name: String, _ zones: ZoneDatabase) -> Zone? {
    do throws(ZoneError) {
      return try zones.zone(named: name)
    } catch {
      // Without zone rules the offsets that stand beside each time say enough.
      return nil
    }
  }

  private var candidates: [String] {
    let offsets = Set(order.map(\.offset)).sorted()
    let fixed = offsets.filter { $0 % 3600 == 0 && abs($0) <= 12 * 3600 }.map { offset in
      offset == 0 ? "UTC" : "Etc/GMT\(offset < 0 ? "+" : "-")\(abs(offset) / 3600)"
    }
    return Self.cities + fixed
  }

  private static let cities = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Phoenix", "America/Anchorage", "America/Halifax", "America/St_Johns",
    "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Mexico_City", "America/Bogota",
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Berlin", "Europe/Athens",
    "Europe/Helsinki", "Europe/Istanbul", "Europe/Moscow", "Africa/Johannesburg", "Africa/Lagos",
    "Asia/Jerusalem", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Asia/Seoul",
    "Australia/Perth", "Australia/Adelaide", "Australia/Darwin", "Australia/Brisbane",
    "Australia/Sydney", "Pacific/Auckland", "Pacific/Honolulu",
  ]
}
