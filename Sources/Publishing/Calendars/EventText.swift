import Calendar
import Content

/// What other programs are told of an event, whatever the form: texts, places, whole addresses.
struct EventText {
  let model: SiteModel
  /// The event, or the series.
  let subject: PageSubject

  /// The event; of a series what its file says.
  let event: Event

  init(_ subject: PageSubject, in model: SiteModel) {
    self.model = model
    self.subject = subject
    switch subject {
    case .event(let index): event = model.events[index]
    case .series(let index): event = model.events[model.site.events.count + index]
    default: preconditionFailure("only events and series are events")
    }
  }

  /// Its title.
  var title: String { event.document.title }

  /// What it is about in short, as plain text.
  var summary: String? {
    guard let written = model.written(subject) else { return nil }
    return written.document.summary ?? written.text.summary
  }

  /// The whole address of its page.
  var permalink: String { model.permalink(model.addresses[subject]) }

  /// The whole address of its picture.
  var image: String? { model.text(subject)?.image.map(model.whole) }

  /// Where it takes place, unless that was changed to online alone.
  var place: Place? {
    guard event.status != .movedOnline else { return nil }
    switch event.venue {
    case .known(let index): return model.site.venues[index].place
    case .described(let place): return place
    case nil: return nil
    }
  }

  /// The place in one line, else where to join.
  var location: String? { place?.line ?? event.online }

  /// Who holds it: `organizers`.
  var organizers: [String] { event.organizers.map(model.name) }

  /// Its tags as they are written.
  var tags: [String] { event.document.tags.map { model.site.tags[$0].name } }
}

extension Place {
  /// Name and address in one line, as maps understand it.
  var line: String {
    let town = [postcode, city].compactMap(\.self).joined(separator: " ")
    let parts = [name, address, town.isEmpty ? nil : town, region, country]
    let lines = parts.compactMap(\.self).flatMap { part in
      part.utf8.contains(where: mayEndLine) ? part.split(whereSeparator: \.isNewline) : [part[...]]
    }.filter { !$0.isEmpty }
    return lines.joined(separator: ", ")
  }

  /// Where on Earth it is.
  var coordinates: Coordinates? {
    guard let latitude, let longitude else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}

/// Whether a byte may be the first of what ends a line.
///
/// To look for that character by character costs more than all else that is said of a place.
private func mayEndLine(_ byte: UInt8) -> Bool {
  // U+0085, U+2028 and U+2029 begin with the last two.
  (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
}
