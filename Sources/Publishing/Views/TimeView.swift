import Calendar
import Content
import Templates

extension Schema where Subject == Moment {
  /// A moment: prints as ISO 8601, compares and sorts.
  static let time: Schema<Moment> = Schema(
    .time,
    text: { _, moment in moment.isoBytes },
    order: { $0.instant < $1.instant },
    [
      Field("year") { _, moment in .int(moment.time.local.date.year) },
      Field("month") { _, moment in .int(moment.time.local.date.month) },
      Field("day") { _, moment in .int(moment.time.local.date.day) },
      Field("hour") { _, moment in .int(moment.time.local.time.hour) },
      Field("minute") { _, moment in .int(moment.time.local.time.minute) },
      Field("second") { _, moment in .int(moment.time.local.time.second) },
      Field("weekday") { _, moment in .int(moment.time.local.date.weekday.rawValue) },
      Field("timezone") { _, moment in Value(moment.zone) },
      Field("abbreviation") { _, moment in Value(moment.time.type.abbreviation) },
      Field("offset") { _, moment in Value(moment.offset) },
      Field("iso") { _, moment in .string(moment.isoBytes) },
      Field("utc") { _, moment in Value(moment.utc) },
      Field("date_only") { _, moment in .bool(moment.isDateOnly) },
      Field("timestamp") { _, moment in .int(Int(moment.instant.seconds)) },
    ]
  )
}

extension Moment {
  /// The offset from UTC: `-04:00`.
  fileprivate var offset: String {
    let text = time.rfc3339
    return text.hasSuffix("Z") ? "+00:00" : String(text.suffix(6))
  }

  /// ``iso`` as templates take it: most dates of a site are shown many times.
  var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    if isDateOnly { bytes.append(iso: time.local.date) } else { bytes.append(rfc3339: time) }
    return bytes
  }

  /// The moment for `<time datetime>`: `2010-03-24T08:12:00-04:00`, or the day alone.
  var iso: String { isDateOnly ? time.local.date.iso : time.rfc3339 }
}

extension SiteModel {
  /// A moment as a template's value.
  func value(_ moment: Moment?) -> Value {
    moment.map { .object(TimeView($0, self)) } ?? .none
  }
}
