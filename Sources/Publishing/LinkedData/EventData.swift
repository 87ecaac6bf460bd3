import Calendar
import Content
import Feeds

/// An event as search engines read it: schema.org's `Event`, with what Google requires and
/// recommends, and nothing that its author didn't say.
struct EventData {
  private let text: EventText
  private var model: SiteModel { text.model }
  private var event: Event { text.event }

  init(_ subject: PageSubject, in model: SiteModel) {
    text = EventText(subject, in: model)
  }

  /// Writes the object.
  func write(to json: inout JSONWriter) {
    json.literal(#"{"@context":"https://schema.org","@type":"Event"#)
    if case .series = text.subject { json.literal("Series") }
    json.literal("\"")
    json.member("name", text.title)
    json.member("url", text.permalink)
    writeTimes(to: &json)
    writeStatus(to: &json)
    json.key("location")
    writeLocation(to: &json)
    json.member("description", text.summary)
    json.member("image", image.map { [$0] } ?? []) { $0.quoted($1) }
    json.key("organizer")
    writeOrganizer(to: &json)
    json.member("performer", event.speakers) { $0.person($1.name, url: $1.url, in: model) }
    writeOffer(to: &json)
    if let capacity = event.capacity {
      json.key("maximumAttendeeCapacity")
      json.number(capacity)
    }
    json.member("keywords", text.tags) { $0.quoted($1) }
    json.member("inLanguage", model.site.settings.language)
    writeSuperEvent(to: &json)
    writeSubEvents(to: &json)
    json.literal("}")
  }
}

// MARK: - When

extension EventData {
  /// `startDate` with its offset, and `endDate` only where it is known; of all-day events days.
  private func writeTimes(to json: inout JSONWriter) {
    json.member("startDate", event.start)
    json.member("endDate", event.shownEnd)
  }

  private func writeStatus(to json: inout JSONWriter) {
    json.schemaName("eventStatus", event.status.schemaName)
    json.member("previousStartDate", event.previousStart)
    if let attendance { json.schemaName("eventAttendanceMode", attendance) }
  }

