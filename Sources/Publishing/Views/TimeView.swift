import Calendar
import Content
import HTML
import Templates

/// What templates can ask of a moment.
///
/// In place of a ``Schema``, whose fields are functions: every comment has a moment.
enum TimeAttribute: Int, CaseIterable {
  case year, month, day, hour, minute, second, weekday, timezone, abbreviation, offset, iso, utc
  case isDateOnly, timestamp

  /// The name in templates.
  var name: String { self == .isDateOnly ? "date_only" : "\(self)" }
}

/// A moment: prints as ISO 8601, compares and sorts.
final class TimeView: TemplateObject {
  let moment: Moment
  let typeIdentifier = ViewType.timeID

  static let type = ObjectType(
    name: ViewType.time.rawValue,
    id: ViewType.timeID,
    attributes: TimeAttribute.allCases.map(\.name)
  )

  init(_ moment: Moment) { self.moment = moment }

  var objectType: ObjectType { TimeView.type }

  var text: [UInt8] { moment.isoBytes }

  func attribute(_ index: Int) -> Value {
    guard let attribute = TimeAttribute(rawValue: index) else {
      preconditionFailure("a type's attributes are numbered")
    }
    switch attribute {
    case .year: return .int(moment.time.local.date.year)
    case .month: return .int(moment.time.local.date.month)
    case .day: return .int(moment.time.local.date.day)
    case .hour: return .int(moment.time.local.time.hour)
    case .minute: return .int(moment.time.local.time.minute)
    case .second: return .int(moment.time.local.time.second)
    case .weekday: return .int(moment.time.local.date.weekday.rawValue)
    case .timezone: return Value(moment.zone)
    case .abbreviation: return Value(moment.time.type.abbreviation)
    case .offset: return Value(moment.offset)
    case .iso: return .string(moment.isoBytes)
    case .utc: return Value(moment.utc)
    case .isDateOnly: return .bool(moment.isDateOnly)
    case .timestamp: return .int(Int(moment.instant.seconds))
    }
  }

  func write(_ index: Int, isQuoted: Bool, to output: inout OutputBuffer) -> Bool {
    guard index == TimeAttribute.iso.rawValue, !moment.isDateOnly else { return false }
    output.append(atMost: moment.time.maxLength) { $0.append(rfc3339: moment.time) }
    return true
  }

  func isEqual(to other: any TemplateObject) -> Bool {
    (other as? TimeView).map { $0.moment == moment } ?? false
  }

  func precedes(_ other: any TemplateObject) -> Bool? {
    (other as? TimeView).map { moment.instant < $0.moment.instant }
  }
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
    moment.map { .object(TimeView($0)) } ?? .none
  }
}
