internal import Diagnostics
internal import YAML

/// What a post says besides what every page does.
///
/// A class, as the others are, for the reason that ``WrittenDocument`` is one.
final class WrittenPost: Sendable {
  let authors: [Located<String>]
  let community: Located<String>?
  let event: Located<String>?

  init(_ fields: FieldReader) {
    let author = fields.line("author")
    let several = fields.lines("authors")
    if author != nil, !several.isEmpty, let pair = fields.pair("authors") {
      fields.faults.say(
        "a post must have `author` or `authors`, not both",
        at: pair.keyRange,
        help: "put all names under `authors`"
      )
    }
    authors = author.map { [$0] } ?? several
    community = fields.name("community")
    event = fields.name("event")
  }
}

/// What a community says besides what every page does.
final class WrittenCommunity: Sendable {
  let name: String?
  let city: String?
  let timezone: Located<String>?
  let organizers: [Located<String>]
  let links: [NamedLink]
  let hashtag: String?
  let logo: Located<String>?

  init(_ fields: FieldReader) {
    name = fields.line("name")?.value
    city = fields.line("city")?.value
    timezone = fields.name("timezone")
    organizers = fields.lines("organizers")
    links = fields.links("links")
    hashtag = fields.hashtag("hashtag")
    logo = fields.address("logo")
  }
}

/// What a person says besides what every page does.
final class WrittenPerson: Sendable {
  let name: String?
  let url: String?
  let avatar: Located<String>?
  let links: [NamedLink]

  init(_ fields: FieldReader) {
    name = fields.line("name")?.value
    url = fields.url("url")
    avatar = fields.address("avatar")
    links = fields.links("links")
  }
}

/// What a venue says besides what every page does.
final class WrittenVenue: Sendable {
  /// Its name is empty when it isn't written.
  let place: Place
  let accessibility: String?

  init(_ fields: FieldReader) {
    place = fields.place()
    accessibility = fields.text("accessibility")?.value
  }
}

extension FieldReader {
  /// A hashtag with its `#`, which may be left out.
  func hashtag(_ key: String) -> String? {
    warnOfComment(key)
    guard let written = line(key) else { return nil }
    let word = written.value.utf8.drop { $0 == UInt8(ascii: "#") }
    let isWord = word.allSatisfy {
      $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
    guard !word.isEmpty, isWord else {
      faults.say("`\(key)` must be one word of letters, digits and `_`", at: written.span.range)
      return nil
    }
    return "#" + String(decoding: word, as: UTF8.self)
  }

  /// The keys of a place; its name is empty when it isn't written.
  func place() -> Place {
    var place = Place(name: line("name")?.value ?? "")
    place.address = text("address")?.value
    place.city = line("city")?.value
    place.region = line("region")?.value
    place.postcode = line("postcode")?.value
    place.country = line("country")?.value
    place.latitude = decimal("lat", in: -90...90)
    place.longitude = decimal("lon", in: -180...180)
    place.url = url("url")
    sayHalfOfPoint()
    return place
  }

  private func sayHalfOfPoint() {
    for (key, other) in [("lat", "lon"), ("lon", "lat")]
    where value(key) != nil && value(other) == nil {
      guard let pair = pair(key) else { continue }
      faults.say("`\(key)` needs a `\(other)`", at: pair.keyRange)
    }
  }
}
