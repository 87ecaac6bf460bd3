import Content
import Templates

extension Schema where Subject == Place {
  /// A place that an event describes in its own file.
  static let place: Schema<Place> = Schema(
    .place,
    text: { _, place in Array(place.name.utf8) },
    [Field("name") { _, place in Value(place.name) }]
      + placeFields { _, place in place } + [
        Field("url") { _, _ in .none },
        Field("id") { _, _ in .none },
        Field("accessibility") { _, _ in .none },
      ]
  )
}

/// What a venue and a place have in common.
func placeFields<Subject>(
  _ place: @escaping @Sendable (SiteModel, Subject) -> Place
) -> [Schema<Subject>.Field] {
  func text(_ name: String, _ get: @escaping @Sendable (Place) -> String?) -> Schema<Subject>.Field
  {
    Schema<Subject>.Field(name) { model, subject in Value(get(place(model, subject))) }
  }
  func number(_ name: String, _ get: @escaping @Sendable (Place) -> Double?)
    -> Schema<Subject>.Field
  {
    Schema<Subject>.Field(name) { model, subject in
      get(place(model, subject)).map { .double($0) } ?? .none
    }
  }
  return [
    text("address") { $0.address },
    text("city") { $0.city },
    text("region") { $0.region },
    text("postcode") { $0.postcode },
    text("country") { $0.country },
    text("website") { $0.url },
    number("lat") { $0.latitude },
    number("lon") { $0.longitude },
  ]
}
