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

  /// The page's data as a `<script>`; no text in it ends the element.
  var script: [UInt8] { JSONValue.object(object).linkedDataScript }

  private var object: JSONObject {
    var object: JSONObject = ["@context": "https://schema.org", "@type": type]
    object.set("name", .string(text.title))
    object.set("url", .string(text.permalink))
    setTimes(&object)
    object.set("eventStatus", .string("https://schema.org/" + event.status.schemaName))
    object.set("previousStartDate", event.previousStart.map { .string($0.iso) })
    object.set("eventAttendanceMode", attendance.map { .string("https://schema.org/" + $0) })
    object.set("location", location)
    object.set("description", text.summary.map { .string($0) })
    object.set("image", image.map { .array([.string($0)]) })
    object.set("organizer", organizer)
    object.set("performer", list(event.speakers.map { person($0.name, url: $0.url) }))
    object.set("offers", offer)
    object.set("isAccessibleForFree", isFree)
    object.set("maximumAttendeeCapacity", event.capacity.map { .integer($0) })
    object.set("keywords", list(text.tags.map { .string($0) }))
    object.set("inLanguage", .string(model.site.settings.language))
    object.set("superEvent", superEvent)
    object.set("subEvent", subEvents)
    return object
  }

  private var type: JSONValue {
    if case .series = text.subject { return "EventSeries" }
    return "Event"
  }
}

// MARK: - When

extension EventData {
  /// `startDate` with its offset, and `endDate` only where it is known; of all-day events days.
  private func setTimes(_ object: inout JSONObject) {
    object.set("startDate", .string(event.start.iso))
    object.set("endDate", event.shownEnd.map { .string($0.iso) })
  }

  /// The series that an occurrence belongs to.
  private var superEvent: JSONValue? {
    guard let occurrence = event.occurrence else { return nil }
    let series = EventText(.series(occurrence.series), in: model)
    return [
      "@type": "EventSeries", "name": .string(series.title), "url": .string(series.permalink),
    ]
  }

  /// The next occurrences of a series.
  private var subEvents: JSONValue? {
    guard case .series(let index) = text.subject else { return nil }
    let next = model.site.series[index].occurrences.lazy
      .filter { [model] in model.events[$0].over > model.site.now }
    return list(
      next.prefix(EventData.subEventLimit).map { number in
        let occurrence = EventText(.event(number), in: model)
        return [
          "@type": "Event", "name": .string(occurrence.title),
          "startDate": .string(occurrence.event.start.iso), "url": .string(occurrence.permalink),
        ]
      }
    )
  }

  private static let subEventLimit = 12
}

// MARK: - Where

extension EventData {
  /// How one takes part; `nil` when nobody said where.
  private var attendance: String? {
    switch (location(of: text.place) != nil, isOnline) {
    case (true, true): "MixedEventAttendanceMode"
    case (false, true): "OnlineEventAttendanceMode"
    case (true, false): "OfflineEventAttendanceMode"
    case (false, false): nil
    }
  }

  private var isOnline: Bool { event.online != nil || event.status == .movedOnline }

  private var location: JSONValue? {
    let online: JSONValue? = isOnline ? virtualLocation : nil
    let places = [location(of: text.place), online].compactMap(\.self)
    guard !places.isEmpty else { return hosts }
    return places.count == 1 ? places[0] : list(places)
  }

  /// The place of an event of which nobody said where it is: Google requires one, and who hosts it
  /// can be asked.
  private var hosts: JSONValue {
    let name = JSONValue.string(event.community.map { model.site.communities[$0].name } ?? siteName)
    return ["@type": "Place", "name": name, "address": name]
  }

  private var siteName: String { model.site.settings.title }

  private var virtualLocation: JSONValue {
    ["@type": "VirtualLocation", "url": .string(event.online ?? text.permalink)]
  }

  /// The place; of an event that names none its community's town, unless it is online.
  private func location(of place: Place?) -> JSONValue? {
    guard let place else {
      guard !isOnline, let community = event.community,
        let city = model.site.communities[community].city
      else { return nil }
      let address: JSONValue = ["@type": "PostalAddress", "addressLocality": .string(city)]
      return ["@type": "Place", "name": .string(city), "address": address]
    }
    var object: JSONObject = ["@type": "Place", "name": .string(place.name)]
    object.set("address", address(place))
    if let coordinates = place.coordinates {
      object.set(
        "geo",
        [
          "@type": "GeoCoordinates", "latitude": .double(coordinates.latitude),
          "longitude": .double(coordinates.longitude),
        ]
      )
    }
    object.set("url", place.url.map { .string($0) })
    return .object(object)
  }

  /// The address by its parts; a place without any is its own.
  private func address(_ place: Place) -> JSONValue {
    var object: JSONObject = ["@type": "PostalAddress"]
    let parts = [
      ("streetAddress", place.address), ("addressLocality", place.city),
      ("addressRegion", place.region), ("postalCode", place.postcode),
      ("addressCountry", place.country),
    ]
    for (name, part) in parts { object.set(name, part.map { .string($0) }) }
    return object.members.count > 1 ? .object(object) : .string(place.name)
  }
}

// MARK: - Who, and for how much

extension EventData {
  /// Whoever `organizers` names, else the community.
  private var organizer: JSONValue? {
    if let organizers = list(event.organizers.map { person($0, url: nil) }) { return organizers }
    var object: JSONObject = ["@type": "Organization"]
    guard let index = event.community else {
      object.set("name", .string(siteName))
      object.set("url", url(of: .home))
      return .object(object)
    }
    object.set("name", .string(model.site.communities[index].name))
    object.set("url", url(of: .community(index)))
    return .object(object)
  }

  private func person(_ byline: Byline, url: String?) -> JSONValue {
    var object: JSONObject = ["@type": "Person", "name": .string(model.name(of: byline))]
    if case .person(let index) = byline, let page = self.url(of: .person(index)) {
      object.set("url", page)
    } else {
      object.set("url", url.map { .string($0) })
    }
    return .object(object)
  }

  private func url(of page: PageSubject) -> JSONValue? {
    model.hasPage(page) ? .string(model.permalink(model.addresses[page])) : nil
  }

  private var offer: JSONValue? {
    guard let price = event.price else { return nil }
    var object: JSONObject = ["@type": "Offer", "price": .string(price)]
    object.set("priceCurrency", event.currency.map { .string($0) })
    object.set("url", .string(event.rsvp ?? text.permalink))
    return .object(object)
  }

  private var isFree: JSONValue? {
    event.price.map { price in .boolean(price.utf8.allSatisfy { "0.".utf8.contains($0) }) }
  }

  /// The page's picture, else the site's.
  private var image: String? {
    text.image ?? model.site.settings.image.map { model.whole(model.resolved($0.value)) }
  }

  private func list(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .array(values)
  }
}

extension EventStatus {
  /// The name of schema.org's `EventStatusType`.
  fileprivate var schemaName: String {
    switch self {
    case .scheduled: "EventScheduled"
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    case .movedOnline: "EventMovedOnline"
    case .rescheduled: "EventRescheduled"
    }
  }
}
