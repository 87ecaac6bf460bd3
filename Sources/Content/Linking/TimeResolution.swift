internal import Calendar
internal import Diagnostics

/// Where a written time is to be read: a zone, and whether an offset must agree with it.
struct TimeContext {
  /// Who named the zone.
  enum Origin {
    /// Nobody: it is UTC, since some zone must be.
    case nobody
    /// The site, the event's community or its series.
    case inherited
    /// The page itself.
    case page
  }

  let zone: Zone
  /// Who named the zone; when somebody did, another offset of an event's times is a mistake.
  var origin = Origin.nobody

  /// The zone for times at which nothing takes place: their authors may be anywhere.
  var ofAuthors: TimeContext { TimeContext(zone: zone) }

  /// The moment of a written time, or `nil`, having said why there is none.
  func resolve(
    _ written: Located<WrittenTime>,
    _ key: String,
    log: inout DiagnosticLog
  ) -> Moment? {
    resolve(written.value, key, log: &log) { written.span }
  }

  /// The moment of a written time, whose place is asked for only when there is none.
  func resolve(
    _ time: WrittenTime,
    _ key: String,
    log: inout DiagnosticLog,
    span: () -> SourceSpan
  ) -> Moment? {
    let moment: Moment
    if time.time == nil {
      if origin != .nobody, let gap = zone.gap(over: time.date) {
        let error = LocalTimeError.gap(gap, local: time.local, zone: zone.identifier)
        say(error, span(), key, log: &log)
        return nil
      }
      moment = Moment(zone.startOfDay(time.date), in: zone, isDateOnly: true)
    } else if origin == .nobody, let offset = time.offset {
      moment = Moment(time, offset, in: zone)
    } else {
      do throws(LocalTimeError) {
        moment = Moment(try time.instant(checkedIn: zone), in: zone, isDateOnly: false)
      } catch {
        say(error, span(), key, log: &log)
        return nil
      }
    }
    guard moment.instant.isWritable, moment.time.local.date.isWritable else {
      log.append(
        Diagnostic("`\(key)`: a time must be in the years 1 to 9999, in UTC too", at: span())
      )
      return nil
    }
    return moment
  }

  /// The local time that names an occurrence, or `nil`, having said why its offset is wrong.
  func name(
    _ written: Located<WrittenTime>,
    _ key: String,
    log: inout DiagnosticLog
  ) -> CivilDateTime? {
    do throws(LocalTimeError) {
      if origin != .nobody { try written.value.checkOffset(in: zone) }
      return localName(written.value)
    } catch {
      say(error, written.span, key, log: &log)
      return nil
    }
  }

  /// The local time that names an occurrence, whatever its offset.
  func localName(_ time: WrittenTime) -> CivilDateTime {
    guard time.time != nil, let offset = time.offset else { return time.local }
    // Of what the clocks skip the offset is the one before, by which RFC 5545 §3.3.5 reads it.
    if origin != .nobody, offset != .utc { return time.local }
    return zone.civil(time.instant(in: zone))
  }

  private func say(
    _ error: LocalTimeError,
    _ span: SourceSpan,
    _ key: String,
    log: inout DiagnosticLog
  ) {
    var help = error.help
    if case .wrongOffset = error, origin == .inherited {
      help = "leave the offset out, or name the event's own `timezone`"
    }
    log.append(Diagnostic("`\(key)`: \(error.message)", at: span, help: help))
  }
}

extension Instant {
  /// Whether UTC can be written with four digits of a year, as all formats have it.
  var isWritable: Bool {
    // The first and the last second of these years.
    (-62_135_596_800...253_402_300_799).contains(seconds)
  }
}

extension CivilDate {
  /// Whether its year has four digits.
  var isWritable: Bool { (1...9999).contains(year) }
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
