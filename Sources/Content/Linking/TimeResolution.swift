internal import Calendar
internal import Diagnostics

/// Where a written time is to be read: a zone, and whether an offset must agree with it.
struct TimeContext {
  let zone: Zone
  /// Whether the page itself names the zone, so that another offset is a mistake.
  var isNamed = false

  /// The moment of a written time, or `nil`, having said why there is none.
  func resolve(
    _ written: Located<WrittenTime>,
    _ key: String,
    log: inout DiagnosticLog
  ) -> Moment? {
    let time = written.value
    if time.time == nil { return Moment(zone.startOfDay(time.date), in: zone, isDateOnly: true) }
    if !isNamed, let offset = time.offset { return Moment(time, offset, in: zone) }
    do throws(LocalTimeError) {
      return Moment(try time.instant(checkedIn: zone), in: zone, isDateOnly: false)
    } catch {
      log.append(Diagnostic("`\(key)`: \(error.message)", at: written.span, help: error.help))
      return nil
    }
  }
}

extension Moment {
  /// A moment as a zone's clocks show it.
  init(_ instant: Instant, in zone: Zone, isDateOnly: Bool) {
    self.init(ZonedTime(instant, in: zone), zone: zone.identifier, isDateOnly: isDateOnly)
  }

  /// A moment written with an offset: shown in the zone when that has the offset then, or when it
  /// was written as UTC, which says nothing of a place; else as it was written.
  fileprivate init(_ written: WrittenTime, _ offset: WrittenOffset, in zone: Zone) {
    let instant = written.instant(in: zone)
    self.init(instant, in: zone, isDateOnly: false)
    guard offset != .utc, time.type.offset != offset.seconds else { return }
    time = ZonedTime(instant, in: .fixed(offset: offset.seconds))
    self.zone = ""
  }
}