  /// The series that an occurrence belongs to.
  private func writeSuperEvent(to json: inout JSONWriter) {
    guard let occurrence = event.occurrence else { return }
    let series = EventText(.series(occurrence.series), in: model)
    json.key("superEvent")
    json.literal(#"{"@type":"EventSeries""#)
    json.member("name", series.title)
    json.member("url", series.permalink)
    json.literal("}")
  }

  /// The next occurrences of a series.
  private func writeSubEvents(to json: inout JSONWriter) {
    guard case .series(let index) = text.subject else { return }
    let next = model.site.series[index].occurrences.lazy
      .filter { [model] in model.events[$0].over > model.site.now }
    json.member("subEvent", Array(next.prefix(EventData.subEventLimit))) { json, number in
      let occurrence = EventText(.event(number), in: model)
      json.literal(#"{"@type":"Event""#)
      json.member("name", occurrence.title)
      json.member("startDate", occurrence.event.start)
      json.member("url", occurrence.permalink)
      json.literal("}")
    }
  }

  private static let subEventLimit = 12
}

// MARK: - Where

extension EventData {
  /// How one takes part; `nil` when nobody said where.
  private var attendance: StaticString? {
    switch (isSomewhere, isOnline) {
    case (true, true): "MixedEventAttendanceMode"
    case (false, true): "OnlineEventAttendanceMode"
    case (true, false): "OfflineEventAttendanceMode"
    case (false, false): nil
    }
  }

  private var isSomewhere: Bool { text.place != nil || town != nil }

  private var isOnline: Bool { event.online != nil || event.status == .movedOnline }

  /// The community's town, in which an event is that names no place, unless it is online.
  private var town: String? {
    isOnline ? nil : event.community.flatMap { model.site.communities[$0].city }
  }

  private func writeLocation(to json: inout JSONWriter) {
    switch (isSomewhere, isOnline) {
    case (true, true):
      json.literal("[")
      writePlace(to: &json)
      json.literal(",")
      writeVirtualLocation(to: &json)
      json.literal("]")
    case (true, false): writePlace(to: &json)
    case (false, true): writeVirtualLocation(to: &json)
    case (false, false): writeHosts(to: &json)
    }
  }

  /// The place of an event of which nobody said where it is: Google requires one, and who hosts it
  /// can be asked.
  private func writeHosts(to json: inout JSONWriter) {
    let name = event.community.map { model.site.communities[$0].name } ?? siteName
    json.literal(#"{"@type":"Place""#)
    json.member("name", name)
    json.member("address", name)
    json.literal("}")
  }

  private var siteName: String { model.site.settings.title }

  private func writeVirtualLocation(to json: inout JSONWriter) {
    json.literal(#"{"@type":"VirtualLocation""#)
    json.member("url", event.online ?? text.permalink)
    json.literal("}")
  }

  /// The place, else the town.
  private func writePlace(to json: inout JSONWriter) {
    let place = text.place
    json.literal(#"{"@type":"Place""#)
    json.member("name", place?.name ?? town)
    json.key("address")
    if let place, !place.hasAddress {
      // A place without any part of an address is its own.
      json.quoted(place.name)
    } else {
      json.literal(#"{"@type":"PostalAddress""#)
      json.member("streetAddress", place?.address)
      json.member("addressLocality", place.map(\.city) ?? town)
      json.member("addressRegion", place?.region)
      json.member("postalCode", place?.postcode)
      json.member("addressCountry", place?.country)
      json.literal("}")
    }
    if let coordinates = place?.coordinates {
      json.key("geo")
      json.literal(#"{"@type":"GeoCoordinates","latitude":"#)
      json.number(coordinates.latitude)
      json.key("longitude")
      json.number(coordinates.longitude)
      json.literal("}")
    }
    json.member("url", place?.url)
    json.literal("}")
  }
}

extension Place {
  /// Whether anything is known of it but its name.
  fileprivate var hasAddress: Bool {
    address != nil || city != nil || region != nil || postcode != nil || country != nil
  }
}

// MARK: - Who, and for how much

extension EventData {
  /// Whoever `organizers` names, else the community.
  private func writeOrganizer(to json: inout JSONWriter) {
    guard event.organizers.isEmpty else {
      return json.list(event.organizers) { $0.person($1, in: model) }
    }
    let page: PageSubject = event.community.map { .community($0) } ?? .home
    json.literal(#"{"@type":"Organization""#)
    json.member("name", event.community.map { model.site.communities[$0].name } ?? siteName)
    if model.hasPage(page) { json.member("url", model.permalinkBytes(page)) }
    json.literal("}")
  }

  private func writeOffer(to json: inout JSONWriter) {
    guard let price = event.price else { return }
    json.key("offers")
    json.literal(#"{"@type":"Offer""#)
    json.member("price", price)
    json.member("priceCurrency", event.currency)
    json.member("url", event.rsvp ?? text.permalink)
    json.literal("}")
    json.key("isAccessibleForFree")
    json.literal(price.utf8.allSatisfy { "0.".utf8.contains($0) } ? "true" : "false")
  }

  /// The page's picture, else the site's.
  private var image: String? {
    text.image ?? model.site.settings.image.map { model.whole(model.resolved($0.value)) }
  }
}

extension JSONWriter {
  /// Writes a member whose value is a word of schema.org's.
  fileprivate mutating func schemaName(_ name: StaticString, _ word: StaticString) {
    key(name)
    literal("\"https://schema.org/")
    literal(word)
    literal("\"")
  }
}

extension EventStatus {
  /// The name of schema.org's `EventStatusType`.
  fileprivate var schemaName: StaticString {
    switch self {
    case .scheduled: "EventScheduled"
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    case .movedOnline: "EventMovedOnline"
    case .rescheduled: "EventRescheduled"
    }
  }
}
