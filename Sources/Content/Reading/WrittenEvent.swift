internal import Calendar
internal import Diagnostics
internal import YAML

/// What an event says besides what every page does.
///
/// A class for the reason that ``WrittenDocument`` is one.
final class WrittenEvent: Sendable {
  /// How an event's end is said.
  enum End: Sendable {
    case time(Located<WrittenTime>)
    case duration(Located<EventDuration>)
  }

  /// Where an event takes place.
  enum Venue: Sendable {
    case id(Located<String>)
    case described(Place)
  }

  /// Somebody who speaks, by id or name.
  struct Talk: Sendable {
    let name: Located<String>
    let title: String?
    let url: String?
  }

  /// A line of the schedule.
  struct Item: Sendable {
    let at: String?
    let title: String
    let speaker: Located<String>?
  }

  let start: Located<WrittenTime>?
  let end: End?
  let timezone: Located<String>?
  let allDay: Located<Bool>?
  let recurrence: WrittenRecurrence
  let occurrence: Located<WrittenTime>?
  let community: Located<String>?
  let venue: Venue?
  let online: String?
  let status: Located<EventStatus>?
  let previousStart: Located<WrittenTime>?
  let uid: Located<String>?
  let sequence: Int?
  let rsvp: String?
  let capacity: Int?
  let price: String?
  let currency: String?
  let hashtag: String?
  let organizers: [Located<String>]
  let speakers: [Talk]
  let schedule: [Item]
  let recording: String?
  let slides: String?

  init(_ fields: FieldReader, isReadable: Bool) {
    start = fields.time("start")
    end = fields.eventEnd()
    timezone = fields.name("timezone")
    allDay = fields.allDay()
    recurrence = WrittenRecurrence(fields)
    occurrence = fields.time("occurrence")
    community = fields.name("community")
    venue = fields.eventVenue()
    online = fields.url("online")
    status = fields.status()
    previousStart = fields.time("previous_start")
    uid = fields.line("uid")
    sequence = fields.integer("sequence", in: 0...Int(Int32.max))
    rsvp = fields.url("rsvp")
    capacity = fields.integer("capacity", in: 1...1_000_000)
    price = fields.amount("price")?.value
    currency = fields.currency(of: price)
    hashtag = fields.hashtag("hashtag")
    organizers = fields.lines("organizers")
    speakers = fields.speakers()
    schedule = fields.schedule()
    recording = fields.address("recording")?.value
    slides = fields.address("slides")?.value
    if isReadable, fields.value("start") == nil, recurrence.series == nil {
      fields.sayMissing("start", help: "write `start: 2026-03-10 18:00`")
    }
  }
}

extension WrittenRecurrence {
  fileprivate init(_ fields: FieldReader) {
    self.init()
    rule = fields.name("repeat")
    except = fields.times("except")
    also = fields.times("also")
    series = fields.name("series")
    occurrence = fields.name("occurrence")
    check(fields)
  }

  /// Says which keys don't go together.
  private func check(_ fields: FieldReader) {
    func isWritten(_ key: String) -> Bool { fields.value(key) != nil }
    for (key, other) in [("series", "an `occurrence`"), ("occurrence", "a `series`")]
    where isWritten(key) && !isWritten(key == "series" ? "occurrence" : "series") {
      guard let pair = fields.pair(key) else { continue }
      fields.faults.say("`\(key)` needs \(other)", at: pair.keyRange)
    }
    for key in ["repeat", "except", "also"] where isWritten("series") && isWritten(key) {
      guard let pair = fields.pair(key) else { continue }
      fields.faults.say(
        "a file that changes one occurrence must not have `\(key)`",
        at: pair.keyRange,
        help: "write it into the series' own file"
      )
    }
    guard isWritten("except"), !isWritten("repeat"), !isWritten("also"), !isWritten("series"),
      let pair = fields.pair("except")
    else { return }
    fields.faults.say("`except` needs a `repeat`", at: pair.keyRange)
  }
}

