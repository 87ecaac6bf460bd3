extension Zone {
  /// The zone that a calendar file defines (RFC 5545 §3.6.5), or `nil` when it defines none.
  ///
  /// Rules are followed to the year 2199.
  convenience init?(identifier: String, _ definition: CalendarComponent) {
    var changes: [(instant: Int64, before: Int, type: LocalTimeType)] = []
    for component in definition.components
    where component.name == "STANDARD" || component.name == "DAYLIGHT" {
      guard let observance = ZoneDefinitionPart(component) else { continue }
      changes += observance.starts.map { ($0, observance.offsetBefore, observance.type) }
    }
    changes.sort { $0.instant < $1.instant }
    guard let first = changes.first else { return nil }
    let standard = changes.first { !$0.type.isDaylight && $0.type.offset == first.before }?.type
    var transitions: [(instant: Int64, type: LocalTimeType)] = []
    for change in changes {
      // Of two changes at one moment the later in the file counts.
      if transitions.last?.instant == change.instant { transitions.removeLast() }
      transitions.append((change.instant, change.type))
    }
    self.init(
      identifier: identifier,
      initial: standard
        ?? LocalTimeType(offset: first.before, abbreviation: identifier, isDaylight: false),
      transitions: transitions,
      rule: nil
    )
  }
}

/// A `STANDARD` or `DAYLIGHT` of a file.
private struct ZoneDefinitionPart {
  let offsetBefore: Int
  let type: LocalTimeType

  /// The moments at which it begins.
  let starts: [Int64]

  /// Enough for a rule from 1601 on, as Microsoft's programs write them.
  private static let startLimit = 700

  init?(_ component: CalendarComponent) {
    guard let before = component.first("TZOFFSETFROM").flatMap({ offset($0.value.trimmed) }),
      let after = component.first("TZOFFSETTO").flatMap({ offset($0.value.trimmed) }),
      let start = component.first("DTSTART").flatMap({ times($0).first })
    else { return nil }
    offsetBefore = before
    type = LocalTimeType(
      offset: after,
      abbreviation: component.first("TZNAME")?.text ?? offsetText(after),
      isDaylight: component.name == "DAYLIGHT"
    )
    let own = Zone.fixed(offset: before)
    var set = RecurrenceSet(start: start, isAllDay: false, zone: own)
    for line in component.all("RRULE") {
      do {
        set.rules.append(try RecurrenceRule(line.value.trimmed))
      } catch {
        // Half of a zone's rules would give wrong times; better to know the zone not at all.
        return nil
      }
    }
    set.additions = component.all("RDATE").flatMap(times).map { .local($0) }
    starts = set.prefix(ZoneDefinitionPart.startLimit).prefix { $0.local.date.year < 2200 }
      .map(\.instant.seconds)
  }
}

/// Local times of a zone's definition; `Z` is read over.
private func times(_ line: ContentLine) -> [CivilDateTime] {
  line.value.split(separator: ",").compactMap { part in
    switch RecurrenceTime(basicText: String(part.prefix { $0 != "/" }).trimmed.utf8) {
    case .date(let date): CivilDateTime(date: date, time: .midnight)
    case .local(let local): local
    case .instant(let instant): Zone.utc.civil(instant)
    case nil: nil
    }
  }
}

/// `±HHMM` or `±HHMMSS` as seconds (RFC 5545 §3.3.14).
private func offset(_ text: String) -> Int? {
  let bytes = Array(text.utf8)
  guard bytes.count == 5 || bytes.count == 7, let sign = bytes.first,
    sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
    bytes.dropFirst().allSatisfy(\.isDigit)
  else { return nil }
  let digits = bytes.dropFirst().map { Int($0 - UInt8(ascii: "0")) }
  let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
  guard pairs[0] < 24, pairs[1] < 60, pairs.count < 3 || pairs[2] < 60 else { return nil }
  let seconds = (pairs[0] * 60 + pairs[1]) * 60 + (pairs.count == 3 ? pairs[2] : 0)
  return sign == UInt8(ascii: "-") ? -seconds : seconds
}
