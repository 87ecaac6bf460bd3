internal import Calendar
internal import Content

/// Gives imported events their files: names that nothing else has, and their front matter.
struct EventFiles {
  private let known: KnownEvents
  private var taken: Set<String>

  /// A name has so many letters at most.
  private static let nameLimit = 60

  init(_ known: KnownEvents) {
    self.known = known
    taken = known.names
  }

  /// The files, by path.
  func files(for happenings: [ImportedHappening]) -> [ImportedEvent] {
    var naming = self
    let names = naming.names(of: happenings)
    var series: [String: String] = [:]
    for (happening, name) in zip(happenings, names) {
      if case .series = happening.role { series[happening.uid] = series[happening.uid] ?? name }
    }
    return zip(happenings, names).map { happening, name in
      ImportedEvent(
        path: "content/events/\(name).md",
        bytes: text(happening, name, series: series[happening.uid]),
        contents: happening.contents
      )
    }.sorted { $0.path < $1.path }
  }
}

// MARK: - Names

extension EventFiles {
  private mutating func names(of happenings: [ImportedHappening]) -> [String] {
    let slugs = happenings.map { EventFiles.slug($0.event.summary ?? $0.series?.summary) }
    let owners = zip(happenings, slugs).filter { !$0.0.isOccurrence }.map(\.1)
    let counts = Dictionary(owners.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(happenings, slugs).map { happening, slug in
      if let name = ownName(of: happening), taken.insert(name).inserted { return name }
      // A series is called without a date, unless other events are called so, too.
      if case .series = happening.role, counts[slug] == 1, taken.insert(slug).inserted {
        return slug
      }
      return free("\(happening.day.iso)-\(slug)")
    }
  }

  /// The name that an event's address on this very site gives it.
  private func ownName(of happening: ImportedHappening) -> String? {
    guard !happening.isOccurrence, known.pattern == Permalinks().events,
      let path = path(of: happening.event.url),
      path.hasPrefix("/events/"), path.hasSuffix("/")
    else { return nil }
    let name = String(path.dropFirst("/events/".count).dropLast())
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { $0.isNamePart }
    return isPlain && name != "index" && name.utf8.count <= 120 ? name : nil
  }

  private mutating func free(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  /// A title as the part of a file's name.
  private static func slug(_ title: String?) -> String {
    let slug = tagSlug(PlainText.line(title) ?? "")
    guard slug.count > nameLimit else { return slug.isEmpty ? "event" : slug }
    var words = slug.split(separator: "-")
    while words.count > 1, words.joined(separator: "-").count > nameLimit { words.removeLast() }
    return String(words.joined(separator: "-").prefix(nameLimit))
  }

  /// The path of an address on this site, if it is one.
  private func path(of url: String?) -> String? {
    guard let url, let base = known.base else { return nil }
    let root = base.origin + base.path.dropLast()
    guard url.hasPrefix(root + "/") else { return nil }
    let path = String(url.dropFirst(root.count))
    return isSitePath(path) && !path.utf8.contains(UInt8(ascii: "%")) ? path : nil
  }
}

extension UInt8 {
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

// MARK: - Texts

extension EventFiles {
  private func text(
    _ happening: ImportedHappening,
    _ name: String,
    series: String?
  ) -> [UInt8] {
    let event = happening.event
    let base = happening.series
    var keys = FrontMatterText()
    let title = PlainText.line(event.summary)
    if base == nil || title != PlainText.line(base?.summary) { keys.set("title", title) }
    writeTimes(happening, series, &keys)
    writeStatus(event, base, &keys)
    writePlace(event, base, &keys)
    if base == nil { writeIdentity(happening, name, &keys) }
    if event.sequence != base?.sequence ?? 0 { keys.set("sequence", raw: sequence(event)) }
    if let modified = event.lastModified, modified != base?.lastModified {
      keys.set("updated", raw: ZonedTime(modified, in: .utc).rfc3339)
    }
    if event.categories != base?.categories ?? [] {
      let tags = event.categories.compactMap(PlainText.line).filter { !tagSlug($0).isEmpty }
      keys.set("tags", list: tags)
    }
    let lines = EventFiles.description(event)
    guard base.map({ EventFiles.description($0) != lines }) ?? true else { return keys.file() }
    writeSummary(lines, &keys)
    return keys.file(body: PlainText.markdown(lines))
  }

  private func writeTimes(
    _ happening: ImportedHappening,
    _ series: String?,
    _ keys: inout FrontMatterText
  ) {
    if case .occurrence(_, let original) = happening.role {
      keys.set("series", series)
      keys.set("occurrence", raw: original)
    }
    for (key, text) in happening.times { keys.set(key, raw: text) }
    keys.set("timezone", happening.zone)
    if case .series(let recurrence) = happening.role {
      keys.set("repeat", recurrence.rule)
      keys.set("except", raw: list(recurrence.except))
      keys.set("also", raw: list(recurrence.also))
    }
  }

  /// Times in brackets: none of them needs quotes there.
  private func list(_ times: [String]) -> String? {
    times.isEmpty ? nil : "[" + times.joined(separator: ", ") + "]"
  }

  private func writeStatus(
    _ event: CalendarEvent,
    _ base: CalendarEvent?,
    _ keys: inout FrontMatterText
  ) {
    let status = EventFiles.status(event)
    if status != base.map(EventFiles.status) ?? .scheduled { keys.set("status", status.rawValue) }
    // What only its owner may see isn't published unasked.
    if event.classification != nil, event.classification != "PUBLIC" {
      keys.set("draft", raw: "true")
    }
  }

  private static func status(_ event: CalendarEvent) -> EventStatus {
    if event.status == .cancelled { return .cancelled }
    return event.extensionValue(CalendarExtension.status).flatMap(EventStatus.init) ?? .scheduled
  }

  private func writePlace(
    _ event: CalendarEvent,
    _ base: CalendarEvent?,
    _ keys: inout FrontMatterText
  ) {
    let online = EventFiles.online(event)
    if online != base.flatMap(EventFiles.online) { keys.set("online", online) }
    let place = PlainText.line(event.location)
    if let place, place != online,
      place != PlainText.line(base?.location) || event.coordinates != base?.coordinates
    {
      var venue = "{name: \(YAMLText.scalar(place))"
      if let point = event.coordinates {
        venue += ", lat: \(point.latitude), lon: \(point.longitude)"
      }
      keys.set("venue", raw: venue + "}")
    }
  }

  /// Where one takes part from afar; some programs write that as the place.
  private static func online(_ event: CalendarEvent) -> String? {
    [event.conference, event.location].lazy.compactMap(PlainText.line).first(where: isWebAddress)
  }

  private func writeIdentity(
    _ happening: ImportedHappening,
    _ name: String,
    _ keys: inout FrontMatterText
  ) {
    keys.set("uid", PlainText.line(happening.uid))
    if let path = path(of: happening.event.url) {
      if path != "/events/\(name)/" || known.pattern != Permalinks().events {
        keys.set("permalink", path)
      }
    } else if let url = PlainText.line(happening.event.url), isWebAddress(url) {
      keys.set("rsvp", url)
    }
    if let name = PlainText.line(happening.event.organizer?.name), !name.contains("@") {
      keys.set("organizers", list: [name])
    }
    let image = PlainText.line(happening.event.image)
    if let image, isWebAddress(image) { keys.set("image", image) }
  }

  private func sequence(_ event: CalendarEvent) -> String {
    "\(min(max(event.sequence, 0), Int(Int32.max)))"
  }

  /// A short text is also the summary, which says it letter by letter.
  private func writeSummary(_ lines: [String], _ keys: inout FrontMatterText) {
    let text = lines.joined(separator: "\n")
    guard !lines.isEmpty, text.utf8.count <= 1000 else { return }
    keys.set("summary", text)
  }

  /// What an event is about, without the link to its own page at the end.
  private static func description(_ event: CalendarEvent) -> [String] {
    var lines = PlainText.lines(event.description)
    if let url = event.url, lines.last == url {
      lines.removeLast()
      if lines.last?.isEmpty == true { lines.removeLast() }
    }
    return lines
  }
}

extension ImportedHappening {
  /// Whether it is a changed occurrence, which isn't found by its own name.
  var isOccurrence: Bool {
    if case .occurrence = role { return true }
    return false
  }

  /// What its file holds.
  fileprivate var contents: String {
    switch role {
    case .single: "event"
    case .series: "series"
    case .occurrence: "changed occurrence"
    }
  }
}