extension FieldReader {
  fileprivate func allDay() -> Located<Bool>? {
    guard let pair = pair("all_day"), let value = boolean("all_day") else { return nil }
    return Located(value, at: faults.span(pair.value.range))
  }

  fileprivate func status() -> Located<EventStatus>? {
    guard let pair = pair("status"), let status = word("status", EventStatus.self) else {
      return nil
    }
    return Located(status, at: faults.span(pair.value.range))
  }

  /// `end` or `duration`; both are one too many.
  fileprivate func eventEnd() -> WrittenEvent.End? {
    if value("end") != nil, value("duration") != nil, let pair = pair("duration") {
      faults.say("an event must have an `end` or a `duration`, not both", at: pair.keyRange)
    }
    if let end = time("end") { return .time(end) }
    return duration("duration").map { .duration($0) }
  }

  /// A list of dates or times, which may also be one.
  fileprivate func times(_ key: String) -> [Located<WrittenTime>] {
    lines(key).compactMap { written in
      do throws(WrittenTimeError) {
        return Located(try WrittenTime(written.value), at: written.span)
      } catch {
        faults.say(
          "`\(key)`: \(error.message)",
          at: written.span.range.part(error.range, of: written.value, in: faults.file),
          help: error.help
        )
        return nil
      }
    }
  }

  fileprivate func eventVenue() -> WrittenEvent.Venue? {
    guard let node = value("venue") else { return nil }
    if case .scalar = node.content { return name("venue").map { .id($0) } }
    guard let fields = map(node, .eventVenue, name: "`venue`") else { return nil }
    let place = fields.place()
    guard !place.name.isEmpty else {
      fields.sayMissing("name")
      return nil
    }
    return .described(place)
  }

  /// `currency`, which every price but nothing needs.
  fileprivate func currency(of price: String?) -> String? {
    let isFree =
      price?.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") } ?? true
    // A changed occurrence may have its series' currency.
    let isInherited = value("series") != nil
    if !isFree, !isInherited, value("currency") == nil, let pair = pair("price") {
      faults.say("`price` needs a `currency`", at: pair.keyRange, help: "write `currency: EUR`")
    }
    guard let written = name("currency") else { return nil }
    let isCode =
      written.value.utf8.count == 3
      && written.value.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard isCode else {
      faults.say(
        "`currency` must be three capital letters such as `EUR` (ISO 4217)",
        at: written.span.range
      )
      return nil
    }
    return written.value
  }

  /// Names, ids, or maps of `name`, `talk`, `url`; one alone needs no list.
  fileprivate func speakers() -> [WrittenEvent.Talk] {
    guard let node = value("speakers") else { return [] }
    guard case .sequence(let items) = node.content else { return talk(node).map { [$0] } ?? [] }
    return items.filter { !$0.isBlank }.compactMap { talk($0) }
  }

  private func talk(_ node: YAMLNode) -> WrittenEvent.Talk? {
    guard case .mapping = node.content else {
      return line(node, name: "each of `speakers`").map {
        WrittenEvent.Talk(name: $0, title: nil, url: nil)
      }
    }
    guard let fields = map(node, .speaker, name: "each of `speakers`") else { return nil }
    let title = fields.line("talk")?.value
    let url = fields.url("url")
    guard let name = fields.line("name") else {
      if fields.textValue("name") == nil { fields.sayMissing("name") }
      return nil
    }
    return WrittenEvent.Talk(name: name, title: title, url: url)
  }

  fileprivate func schedule() -> [WrittenEvent.Item] {
    items("schedule").compactMap { node in
      guard let fields = map(node, .scheduleItem, name: "each of `schedule`") else { return nil }
      let at = fields.line("at")?.value
      let speaker = fields.line("speaker")
      guard let title = fields.line("title") else {
        if fields.textValue("title") == nil { fields.sayMissing("title") }
        return nil
      }
      return WrittenEvent.Item(at: at, title: title.value, speaker: speaker)
    }
  }
}
